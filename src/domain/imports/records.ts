import type { Bilingual } from '#kernel/bilingual.ts'
import type { CountryCode, Hierarchy, PlacePosition, ServiceCode, ZoneLevel } from '#domain/territory'

// What the readers of each kind of file give, ready to be stored: codes as in the observatory, numbers as numbers, nothing guessed.

/** A zone that a file names. Parts that the file does not tell are `null` and leave what is stored as it is. */
export interface ZoneRecord {
  readonly code: string
  readonly level: ZoneLevel
  readonly name: Bilingual | null
  readonly population: number | null
  readonly country: CountryCode
  readonly lon: number | null
  readonly lat: number | null
  readonly parents: readonly { readonly code: string; readonly hierarchy: Hierarchy }[]
}

/** A code that is no more, and what it became. */
export interface SuccessionRecord {
  readonly former: string
  readonly current: string
}

/** A multipolygon: polygons of rings (the first is the outer one) of degrees, WGS 84. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[]

/** An outline of a zone, with what its properties tell about the zone. */
export interface BoundaryRecord {
  /** Number of the feature in its file. */
  readonly line: number
  readonly code: string
  readonly level: ZoneLevel
  readonly name: Bilingual | null
  readonly country: CountryCode
  readonly parents: ZoneRecord['parents']
  readonly polygons: Polygons
}

export const measureUnitCodes = ['people', 'households', 'count', 'percent', 'euros', 'ratio', 'perKm2', 'unknown'] as const
export type MeasureUnit = (typeof measureUnitCodes)[number]

/** A column of a table of figures. `denominator` is the code of the measure that shares are taken of, where there is one. */
export interface MeasureRecord {
  readonly code: string
  readonly label: Bilingual
  readonly unit: MeasureUnit
  readonly denominator: string | null
}

export interface DatasetRecord {
  readonly code: string
  readonly kind: ImportKindOfFigures
  readonly title: Bilingual
  readonly source: string
  readonly licence: string | null
  /** Year or date that the figures describe. */
  readonly referenceDate: string | null
  /** In the order of the figures; empty where rows name their own categories. */
  readonly measures: readonly MeasureRecord[]
}
export type ImportKindOfFigures = 'population' | 'census' | 'filosofi' | 'facilities'

/** Figures of one zone in the order of the dataset's measures; `null` where the source withholds or lacks one, never zero for missing. */
export interface FiguresRecord {
  readonly line: number
  readonly zone: string
  readonly figures: readonly (number | null)[]
}

/** People of one zone and combination; an empty category means all. */
export interface PopulationRecord {
  readonly line: number
  readonly zone: string
  readonly sex: string
  readonly age: string
  readonly activity: string
  readonly people: number
}

export interface FacilityRecord {
  readonly line: number
  readonly zone: string
  readonly type: string
  readonly facilities: number
}

export interface PostcodeRecord {
  readonly line: number
  /** Spelt as people write it: `62500`, `ME16 0PR`. */
  readonly postcode: string
  /** Commune or output area; `null` where the directory gives a point alone. */
  readonly zone: string | null
  readonly lon: number | null
  readonly lat: number | null
}

export interface PlaceRecord {
  readonly line: number
  /** Stable over imports of the same source: `fs-365`, `library-kent-allington`. */
  readonly code: string
  readonly name: Bilingual
  readonly services: readonly ServiceCode[]
  /** What the place is, such as `franceServices` or `library`. */
  readonly kind: string | null
  /** Name of the body that runs it, to be matched with an organisation; `null` where the file does not say. */
  readonly organisation: string | null
  readonly country: CountryCode
  readonly address: string | null
  readonly postcode: string | null
  readonly town: string | null
  /** Code of the commune or small area where the file gives one. */
  readonly zone: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly position: PlacePosition
  /** OSM opening_hours syntax. */
  readonly openingHours: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly url: string | null
  readonly stepFree: boolean | null
  readonly parking: boolean | null
  readonly sourceCode: string
  readonly checkedOn: string | null
  /** Set where the file says that the place is closed for good. */
  readonly closedOn: string | null
}
