import { type SampleDesign, unitsPerStratum } from './sampleDesign.ts'

/** Shares of the cells of a table and their design covariance. */
export interface CellShares {
  /** Σ w per cell. */
  readonly weighted: Float64Array
  /** Σ w of the table. */
  readonly totalWeight: number
  /** weighted / totalWeight; NaN without weight. */
  readonly share: Float64Array
  /** cells × cells: design covariance of the shares; NaN where a stratum that has a row in the table has one unit only. */
  readonly covariance: Float64Array
}

/** Weighted totals of each unit by cell: a unit has few cells. */
function unitCells(design: SampleDesign, cell: Int32Array, weights: Float64Array): Map<number, Map<number, number>> {
  const perUnit = new Map<number, Map<number, number>>()
  for (let row = 0; row < cell.length; row++) {
    const k = cell[row] as number
    if (k < 0) continue
    const u = design.unit[row] as number
    const cells = perUnit.get(u) ?? new Map<number, number>()
    cells.set(k, (cells.get(k) ?? 0) + (weights[row] as number))
    perUnit.set(u, cells)
  }
  return perUnit
}

/** Adds c Σ_i Σ_j a_i a_j over the entries of a sparse vector. */
function addOuter(matrix: Float64Array, size: number, entries: ReadonlyMap<number, number>, factor: number): void {
  for (const [i, a] of entries) {
    for (const [j, b] of entries) matrix[i * size + j] = (matrix[i * size + j] as number) + factor * a * b
  }
}

/** (1 - f_h) n_h / (n_h - 1); NaN for a stratum of one unit, unless it was taken whole. */
function correction(design: SampleDesign, n: number, h: number): number {
  const unsampled = 1 - (design.fraction?.[h] ?? 0)
  if (unsampled === 0) return 0
  return n < 2 ? Number.NaN : (unsampled * n) / (n - 1)
}

/** Covariance of the cells' weighted totals: Σ_h c_h (Σ_u t_u t_u' - s_h s_h' / n_h). */
function totalsCovariance(
  design: SampleDesign,
  perUnit: ReadonlyMap<number, ReadonlyMap<number, number>>,
  size: number,
): Float64Array {
  const counts = unitsPerStratum(design)
  const sums = new Map<number, Map<number, number>>()
  const matrix = new Float64Array(size * size)
  for (const [u, cells] of perUnit) {
    const h = design.stratumOfUnit[u] as number
    const stratum = sums.get(h) ?? new Map<number, number>()
    for (const [k, weight] of cells) stratum.set(k, (stratum.get(k) ?? 0) + weight)
    sums.set(h, stratum)
    addOuter(matrix, size, cells, correction(design, counts[h] as number, h))
  }
  for (const [h, stratum] of sums) {
    const n = counts[h] as number
    addOuter(matrix, size, stratum, -correction(design, n, h) / n)
  }
  return matrix
}

/** Covariance of shares from that of totals: (C_jk - p_j C_·k - p_k C_j· + p_j p_k C_··) / N². */
function ofShares(totals: Float64Array, share: Float64Array, totalWeight: number): Float64Array {
  const size = share.length
  const margins = Float64Array.from(share, (_, j) =>
    totals.subarray(j * size, (j + 1) * size).reduce((sum, value) => sum + value, 0),
  )
  const whole = margins.reduce((sum, value) => sum + value, 0)
  return totals.map((value, at) => {
    const j = Math.floor(at / size)
    const k = at % size
    const [p, q] = [share[j] as number, share[k] as number]
    return (value - p * (margins[k] as number) - q * (margins[j] as number) + p * q * whole) / (totalWeight * totalWeight)
  })
}

/**
 * Shares of the cells of a table in its total, with their design covariance by linearisation.
 *
 * `cell` holds each row's cell, 0..size - 1, or -1 for a row outside the table, which stays in the design. Units without a row in the table count in n_h.
 * Time: rows, and size² by stratum. Source: METHODS 4. Equals R survey's `svymean(~interaction(a, b))`.
 *
 * @example cellShares(sampleDesign({ unit: [1, 2, 3, 4] }), Int32Array.of(0, 1, 1, 1), Float64Array.of(1, 1, 1, 1), 2)
 * // => share [0.25, 0.75], covariance [0.0625, -0.0625, -0.0625, 0.0625]
 */
export function cellShares(design: SampleDesign, cell: Int32Array, weights: Float64Array, size: number): CellShares {
  const weighted = new Float64Array(size)
  for (let row = 0; row < cell.length; row++) {
    const k = cell[row] as number
    if (k >= 0) weighted[k] = (weighted[k] as number) + (weights[row] as number)
  }
  const totalWeight = weighted.reduce((sum, value) => sum + value, 0)
  const share = weighted.map((value) => value / totalWeight)
  const totals = totalsCovariance(design, unitCells(design, cell, weights), size)
  return { weighted, totalWeight, share, covariance: ofShares(totals, share, totalWeight) }
}
