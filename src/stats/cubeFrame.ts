import { solve } from './linearSystem.ts'
import type { VarianceFrame } from './sparseVariance.ts'

/** A design laid out for the cube: what a row adds to the sums of a domain, and the matrices that turn these sums into variances. */
export interface CubeFrame {
  readonly strata: number
  readonly units: number
  /** Per row: its unit, and that unit's stratum. */
  readonly unit: Int32Array
  readonly stratum: Int32Array
  /** c_h = (1 − f_h) n_h / (n_h − 1) of each stratum, and κ_h = c_h / n_h. */
  readonly correction: Float64Array
  readonly centring: Float64Array
  /** False when a stratum has one unit only: nothing has a variance then. */
  readonly estimable: boolean
  /** Number ρ of columns of the calibration that are not combinations of others; 0 without a calibration. */
  readonly columns: number
  /** Entries of each row: `start[i]..start[i + 1]`, one per column in which the row or its unit has a value. */
  readonly start: Int32Array
  readonly column: Int32Array
  /** Per entry: what an influence of 1 on the row adds to X'Dz, and to Σ_u c_h a_u X_u. */
  readonly projected: Float64Array
  readonly crossed: Float64Array
  /** M = (X'DX)⁻¹ and MGM, ρ × ρ; MB, ρ × strata, where B holds κ_h Σ_u X_u. */
  readonly inverse: Float64Array
  readonly gram: Float64Array
  readonly lift: Float64Array
}

type Condensed = NonNullable<VarianceFrame['calibrated']>

interface Entries {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly projected: Float64Array
  readonly crossed: Float64Array
}

/** For each column its place among those kept, −1 for the others. */
function placesOf(dropped: Uint8Array): Int32Array {
  let kept = 0
  return Int32Array.from(dropped, (flag) => (flag === 1 ? -1 : kept++))
}

/** Collects the entries of one row after the other; two values of one column are added. */
function entryWriter(rows: number, capacity: number, columns: number) {
  const start = new Int32Array(rows + 1)
  const column = new Int32Array(capacity)
  const projected = new Float64Array(capacity)
  const crossed = new Float64Array(capacity)
  const seen = new Int32Array(columns).fill(-1)
  let next = 0
  const at = (place: number): number => {
    const known = seen[place] as number
    if (known !== -1) return known
    seen[place] = next
    column[next] = place
    return next++
  }
  return {
    project(place: number, value: number): void {
      if (place === -1) return
      const entry = at(place)
      projected[entry] = (projected[entry] as number) + value
    },
    cross(place: number, value: number): void {
      if (place === -1) return
      const entry = at(place)
      crossed[entry] = (crossed[entry] as number) + value
    },
    end(row: number): void {
      for (let entry = start[row] as number; entry < next; entry++) seen[column[entry] as number] = -1
      start[row + 1] = next
    },
    entries: (): Entries => ({ start, column, projected, crossed }),
  }
}

function entriesOf(frame: VarianceFrame, condensed: Condensed, places: Int32Array): Entries {
  const { design, corrections } = frame
  const { columns, backWeight, start, column, value } = condensed
  const rows = design.unit.length
  const own = columns.codes.length + columns.numeric.length
  let capacity = rows * own
  for (let row = 0; row < rows; row++) {
    const u = design.unit[row] as number
    capacity += (start[u + 1] as number) - (start[u] as number)
  }
  const writer = entryWriter(rows, capacity, columns.size)
  for (let row = 0; row < rows; row++) {
    const back = backWeight[row] as number
    const u = design.unit[row] as number
    const correction = corrections[design.stratumOfUnit[u] as number] as number
    for (const codes of columns.codes) writer.project(places[codes[row] as number] as number, back)
    for (const { column: at, values } of columns.numeric) {
      writer.project(places[at] as number, back * (values[row] as number))
    }
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      writer.cross(places[column[i] as number] as number, correction * (value[i] as number))
    }
    writer.end(row)
  }
  return writer.entries()
}

/** Product of an m × k and a k × n matrix, by rows. */
function multiply(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n)
  for (let i = 0; i < m; i++) {
    for (let l = 0; l < k; l++) {
      const left = a[i * k + l] as number
      for (let j = 0; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + left * (b[l * n + j] as number)
    }
  }
  return out
}

interface Matrices {
  readonly inverse: Float64Array
  readonly gram: Float64Array
  readonly lift: Float64Array
}

function matricesOf(frame: VarianceFrame, condensed: Condensed, kept: readonly number[], centring: Float64Array): Matrices {
  const { calibration, strata } = frame.design
  if (!calibration) throw new Error('A condensed calibration belongs to a calibrated design')
  const { size, gram, stratumSums } = condensed
  const count = kept.length
  const inverse = new Float64Array(count * count)
  const small = new Float64Array(count * count)
  const pulled = new Float64Array(count * strata)
  for (const [i, column] of kept.entries()) {
    const unitVector = new Float64Array(size)
    unitVector[column] = 1
    const solution = solve(calibration.factor, unitVector)
    for (const [j, other] of kept.entries()) {
      inverse[j * count + i] = solution[other] as number
      small[i * count + j] = gram[column * size + other] as number
    }
    for (let h = 0; h < strata; h++) pulled[i * strata + h] = (centring[h] as number) * (stratumSums[h * size + column] as number)
  }
  const half = multiply(inverse, small, count, count, count)
  return {
    inverse,
    gram: multiply(half, inverse, count, count, count),
    lift: multiply(inverse, pulled, count, count, strata),
  }
}

const nothing = new Float64Array(0)
const noMatrices: Matrices = { inverse: nothing, gram: nothing, lift: nothing }

function noEntries(rows: number): Entries {
  return { start: new Int32Array(rows + 1), column: new Int32Array(0), projected: nothing, crossed: nothing }
}

/**
 * Lays out a design for the cube. Time: rows × margins (with clusters rows × the columns of a cluster) + columns³.
 *
 * @example cubeFrame(varianceFrame(sampleDesign({ unit: [1, 2, 3] }), Float64Array.of(1, 1, 1))) // => strata 1, correction [1.5], columns 0
 */
export function cubeFrame(frame: VarianceFrame): CubeFrame {
  const { design, corrections, counts, calibrated } = frame
  const centring = corrections.map((correction, h) => correction / (counts[h] as number))
  const dropped = calibrated ? design.calibration?.factor.dropped : undefined
  const kept = dropped ? [...dropped.keys()].filter((column) => dropped[column] === 0) : []
  const entries = calibrated && dropped ? entriesOf(frame, calibrated, placesOf(dropped)) : noEntries(design.unit.length)
  return {
    strata: design.strata,
    units: design.units,
    unit: design.unit,
    stratum: design.unit.map((u) => design.stratumOfUnit[u] as number),
    correction: corrections,
    centring,
    estimable: corrections.every((correction) => Number.isFinite(correction)),
    columns: kept.length,
    ...entries,
    ...(calibrated ? matricesOf(frame, calibrated, kept, centring) : noMatrices),
  }
}
