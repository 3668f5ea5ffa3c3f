import type { Role } from './roles.ts'

/** A person's work for one organisation. */
export interface Membership {
  /** Code of the organisation. */
  readonly organisation: string
  readonly role: Role
}

/** Who looks: somebody signed in, or anybody. Everything a use case may ask about the person in front of the screen. */
export interface Viewer {
  /** `null` for anybody who has not signed in. */
  readonly userId: string | null
  readonly name: string
  readonly email: string | null
  readonly memberships: readonly Membership[]
}

/** Anybody: may read what is published, and nothing else. */
export const visitor: Viewer = { userId: null, name: '', email: null, memberships: [] }

export function rolesOf(viewer: Viewer): ReadonlySet<Role> {
  return new Set(viewer.memberships.map((membership) => membership.role))
}

/** The organisations for which a viewer holds one of these roles. */
export function organisationsOf(viewer: Viewer, roles: readonly Role[]): readonly string[] {
  const held = viewer.memberships.filter((membership) => roles.includes(membership.role))
  return [...new Set(held.map((membership) => membership.organisation))]
}
