import type { Bilingual } from '#kernel/bilingual.ts'
import type { ChannelCode, ServiceCode } from './services.ts'
import type { CountryCode } from './zone.ts'

/** Who answers for a service on one side of the border, and how it is reached there. */
export interface Competence {
  readonly service: ServiceCode
  readonly country: CountryCode
  /** Code of an organisation, or of a kind when there is one in each zone (`commune`, `epci`, `district`). */
  readonly competent: string
  readonly channels: readonly ChannelCode[]
}

/** Something a person comes to get done, with what to bring. */
export interface Procedure {
  readonly code: string
  readonly service: ServiceCode
  readonly country: CountryCode
  readonly title: Bilingual
  readonly summary: Bilingual
  readonly documents: readonly Bilingual[]
  readonly channels: readonly ChannelCode[]
  readonly contact: string
  readonly cost: Bilingual
  readonly delay: Bilingual
  readonly url: string | null
}
