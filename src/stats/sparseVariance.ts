import type { CalibrationColumns } from './calibrateColumns.ts'
import { solve } from './linearSystem.ts'
import { unitsPerStratum, type SampleDesign } from './sampleDesign.ts'

/** The calibration of a design, condensed to what the variance of sparse influences needs; p is the number of its columns (dummies and numeric variables). */
interface Condensed {
  readonly size: number
  readonly columns: CalibrationColumns
  /** Design weight over calibrated weight, per row: turns an influence into its share of X'Dz. */
  readonly backWeight: Float64Array
  /** Sum over a unit's rows of w x, as triples in order of units: `start[u]..start[u + 1]`. */
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Float64Array
  /** strata × p: sums over the stratum's units. */
  readonly stratumSums: Float64Array
  /** p × p: Σ_h c_h (Σ_u X_u X_u' − s_h s_h' / n_h). */
  readonly gram: Float64Array
}

/** A design and its weights, prepared once so that the variance of an estimate costs as much as its answers, not as the whole sample. */
export interface VarianceFrame {
  readonly design: SampleDesign
  /** n_h of each stratum. */
  readonly counts: Float64Array
  /** (1 − f_h) n_h / (n_h − 1) of each stratum; NaN with one unit only. */
  readonly corrections: Float64Array
  readonly calibrated: Condensed | null
  /** Working memory, −1 between calls: where each unit's total is kept. */
  readonly slot: Int32Array
}

function correctionsOf(design: SampleDesign, counts: Float64Array): Float64Array {
  return counts.map((n, h) => {
    const unsampled = 1 - (design.fraction?.[h] ?? 0)
    return unsampled === 0 ? 0 : n < 2 ? Number.NaN : (unsampled * n) / (n - 1)
  })
}

/** Sums of w x per unit, kept sparse: a unit has few dummies, and one entry per numeric variable. */
function unitSums(
  design: SampleDesign,
  weights: Float64Array,
  { codes, numeric }: CalibrationColumns,
): { start: Int32Array; column: Int32Array; value: Float64Array } {
  const perUnit: Map<number, number>[] = Array.from({ length: design.units }, () => new Map())
  for (let row = 0; row < weights.length; row++) {
    const sums = perUnit[design.unit[row] as number] as Map<number, number>
    const add = (column: number, value: number): void => void sums.set(column, (sums.get(column) ?? 0) + value)
    for (const columns of codes) add(columns[row] as number, weights[row] as number)
    for (const { column, values } of numeric) add(column, (weights[row] as number) * (values[row] as number))
  }
  const start = new Int32Array(design.units + 1)
  for (const [u, sums] of perUnit.entries()) start[u + 1] = (start[u] as number) + sums.size
  const entries = perUnit.flatMap((sums) => [...sums])
  return {
    start,
    column: Int32Array.from(entries, ([column]) => column),
    value: Float64Array.from(entries, ([, value]) => value),
  }
}

function condense(
  design: SampleDesign,
  weights: Float64Array,
  counts: Float64Array,
  corrections: Float64Array,
): Condensed | null {
  const { calibration } = design
  if (!calibration) return null
  const { columns } = calibration
  const { size } = columns
  const backWeight = calibration.designWeights.map((d, i) => (weights[i] === 0 ? 0 : d / (weights[i] as number)))
  const { start, column, value } = unitSums(design, weights, columns)
  const stratumSums = new Float64Array(design.strata * size)
  const gram = new Float64Array(size * size)
  for (let u = 0; u < design.units; u++) {
    const h = design.stratumOfUnit[u] as number
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      const a = column[i] as number
      stratumSums[h * size + a] = (stratumSums[h * size + a] as number) + (value[i] as number)
      for (let j = start[u] as number; j < (start[u + 1] as number); j++) {
        const at = a * size + (column[j] as number)
        gram[at] = (gram[at] as number) + (corrections[h] as number) * (value[i] as number) * (value[j] as number)
      }
    }
  }
  for (let h = 0; h < design.strata; h++) {
    const scale = (corrections[h] as number) / (counts[h] as number)
    for (let a = 0; a < size; a++) {
      const left = scale * (stratumSums[h * size + a] as number)
      if (left === 0) continue
      for (let b = 0; b < size; b++)
        gram[a * size + b] = (gram[a * size + b] as number) - left * (stratumSums[h * size + b] as number)
    }
  }
  return { size, columns, backWeight, start, column, value, stratumSums, gram }
}

/**
 * Prepares a design for `sparseCovariance`. `weights` are those the influences are made with: the calibrated ones where the design has a calibration.
 * Time: units × margins², strata × p², p the number of columns of the calibration.
 */
export function varianceFrame(design: SampleDesign, weights: Float64Array): VarianceFrame {
  const counts = unitsPerStratum(design)
  const corrections = correctionsOf(design, counts)
  const calibrated = condense(design, weights, counts, corrections)
  return { design, counts, corrections, calibrated, slot: new Int32Array(design.units).fill(-1) }
}

/** The units that a list of rows touches: `unit[slotOfRow[k]]` is the unit of the k-th row. */
interface Touched {
  readonly unit: Int32Array
  readonly slotOfRow: Int32Array
}

function touchedUnits({ design, slot }: VarianceFrame, rows: Int32Array): Touched {
  const unit = new Int32Array(rows.length)
  const slotOfRow = new Int32Array(rows.length)
  let count = 0
  for (let k = 0; k < rows.length; k++) {
    const u = design.unit[rows[k] as number] as number
    if (slot[u] === -1) {
      slot[u] = count
      unit[count++] = u
    }
    slotOfRow[k] = slot[u] as number
  }
  for (let s = 0; s < count; s++) slot[unit[s] as number] = -1
  return { unit: unit.subarray(0, count), slotOfRow }
}

/** One influence, reduced: totals by unit touched, sums by stratum, and under a calibration its coefficients β and cross products r. */
interface Reduced {
  readonly total: Float64Array
  readonly stratum: Float64Array
  readonly beta: Float64Array | null
  readonly cross: Float64Array | null
}

function coefficients(frame: VarianceFrame, condensed: Condensed, rows: Int32Array, influence: Float64Array): Float64Array {
  const { codes, numeric } = condensed.columns
  const rhs = new Float64Array(condensed.size)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const dz = (influence[k] as number) * (condensed.backWeight[row] as number)
    if (dz === 0) continue
    for (const columns of codes) rhs[columns[row] as number] = (rhs[columns[row] as number] as number) + dz
    for (const { column, values } of numeric) rhs[column] = (rhs[column] as number) + dz * (values[row] as number)
  }
  if (!frame.design.calibration) throw new Error('A condensed calibration belongs to a calibrated design')
  return solve(frame.design.calibration.factor, rhs)
}

function crossProducts(
  frame: VarianceFrame,
  condensed: Condensed,
  units: Int32Array,
  total: Float64Array,
  stratum: Float64Array,
): Float64Array {
  const { size, start, column, value, stratumSums } = condensed
  const { design, corrections, counts } = frame
  const cross = new Float64Array(size)
  for (let s = 0; s < units.length; s++) {
    const u = units[s] as number
    const scaled = (corrections[design.stratumOfUnit[u] as number] as number) * (total[s] as number)
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      const a = column[i] as number
      cross[a] = (cross[a] as number) + scaled * (value[i] as number)
    }
  }
  for (let h = 0; h < design.strata; h++) {
    const scale = ((corrections[h] as number) * (stratum[h] as number)) / (counts[h] as number)
    if (scale === 0) continue
    for (let a = 0; a < size; a++) cross[a] = (cross[a] as number) - scale * (stratumSums[h * size + a] as number)
  }
  return cross
}

function reduce(frame: VarianceFrame, rows: Int32Array, touched: Touched, influence: Float64Array): Reduced {
  const { design, calibrated } = frame
  const total = new Float64Array(touched.unit.length)
  for (let k = 0; k < rows.length; k++) {
    const s = touched.slotOfRow[k] as number
    total[s] = (total[s] as number) + (influence[k] as number)
  }
  const stratum = new Float64Array(design.strata)
  for (let s = 0; s < total.length; s++) {
    const h = design.stratumOfUnit[touched.unit[s] as number] as number
    stratum[h] = (stratum[h] as number) + (total[s] as number)
  }
  if (!calibrated) return { total, stratum, beta: null, cross: null }
  const beta = coefficients(frame, calibrated, rows, influence)
  return { total, stratum, beta, cross: crossProducts(frame, calibrated, touched.unit, total, stratum) }
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function quadratic(a: Float64Array, matrix: Float64Array, b: Float64Array): number {
  const size = a.length
  let sum = 0
  for (let i = 0; i < size; i++) {
    const left = a[i] as number
    if (left === 0) continue
    let row = 0
    for (let j = 0; j < size; j++) row += (matrix[i * size + j] as number) * (b[j] as number)
    sum += left * row
  }
  return sum
}

function covariance(frame: VarianceFrame, units: Int32Array, a: Reduced, b: Reduced): number {
  const { design, corrections, counts, calibrated } = frame
  let sum = 0
  for (let s = 0; s < units.length; s++) {
    const correction = corrections[design.stratumOfUnit[units[s] as number] as number] as number
    sum += correction * (a.total[s] as number) * (b.total[s] as number)
  }
  for (let h = 0; h < design.strata; h++) {
    sum -= ((corrections[h] as number) * (a.stratum[h] as number) * (b.stratum[h] as number)) / (counts[h] as number)
  }
  if (!calibrated || !a.beta || !b.beta || !a.cross || !b.cross) return sum
  return sum - product(a.beta, b.cross) - product(b.beta, a.cross) + quadratic(a.beta, calibrated.gram, b.beta)
}

/**
 * Design variances of two estimates and their covariance from their influences (weight included) on a few rows, all sampled units counted.
 *
 * `rows` lists each row that has an influence on either, once; `first` and `second` hold one value per row listed. The same figures as `designVariance`
 * and `designCovariance` of `unitTotals`: with u = a − Xβ the sums over all units are expanded into those over the units touched and into products
 * prepared in the frame, so that the cost is answers × margins + p². NaN when a stratum has one unit only.
 *
 * @example const frame = varianceFrame(sampleDesign({ unit: [1, 2, 3] }), Float64Array.of(1, 1, 1))
 * sparseCovariance(frame, Int32Array.of(0, 2), Float64Array.of(-1, 1), Float64Array.of(2, -2)) // => { first: 3, second: 12, covariance: -6 }
 */
export function sparseCovariance(
  frame: VarianceFrame,
  rows: Int32Array,
  first: Float64Array,
  second: Float64Array,
): { first: number; second: number; covariance: number } {
  const touched = touchedUnits(frame, rows)
  const a = reduce(frame, rows, touched, first)
  const b = reduce(frame, rows, touched, second)
  return {
    first: covariance(frame, touched.unit, a, a),
    second: covariance(frame, touched.unit, b, b),
    covariance: covariance(frame, touched.unit, a, b),
  }
}

/** Degrees of freedom of the rows in a domain: their units less their strata. */
export function sparseDegreesOfFreedom(frame: VarianceFrame, rows: Int32Array, domain: Uint8Array): number {
  const { design } = frame
  const { unit } = touchedUnits(
    frame,
    rows.filter((row) => domain[row] === 1),
  )
  const strata = new Uint8Array(design.strata)
  for (const u of unit) strata[design.stratumOfUnit[u] as number] = 1
  return unit.length - strata.reduce((sum, flag) => sum + flag, 0)
}
