/** A weighted mean over a domain with what its variance needs. */
export interface MeanEstimate {
  /** Weighted mean; NaN without a row of positive weight. */
  mean: number
  /** N: sum of the weights of the rows in the domain that have a value. */
  totalWeight: number
  /** Unweighted number of those rows. */
  count: number
  /** Per row w (y - mean) / N inside the domain, 0 outside; its design variance is the variance of the mean. */
  influence: Float64Array
}

/** A deviation between two overlapping domains, with both of them. */
export interface DeviationEstimate {
  /** Mean in the territory less the mean it is compared with. */
  deviation: number
  territory: MeanEstimate
  against: MeanEstimate
  /** Difference of the two influences: rows in both keep what does not cancel. */
  influence: Float64Array
}

/** A domain: one byte per row, 1 inside and 0 outside; null or absent is every row. */
export type Domain = Uint8Array | null | undefined

function requireSameLength(values: Float64Array, weights: Float64Array, inDomain: Domain): void {
  if (weights.length !== values.length || (inDomain && inDomain.length !== values.length)) {
    throw new RangeError(`${values.length} values need as many weights and marks, got ${weights.length} and ${inDomain?.length}`)
  }
}

/**
 * Weighted mean Σ w y / Σ w over the rows of the domain that have a value (NaN is missing and lies outside).
 *
 * NaN when no such row has a positive weight. RangeError when the arrays differ in length.
 *
 * @example domainMean(Float64Array.of(1, 3, NaN), Float64Array.of(1, 3, 5)) // => 2.5
 */
export function domainMean(values: Float64Array, weights: Float64Array, inDomain?: Domain): number {
  return meanInfluence(values, weights, inDomain).mean
}

/**
 * Weighted mean over a domain with the influence of each row (Taylor linearisation): w_i (y_i - mean) / N.
 *
 * `values`, `weights` and `inDomain` are per row; a NaN value lies outside the domain. The influences sum to 0. Feed them to
 * `unitTotals` and `designVariance`. Without a row of positive weight mean is NaN and every influence 0.
 * RangeError when the arrays differ in length. Source: METHODS 4. Equals the linearisation of R survey's `svymean`.
 *
 * @example meanInfluence(Float64Array.of(1, 3), Float64Array.of(1, 3)) // => mean 2.5, totalWeight 4, influence [-0.375, 0.375]
 */
export function meanInfluence(values: Float64Array, weights: Float64Array, inDomain?: Domain): MeanEstimate {
  requireSameLength(values, weights, inDomain)
  const marks = inDomain ?? null
  let totalWeight = 0
  let weighted = 0
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value || (marks !== null && marks[i] === 0)) continue
    totalWeight += weights[i] as number
    weighted += (weights[i] as number) * value
    count++
  }
  const mean = totalWeight > 0 ? weighted / totalWeight : Number.NaN
  const influence = new Float64Array(values.length)
  if (!(totalWeight > 0)) return { mean, totalWeight, count, influence }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== value || (marks !== null && marks[i] === 0)) continue
    influence[i] = ((weights[i] as number) * (value - mean)) / totalWeight
  }
  return { mean, totalWeight, count, influence }
}

/**
 * Deviation D of a territory's mean from the mean of the whole that contains it (or of the rest), as overlapping samples.
 *
 * Influence u_i = e_i w_i (y_i - R_d) / N_d - w_i (y_i - R) / N, with e_i = 1 in the territory: rows in both count once.
 * `whole` marks the rows of the whole (null: all rows); the territory must lie inside it. Against `rest`, the second mean is
 * over the whole less the territory. NaN deviation when either mean is. Source: METHODS 5. Equals R survey's
 * `svycontrast` of the two means with their covariance.
 *
 * @example deviationInfluence(Float64Array.of(0, 1, 1, 1), Float64Array.of(1, 1, 1, 1), Uint8Array.of(1, 1, 0, 0))
 * // => deviation -0.25, influence [-0.0625, 0.1875, -0.0625, -0.0625]
 */
export function deviationInfluence(
  values: Float64Array,
  weights: Float64Array,
  inTerritory: Uint8Array,
  whole: Domain = null,
  versus: 'whole' | 'rest' = 'whole',
): DeviationEstimate {
  const territory = meanInfluence(values, weights, inTerritory)
  const against = meanInfluence(values, weights, comparedRows(inTerritory, whole, versus))
  const influence = new Float64Array(values.length)
  for (let i = 0; i < influence.length; i++) influence[i] = (territory.influence[i] as number) - (against.influence[i] as number)
  return { deviation: territory.mean - against.mean, territory, against, influence }
}

function comparedRows(inTerritory: Uint8Array, whole: Domain, versus: 'whole' | 'rest'): Domain {
  const outside = whole ? inTerritory.findIndex((inside, i) => inside !== 0 && whole[i] === 0) : -1
  if (outside >= 0) throw new RangeError(`Row ${outside} lies in the territory but not in the whole`)
  if (versus === 'whole') return whole
  return inTerritory.map((inside, i) => (inside === 0 && (!whole || whole[i] !== 0) ? 1 : 0))
}
