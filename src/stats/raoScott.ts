import { fUpperTail } from './fDistribution.ts'
import { type Factor, factorise, solve } from './linearSystem.ts'

/** Rao and Scott's second-order test that rows and columns of a table are independent. */
export interface RaoScott {
  /** Pearson's X² of the weighted shares, scaled to the n rows of the table. */
  readonly chi2: number
  readonly F: number
  /** (tr Δ)² / tr Δ²: degrees of freedom of the numerator. */
  readonly ndf: number
  /** ndf × (units - strata). */
  readonly ddf: number
  readonly p: number
}

export interface RaoScottInput {
  /** Cells row by row: share of (row i, column j) at i * columns + j. Every row and every column has a share above 0. */
  readonly share: Float64Array
  /** Design covariance of the shares, cells × cells. */
  readonly covariance: Float64Array
  readonly rows: number
  readonly columns: number
  /** Rows of the sample in the table. */
  readonly n: number
  /** Units less strata of the whole design. */
  readonly degrees: number
}

/** Helmert's contrasts of k levels: k - 1 vectors of length 1, orthogonal to each other and to the constant. */
function contrasts(k: number): Float64Array[] {
  return Array.from({ length: k - 1 }, (_, i) => {
    const norm = Math.sqrt((i + 1) * (i + 2))
    return Float64Array.from({ length: k }, (_level, j) => (j <= i ? 1 / norm : j === i + 1 ? -(i + 1) / norm : 0))
  })
}

/** Contrasts of the interaction over the inverse share: each a vector over the cells; 0 in an empty cell, as R has it. */
function scaledInteractions(share: Float64Array, rows: number, columns: number): { plain: Float64Array; scaled: Float64Array }[] {
  return contrasts(rows).flatMap((a) =>
    contrasts(columns).map((b) => {
      const plain = Float64Array.from(
        { length: rows * columns },
        (_, cell) => (a[Math.floor(cell / columns)] as number) * (b[cell % columns] as number),
      )
      return { plain, scaled: plain.map((value, cell) => (share[cell] === 0 ? 0 : value / (share[cell] as number))) }
    }),
  )
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  return Float64Array.from({ length: size }, (_, i) => dot(matrix.subarray(i * size, (i + 1) * size), vector))
}

/**
 * Pearson's X² of the shares of a table, over the number of its rows: Σ (p - p_row p_column)² / (p_row p_column).
 *
 * `share` holds the cells row by row and sums to 1; every row and column has a share above 0.
 *
 * @example pearsonStatistic(Float64Array.of(0.5, 0, 0, 0.5), 2, 2) // => 1
 */
export function pearsonStatistic(share: Float64Array, rows: number, columns: number): number {
  const rowShare = new Float64Array(rows)
  const columnShare = new Float64Array(columns)
  for (const [cell, p] of share.entries()) {
    const i = Math.floor(cell / columns)
    rowShare[i] = (rowShare[i] as number) + p
    columnShare[cell % columns] = (columnShare[cell % columns] as number) + p
  }
  let sum = 0
  for (const [cell, p] of share.entries()) {
    const expected = (rowShare[Math.floor(cell / columns)] as number) * (columnShare[cell % columns] as number)
    sum += (p - expected) ** 2 / expected
  }
  return sum
}

/** Traces of Δ and Δ², Δ = (C'D⁻¹C / n)⁻¹ C'D⁻¹ V D⁻¹ C; null where the table leaves a contrast without any cell. */
function traces({ share, covariance, rows, columns, n }: RaoScottInput): { first: number; second: number } | null {
  const interactions = scaledInteractions(share, rows, columns)
  const size = interactions.length
  const simple = new Float64Array(size * size)
  const design = new Float64Array(size * size)
  for (const [i, one] of interactions.entries()) {
    const spread = times(covariance, one.scaled)
    for (const [j, other] of interactions.entries()) {
      simple[i * size + j] = dot(other.plain, one.scaled) / n
      design[i * size + j] = dot(other.scaled, spread)
    }
  }
  const factor: Factor = factorise(simple, size)
  if (factor.rank < size) return null
  const columnsOfDelta = Array.from({ length: size }, (_, j) =>
    solve(
      factor,
      Float64Array.from({ length: size }, (_cell, i) => design[i * size + j] as number),
    ),
  )
  let first = 0
  let second = 0
  for (let i = 0; i < size; i++) {
    first += columnsOfDelta[i]?.[i] as number
    for (let j = 0; j < size; j++) second += (columnsOfDelta[i]?.[j] as number) * (columnsOfDelta[j]?.[i] as number)
  }
  return { first, second }
}

/**
 * Rao and Scott's test with the second-order correction, referred to F: X² / tr Δ against F(d, d ν), d = (tr Δ)² / tr Δ², ν = units - strata.
 *
 * Null where the test is not defined: fewer than two rows or columns, no degrees of freedom, no estimable covariance, or so many empty cells that a
 * contrast of the interaction has none. RangeError when the sizes disagree. Source: J. N. K. Rao and A. J. Scott, Annals of Statistics 12 (1984);
 * D. R. Thomas and J. N. K. Rao (1990). Equals R survey's `svychisq(statistic = "F")`.
 *
 * @example raoScott({ share, covariance, rows: 2, columns: 3, n: 200, degrees: 197 }) // apistrat, sch.wide by stype => F 17.24744396, ndf 1.828671504, ddf 360.248286
 */
export function raoScott(input: RaoScottInput): RaoScott | null {
  const { share, covariance, rows, columns, n, degrees } = input
  const cells = rows * columns
  if (share.length !== cells || covariance.length !== cells * cells)
    throw new RangeError(
      `A table of ${rows} × ${columns} has ${cells} shares, got ${share.length} and ${covariance.length} covariances`,
    )
  if (rows < 2 || columns < 2 || !(degrees > 0) || covariance.some((value) => Number.isNaN(value))) return null
  const delta = traces(input)
  if (!delta || !(delta.first > 0 && delta.second > 0)) return null
  const chi2 = n * pearsonStatistic(share, rows, columns)
  const F = chi2 / delta.first
  const ndf = (delta.first * delta.first) / delta.second
  const ddf = ndf * degrees
  return { chi2, F, ndf, ddf, p: fUpperTail(F, ndf, ddf) }
}
