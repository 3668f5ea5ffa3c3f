import type { Difference, MatrixCell, Rule, ServicePriorities } from '#domain/matrix'
import type { PublicCode } from '#domain/survey'
import type { Measured, ServiceCode } from '#domain/territory'
import type { NamedCompetence } from '../servicePages.ts'
import type { SurveySource, ZoneName } from '../views.ts'

/** Measured indicators of a service, here and in the zone compared with. */
export interface MeasuredPair {
  readonly service: ServiceCode
  readonly here: readonly Measured[]
  readonly there: readonly Measured[]
}

export interface PrioritiesView {
  readonly territory: ZoneName
  readonly against: ZoneName
  readonly againstChoices: readonly ZoneName[]
  readonly group: PublicCode | null
  readonly rule: Rule
  readonly survey: SurveySource
  readonly services: readonly ServicePriorities[]
  readonly measured: readonly MeasuredPair[]
  /** Cells to watch whose comparison is weak too: the list of the whole département or county. */
  readonly everywhere: readonly MatrixCell[]
  readonly expectedWrong: number
}

/** A cell with the 95 % limits of its importance, by the normal distribution; `null` where there is none. */
export interface WeighedCell extends MatrixCell {
  readonly importanceLower: number | null
  readonly importanceUpper: number | null
}

export interface ImportanceView {
  readonly territory: ZoneName
  readonly service: ServiceCode
  readonly group: PublicCode | null
  readonly rule: Rule
  readonly survey: SurveySource
  /** Criteria of the service with verdicts of the rule importance x satisfaction. */
  readonly cells: readonly WeighedCell[]
}

/** A survey that this territory can be looked back to. */
export interface Wave {
  readonly code: string
  readonly title: { readonly fr: string; readonly en: string }
  readonly fieldStart: string
  readonly fieldEnd: string
}

export interface ChangeView {
  readonly territory: ZoneName
  readonly rule: Rule
  readonly survey: SurveySource
  readonly waves: readonly Wave[]
  /** The wave compared with; `null` where this is the first survey. */
  readonly since: Wave | null
  /** Criteria of all services: now less then. */
  readonly differences: readonly Difference[]
}

export interface SideBySideView {
  readonly territory: ZoneName
  /** `null` until another territory is chosen. */
  readonly other: ZoneName | null
  readonly service: ServiceCode | null
  readonly rule: Rule
  readonly surveys: readonly SurveySource[]
  /** Whether the two zones are of one survey: their people and margins are then shared. */
  readonly sameSurvey: boolean
  /** Criteria of all services: territory less other. */
  readonly differences: readonly Difference[]
  readonly measured: readonly MeasuredPair[]
  readonly competences: readonly NamedCompetence[]
}
