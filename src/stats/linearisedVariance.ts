import { calibratedInfluence } from './calibrationResiduals.ts'
import { type SampleDesign, unitsPerStratum } from './sampleDesign.ts'

/**
 * Sums of the rows' influences per sampling unit, what `designVariance` and `designCovariance` take.
 *
 * With `design.calibration` the influences are first replaced by calibrated weight times regression residual, for which
 * `weights` (the calibrated ones, by which the influences were made) are needed; RangeError without them.
 *
 * @example unitTotals(sampleDesign({ unit: ['a', 'b', 'a'] }), Float64Array.of(1, 2, 3)) // => [4, 2]
 */
export function unitTotals(design: SampleDesign, influence: Float64Array, weights?: Float64Array): Float64Array {
  if (influence.length !== design.unit.length) {
    throw new RangeError(`The design has ${design.unit.length} rows, got ${influence.length} influences`)
  }
  const values = design.calibration ? calibratedInfluence(design.calibration, influence, weights) : influence
  const totals = new Float64Array(design.units)
  for (let row = 0; row < values.length; row++) {
    const u = design.unit[row] as number
    totals[u] = (totals[u] as number) + (values[row] as number)
  }
  return totals
}

/**
 * Design variance of an estimate from the totals of its influences per sampling unit:
 * V = Σ_h (1 - f_h) n_h / (n_h - 1) Σ_c (z_hc - z̄_h)².
 *
 * n_h counts all sampled units of the stratum, those outside the domain (total 0) included. NaN (not estimable) when a stratum
 * has one unit only, unless it was taken whole (f_h = 1), which adds nothing. Unit: the square of the estimate's.
 * Source: METHODS 4; D. A. Binder (1983). Equals R survey's `svymean`/`svytotal` variance with `lonely.psu = "fail"`.
 *
 * @example designVariance(sampleDesign({ unit: [1, 2, 3] }), Float64Array.of(-1, 0, 1)) // => 3
 */
export function designVariance(design: SampleDesign, totals: Float64Array): number {
  return designCovariance(design, totals, totals)
}

/**
 * Design covariance of two estimates from their totals per sampling unit, as `designVariance`.
 *
 * @example designCovariance(sampleDesign({ unit: [1, 2, 3] }), Float64Array.of(-1, 0, 1), Float64Array.of(2, 0, -2)) // => -6
 */
export function designCovariance(design: SampleDesign, a: Float64Array, b: Float64Array): number {
  if (a.length !== design.units || b.length !== design.units) {
    throw new RangeError(`The design has ${design.units} units, got totals of ${a.length} and ${b.length}`)
  }
  const counts = unitsPerStratum(design)
  const meanA = stratumMeans(design, a, counts)
  const meanB = stratumMeans(design, b, counts)
  const products = new Float64Array(design.strata)
  for (let u = 0; u < design.units; u++) {
    const h = design.stratumOfUnit[u] as number
    const product = ((a[u] as number) - (meanA[h] as number)) * ((b[u] as number) - (meanB[h] as number))
    products[h] = (products[h] as number) + product
  }
  let variance = 0
  for (let h = 0; h < design.strata; h++) {
    const n = counts[h] as number
    const unsampled = 1 - (design.fraction?.[h] ?? 0)
    if (unsampled === 0) continue
    if (n < 2) return Number.NaN
    variance += ((unsampled * n) / (n - 1)) * (products[h] as number)
  }
  return variance
}

function stratumMeans(design: SampleDesign, totals: Float64Array, counts: Float64Array): Float64Array {
  const sums = new Float64Array(design.strata)
  for (let u = 0; u < design.units; u++) {
    const h = design.stratumOfUnit[u] as number
    sums[h] = (sums[h] as number) + (totals[u] as number)
  }
  return sums.map((sum, h) => sum / (counts[h] as number))
}

/**
 * Degrees of freedom: sampling units less strata, counted over the units marked (those with a row in the domain) or all.
 *
 * May be 0 (one unit per stratum, or an empty domain): then nothing can be estimated. Equals R survey's
 * `degf(subset(design, …))`.
 *
 * @example degreesOfFreedom(sampleDesign({ unit: [1, 2, 3], stratum: ['a', 'a', 'b'] }), null) // => 1
 */
export function degreesOfFreedom(design: SampleDesign, inDomainUnit: Uint8Array | null): number {
  let degrees = 0
  for (const count of unitsPerStratum(design, inDomainUnit)) degrees += Math.max(0, count - 1)
  return degrees
}
