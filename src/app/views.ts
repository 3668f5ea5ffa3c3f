import type { Bilingual } from '#kernel/bilingual.ts'
import type { Difference, Evidence, FirstThing, Matrix, MatrixCell, Rule } from '#domain/matrix'
import type { MarginSource, PublicCode, WeightingSettings } from '#domain/survey'
import type { Competence, Organisation, Place, Procedure, ServiceCode, Zone, ZoneLevel } from '#domain/territory'
import type { MeasuredPair, Wave } from './findings/findingViews.ts'

/** A zone as pages name it. */
export interface ZoneName {
  readonly code: string
  readonly level: ZoneLevel
  readonly name: Bilingual
  readonly country: 'FR' | 'GB'
}

/** The zones a reader can choose as "the territory in view": roots, territories and EPCI or districts, grouped by root. */
export interface TerritoryChoice {
  readonly root: ZoneName
  readonly zones: readonly ZoneName[]
}

/** Where a figure comes from, shown beside it. */
export interface SurveySource {
  readonly title: Bilingual
  readonly source: Bilingual
  /** ISO dates of the field. */
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly grid: string
  readonly synthetic: boolean
  /** Respondents in all, and in the territory in view (and group). */
  readonly respondents: number
  readonly respondentsHere: number
  readonly effectiveN: number
}

export interface MatrixView {
  readonly territory: ZoneName
  readonly against: ZoneName
  /** Zones this territory can be compared with: those above it. */
  readonly againstChoices: readonly ZoneName[]
  readonly group: PublicCode | null
  readonly rule: Rule
  readonly survey: SurveySource
  /** 16 x 11 criteria cells, then 16 x 36 sub-criteria cells. */
  readonly matrix: Matrix
  readonly firstThings: ReadonlyMap<ServiceCode, FirstThing>
  /** Criteria cells asked, and those without a verdict for want of answers. */
  readonly refusals: { readonly asked: number; readonly refused: number }
  /** ISO instant at which the main job made these figures; `null` when computed for this request (a group, another comparison). */
  readonly madeAt: string | null
}

export interface EvidenceView {
  readonly territory: ZoneName
  readonly against: ZoneName
  readonly group: PublicCode | null
  readonly rule: Rule
  readonly survey: SurveySource
  readonly cell: MatrixCell
  readonly evidence: Evidence
  /** The sub-criteria of a criterion with their cells (empty on a sub-criterion's own sheet). */
  readonly parts: readonly MatrixCell[]
  /** The same cell in the zones inside and above: EPCI, territory, département. */
  readonly elsewhere: readonly { readonly zone: ZoneName; readonly cell: MatrixCell }[]
  /** The same cell in the survey before, for everybody; `null` where there was none. */
  readonly change: { readonly since: Wave; readonly difference: Difference } | null
  /** What can be measured of the criterion, here and in the zone compared with. */
  readonly measured: MeasuredPair
  /** Weighting method and its margins, for "how this figure was made". */
  readonly weighting: WeightingReport
}

export interface WeightingReport {
  readonly method: string
  /** Number of the version within its survey, and its name where somebody froze it. */
  readonly number: number
  readonly name: string | null
  readonly settings: WeightingSettings
  readonly sources: readonly MarginSource[]
  readonly madeAt: string
  readonly iterations: number
  readonly converged: boolean
  readonly maxRelativeError: number
  readonly designEffect: number
  readonly effectiveN: number
  readonly gMin: number
  readonly gMax: number
  readonly margins: readonly { variable: string; category: string; target: number; before: number; after: number }[]
}

/** One service (or the median over services when `service` is null): criteria x zones. */
export interface ComparisonView {
  readonly territory: ZoneName
  readonly service: ServiceCode
  readonly zones: readonly ZoneName[]
  readonly rule: Rule
  readonly survey: SurveySource
  /** One matrix per zone, each compared with the root; cells of the chosen service only. */
  readonly cells: readonly { readonly zone: ZoneName; readonly cells: readonly MatrixCell[] }[]
}

export interface TerritoryView {
  readonly territory: ZoneName
  readonly zone: Zone
  readonly edition: { readonly name: Bilingual; readonly source: string; readonly licence: string; readonly validFrom: string }
  readonly parents: readonly ZoneName[]
  /** EPCI, territories or districts inside, with population. */
  readonly bodies: readonly (ZoneName & { readonly population: number | null; readonly communes: number })[]
  /** Communes (or towns) inside, with their shape (degrees) and figures. */
  readonly communes: readonly CommuneFigure[]
  readonly shapesAreSchematic: boolean
  readonly placesByService: readonly { readonly service: ServiceCode; readonly places: number }[]
  readonly placesAreSynthetic: boolean
}

export interface CommuneFigure {
  readonly code: string
  readonly name: Bilingual
  readonly body: ZoneName | null
  readonly population: number | null
  readonly places: number
  /** Outer rings in degrees. */
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

export interface ServicesView {
  readonly territory: ZoneName
  readonly services: readonly {
    readonly service: ServiceCode
    readonly places: number
    readonly procedures: number
    readonly competences: readonly (Competence & { readonly organisation: Organisation | null })[]
  }[]
}

export interface ServiceView {
  readonly territory: ZoneName
  readonly service: ServiceCode
  readonly competences: readonly (Competence & { readonly organisation: Organisation | null })[]
  readonly procedures: readonly (Procedure & { readonly contactName: Bilingual })[]
  /** In the territory, by town; at most 200, with the total. */
  readonly places: readonly (Place & { readonly zoneName: Bilingual; readonly organisationName: Bilingual })[]
  readonly placesTotal: number
}

export interface MethodView {
  readonly territory: ZoneName
  readonly rule: Rule
  readonly survey: SurveySource
  readonly elicitation: SurveySource | null
  readonly weighting: WeightingReport
  /** Share of the first survey's users who cited each criterion, with n. */
  readonly citations: readonly {
    readonly criterion: string
    readonly n: number
    readonly share: number
    readonly lower: number
    readonly upper: number
  }[]
}

export interface HomeView {
  readonly territory: ZoneName
  readonly survey: SurveySource
  /** Established verdicts of the territory in view, by level. */
  readonly counts: Readonly<Record<'rethink' | 'watch' | 'fineTune' | 'maintain', number>>
  readonly refused: number
  /** The most pressing established cells: lowest first. */
  readonly pressing: readonly MatrixCell[]
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobView {
  readonly id: string
  readonly territory: ZoneName
  readonly state: JobState
  /** 0-1. */
  readonly progress: number
  readonly step: 'waiting' | 'reading' | 'weighing' | 'estimating' | 'saving' | 'done'
  readonly startedAt: string | null
  readonly endedAt: string | null
  /** A refusal's code, when it failed. */
  readonly error: string | null
}
