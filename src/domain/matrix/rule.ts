import { DomainError } from '#kernel/result.ts'
import { quadrantProbabilities, type QuadrantProbabilities } from '#stats/quadrant.ts'
import type { CellEstimate, Level, Side, Sureness } from './cell.ts'

/** A versioned, displayed rule: where high begins, and what each quadrant is called. */
export interface Rule {
  readonly code: string
  /** High means a score at or above this. */
  readonly scoreThreshold: number
  /** Not below means a deviation at or above this. */
  readonly deviationThreshold: number
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
  deviationThreshold: 0,
  minimumEffectiveN: 30,
  established: 0.9,
  likely: 0.6,
  falseDiscovery: 0.1,
}

export const rules: readonly Rule[] = [scoreByDeviation]

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

function mostProbable(p: QuadrantProbabilities): { level: Level; probability: number } {
  const all: readonly [Level, number][] = [
    ['rethink', p.lowLow],
    ['watch', p.lowHigh],
    ['fineTune', p.highLow],
    ['maintain', p.highHigh],
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

/**
 * The verdict of a cell: the most probable quadrant of (score, deviation), their estimates taken as bivariate normal with their joint covariance.
 * Where the level is not established but one side is, that side is said. Refused when the cell is not `ok` or the deviation has no variance.
 */
export function judge(cell: CellEstimate, rule: Rule): Verdict {
  if (cell.status !== 'ok' || cell.score === null || !cell.se || cell.deviation === null || !cell.deviationSe) return refused
  const p = quadrantProbabilities({
    x: cell.score,
    seX: cell.se,
    y: cell.deviation,
    seY: cell.deviationSe,
    covariance: cell.covariance ?? 0,
    thresholdX: rule.scoreThreshold,
    thresholdY: rule.deviationThreshold,
  })
  const { level, probability } = mostProbable(p)
  const sureness = probability >= rule.established ? 'established' : probability >= rule.likely ? 'likely' : 'uncertain'
  return { level, sureness, probability, side: sureness === 'established' ? null : establishedSide(p, rule.established) }
}
