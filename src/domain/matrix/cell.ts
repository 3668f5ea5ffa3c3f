import { isCriterionCode, type ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'

/** The four levels of the accessibility matrix: à réviser, à surveiller, à optimiser, à maintenir. */
export const levels = ['rethink', 'watch', 'fineTune', 'maintain'] as const
export type Level = (typeof levels)[number]

/** How sure the level is: établi, probable, incertain. */
export type Sureness = 'established' | 'likely' | 'uncertain'

/** The one side that is established where the level is not. */
export type Side = 'scoreLow' | 'scoreHigh' | 'below' | 'notBelow'

/** Why a figure is given or not. `oneUnit`: no variance can be estimated; `thin`: an estimate, but no verdict. */
export const cellStatuses = ['ok', 'thin', 'suppressed', 'notApplicable', 'oneUnit', 'noData'] as const
export type CellStatus = (typeof cellStatuses)[number]

/** What the survey says of one service and item in a territory, before any rule. Scores 0 to 10; deviations in points. */
export interface CellEstimate {
  readonly service: ServiceCode
  readonly item: ItemCode
  readonly status: CellStatus
  /** Answers; `null` where even that may not be told. */
  readonly n: number | null
  readonly effectiveN: number | null
  readonly score: number | null
  readonly se: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** The score of the zone compared with. */
  readonly againstScore: number | null
  readonly deviation: number | null
  readonly deviationSe: number | null
  readonly deviationLower: number | null
  readonly deviationUpper: number | null
  /** Covariance of score and deviation, from their joint influence values. */
  readonly covariance: number | null
  /** Share of those who needed the service and gave it up for this criterion, 0-1; criteria only. */
  readonly givingUp: number | null
  /** Share of those asked who count the criterion among the three that matter most, 0-1, with its standard error; criteria only, where it was asked. */
  readonly importance: number | null
  readonly importanceSe: number | null
  /** Covariance of score and importance. */
  readonly importanceCovariance: number | null
}

/** A cell with its verdict. */
export interface MatrixCell extends Omit<CellEstimate, 'covariance' | 'importanceCovariance'> {
  readonly level: Level | null
  readonly sureness: Sureness | null
  /** Probability of the level shown. */
  readonly probability: number | null
  readonly side: Side | null
  /** One-sided p that the territory is not below (H0: deviation >= 0), and the same corrected for the family of cells. */
  readonly belowP: number | null
  readonly belowAdjusted: number | null
}

/** Criteria that were asked of a service, and those of them that get no verdict for want of answers. */
export function refusals(cells: readonly MatrixCell[]): { readonly asked: number; readonly refused: number } {
  const asked = cells.filter((cell) => isCriterionCode(cell.item) && cell.status !== 'notApplicable')
  return { asked: asked.length, refused: asked.filter((cell) => cell.status !== 'ok').length }
}

/** A territory's matrix under one rule. */
export interface Matrix {
  readonly territory: string
  readonly against: string
  readonly rule: string
  readonly cells: readonly MatrixCell[]
  /** Expected number of wrong verdicts among the established ones: the sum of 1 - p over criteria. */
  readonly expectedWrong: number
}
