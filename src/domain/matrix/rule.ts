import { DomainError } from '#kernel/result.ts'
import { quadrantProbabilities, type QuadrantProbabilities } from '#stats/quadrant.ts'
import type { CellEstimate, Level, Side, Sureness } from './cell.ts'

/** A versioned, displayed rule: where high begins, and what each quadrant is called. */
export interface Rule {
  readonly code: string
  /** High means a score at or above this. */
  readonly scoreThreshold: number
  /** What the score is crossed with: the deviation from a wider zone, or how much the criterion matters to users. */
  readonly by: 'deviation' | 'importance'
  /** Not below means a deviation at or above this. */
  readonly deviationThreshold: number
  /** Important means counted among the three that matter most by this share of users, or more. */
  readonly importanceThreshold: number
  /** Below this effective number of answers there is no verdict. */
  readonly minimumEffectiveN: number
  /** A verdict is established, or likely, from these probabilities on. */
  readonly established: number
  readonly likely: number
  /** False discovery rate of "significantly below". */
  readonly falseDiscovery: number
}

/** The source names the four levels and not their thresholds: these are ours, and every page that uses them says so. */
export const scoreByDeviation: Rule = {
  code: 'score-deviation/1',
  scoreThreshold: 6.5,
  by: 'deviation',
  deviationThreshold: 0,
  importanceThreshold: 3 / 11,
  minimumEffectiveN: 30,
  established: 0.9,
  likely: 0.6,
  falseDiscovery: 0.1,
}

/**
 * Importance x satisfaction: a low score is to rethink where the criterion matters to users and to watch where it does not; a good one is to maintain
 * where it matters, and where it does not the effort can be tuned. Three criteria in eleven would be named by chance alone, so that is the threshold.
 */
export const importanceBySatisfaction: Rule = { ...scoreByDeviation, code: 'importance-satisfaction/1', by: 'importance' }

export const rules: readonly Rule[] = [scoreByDeviation, importanceBySatisfaction]

export function ruleOf(code: string): Rule {
  const rule = rules.find((each) => each.code === code)
  if (!rule) throw new DomainError('rule.unknown', { code, known: rules.map((each) => each.code).join(', ') })
  return rule
}

export interface Verdict {
  readonly level: Level | null
  readonly sureness: Sureness | null
  readonly probability: number | null
  readonly side: Side | null
}

const refused: Verdict = { level: null, sureness: null, probability: null, side: null }

/** The levels of the four quadrants of (score, second measure), by what the second measure is. */
const quadrants = {
  deviation: { lowLow: 'rethink', lowHigh: 'watch', highLow: 'fineTune', highHigh: 'maintain' },
  importance: { lowLow: 'watch', lowHigh: 'rethink', highLow: 'fineTune', highHigh: 'maintain' },
} as const

function mostProbable(p: QuadrantProbabilities, by: Rule['by']): { level: Level; probability: number } {
  const names = quadrants[by]
  const all: readonly [Level, number][] = [
    [names.lowLow, p.lowLow],
    [names.lowHigh, p.lowHigh],
    [names.highLow, p.highLow],
    [names.highHigh, p.highHigh],
  ]
  const [level, probability] = all.reduce((best, each) => (each[1] > best[1] ? each : best))
  return { level, probability }
}

function establishedSide(p: QuadrantProbabilities, threshold: number): Side | null {
  const sides: readonly [Side, number][] = [
    ['scoreLow', 1 - p.highX],
    ['scoreHigh', p.highX],
    ['below', 1 - p.highY],
    ['notBelow', p.highY],
  ]
  const [side, probability] = sides.reduce((best, each) => (each[1] > best[1] ? each : best))
  return probability >= threshold ? side : null
}

/** The second measure of a rule as an estimate; `null` where it was not estimated. */
function secondMeasure(
  cell: CellEstimate,
  rule: Rule,
): { y: number; seY: number; covariance: number; thresholdY: number } | null {
  if (rule.by === 'importance') {
    const { importance, importanceSe, importanceCovariance } = cell
    if (importance === null || !importanceSe) return null
    return { y: importance, seY: importanceSe, covariance: importanceCovariance ?? 0, thresholdY: rule.importanceThreshold }
  }
  const { deviation, deviationSe, covariance } = cell
  if (deviation === null || !deviationSe) return null
  return { y: deviation, seY: deviationSe, covariance: covariance ?? 0, thresholdY: rule.deviationThreshold }
}

/**
 * The verdict of a cell: the most probable quadrant of (score, deviation) or (score, importance), their estimates taken as bivariate normal with their
 * joint covariance. Where the level is not established but one side is, that side is said. Refused when the cell is not `ok` or the second measure
 * has no variance.
 */
export function judge(cell: CellEstimate, rule: Rule): Verdict {
  if (cell.status !== 'ok' || cell.score === null || !cell.se) return refused
  const second = secondMeasure(cell, rule)
  if (!second) return refused
  const p = quadrantProbabilities({ x: cell.score, seX: cell.se, thresholdX: rule.scoreThreshold, ...second })
  const { level, probability } = mostProbable(p, rule.by)
  const sureness = probability >= rule.established ? 'established' : probability >= rule.likely ? 'likely' : 'uncertain'
  return { level, sureness, probability, side: sureness === 'established' ? null : establishedSide(p, rule.established) }
}
