import type { MatrixCell } from '#domain/matrix'
import type { FileIssue } from '#domain/imports'
import type { MarginOrigin, WeighingReport, WeightingSettings } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { SurveyState } from '#store/surveys.ts'
import type { ZoneName } from '../views.ts'

/** What names a survey in an address. */
export interface SurveyAsked {
  /** Code of the root territory. */
  readonly root: string
  readonly code: string
}

/** A survey whose answers are in, as pages about its weights show it. */
export interface WeighedSurvey {
  readonly code: string
  readonly root: ZoneName
  readonly title: Bilingual
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly synthetic: boolean
  readonly state: SurveyState
  /** Of its record, for whoever changes it. */
  readonly version: number
  readonly respondents: number
}

/** A frozen version in a list. */
export interface VersionLine {
  readonly number: number
  readonly name: string | null
  readonly madeAt: string
  readonly madeBy: string | null
  readonly settings: WeightingSettings
  readonly n: number
  readonly designEffect: number
  readonly effectiveN: number
  readonly gMin: number
  readonly gMax: number
  readonly negativeWeights: number
  readonly inForce: boolean
}

export interface WeightListLine {
  readonly survey: WeighedSurvey
  readonly versions: number
  readonly inForce: VersionLine | null
}

export interface MarginCategoryLine {
  readonly category: string
  readonly total: number
  readonly respondents: number
  /** Too few respondents for steady weights. */
  readonly isRare: boolean
}

/** A variable that the weights can be calibrated on. */
export interface MarginVariable {
  readonly variable: string
  readonly source: string
  readonly origin: MarginOrigin
  readonly referenceDate: string | null
  readonly brought: { readonly at: string; readonly by: string } | null
  readonly scaledFrom: number | null
  readonly total: number
  readonly categories: readonly MarginCategoryLine[]
  /** Respondents who did not tell it. */
  readonly notTold: number
}

/** What the imported table covers: the root itself, or so many of its communes. */
export interface PopulationCoverage {
  readonly source: string
  readonly referenceDate: string | null
  readonly whole: boolean
  readonly zones: number
  readonly ofZones: number
}

/** Margins of a survey, and names of the zones that are categories of theirs. */
export interface MarginsOf {
  readonly variables: readonly MarginVariable[]
  readonly zoneNames: ReadonlyMap<string, Bilingual>
  readonly population: PopulationCoverage | null
}

export interface WeightSurveyView extends MarginsOf {
  readonly survey: WeighedSurvey
  readonly versions: readonly VersionLine[]
  /** Whether the survey names its version; else each run of the main job makes one. */
  readonly isNamed: boolean
}

/** Something in the way of weights: the code of a refusal with its figures. */
export interface Obstacle {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface AttemptView extends MarginsOf {
  readonly survey: WeighedSurvey
  readonly settings: WeightingSettings
  /** Field -> code of what is wrong with it. */
  readonly issues: Readonly<Record<string, string>>
  /** `null` before anything was tried, or while the settings have faults. */
  readonly outcome: {
    /** `null` where nothing could be computed. */
    readonly report: WeighingReport | null
    readonly obstacles: readonly Obstacle[]
  } | null
}

export interface VersionView {
  readonly survey: WeighedSurvey
  readonly line: VersionLine
  readonly report: WeighingReport
  readonly zoneNames: ReadonlyMap<string, Bilingual>
  /** The other versions, the latest first: what it can be compared with. */
  readonly others: readonly VersionLine[]
}

/** A category of a margin in two versions; `null` where a version has it not. */
export interface MarginChange {
  readonly variable: string
  readonly category: string
  readonly from: number | null
  readonly to: number | null
}

export interface ScoreChange {
  readonly from: MatrixCell
  readonly to: MatrixCell
  readonly difference: number
}

/** What two versions make of the same answers. */
export interface DifferenceView {
  readonly survey: WeighedSurvey
  readonly from: VersionLine
  readonly to: VersionLine
  readonly zone: ZoneName
  readonly zoneNames: ReadonlyMap<string, Bilingual>
  readonly margins: readonly MarginChange[]
  /** The scores of the zone's services by criterion that change most, and all whose verdict changes. */
  readonly scores: readonly ScoreChange[]
  /** Scores that both versions show, the middle one of their changes without sign, and how many verdicts change. */
  readonly compared: number
  readonly medianChange: number
  readonly verdictsChanged: number
}

/** What is wrong with margins brought: the lines of the file, or fields. */
export interface MarginIssues {
  readonly lines: readonly FileIssue[]
  readonly fields: Readonly<Record<string, string>>
  /** Totals by variable where they differ. */
  readonly totals: readonly { readonly variable: string; readonly total: number }[]
}
