/** Sums of the weights and of their squares. */
function sums(weights: ArrayLike<number>): { sum: number; squares: number } {
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`A weight is a finite number from 0 up, got ${weight} (row ${i})`)
    sum += weight
    squares += weight * weight
  }
  return { sum, squares }
}

/**
 * Kish's effective sample size (Σw)² / Σw²: how many equally weighted respondents would tell as much.
 *
 * Weights from 0 up and finite, else RangeError naming the value. Without a positive weight it is 0. Rows of weight 0 count
 * for nothing. Source: L. Kish, Survey Sampling (1965).
 *
 * @example effectiveSize([1, 1, 2]) // => 2.6666666666666665
 */
export function effectiveSize(weights: ArrayLike<number>): number {
  const { sum, squares } = sums(weights)
  return squares > 0 ? (sum * sum) / squares : 0
}

/**
 * Kish's design effect of unequal weights, n Σw² / (Σw)², from 1 (all equal) up; n is the number of rows.
 *
 * Same errors as `effectiveSize`; NaN without a positive weight.
 *
 * @example kishDesignEffect([1, 1, 2]) // => 1.125
 */
export function kishDesignEffect(weights: ArrayLike<number>): number {
  const { sum, squares } = sums(weights)
  return (weights.length * squares) / (sum * sum)
}
