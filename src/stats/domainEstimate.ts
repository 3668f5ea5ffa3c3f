/** What is estimated over a domain. A proportion is the mean of an indicator. */
export type DomainFigure = 'mean' | 'total'

/** A mean or total over the rows of a domain that have a value, with what its variance needs. */
export interface DomainEstimate {
  /** NaN where the weights do not sum to more than 0. */
  readonly value: number
  /** Unweighted number of rows, those of weight 0 included. */
  readonly n: number
  /** Σ w. */
  readonly totalWeight: number
  /** Kish's (Σ w)² / Σ w²; 0 without a weight other than 0. Weights may be negative, as linear calibration can make them. */
  readonly effectiveN: number
  /** Per row listed: the linearised variable, weight not included: (y - mean) / Σ w, or y. */
  readonly linearised: Float64Array
  /** Size of the terms whose differences make the variance: a standard error below 1e-12 of it is rounding and means zero. */
  readonly scale: number
}

/**
 * Weighted mean or total over some rows, with its linearised variable.
 *
 * `rows` lists the rows of the domain whose value is known; `values` and `weights` hold one entry per row of the sample.
 * The variable does not include the weight, so that rows whose calibrated weight is 0 keep theirs in the regression of the residuals.
 * Source: METHODS 4. Equals the linearisation of R survey's `svymean` and `svytotal`.
 *
 * @example domainEstimate('mean', Int32Array.of(0, 2), Float64Array.of(1, 9, 3), Float64Array.of(1, 1, 3))
 * // => value 2.5, n 2, totalWeight 4, effectiveN 1.6, linearised [-0.375, 0.125]
 */
export function domainEstimate(
  figure: DomainFigure,
  rows: Int32Array,
  values: Float64Array,
  weights: Float64Array,
): DomainEstimate {
  let totalWeight = 0
  let squares = 0
  let sum = 0
  let size = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const weight = weights[row] as number
    const weighted = weight * (values[row] as number)
    totalWeight += weight
    squares += weight * weight
    sum += weighted
    size += Math.abs(weighted)
  }
  const n = rows.length
  const effectiveN = squares > 0 ? (totalWeight * totalWeight) / squares : 0
  if (!(totalWeight > 0)) {
    return { value: Number.NaN, n, totalWeight, effectiveN, linearised: new Float64Array(n), scale: 0 }
  }
  const isMean = figure === 'mean'
  const mean = sum / totalWeight
  const linearised = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    const value = values[rows[k] as number] as number
    linearised[k] = isMean ? (value - mean) / totalWeight : value
  }
  return { value: isMean ? mean : sum, n, totalWeight, effectiveN, linearised, scale: isMean ? size / totalWeight : size }
}

/**
 * Variance that simple random sampling without replacement would give the same estimate: s² (N - n) / (N n) for a mean, N² times as much for a
 * total, N being the sum of the domain's weights, n the rows of weight other than 0, s² the weighted variance times n / (n - 1).
 *
 * NaN where there is no such population (N <= n) or n < 2. The design effect is the design variance over it.
 * Equals the denominator of `deff = TRUE` in R survey's `svymean` and `svytotal`.
 *
 * @example simpleVariance('mean', domainEstimate('mean', rows, values, weights), rows, values, weights)
 */
export function simpleVariance(
  figure: DomainFigure,
  estimate: Pick<DomainEstimate, 'totalWeight'>,
  rows: Int32Array,
  values: Float64Array,
  weights: Float64Array,
): number {
  const { totalWeight } = estimate
  let n = 0
  let sum = 0
  for (let k = 0; k < rows.length; k++) {
    const weight = weights[rows[k] as number] as number
    if (weight !== 0) n++
    sum += weight * (values[rows[k] as number] as number)
  }
  if (n < 2 || !(totalWeight > n)) return Number.NaN
  const mean = sum / totalWeight
  let squares = 0
  for (let k = 0; k < rows.length; k++) {
    const deviation = (values[rows[k] as number] as number) - mean
    squares += (weights[rows[k] as number] as number) * deviation * deviation
  }
  const variance = ((squares / totalWeight) * n) / (n - 1)
  const ofMean = (variance * (totalWeight - n)) / (totalWeight * n)
  return figure === 'mean' ? ofMean : ofMean * totalWeight * totalWeight
}
