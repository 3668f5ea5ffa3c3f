/** Rates drawn towards the common one. */
export interface Marshall {
  /** The common rate Σy / Σn. */
  m: number
  /** Variance between areas, 0 or more. */
  A: number
  /** Per area: the rate drawn towards m, the more so the smaller n. */
  estimates: Float64Array
}

/**
 * Marshall's empirical Bayes estimates of rates: each rate y / n is drawn towards the common rate m by A / (A + m / n).
 *
 * `y` events among `n` at risk per area, 0 or more; an area with n = 0 gets m. A is the variance of the rates around m, weighted by n, less m over the mean
 * n, at least 0. RangeError, naming the value, for negative or non-finite counts, lengths that differ, and no one at risk at all.
 * Source: R. J. Marshall, Applied Statistics 40 (1991), the global version; METHODS 8. Equals R spdep's `EBest(family = "poisson")`.
 *
 * @example marshall([3, 10, 25, 7], [20, 50, 110, 90]) // => m 0.1666667, A 0.0018874, estimates [0.1636, 0.1787, 0.2003, 0.1218]
 */
export function marshall(y: ArrayLike<number>, n: ArrayLike<number>): Marshall {
  if (y.length !== n.length) throw new RangeError(`${y.length} counts need as many at risk, got ${n.length}`)
  const events = Float64Array.from(y)
  const risk = Float64Array.from(n)
  for (const [name, values] of [
    ['events', events],
    ['people at risk', risk],
  ] as const) {
    const area = values.findIndex((value) => !(value >= 0 && value < Infinity))
    if (area >= 0) throw new RangeError(`The number of ${name} of area ${area} is finite and from 0 up, got ${values[area]}`)
  }
  const atRisk = risk.reduce((sum, value) => sum + value, 0)
  if (atRisk === 0) throw new RangeError(`Nobody is at risk in any of ${risk.length} areas`)
  const m = events.reduce((sum, value) => sum + value, 0) / atRisk
  const rates = events.map((value, area) => ((risk[area] as number) > 0 ? value / (risk[area] as number) : m))
  const spread = rates.reduce((sum, rate, area) => sum + (risk[area] as number) * (rate - m) ** 2, 0) / atRisk
  const A = Math.max(0, spread - (m * risk.length) / atRisk)
  const estimates = rates.map((rate, area) => {
    const count = risk[area] as number
    return A === 0 || count === 0 ? m : m + (A / (A + m / count)) * (rate - m)
  })
  return { m, A, estimates }
}
