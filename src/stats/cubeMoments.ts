import type { CubeFrame } from './cubeFrame.ts'
import type { CubeLattice } from './cubeLattice.ts'

/** One estimate of a cube: the rows that hold a value. A row may stand there several times. */
export interface CubeCell {
  /** Rows of the design; `null`: every row, in order. */
  readonly row: Int32Array | null
  /** NaN where missing. */
  readonly value: ArrayLike<number>
  /** Factor on the row's weight; `null`: 1 everywhere. */
  readonly factor: Float64Array | null
}

/** Sums of a stratum in a record. Of the weights: count, Σa, Σa², where a is weight × factor; of the values: Σb, Σab, Σb², where b = a (value − shift). */
export const stratumFields = 3
/** Sums of a column in a record: X'D of a, Σ_u c a_u X_u; and the same of b. */
export const columnFields = 2

/** Sums of one cell by leaf and group, then by zone and group: one record per domain, at the same place in both arrays. */
export interface CubeMoments {
  readonly ofWeights: Float64Array
  readonly ofValues: Float64Array
  /** Length of a record: sums by stratum, then by column. */
  readonly record: number
  /** Per slot of the lattice and row: where the sums of the row's stratum stand, in the record of its leaf and group; without one in a last record, for nobody. */
  readonly placesOfRows: readonly Int32Array[]
  /** Per zone: where its record for group 0 begins; those of the other groups follow. A zone of one leaf shares that leaf's. */
  readonly offsetOfZone: Int32Array
}

export function cubeMoments(frame: CubeFrame, lattice: CubeLattice): CubeMoments {
  const { leaf, groups, groupsOfRows } = lattice
  const record = frame.strata * stratumFields + frame.columns * columnFields
  const stride = groups * record
  let pieces = lattice.leaves
  const offsetOfZone = Int32Array.from(lattice.zones, (own) => (own.length === 1 ? (own[0] as number) : pieces++) * stride)
  const size = pieces * stride
  const placesOfRows = groupsOfRows.map((groupOfRow) =>
    leaf.map((piece, row) => {
      const group = groupOfRow[row] as number
      const offset = piece === -1 || group === -1 ? size : piece * stride + group * record
      return offset + (frame.stratum[row] as number) * stratumFields
    }),
  )
  const sums = (): Float64Array => new Float64Array(size + record)
  return { ofWeights: sums(), ofValues: sums(), record, placesOfRows, offsetOfZone }
}

/** A value about which a cell's are summed so that no digit is lost: the mean of some thousands of them. */
export function middleOf({ value }: CubeCell): number {
  let sum = 0
  let n = 0
  const step = Math.max(1, Math.floor(value.length / 4096))
  for (let k = 0; k < value.length; k += step) {
    const y = value[k] as number
    if (Number.isNaN(y)) continue
    sum += y
    n++
  }
  return n === 0 ? 0 : sum / n
}

/** Whether no value is missing. */
export function isComplete({ value }: CubeCell): boolean {
  for (let k = 0; k < value.length; k++) if (Number.isNaN(value[k])) return false
  return true
}

/** The rows of a cell laid out in its order: row, weight × factor, and per slot the place of the sums. */
export interface CellRows {
  readonly row: Int32Array | null
  readonly weight: Float64Array
  readonly places: readonly Int32Array[]
}

/** Lays out the rows of a cell. Cells over the same rows and factors share it. */
export function cellRows({ placesOfRows }: CubeMoments, { row: rows, factor }: CubeCell, weights: Float64Array): CellRows {
  if (rows === null) {
    const weight = factor === null ? weights : weights.map((each, k) => each * (factor[k] as number))
    return { row: null, weight, places: placesOfRows }
  }
  const weight = new Float64Array(rows.length)
  for (let k = 0; k < rows.length; k++) {
    weight[k] = (weights[rows[k] as number] as number) * (factor === null ? 1 : (factor[k] as number))
  }
  const places = placesOfRows.map((placeOfRow) => {
    const place = new Int32Array(rows.length)
    for (let k = 0; k < rows.length; k++) place[k] = placeOfRow[rows[k] as number] as number
    return place
  })
  return { row: rows, weight, places }
}

/** What is summed of a cell: its values about the shift, and the weights too unless those of the cell before are the same. */
export interface Summed {
  readonly value: ArrayLike<number>
  readonly shift: number
  readonly withWeights: boolean
}

/** Adds to each row's stratum sums, at `place`. */
function addStrata({ ofWeights, ofValues }: CubeMoments, place: Int32Array, weight: Float64Array, summed: Summed): void {
  const { value, shift, withWeights } = summed
  for (let k = 0; k < value.length; k++) {
    const y = value[k] as number
    if (Number.isNaN(y)) continue
    const at = place[k] as number
    const a = weight[k] as number
    const b = a * (y - shift)
    ofValues[at] = (ofValues[at] as number) + b
    ofValues[at + 1] = (ofValues[at + 1] as number) + a * b
    ofValues[at + 2] = (ofValues[at + 2] as number) + b * b
    if (!withWeights) continue
    ofWeights[at] = (ofWeights[at] as number) + 1
    ofWeights[at + 1] = (ofWeights[at + 1] as number) + a
    ofWeights[at + 2] = (ofWeights[at + 2] as number) + a * a
  }
}

/** Adds to each row's column sums, in the records whose strata stand at `place`. */
function addColumns(
  frame: CubeFrame,
  { ofWeights, ofValues }: CubeMoments,
  place: Int32Array,
  { row: rows, weight }: CellRows,
  { value, shift, withWeights }: Summed,
): void {
  const { start, column, projected, crossed, stratum, strata } = frame
  for (let k = 0; k < value.length; k++) {
    const y = value[k] as number
    if (Number.isNaN(y)) continue
    const row = rows === null ? k : (rows[k] as number)
    const a = weight[k] as number
    const b = a * (y - shift)
    const base = (place[k] as number) + (strata - (stratum[row] as number)) * stratumFields
    const end = start[row + 1] as number
    for (let entry = start[row] as number; entry < end; entry++) {
      const at = base + (column[entry] as number) * columnFields
      const p = projected[entry] as number
      const c = crossed[entry] as number
      ofValues[at] = (ofValues[at] as number) + b * p
      ofValues[at + 1] = (ofValues[at + 1] as number) + b * c
      if (!withWeights) continue
      ofWeights[at] = (ofWeights[at] as number) + a * p
      ofWeights[at + 1] = (ofWeights[at + 1] as number) + a * c
    }
  }
}

/** Adds the record at `from` to that at `to`; strata without a row are passed over, and the whole record when it has none. */
function addRecord({ ofWeights, ofValues, record }: CubeMoments, strata: number, from: number, to: number): void {
  let isEmpty = true
  for (let h = 0; h < strata; h++) {
    const source = from + h * stratumFields
    if (ofWeights[source] === 0) continue
    isEmpty = false
    const target = to + h * stratumFields
    for (let i = 0; i < stratumFields; i++) {
      ofWeights[target + i] = (ofWeights[target + i] as number) + (ofWeights[source + i] as number)
      ofValues[target + i] = (ofValues[target + i] as number) + (ofValues[source + i] as number)
    }
  }
  if (isEmpty) return
  for (let i = strata * stratumFields; i < record; i++) {
    ofWeights[to + i] = (ofWeights[to + i] as number) + (ofWeights[from + i] as number)
    ofValues[to + i] = (ofValues[to + i] as number) + (ofValues[from + i] as number)
  }
}

/** Adds up the leaves of every zone that has several. */
function sumZones(frame: CubeFrame, { zones, groups, leaves }: CubeLattice, moments: CubeMoments): void {
  const { ofWeights, ofValues, record, offsetOfZone } = moments
  // Weights kept from the cell before are summed already for the zones too: all is summed anew.
  ofWeights.fill(0, leaves * groups * record)
  ofValues.fill(0, leaves * groups * record)
  for (const [z, own] of zones.entries()) {
    if (own.length === 1) continue
    for (const piece of own) {
      for (let group = 0; group < groups; group++) {
        addRecord(moments, frame.strata, (piece * groups + group) * record, (offsetOfZone[z] as number) + group * record)
      }
    }
  }
}

/** Sums a cell's rows by leaf and group, then by zone and group. */
export function sumCell(frame: CubeFrame, lattice: CubeLattice, moments: CubeMoments, rows: CellRows, summed: Summed): void {
  if (summed.withWeights) moments.ofWeights.fill(0)
  moments.ofValues.fill(0)
  for (const place of rows.places) {
    addStrata(moments, place, rows.weight, summed)
    if (frame.columns > 0) addColumns(frame, moments, place, rows, summed)
  }
  sumZones(frame, lattice, moments)
}
