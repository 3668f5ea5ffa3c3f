import { residualise } from './calibrationResiduals.ts'
import { designVariance } from './linearisedVariance.ts'
import { type SampleDesign, unitsPerStratum } from './sampleDesign.ts'

/** A design made ready for the variances of many domains. */
export interface DomainFrame {
  readonly design: SampleDesign
  /** Final weights per row: the calibrated ones where the design has a calibration. */
  readonly weights: Float64Array
  /** n_h: sampled units of each stratum, those without a row in a domain included. */
  readonly counts: Float64Array
  /** Working memory, -1 between calls: where each unit's total is kept. */
  readonly slot: Int32Array
}

/** Prepares a design and its weights for `domainVariance` and `domainDegrees`. */
export function domainFrame(design: SampleDesign, weights: Float64Array): DomainFrame {
  if (weights.length !== design.unit.length)
    throw new RangeError(`The design has ${design.unit.length} rows, got ${weights.length} weights`)
  return { design, weights, counts: unitsPerStratum(design), slot: new Int32Array(design.units).fill(-1) }
}

/** Totals of w z by unit, over the units that the rows touch. */
function touchedTotals(
  frame: DomainFrame,
  rows: Int32Array,
  linearised: Float64Array,
): { unit: Int32Array; total: Float64Array } {
  const { design, weights, slot } = frame
  const unit = new Int32Array(rows.length)
  const total = new Float64Array(rows.length)
  let count = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const u = design.unit[row] as number
    if (slot[u] === -1) {
      slot[u] = count
      unit[count++] = u
    }
    const at = slot[u] as number
    total[at] = (total[at] as number) + (weights[row] as number) * (linearised[k] as number)
  }
  for (let k = 0; k < count; k++) slot[unit[k] as number] = -1
  return { unit: unit.subarray(0, count), total: total.subarray(0, count) }
}

/** Σ_h (1 - f_h) n_h / (n_h - 1) Σ_c (t_hc - t̄_h)², units without a row having the total 0. */
function spreadOf(frame: DomainFrame, unit: Int32Array, total: Float64Array): number {
  const { design, counts } = frame
  const sums = new Float64Array(design.strata)
  const touched = new Float64Array(design.strata)
  for (let k = 0; k < unit.length; k++) {
    const h = design.stratumOfUnit[unit[k] as number] as number
    sums[h] = (sums[h] as number) + (total[k] as number)
    touched[h] = (touched[h] as number) + 1
  }
  const squares = new Float64Array(design.strata)
  for (let k = 0; k < unit.length; k++) {
    const h = design.stratumOfUnit[unit[k] as number] as number
    const deviation = (total[k] as number) - (sums[h] as number) / (counts[h] as number)
    squares[h] = (squares[h] as number) + deviation * deviation
  }
  let variance = 0
  for (let h = 0; h < design.strata; h++) {
    if (touched[h] === 0) continue
    const n = counts[h] as number
    const unsampled = 1 - (design.fraction?.[h] ?? 0)
    if (unsampled === 0) continue
    if (n < 2) return Number.NaN
    const mean = (sums[h] as number) / n
    variance += ((unsampled * n) / (n - 1)) * ((squares[h] as number) + (n - (touched[h] as number)) * mean * mean)
  }
  return variance
}

/** The residuals of the regression on the margins reach every row of the sample, those outside the domain too. */
function calibratedVariance(
  frame: DomainFrame,
  calibration: NonNullable<SampleDesign['calibration']>,
  rows: Int32Array,
  linearised: Float64Array,
): number {
  const { design, weights } = frame
  const z = new Float64Array(weights.length)
  for (let k = 0; k < rows.length; k++) z[rows[k] as number] = linearised[k] as number
  const residuals = residualise(calibration, z)
  const totals = new Float64Array(design.units)
  for (let row = 0; row < residuals.length; row++) {
    const u = design.unit[row] as number
    totals[u] = (totals[u] as number) + (residuals[row] as number) * (weights[row] as number)
  }
  return designVariance(design, totals)
}

/**
 * Design variance of an estimate from its linearised variable (weight not included) on the rows of a domain, all sampled units counted.
 *
 * With a calibration, the variable is replaced by its residual from the regression on the margins weighted by the design weights, over all rows.
 * NaN (not estimable) when a stratum that has a row in the domain has one unit only, unless it was taken whole; with a calibration, when any stratum has.
 * Time without a calibration: rows of the domain and strata. Source: METHODS 4. Equals R survey's variance of `svymean(y, subset(design, …))`
 * with `lonely.psu = "fail"`, after `calibrate` too.
 *
 * @example domainVariance(domainFrame(sampleDesign({ unit: [1, 2, 3] }), Float64Array.of(1, 1, 1)), Int32Array.of(0, 2), Float64Array.of(-1, 1)) // => 3
 */
export function domainVariance(frame: DomainFrame, rows: Int32Array, linearised: Float64Array): number {
  if (linearised.length !== rows.length) throw new RangeError(`${rows.length} rows need as many values, got ${linearised.length}`)
  const { calibration } = frame.design
  if (calibration) return calibratedVariance(frame, calibration, rows, linearised)
  const { unit, total } = touchedTotals(frame, rows, linearised)
  return spreadOf(frame, unit, total)
}

/**
 * Degrees of freedom of a domain: units less strata, counted over the rows listed whose weight is not 0.
 *
 * Equals R survey's `degf(subset(design, …))`.
 *
 * @example domainDegrees(domainFrame(sampleDesign({ unit: [1, 1, 2] }), Float64Array.of(1, 1, 1)), Int32Array.of(0, 1, 2)) // => 1
 */
export function domainDegrees(frame: DomainFrame, rows: Int32Array): number {
  const { design, weights } = frame
  const units = new Uint8Array(design.units)
  const strata = new Uint8Array(design.strata)
  let degrees = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const u = design.unit[row] as number
    if (weights[row] === 0 || units[u] === 1) continue
    units[u] = 1
    degrees++
    const h = design.stratumOfUnit[u] as number
    if (strata[h] === 0) degrees--
    strata[h] = 1
  }
  return degrees
}
