import type { Level, Sureness } from '#domain/matrix'
import type { ServiceCode, ZoneLevel } from '#domain/territory'
import type { Polygons } from '#geo/rings.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { ClassCount } from '#stats/classBreaks.ts'
import type { ZoneName } from '../views.ts'

/** What figures are about: the population, the places of services, the survey's results, or a dataset that was brought. */
export type IndicatorFamily = 'population' | 'places' | 'survey' | 'measures' | 'people' | 'facilities'

/** What a figure counts or measures; shares are 0-1, `percent` 0-100 as its source gives it. */
export const indicatorUnitCodes = [
  'people',
  'households',
  'count',
  'percent',
  'euros',
  'ratio',
  'perKm2',
  'unknown',
  'share',
  'per10k',
  'places',
  'facilities',
  'score',
  'points',
  'level',
] as const
export type IndicatorUnit = (typeof indicatorUnitCodes)[number]

/** Something a map can show. */
export interface Indicator {
  /** Stands in addresses: `population`, `m:DATASET:MEASURE`, … */
  readonly code: string
  readonly family: IndicatorFamily
  /** The dataset's code, else the family. */
  readonly subject: string
  readonly unit: IndicatorUnit
  /** Its own name, where it comes from a file; else the code's words. */
  readonly label: Bilingual | null
  /** Title of its dataset. */
  readonly title: Bilingual | null
  /** Part of a label: the category or type that a dataset counts. */
  readonly detail: string | null
  /** The figure of a wider zone is the sum over the narrower ones. */
  readonly additive: boolean
  /** 0 for deviations: classes then lie on both sides of it. */
  readonly centre: number | null
  /** Whether it needs a service, and a criterion, to be chosen. */
  readonly needs: readonly ('service' | 'criterion')[]
}

/** Why a zone has a figure or none. `withheld`: its source names the zone and gives none; `missing`: nothing is known. */
export const figureStatusCodes = ['ok', 'missing', 'withheld', 'suppressed', 'thin', 'notApplicable'] as const
export type FigureStatus = (typeof figureStatusCodes)[number]

export interface ZoneFigure {
  readonly zone: ZoneName
  readonly value: number | null
  readonly status: FigureStatus
  /** What the figure weighs in a mean: its denominator, its inhabitants or its ground. */
  readonly weight: number | null
  /** Survey results only. */
  readonly level: Level | null
  readonly sureness: Sureness | null
  readonly n: number | null
}

export interface FigureSource {
  readonly title: Bilingual | null
  readonly source: Bilingual
  readonly licence: string | null
  readonly date: string | null
  readonly synthetic: boolean
}

/** The figures of one indicator for the zones of one level. */
export interface MapValues {
  readonly territory: ZoneName
  readonly level: ZoneLevel
  readonly indicator: Indicator
  readonly service: ServiceCode | null
  readonly criterion: string | null
  readonly figures: readonly ZoneFigure[]
  readonly known: number
  /** Summed from a narrower level, in which the source gives them. */
  readonly summed: boolean
  readonly source: FigureSource
}

export interface MapQuery {
  readonly territory: string
  readonly level?: string | null
  readonly indicator?: string | null
  readonly service?: string | null
  readonly criterion?: string | null
}

export const classMethodCodes = ['quantile', 'jenks', 'equal'] as const
export type ClassMethod = (typeof classMethodCodes)[number]

/** Figures put in classes; `null` class for a zone without a figure. Levels of the survey have no classes but their four words. */
export interface Classified {
  readonly method: ClassMethod
  readonly diverging: boolean
  readonly classes: readonly ClassCount[]
  readonly classOf: ReadonlyMap<string, number>
}

export interface LevelChoice {
  readonly level: ZoneLevel
  readonly zones: number
  /** Zones that have an outline of their own or one joined from the zones inside. */
  readonly outlined: number
}

export interface LayersView {
  readonly territory: ZoneName
  readonly levels: readonly LevelChoice[]
  /** Changes with the zones and with the places. */
  readonly version: string
  readonly schematic: boolean
}

export interface ZoneOutline {
  readonly code: string
  readonly polygons: Polygons
  readonly schematic: boolean
  /** Joined from the outlines of the zones inside it. */
  readonly joined: boolean
}

export interface PlacePoint {
  readonly code: string
  readonly name: Bilingual
  readonly lon: number
  readonly lat: number
  /** How exactly it is placed. */
  readonly position: string
  readonly zoneName: Bilingual | null
}

/** A file made of a map's figures. */
export interface MapFile {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** A figure of an area that somebody drew. */
export interface AreaFigure {
  readonly indicator: Indicator
  /** Level of the zones that were cut. */
  readonly level: ZoneLevel
  readonly method: 'sum' | 'mean'
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly zones: number
  readonly whole: number
  /** Zones touched whose figure is not known: they are left out. */
  readonly unknown: number
  /** Part of the drawing that lies in zones with an outline, 0-1. */
  readonly covered: number
  readonly squareKm: number
  /** Cells drawn around centres were cut, not true outlines: the figure is an order of magnitude. */
  readonly schematic: boolean
}
