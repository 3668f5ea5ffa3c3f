/**
 * Quantiles by linear interpolation between the order statistics; one per probability, NaN without values.
 *
 * `sorted` ascends. Probabilities from 0 to 1. Source: Hyndman and Fan (1996), definition 7. Equals R's `quantile(type = 7)`.
 *
 * @example quantiles(Float64Array.of(1, 2, 4), [0, 0.25, 1]) // => [1, 1.5, 4]
 */
export function quantiles(sorted: Float64Array, probabilities: readonly number[]): number[] {
  return probabilities.map((p) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`)
    if (sorted.length === 0) return Number.NaN
    const at = p * (sorted.length - 1)
    const below = sorted[Math.floor(at)] as number
    const above = sorted[Math.ceil(at)] as number
    return below + (at - Math.floor(at)) * (above - below)
  })
}
