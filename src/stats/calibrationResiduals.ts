import {
  type CalibrationColumns,
  type CalibrationMargin,
  calibrationColumns,
  columnTotals,
  crossProducts,
  predict,
} from './calibrateColumns.ts'
import { type Factor, factorise, solve } from './linearSystem.ts'

/** The regression of calibrated weights, made once and used for every estimate. */
export interface Calibration {
  designWeights: Float64Array
  /** The dummies of the categories and the numeric variables. */
  columns: CalibrationColumns
  /** Factor of X'DX, X the columns, D the design weights. */
  factor: Factor
}

function requireMargin(margin: CalibrationMargin, rows: number): void {
  if (!('codes' in margin)) {
    if (margin.values.length !== rows)
      throw new RangeError(`${rows} design weights need as many values, got ${margin.values.length}`)
    const row = margin.values.findIndex((value) => !Number.isFinite(value))
    if (row >= 0) throw new RangeError(`Row ${row} has the value ${margin.values[row]}, a finite number is needed`)
    return
  }
  if (margin.codes.length !== rows) throw new RangeError(`${rows} design weights need as many codes, got ${margin.codes.length}`)
  for (let row = 0; row < rows; row++) {
    const code = margin.codes[row] as number
    if (!(code >= 0 && code < margin.categories.length)) {
      throw new RangeError(`Row ${row} has category ${code}, the margin has ${margin.categories.length} categories`)
    }
  }
}

/**
 * Prepares the residuals of calibrated weights (raked or by any other method): X'DX of all columns, factorised once.
 *
 * `designWeights` are those from before calibration, per row, 0 or more; margins are of categories or numeric. The columns of several
 * margins are rank deficient by nature; the redundant ones are dropped. RangeError when a code lies outside its categories, a value is
 * not finite or the lengths differ. Time and space: rows × margins², columns².
 *
 * @example calibration(Float64Array.of(1, 1, 2), [{ codes: Int32Array.of(0, 1, 1), categories: ['a', 'b'] }]) // => factor.rank 2
 */
export function calibration(designWeights: Float64Array, margins: readonly CalibrationMargin[]): Calibration {
  for (const margin of margins) requireMargin(margin, designWeights.length)
  const columns = calibrationColumns(margins)
  return { designWeights, columns, factor: factorise(crossProducts(columns, designWeights), columns.size) }
}

/**
 * Residuals of the regression of z on the calibration's columns, weighted by the design weights: e = z - X (X'DX)⁻¹ X'D z.
 *
 * One value per row; z is not changed. Time: rows × margins. RangeError when z has another length.
 * Source: J.-C. Deville and C.-E. Särndal, JASA 87 (1992). Equals the residuals in R survey's `calibrate`.
 *
 * @example // one margin: deviations from the category's weighted mean
 * residualise(calibration(Float64Array.of(1, 1, 1), [{ codes: Int32Array.of(0, 1, 1), categories: ['a', 'b'] }]),
 *   Float64Array.of(5, 1, 3)) // => [0, -1, 1]
 */
export function residualise(calibration: Calibration, z: Float64Array): Float64Array {
  const { designWeights, columns, factor } = calibration
  if (z.length !== designWeights.length)
    throw new RangeError(`The calibration has ${designWeights.length} rows, got ${z.length} values`)
  const rhs = columnTotals(
    columns,
    z.map((value, row) => value * (designWeights[row] as number)),
  )
  const fitted = new Float64Array(z.length)
  predict(columns, solve(factor, rhs), fitted)
  return z.map((value, row) => value - (fitted[row] as number))
}

/**
 * Influences as calibrated weights see them: the influence over the calibrated weight is residualised, then multiplied back.
 *
 * `influence` must have been made with `weights`, the calibrated ones; rows of weight 0 stay 0. RangeError without weights.
 * Equals R survey's variance after `calibrate` (its `rake` differs slightly when the design weights are unequal).
 */
export function calibratedInfluence(calibration: Calibration, influence: Float64Array, weights?: Float64Array): Float64Array {
  if (!weights || weights.length !== influence.length) {
    throw new RangeError(
      `A calibrated design needs the calibrated weight of each of the ${influence.length} rows, got ${weights?.length}`,
    )
  }
  const z = influence.map((value, i) => (weights[i] === 0 ? 0 : value / (weights[i] as number)))
  return residualise(calibration, z).map((residual, i) => residual * (weights[i] as number))
}

// So small that it adds nothing to any total, so great that its square is still a number.
const TRACE = 1e-150

/**
 * Calibrated weights for estimates with a calibrated design: rows that the calibration left at 0 keep a trace of their design weight.
 *
 * Raking to a target of 0 takes the whole weight of a category's rows, and with it their values out of the regression behind the variance. A trace adds
 * nothing to any total, count or effective size, and keeps the values in: the limit of weights that only approach 0, as those of R survey's `calibrate`.
 * Rows whose design weight is 0 stay 0. RangeError when the lengths differ.
 *
 * @example tracedWeights(Float64Array.of(0, 3, 0), Float64Array.of(2, 2, 0)) // => [2e-150, 3, 0]
 */
export function tracedWeights(weights: Float64Array, designWeights: Float64Array): Float64Array {
  if (weights.length !== designWeights.length)
    throw new RangeError(`${designWeights.length} design weights need as many calibrated ones, got ${weights.length}`)
  return weights.map((weight, row) => (weight === 0 ? TRACE * (designWeights[row] as number) : weight))
}
