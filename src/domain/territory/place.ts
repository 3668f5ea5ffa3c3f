import type { Bilingual } from '#kernel/bilingual.ts'
import type { ServiceCode } from './services.ts'

/** `exact`: the point itself; `postcode`: its postcode's point; `town`: its town's or commune's; `unknown`: nowhere yet. */
export const placePositionCodes = ['exact', 'postcode', 'town', 'unknown'] as const
export type PlacePosition = (typeof placePositionCodes)[number]

/** Where people are received. */
export interface Place {
  readonly code: string
  readonly name: Bilingual
  /** The narrowest zone known to hold it, and that zone's root; `null` until it could be placed. */
  readonly zone: string | null
  readonly root: string | null
  /** Degrees, WGS 84. */
  readonly lon: number | null
  readonly lat: number | null
  /** How exactly it is placed. */
  readonly position: PlacePosition
  readonly services: readonly ServiceCode[]
  readonly organisation: string | null
  /** OSM opening_hours syntax; `null`: nobody has said. */
  readonly openingHours: string | null
  readonly phone: string | null
  readonly email: string | null
  /** `null`: nobody has looked yet. */
  readonly stepFree: boolean | null
  readonly parking: boolean | null
  readonly address: string | null
  readonly postcode: string | null
  readonly town: string | null
  readonly url: string | null
  readonly synthetic: boolean
  /** Where its data come from; `null` for the sample's own. */
  readonly source: string | null
  /** When somebody last confirmed the data, ISO. */
  readonly checkedOn: string | null
  /** Raised by every change, so that two editors can be told apart. */
  readonly version: number
}
