import type { PhotoInfo } from '#store/contributions.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { MatrixCell } from '#domain/matrix'
import type { Organisation, Place, Procedure, ServiceCode, Zone } from '#domain/territory'
import type { ZoneFigure } from '#store/publicPages.ts'
import type { SurveySource, ZoneName } from '../views.ts'
import type { OpeningState } from './openNow.ts'

/** A place as lists show it. */
export interface PlaceCard {
  readonly place: Place
  /** The commune or town that holds it, by the zones or else as its source wrote it. */
  readonly town: Bilingual | null
  readonly opening: OpeningState
  /** As the crow flies from where the reader asked; `null` when that is not known. */
  readonly km: number | null
}

/** A zone with what tells it from others of its name. */
export interface ZoneCard {
  readonly zone: ZoneName
  readonly department: Bilingual | null
  readonly population: number | null
}

export interface SearchView {
  readonly text: string
  /** Only places open now are shown. */
  readonly openOnly: boolean
  /** What the words were taken for, when they name a service, a town, or both. */
  readonly service: ServiceCode | null
  readonly zone: ZoneCard | null
  readonly services: readonly ServiceCode[]
  readonly places: readonly PlaceCard[]
  /** The first places bear every word that was typed: they come before all else. */
  readonly named: boolean
  readonly zones: readonly ZoneCard[]
  readonly procedures: readonly Procedure[]
  /** Countries whose national office does online what was asked for, the one in view first; none for what services here do. */
  readonly elsewhere: readonly Zone['country'][]
  /** The postcode that was typed, when it is known. */
  readonly postcode: string | null
  /** A name close to what was typed, when nothing bears just that name. */
  readonly meant: Bilingual | null
}

/** Why the reader's "where" gave no point: nothing was asked, or nothing of that name is known. */
export type WhereState = 'found' | 'none' | 'unknown'

export interface FinderView {
  readonly service: ServiceCode | null
  readonly where: string
  readonly whereState: WhereState
  /** The zone in whose centre distances begin, or the postcode. */
  readonly origin: { readonly zone: ZoneCard | null; readonly postcode: string | null } | null
  /** Other zones of that name. */
  readonly others: readonly ZoneCard[]
  readonly openOnly: boolean
  readonly stepFree: boolean
  readonly territory: ZoneName
  readonly places: readonly PlaceCard[]
  /** How many there are in the territory in view when no town was given; `null` when sorted by distance. */
  readonly total: number | null
  /** Whether more could be shown by asking for them. */
  readonly more: boolean
}

/** A piece of map: outlines around a point, and other places in it. */
export interface Surroundings {
  readonly outlines: readonly { readonly name: Bilingual; readonly rings: readonly (readonly (readonly [number, number])[])[] }[]
  readonly schematic: boolean
}

export interface PlaceView {
  readonly card: PlaceCard
  readonly zone: ZoneName | null
  readonly department: Bilingual | null
  readonly organisation: Organisation | null
  readonly country: 'FR' | 'GB'
  /** Other places that offer one of the same services, nearest first. */
  readonly nearby: readonly PlaceCard[]
  readonly surroundings: Surroundings | null
  /** Photos that partners sent and a reviewer accepted, the latest first. */
  readonly photos: readonly PhotoInfo[]
  readonly mayEdit: boolean
  readonly mayReport: boolean
}

export interface CommuneView {
  readonly zone: Zone
  readonly card: ZoneCard
  readonly body: ZoneName | null
  /** Names of its postcodes, where a directory was brought in. */
  readonly postcodes: readonly string[]
  /** Each service with its places here, and where there are none the nearest elsewhere. */
  readonly services: readonly {
    readonly service: ServiceCode
    readonly here: readonly PlaceCard[]
    readonly nearest: PlaceCard | null
  }[]
  readonly figures: readonly ZoneFigure[]
  readonly surroundings: Surroundings | null
  readonly results: ResultsView | null
}

/** What a survey says of a territory, ready for sentences. */
export interface ResultsView {
  readonly territory: ZoneName
  readonly against: ZoneName
  readonly survey: SurveySource
  /** Low and established or likely, lowest first. */
  readonly attention: readonly MatrixCell[]
  /** Good, but lower than elsewhere. */
  readonly improvable: readonly MatrixCell[]
  /** Good and not lower than elsewhere, best first. */
  readonly working: readonly MatrixCell[]
  readonly refused: number
  readonly asked: number
}
