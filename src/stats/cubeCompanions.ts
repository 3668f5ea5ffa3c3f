import type { CubeFrame } from './cubeFrame.ts'
import type { CubeLattice } from './cubeLattice.ts'
import type { CellRows, CubeCell } from './cubeMoments.ts'

/** Units with several rows in one cell that can stand in one figure: `position[start[i]..start[i + 1]]` are the places of the i-th in the cell. */
export interface Companions {
  readonly start: Int32Array
  readonly position: Int32Array
}

/** What several rows of one unit add to a domain's sums beyond the rows taken one by one, times c: one entry per zone and group. */
export interface CompanionSums {
  /** Rows less units. */
  readonly surplus: Int32Array
  /** Σ c (A² − Σa²), and so for AB and B²: 3 per domain. */
  readonly own: Float64Array
  /** The same with the whole's totals of the unit: Σ c (A_d A_D − Σa² of rows in both), A_d B_D, B_d A_D, B_d B_D: 4 per domain. */
  readonly cross: Float64Array
  readonly scratch: Float64Array
  readonly touched: Int32Array
  /** Per unit, −1 and 0 between cells: place of its last row, and whether two of its rows were found to meet. */
  readonly last: Int32Array
  readonly isMet: Uint8Array
}

/** Totals of the unit at hand in a domain: A, B, Σa², Σab, Σb², the last three over rows in the whole too, number of rows. */
const scratchFields = 9

/** The units of a cell that have companions; `rows` as in `CubeCell`, of `length` entries. Time: rows. */
export function findCompanions(
  { unit }: CubeFrame,
  { leaf, leaves, meet }: CubeLattice,
  { last, isMet }: CompanionSums,
  rows: Int32Array | null,
  length: number,
): Companions {
  const before = new Int32Array(length).fill(-1)
  const found: number[] = []
  for (let k = 0; k < length; k++) {
    const row = rows === null ? k : (rows[k] as number)
    const piece = leaf[row] as number
    if (piece === -1) continue
    const u = unit[row] as number
    for (let other = last[u] as number; other !== -1 && isMet[u] === 0; other = before[other] as number) {
      const otherRow = rows === null ? other : (rows[other] as number)
      if (meet[piece * leaves + (leaf[otherRow] as number)] === 0) continue
      isMet[u] = 1
      found.push(u)
    }
    before[k] = last[u] as number
    last[u] = k
  }
  const start = [0]
  const position: number[] = []
  for (const u of found) {
    for (let k = last[u] as number; k !== -1; k = before[k] as number) position.push(k)
    start.push(position.length)
  }
  for (let k = 0; k < length; k++) {
    const u = unit[rows === null ? k : (rows[k] as number)] as number
    last[u] = -1
    isMet[u] = 0
  }
  return { start: Int32Array.from(start), position: Int32Array.from(position) }
}

export function companionSums({ units }: CubeFrame, { zones, groups }: CubeLattice): CompanionSums {
  const domains = zones.length * groups
  return {
    surplus: new Int32Array(domains),
    own: new Float64Array(domains * 3),
    cross: new Float64Array(domains * 4),
    scratch: new Float64Array(domains * scratchFields),
    touched: new Int32Array(domains),
    last: new Int32Array(units).fill(-1),
    isMet: new Uint8Array(units),
  }
}

/** Adds one row of the unit to a domain's totals. */
function addToScratch(scratch: Float64Array, at: number, a: number, b: number, isCommon: boolean): void {
  scratch[at] = (scratch[at] as number) + a
  scratch[at + 1] = (scratch[at + 1] as number) + b
  scratch[at + 2] = (scratch[at + 2] as number) + a * a
  scratch[at + 3] = (scratch[at + 3] as number) + a * b
  scratch[at + 4] = (scratch[at + 4] as number) + b * b
  scratch[at + 8] = (scratch[at + 8] as number) + 1
  if (!isCommon) return
  scratch[at + 5] = (scratch[at + 5] as number) + a * a
  scratch[at + 6] = (scratch[at + 6] as number) + a * b
  scratch[at + 7] = (scratch[at + 7] as number) + b * b
}

/** Moves the totals of one unit into the sums of a domain. */
function flush(sums: CompanionSums, domain: number, whole: number, c: number): void {
  const { scratch, own, cross, surplus } = sums
  const at = domain * scratchFields
  const a = scratch[at] as number
  const b = scratch[at + 1] as number
  surplus[domain] = (surplus[domain] as number) + (scratch[at + 8] as number) - 1
  const o = domain * 3
  own[o] = (own[o] as number) + c * (a * a - (scratch[at + 2] as number))
  own[o + 1] = (own[o + 1] as number) + c * (a * b - (scratch[at + 3] as number))
  own[o + 2] = (own[o + 2] as number) + c * (b * b - (scratch[at + 4] as number))
  if (whole === -1) return
  const wholeA = scratch[whole * scratchFields] as number
  const wholeB = scratch[whole * scratchFields + 1] as number
  const x = domain * 4
  cross[x] = (cross[x] as number) + c * (a * wholeA - (scratch[at + 5] as number))
  cross[x + 1] = (cross[x + 1] as number) + c * (a * wholeB - (scratch[at + 6] as number))
  cross[x + 2] = (cross[x + 2] as number) + c * (b * wholeA - (scratch[at + 6] as number))
  cross[x + 3] = (cross[x + 3] as number) + c * (b * wholeB - (scratch[at + 7] as number))
}

/** One cell as the sums see it. */
export interface WeightedCell {
  readonly cell: CubeCell
  readonly rows: CellRows
  readonly shift: number
}

/** Adds the rows at `position`, all of one unit, to the totals of every domain that they touch; gives the number of domains touched. */
function gather(lattice: CubeLattice, sums: CompanionSums, { cell, rows, shift }: WeightedCell, position: Int32Array): number {
  const { leaf, groups, groupsOfRows, zonesOfLeaf, whole } = lattice
  const { scratch, touched } = sums
  let count = 0
  for (const k of position) {
    const row = cell.row === null ? k : (cell.row[k] as number)
    const y = cell.value[k] as number
    if (Number.isNaN(y)) continue
    const a = rows.weight[k] as number
    const zones = zonesOfLeaf[leaf[row] as number] ?? []
    const isCommon = whole !== null && zones.includes(whole)
    for (const groupOfRow of groupsOfRows) {
      const group = groupOfRow[row] as number
      if (group === -1) continue
      for (const zone of zones) {
        const domain = zone * groups + group
        if (scratch[domain * scratchFields + 8] === 0) touched[count++] = domain
        addToScratch(scratch, domain * scratchFields, a, a * (y - shift), isCommon)
      }
    }
  }
  return count
}

/** Sums what companions add to every domain of a cell. Time: their rows × zones and groups of each. */
export function sumCompanions(
  frame: CubeFrame,
  lattice: CubeLattice,
  { start, position }: Companions,
  weighted: WeightedCell,
  sums: CompanionSums,
): void {
  const { surplus, own, cross, scratch, touched } = sums
  const { groups, whole } = lattice
  surplus.fill(0)
  own.fill(0)
  cross.fill(0)
  for (let i = 0; i + 1 < start.length; i++) {
    const positions = position.subarray(start[i], start[i + 1])
    const first = positions[0] as number
    const row = weighted.cell.row === null ? first : (weighted.cell.row[first] as number)
    const c = frame.correction[frame.stratum[row] as number] as number
    const count = gather(lattice, sums, weighted, positions)
    for (let t = 0; t < count; t++) {
      const domain = touched[t] as number
      flush(sums, domain, whole === null ? -1 : whole * groups + (domain % groups), c)
    }
    for (let t = 0; t < count; t++) {
      const at = (touched[t] as number) * scratchFields
      scratch.fill(0, at, at + scratchFields)
    }
  }
}
