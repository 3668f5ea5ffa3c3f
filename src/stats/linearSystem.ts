/** Cholesky factor of a symmetric positive semidefinite matrix without its aliased columns. */
export interface Factor {
  size: number
  /** Number of columns kept. */
  rank: number
  /** Row-major size × size, lower triangle L with L L' = the matrix on the kept columns; rows of dropped columns are not used. */
  lower: Float64Array
  /** Per column: 1 when it is a combination of earlier ones (or 0) and was dropped. */
  dropped: Uint8Array
}

// A column counts as a combination of earlier ones when less than this share of its square is its own.
const RELATIVE_TOLERANCE = 1e-11

/**
 * Factorises the matrix of normal equations X'DX, dropping columns that earlier ones already explain.
 *
 * `matrix` is row-major, size × size, symmetric (the lower triangle is read). RangeError when its length is wrong or it is not
 * positive semidefinite. Which columns are dropped depends on their order; fitted values and residuals do not.
 * Equals the aliasing of R's `lm` (pivot moved to the end).
 *
 * @example factorise(Float64Array.of(4, 2, 2, 1), 2) // => rank 1, dropped [0, 1]
 */
export function factorise(matrix: Float64Array, size: number): Factor {
  if (matrix.length !== size * size)
    throw new RangeError(`A ${size} × ${size} matrix has ${size * size} entries, got ${matrix.length}`)
  const lower = new Float64Array(size * size)
  const dropped = new Uint8Array(size)
  let rank = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      if (dropped[column] !== 0) continue
      const rest = (matrix[row * size + column] as number) - dot(lower, row * size, column * size, column)
      lower[row * size + column] = rest / (lower[column * size + column] as number)
    }
    const own = matrix[row * size + row] as number
    const pivot = own - dot(lower, row * size, row * size, row)
    if (!(pivot >= -1e-8 * Math.abs(own)))
      throw new RangeError(`The matrix is not positive semidefinite: pivot ${pivot} in row ${row}`)
    if (pivot <= RELATIVE_TOLERANCE * own) {
      dropped[row] = 1
      continue
    }
    lower[row * size + row] = Math.sqrt(pivot)
    rank++
  }
  return { size, rank, lower, dropped }
}

/** Sum of products of the first `length` entries from two offsets of one array. */
function dot(values: Float64Array, first: number, second: number, length: number): number {
  let sum = 0
  for (let k = 0; k < length; k++) sum += (values[first + k] as number) * (values[second + k] as number)
  return sum
}

/**
 * Solves the factorised system for one right-hand side; aliased coefficients are 0. The right-hand side is not changed.
 *
 * RangeError when its length is not the factor's size.
 *
 * @example solve(factorise(Float64Array.of(4, 2, 2, 1), 2), Float64Array.of(8, 4)) // => [2, 0]
 */
export function solve(factor: Factor, rhs: Float64Array): Float64Array {
  const { size, lower, dropped } = factor
  if (rhs.length !== size) throw new RangeError(`The system has ${size} equations, got a right-hand side of ${rhs.length}`)
  const solution = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    if (dropped[row] !== 0) continue
    let rest = rhs[row] as number
    for (let k = 0; k < row; k++) rest -= (lower[row * size + k] as number) * (solution[k] as number)
    solution[row] = rest / (lower[row * size + row] as number)
  }
  for (let row = size - 1; row >= 0; row--) {
    if (dropped[row] !== 0) continue
    let rest = solution[row] as number
    for (let k = row + 1; k < size; k++) rest -= (lower[k * size + row] as number) * (solution[k] as number)
    solution[row] = rest / (lower[row * size + row] as number)
  }
  return solution
}
