import { type Factor, factorise, solve } from './linearSystem.ts'

/** One categorical margin the weights were calibrated on: the category index of each row. */
export interface CalibrationMargin {
  /** Per row: 0..number of categories - 1. */
  codes: Int32Array
  /** One entry per category (only their number is used here). */
  categories: readonly string[]
}

/** The regression of calibrated weights, made once and used for every estimate. */
export interface Calibration {
  designWeights: Float64Array
  margins: readonly CalibrationMargin[]
  /** Per margin: index of its first dummy variable. */
  offsets: readonly number[]
  /** Factor of X'DX, X the dummies of all margins, D the design weights. */
  factor: Factor
}

function requireCodes(margin: CalibrationMargin, rows: number): void {
  if (margin.codes.length !== rows) throw new RangeError(`${rows} design weights need as many codes, got ${margin.codes.length}`)
  for (let row = 0; row < rows; row++) {
    const code = margin.codes[row] as number
    if (!(code >= 0 && code < margin.categories.length)) {
      throw new RangeError(`Row ${row} has category ${code}, the margin has ${margin.categories.length} categories`)
    }
  }
}

/**
 * Prepares the residuals of weights calibrated (raked) on categorical margins: X'DX of all the dummies, factorised once.
 *
 * `designWeights` are those from before calibration, per row, 0 or more. The dummies of several margins are rank deficient by
 * nature; the redundant ones are dropped. RangeError when a code lies outside its categories or the lengths differ.
 * Time and space: rows × margins², categories².
 *
 * @example calibration(Float64Array.of(1, 1, 2), [{ codes: Int32Array.of(0, 1, 1), categories: ['a', 'b'] }]) // => factor.rank 2
 */
export function calibration(designWeights: Float64Array, margins: readonly CalibrationMargin[]): Calibration {
  const offsets: number[] = []
  let size = 0
  for (const margin of margins) {
    requireCodes(margin, designWeights.length)
    offsets.push(size)
    size += margin.categories.length
  }
  const matrix = new Float64Array(size * size)
  for (const [first, margin] of margins.entries()) {
    for (let second = 0; second <= first; second++) {
      const other = margins[second] as CalibrationMargin
      addCrossTable(matrix, size, designWeights, {
        rowCodes: margin.codes,
        rowOffset: offsets[first] as number,
        columnCodes: other.codes,
        columnOffset: offsets[second] as number,
      })
    }
  }
  return { designWeights, margins, offsets, factor: factorise(matrix, size) }
}

interface Crossing {
  rowCodes: Int32Array
  rowOffset: number
  columnCodes: Int32Array
  columnOffset: number
}

/** Adds the weighted cross table of two margins to its block of the normal equations (lower triangle). */
function addCrossTable(matrix: Float64Array, size: number, weights: Float64Array, crossing: Crossing): void {
  const { rowCodes, rowOffset, columnCodes, columnOffset } = crossing
  for (let i = 0; i < weights.length; i++) {
    const cell = (rowOffset + (rowCodes[i] as number)) * size + columnOffset + (columnCodes[i] as number)
    matrix[cell] = (matrix[cell] as number) + (weights[i] as number)
  }
}

/**
 * Residuals of the regression of z on the margins' dummies, weighted by the design weights: e = z - X (X'DX)⁻¹ X'D z.
 *
 * One value per row; z is not changed. Time: rows × margins. RangeError when z has another length.
 * Source: J.-C. Deville and C.-E. Särndal, JASA 87 (1992). Equals the residuals in R survey's `calibrate`.
 *
 * @example // one margin: deviations from the category's weighted mean
 * residualise(calibration(Float64Array.of(1, 1, 1), [{ codes: Int32Array.of(0, 1, 1), categories: ['a', 'b'] }]),
 *   Float64Array.of(5, 1, 3)) // => [0, -1, 1]
 */
export function residualise(calibration: Calibration, z: Float64Array): Float64Array {
  const { designWeights, margins, offsets, factor } = calibration
  if (z.length !== designWeights.length)
    throw new RangeError(`The calibration has ${designWeights.length} rows, got ${z.length} values`)
  const rhs = new Float64Array(factor.size)
  for (const [m, margin] of margins.entries()) {
    const offset = offsets[m] as number
    for (let i = 0; i < z.length; i++) {
      const column = offset + (margin.codes[i] as number)
      rhs[column] = (rhs[column] as number) + (designWeights[i] as number) * (z[i] as number)
    }
  }
  const coefficients = solve(factor, rhs)
  const residuals = Float64Array.from(z)
  for (const [m, margin] of margins.entries()) {
    const offset = offsets[m] as number
    for (let i = 0; i < z.length; i++) {
      residuals[i] = (residuals[i] as number) - (coefficients[offset + (margin.codes[i] as number)] as number)
    }
  }
  return residuals
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
