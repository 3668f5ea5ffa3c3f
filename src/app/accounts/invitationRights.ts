import { organisationsOf, rolesOf, roleCodes, type Role, type Viewer } from '#domain/accounts'

/** Who may bring in whom: a partner manager people of their own organisations, a coordinator those of any, an administrator everybody. */
const grants: Readonly<Partial<Record<Role, { readonly roles: readonly Role[]; readonly anywhere: boolean }>>> = {
  partnerManager: { roles: ['partnerManager', 'officer', 'referent'], anywhere: false },
  coordinator: { roles: ['partnerManager', 'officer', 'referent', 'moderator'], anywhere: true },
  administrator: { roles: roleCodes, anywhere: true },
}

function grantsOf(viewer: Viewer) {
  return [...rolesOf(viewer)].flatMap((role) => grants[role] ?? [])
}

/** Whether a viewer invites into every organisation, or into their own alone. */
export function invitesAnywhere(viewer: Viewer): boolean {
  return grantsOf(viewer).some(({ anywhere }) => anywhere)
}

/** The roles that a viewer may offer. */
export function rolesToOffer(viewer: Viewer): readonly Role[] {
  const offered = new Set(grantsOf(viewer).flatMap(({ roles }) => roles))
  return roleCodes.filter((role) => offered.has(role))
}

/** The organisations that a viewer with rights in their own alone may invite into. */
export function ownOrganisations(viewer: Viewer): readonly string[] {
  return organisationsOf(viewer, ['partnerManager'])
}

export function mayInvite(viewer: Viewer, organisation: string, role: Role): boolean {
  return [...rolesOf(viewer)].some((held) => {
    const grant = grants[held]
    if (!grant?.roles.includes(role)) return false
    return grant.anywhere || organisationsOf(viewer, [held]).includes(organisation)
  })
}
