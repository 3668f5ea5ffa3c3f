import type { Bilingual } from '#kernel/bilingual.ts'
import type { ServiceCode } from './services.ts'

/** Where people are received. */
export interface Place {
  readonly code: string
  readonly name: Bilingual
  readonly zone: string
  readonly root: string
  readonly lon: number
  readonly lat: number
  readonly services: readonly ServiceCode[]
  readonly organisation: string
  /** OSM opening_hours syntax. */
  readonly openingHours: string
  readonly phone: string | null
  readonly email: string | null
  /** `null`: nobody has looked yet. */
  readonly stepFree: boolean | null
  readonly parking: boolean | null
  readonly synthetic: boolean
}
