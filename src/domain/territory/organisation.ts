import type { Bilingual } from '#kernel/bilingual.ts'
import type { CountryCode } from './zone.ts'

/** What a body is, from the State to an association. */
export const organisationKindCodes = [
  'state',
  'socialSecurity',
  'department',
  'epci',
  'commune',
  'county',
  'district',
  'health',
  'police',
  'company',
  'association',
] as const
export type OrganisationKind = (typeof organisationKindCodes)[number]

/** A body that answers for services. */
export interface Organisation {
  readonly code: string
  readonly name: Bilingual
  readonly kind: OrganisationKind
  readonly country: CountryCode
  /** The zone it is competent for. */
  readonly zone: string
  readonly url: string | null
}
