/** A weighted mean over a few rows of many, with what its variance needs. */
export interface SparseMean {
  /** Unweighted count of rows in the domain. */
  readonly n: number
  /** Sum of weights in the domain. */
  readonly total: number
  /** (sum w)^2 / sum w^2 in the domain (Kish). */
  readonly effectiveN: number
  readonly mean: number
}

/** Rows that hold a value: parallel arrays of row index, value and a factor on the row's weight. */
export interface SparseValues {
  readonly row: Int32Array
  readonly value: Float64Array
  readonly factor: Float64Array
}

/**
 * Weighted mean of the values whose row lies in a domain; the weight of a value is `weight[row] * factor`.
 * NaN mean where the weights sum to zero.
 *
 * @example sparseMean({ row: [0, 2], value: [4, 8], factor: [1, 1] }, [1, 1, 3], [1, 1, 1]) // mean 7, n 2, effectiveN 1.6
 */
export function sparseMean(values: SparseValues, weight: Float64Array, domain: Uint8Array): SparseMean {
  let n = 0
  let total = 0
  let squares = 0
  let sum = 0
  for (let i = 0; i < values.row.length; i++) {
    const row = values.row[i] as number
    if (domain[row] === 0) continue
    const w = (weight[row] as number) * (values.factor[i] as number)
    n++
    total += w
    squares += w * w
    sum += w * (values.value[i] as number)
  }
  return { n, total, effectiveN: squares > 0 ? (total * total) / squares : 0, mean: sum / total }
}

/**
 * Adds `sign` times the influence of each value on the mean to `influence` (one entry per value): w factor (y - mean) / total in the domain, 0 outside
 * (Taylor linearisation). Adding the influence of a second mean with sign -1 gives that of their difference, however the two domains overlap.
 *
 * @example addInfluence(u, { row: [0, 2], value: [4, 8], factor: [1, 1] }, [1, 1, 3], [1, 1, 1], mean, 1) // u += [-0.75, 0.75]
 */
export function addInfluence(
  influence: Float64Array,
  values: SparseValues,
  weight: Float64Array,
  domain: Uint8Array,
  mean: SparseMean,
  sign: 1 | -1,
): void {
  for (let i = 0; i < values.row.length; i++) {
    const row = values.row[i] as number
    if (domain[row] === 0) continue
    const w = (weight[row] as number) * (values.factor[i] as number)
    influence[i] = (influence[i] as number) + (sign * w * ((values.value[i] as number) - mean.mean)) / mean.total
  }
}
