/** One auxiliary variable of a calibration: the category of each row, or a number per row. */
export type CalibrationMargin =
  | {
      /** Per row: 0..number of categories - 1. */
      codes: Int32Array
      /** One entry per category (only their number is used here). */
      categories: readonly string[]
    }
  | {
      /** Per row; finite. */
      values: Float64Array
    }

/** A numeric variable as a column. */
export interface NumericColumn {
  readonly column: number
  /** Per row: the variable over `scale`, so that all columns are of one size. */
  readonly values: Float64Array
  readonly scale: number
}

/** The auxiliary variables of a calibration as columns: one per category, one per numeric variable, in the order given. */
export interface CalibrationColumns {
  /** Number of columns p. */
  readonly size: number
  /** One array per margin of categories: the column of each row's category. */
  readonly codes: readonly Int32Array[]
  readonly numeric: readonly NumericColumn[]
}

function greatestSize(values: Float64Array): number {
  let greatest = 0
  for (let row = 0; row < values.length; row++) greatest = Math.max(greatest, Math.abs(values[row] as number))
  return greatest > 0 ? greatest : 1
}

/**
 * Lays out the columns of a list of margins, without changing them.
 *
 * @example calibrationColumns([{ values: Float64Array.of(20, 40) }]) // => size 1, numeric [{ column 0, values [0.5, 1], scale 40 }]
 */
export function calibrationColumns(margins: readonly CalibrationMargin[]): CalibrationColumns {
  const codes: Int32Array[] = []
  const numeric: NumericColumn[] = []
  let size = 0
  for (const margin of margins) {
    const column = size
    if ('codes' in margin) {
      codes.push(column === 0 ? margin.codes : margin.codes.map((code) => code + column))
      size += margin.categories.length
      continue
    }
    const scale = greatestSize(margin.values)
    numeric.push({ column, values: margin.values.map((value) => value / scale), scale })
    size++
  }
  return { size, codes, numeric }
}

/**
 * Column totals Σ w x, over the columns' scales.
 *
 * @example columnTotals(calibrationColumns([{ values: Float64Array.of(20, 40) }]), Float64Array.of(1, 3)) // => [3.5]
 */
export function columnTotals({ size, codes, numeric }: CalibrationColumns, weights: Float64Array): Float64Array {
  const totals = new Float64Array(size)
  for (const columns of codes) {
    for (let row = 0; row < weights.length; row++) {
      const column = columns[row] as number
      totals[column] = (totals[column] as number) + (weights[row] as number)
    }
  }
  for (const { column, values } of numeric) {
    let total = 0
    for (let row = 0; row < weights.length; row++) total += (weights[row] as number) * (values[row] as number)
    totals[column] = total
  }
  return totals
}

/** The linear predictor x'λ of every row, into `into`. */
export function predict({ codes, numeric }: CalibrationColumns, lambda: Float64Array, into: Float64Array): void {
  into.fill(0)
  for (const columns of codes) {
    for (let row = 0; row < into.length; row++) {
      into[row] = (into[row] as number) + (lambda[columns[row] as number] as number)
    }
  }
  for (const { column, values } of numeric) {
    const slope = lambda[column] as number
    if (slope === 0) continue
    for (let row = 0; row < into.length; row++) into[row] = (into[row] as number) + slope * (values[row] as number)
  }
}

function addCrossTable(matrix: Float64Array, size: number, weights: Float64Array, rows: Int32Array, columns: Int32Array): void {
  for (let i = 0; i < weights.length; i++) {
    const cell = (rows[i] as number) * size + (columns[i] as number)
    matrix[cell] = (matrix[cell] as number) + (weights[i] as number)
  }
}

/** Adds Σ w v to both triangles at (column, category) of one numeric variable and one margin of categories. */
function addSums(
  matrix: Float64Array,
  size: number,
  weights: Float64Array,
  column: number,
  values: Float64Array,
  categories: Int32Array,
): void {
  for (let i = 0; i < weights.length; i++) {
    const category = categories[i] as number
    const added = (weights[i] as number) * (values[i] as number)
    const cell = column * size + category
    const mirrored = category * size + column
    matrix[cell] = (matrix[cell] as number) + added
    matrix[mirrored] = (matrix[mirrored] as number) + added
  }
}

function sumOfProducts(weights: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (a[i] as number) * (b[i] as number)
  return sum
}

/**
 * The weighted cross products X'WX of all columns, p × p by rows; at least the lower triangle is filled, which is what `factorise` reads.
 * `weights` may be of any sign. Time: rows × margins².
 */
export function crossProducts({ size, codes, numeric }: CalibrationColumns, weights: Float64Array): Float64Array {
  const matrix = new Float64Array(size * size)
  for (const [first, rows] of codes.entries()) {
    for (const columns of codes.slice(0, first + 1)) addCrossTable(matrix, size, weights, rows, columns)
  }
  for (const [first, { column, values }] of numeric.entries()) {
    for (const categories of codes) addSums(matrix, size, weights, column, values, categories)
    for (const other of numeric.slice(0, first + 1)) {
      matrix[column * size + other.column] = sumOfProducts(weights, values, other.values)
    }
  }
  return matrix
}
