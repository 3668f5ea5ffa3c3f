import { adjustedRand } from './adjustedRand.ts'
import { hungarian } from './hungarian.ts'

export interface Transition {
  /** Weight that goes from each group before (row) to each group after (column). */
  readonly matrix: readonly (readonly number[])[]
  /** The group after that takes the place of each group before, so that most weight stays; -1 where there is none. */
  readonly matched: readonly number[]
  /** Share of all weight that is not in the matched group after, 0-1. */
  readonly moved: number
  /** Share of each group before that stays in its match, 0-1; `null` for an empty group. */
  readonly stability: readonly (number | null)[]
  /** Adjusted Rand index of the two partitions, points unweighted. */
  readonly adjustedRand: number
}

/**
 * What became of groups: points (areas) with a weight (people) go from `before` to `after`. Groups after are matched to those before by the Hungarian
 * method, so that the weight that stays is as large as can be. Arrays are of one length; groups are numbered from 0.
 */
export function transition(before: ArrayLike<number>, after: ArrayLike<number>, weights: ArrayLike<number>): Transition {
  if (before.length !== after.length || before.length !== weights.length) {
    throw new RangeError(`${before.length} points before, ${after.length} after and ${weights.length} weights`)
  }
  const count = (labels: ArrayLike<number>): number => Array.from(labels).reduce((most, label) => Math.max(most, label + 1), 0)
  const matrix = Array.from({ length: count(before) }, () => Array.from({ length: count(after) }, () => 0))
  let total = 0
  for (let i = 0; i < before.length; i++) {
    const row = matrix[before[i] as number]
    const weight = weights[i] as number
    total += weight
    if (row) row[after[i] as number] = (row[after[i] as number] ?? 0) + weight
  }
  const matched = hungarian(matrix.map((row) => row.map((weight) => -weight)))
  const stays = matrix.map((row, group) => row[matched[group] ?? -1] ?? 0)
  const sums = matrix.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  return {
    matrix,
    matched,
    moved: total > 0 ? 1 - stays.reduce((sum, weight) => sum + weight, 0) / total : 0,
    stability: sums.map((sum, group) => (sum > 0 ? (stays[group] ?? 0) / sum : null)),
    adjustedRand: adjustedRand(before, after),
  }
}
