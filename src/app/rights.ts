import { rolesOf, roleCodes, visitor, type Role, type Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'

/** Who may do something beside the roles: `anybody` without an account, `member` whoever is signed in and belongs to an organisation, `person` whoever is signed in. */
export type Holder = Role | 'anybody' | 'member' | 'person'

/**
 * The rights of the product in one table: what can be done, and by whom. Every route of the portal names one of these; a test asks each route as each
 * role and compares with this table. Rights about one's own organisation are narrowed further where the use case knows which one is meant.
 */
export const rights = {
  'results.read': ['anybody'],
  'places.search': ['anybody'],
  'map.read': ['anybody'],
  'account.signIn': ['anybody'],
  'account.own': ['person'],
  'jobs.read': ['anybody'],
  'jobs.run': ['analyst', 'administrator'],
  'imports.read': ['analyst', 'partnerManager', 'coordinator', 'administrator'],
  'imports.bring': ['analyst', 'partnerManager', 'administrator'],
  'imports.undo': ['administrator'],
  'contributions.send': ['member'],
  'contributions.review': ['moderator', 'coordinator', 'administrator'],
  'places.edit': ['partnerManager', 'officer', 'referent', 'coordinator', 'administrator'],
  'places.create': ['partnerManager', 'coordinator', 'administrator'],
  'places.close': ['partnerManager', 'coordinator', 'administrator'],
  'places.merge': ['coordinator', 'administrator'],
  'places.history': ['member'],
  'people.invite': ['partnerManager', 'coordinator', 'administrator'],
  'administration.read': ['administrator'],
  'people.manage': ['administrator'],
  'organisations.manage': ['administrator'],
  'catalogue.manage': ['administrator'],
  'outbox.read': ['administrator'],
  'audit.read': ['administrator'],
  'backup.make': ['administrator'],
  'surveys.answer': ['anybody'],
  'surveys.read': ['analyst', 'partnerManager', 'officer', 'moderator', 'coordinator', 'administrator'],
  'surveys.manage': ['analyst', 'administrator'],
  'surveys.enter': ['officer', 'analyst', 'administrator'],
  'answers.bring': ['analyst', 'administrator'],
  'grids.manage': ['analyst', 'administrator'],
  'weights.read': ['analyst', 'coordinator', 'administrator'],
  'weights.manage': ['analyst', 'administrator'],
  'words.moderate': ['moderator', 'analyst', 'administrator'],
  'citations.code': ['analyst', 'administrator'],
  'factsheets.write': ['analyst', 'administrator'],
  'segments.read': ['member'],
  'segments.manage': ['analyst', 'administrator'],
  'portraits.read': ['anybody'],
  'portraits.write': ['analyst', 'administrator'],
  'guide.read': ['anybody'],
  'profiles.read': ['member'],
  'profiles.bring': ['partnerManager', 'analyst', 'administrator'],
} as const satisfies Readonly<Record<string, readonly Holder[]>>

export type UseCase = keyof typeof rights
export const useCases = Object.keys(rights) as readonly UseCase[]

/** Who looks before anybody is known. */
export const anybody: Viewer = visitor

/** Whether a viewer may do something at all. */
export function may(viewer: Viewer, useCase: UseCase): boolean {
  const holders: readonly Holder[] = rights[useCase]
  if (holders.includes('anybody')) return true
  if (viewer.userId === null) return false
  if (holders.includes('person')) return true
  const roles = rolesOf(viewer)
  if (holders.includes('member') && roles.size > 0) return true
  return roleCodes.some((role) => roles.has(role) && holders.includes(role))
}

/** Refuses with `signIn.needed` who has not signed in, with `right.missing` who may not. */
export function authorise(viewer: Viewer, useCase: UseCase): void {
  if (may(viewer, useCase)) return
  throw new DomainError(viewer.userId === null ? 'signIn.needed' : 'right.missing', { useCase })
}
