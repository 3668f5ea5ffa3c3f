import { companionSums, findCompanions, sumCompanions, type Companions, type CompanionSums } from './cubeCompanions.ts'
import {
  commonProducts,
  dualOf,
  emptyReduced,
  explained,
  pairing,
  reduceInfluence,
  reduceTotals,
  squaresOf,
  type Dual,
  type Reduced,
} from './cubeForms.ts'
import { cubeFrame, type CubeFrame } from './cubeFrame.ts'
import { cubeLattice, type CubeDomains, type CubeLattice } from './cubeLattice.ts'
import {
  cellRows,
  cubeMoments,
  isComplete,
  middleOf,
  sumCell,
  type CellRows,
  type CubeCell,
  type CubeMoments,
} from './cubeMoments.ts'
import type { VarianceFrame } from './sparseVariance.ts'

export type { CubeCell } from './cubeMoments.ts'
export type { CubeDimension, CubeDomains } from './cubeLattice.ts'

/** Estimates of a cube in typed arrays; the figure of a cell, zone and group stands at `(cell × zones + zone) × groups + group`. NaN: not estimable. */
export interface Cube {
  readonly cells: number
  readonly zones: number
  readonly groups: number
  /** Values in the domain. */
  readonly n: Int32Array
  /** Sum of weights, and Kish's effective n. */
  readonly total: Float64Array
  readonly effectiveN: Float64Array
  readonly mean: Float64Array
  readonly se: Float64Array
  /** Units less strata of the domain. */
  readonly df: Int32Array
  /** Mean less that of the same group in the whole, its standard error and its covariance with the mean. */
  readonly deviation: Float64Array
  readonly deviationSe: Float64Array
  readonly covariance: Float64Array
}

/** A variance of rounding alone is no variance: 1e-12 of a point, or this share of the squares it was made of. */
const leastVariance = 1e-24
const roundingShare = 1e-12

function standardErrorOf(variance: number, scale: number): number {
  return variance > leastVariance && variance > roundingShare * scale ? Math.sqrt(variance) : Number.NaN
}

function emptyCube(cells: number, zones: number, groups: number): Cube {
  const size = cells * zones * groups
  const unknown = (): Float64Array => new Float64Array(size).fill(Number.NaN)
  return {
    cells,
    zones,
    groups,
    n: new Int32Array(size),
    total: new Float64Array(size),
    effectiveN: new Float64Array(size),
    mean: unknown(),
    se: unknown(),
    df: new Int32Array(size),
    deviation: unknown(),
    deviationSe: unknown(),
    covariance: unknown(),
  }
}

/** The whole of one group in the cell at hand. */
interface Whole {
  readonly total: number
  readonly mean: number
  /** Variance of its mean, and the squares that it was made of. */
  readonly variance: number
  readonly scale: number
  readonly dual: Dual
}

/** Everything that is made once and used for each cell. */
interface Work {
  readonly frame: CubeFrame
  readonly lattice: CubeLattice
  readonly moments: CubeMoments
  readonly extra: CompanionSums
  readonly reduced: Reduced
  readonly cube: Cube
}

/** The variance of the domain's mean; its influences are left in `work.reduced`. */
function varianceOf(work: Work, offset: number, domain: number, hasCompanions: boolean): { variance: number; scale: number } {
  const { frame, moments, reduced, extra } = work
  const { mean, total } = reduced
  reduceInfluence(frame, moments, offset, reduced)
  const squares = squaresOf(frame, moments, offset, reduced)
  if (hasCompanions) {
    const at = domain * 3
    const own = extra.own
    squares.sum += (own[at + 2] as number) - 2 * mean * (own[at + 1] as number) + mean * mean * (own[at] as number)
  }
  const square = total * total
  return { variance: (squares.sum - explained(frame, reduced)) / square, scale: squares.scale / square }
}

function wholesOf(work: Work, hasCompanions: boolean): (Whole | null)[] {
  const { frame, lattice, moments, reduced } = work
  const { whole, groups } = lattice
  return Array.from({ length: groups }, (_, group) => {
    if (whole === null || !frame.estimable) return null
    const offset = (moments.offsetOfZone[whole] as number) + group * moments.record
    reduceTotals(frame, moments, offset, reduced)
    if (!(reduced.total > 0)) return null
    const { total, mean } = reduced
    const { variance, scale } = varianceOf(work, offset, whole * groups + group, hasCompanions)
    return { total, mean, variance, scale, dual: dualOf(frame, reduced) }
  })
}

/** Covariance of the means of a domain and of the whole; `work.reduced` holds the domain. */
function covarianceWith(work: Work, whole: Whole, zone: number, group: number, hasCompanions: boolean): number {
  const { frame, lattice, moments, reduced, extra } = work
  const { mean, total } = reduced
  const own = lattice.zones[zone] ?? []
  const common = lattice.common[zone] ?? []
  const stride = lattice.groups * moments.record
  const offsets = common.length === own.length ? [moments.offsetOfZone[zone] as number] : common.map((each) => each * stride)
  let sum = pairing(whole.dual, reduced)
  for (const offset of offsets) {
    sum += commonProducts(frame, moments, offset + group * moments.record, mean, whole.mean)
  }
  if (hasCompanions) {
    const at = (zone * lattice.groups + group) * 4
    const cross = extra.cross
    sum +=
      (cross[at + 3] as number) -
      whole.mean * (cross[at + 2] as number) -
      mean * (cross[at + 1] as number) +
      mean * whole.mean * (cross[at] as number)
  }
  return sum / (total * whole.total)
}

/** Estimates one domain of the cell at hand. */
function estimateDomain(
  work: Work,
  whole: Whole | null,
  place: { readonly cell: number; readonly zone: number; readonly group: number },
  shift: number,
  hasCompanions: boolean,
): void {
  const { frame, lattice, moments, reduced, extra, cube } = work
  const { cell, zone, group } = place
  const domain = zone * cube.groups + group
  const at = cell * cube.zones * cube.groups + domain
  const offset = (moments.offsetOfZone[zone] as number) + group * moments.record
  reduceTotals(frame, moments, offset, reduced)
  const { n, total, squares, mean, strata } = reduced
  const df = n - (hasCompanions ? (extra.surplus[domain] as number) : 0) - strata
  cube.n[at] = n
  cube.total[at] = total
  cube.effectiveN[at] = squares > 0 ? (total * total) / squares : 0
  cube.mean[at] = mean + shift
  cube.df[at] = df
  // One value is its own mean: its influence is 0.
  if (!(total > 0 && df > 0 && frame.estimable) || n === 1) return
  const { variance, scale } = varianceOf(work, offset, domain, hasCompanions)
  const se = standardErrorOf(variance, scale)
  cube.se[at] = se
  if (whole === null || zone === lattice.whole || Number.isNaN(se)) return
  const shared = covarianceWith(work, whole, zone, group, hasCompanions)
  const deviationSe = standardErrorOf(variance + whole.variance - 2 * shared, scale + whole.scale)
  if (Number.isNaN(deviationSe)) return
  cube.deviation[at] = mean - whole.mean
  cube.deviationSe[at] = deviationSe
  cube.covariance[at] = variance - shared
}

/** A cell's rows, and what of the cell before holds for it too. */
interface LaidCell {
  readonly cell: CubeCell
  readonly rows: CellRows
  readonly companions: Companions
  readonly isComplete: boolean
  /** False where the sums of the weights are those of the cell before. */
  readonly withWeights: boolean
}

/** Cells over the same rows, as the columns of a table, have the same companions, and the same sums of weights when none has a value missing. */
function layOut(
  { frame, lattice, moments, extra }: Work,
  before: LaidCell | null,
  cell: CubeCell,
  weights: Float64Array,
): LaidCell {
  const isFull = isComplete(cell)
  const { row, factor, value } = cell
  if (before === null || before.cell.row !== row || before.cell.value.length !== value.length) {
    const companions = findCompanions(frame, lattice, extra, row, value.length)
    return { cell, rows: cellRows(moments, cell, weights), companions, isComplete: isFull, withWeights: true }
  }
  const isAlike = before.cell.factor === factor
  return {
    cell,
    rows: isAlike ? before.rows : cellRows(moments, cell, weights),
    companions: before.companions,
    isComplete: isFull,
    withWeights: !(isAlike && isFull && before.isComplete),
  }
}

/** What a cube is asked for. */
export interface CubeRequest {
  readonly cells: readonly CubeCell[]
  /** One per row of the design: those that the frame was made with, the calibrated ones where it has a calibration. */
  readonly weights: Float64Array
  readonly frame: VarianceFrame
  readonly domains: CubeDomains
}

/**
 * Weighted means of many variables (cells) in every zone and group at once, each with its design-based standard error, its deviation from the same group of
 * a whole, that deviation's standard error (the samples overlap) and the covariance of the two.
 *
 * One pass over the rows. A mean's influence is z = (b − m a) / N with a = weight × factor and b = a × value, linear in a and b once m and N are known: so
 * sums and products of a and b are gathered by leaf and group (per stratum; per column of the calibration), added up to zones, and m and N put in at the
 * end. The variance of u = z − Xβ follows as Σ c z² − Σ κ s² − 2 P'M(C − Bs) + P'MGMP with P = X'Dz, C = Σ_u c z_u X_u, s the stratum sums and matrices
 * prepared once; units with several rows in a domain (clusters) add their cross products apart. The same figures as `sparseCovariance` of each domain.
 * Time: rows × groups × margins + domains × (columns in which they have rows)². NaN where not estimable: no weight, df ≤ 0, a stratum of one unit, no
 * variance, a domain equal to the whole. RangeError for a leaf, zone or category that does not exist. Equals R survey's `svyby(…, svymean)`.
 *
 * @example cube({ cells: [{ row: null, value: [4, 6, 8], factor: null }], weights: Float64Array.of(1, 1, 1),
 *   frame: varianceFrame(sampleDesign({ unit: [1, 2, 3] }), Float64Array.of(1, 1, 1)),
 *   domains: { leaf: Int32Array.of(0, 0, 0), leaves: 1, zones: [[0]], whole: null, dimensions: [] } }) // => mean [6], se [1.1547…], df [2]
 */
export function cube(request: CubeRequest): Cube {
  const { cells, weights } = request
  const lattice = cubeLattice(request.domains)
  const frame = cubeFrame(request.frame)
  const { groups, zones } = lattice
  const work: Work = {
    frame,
    lattice,
    moments: cubeMoments(frame, lattice),
    extra: companionSums(frame, lattice),
    reduced: emptyReduced(frame),
    cube: emptyCube(cells.length, zones.length, groups),
  }
  let laid: LaidCell | null = null
  for (const [c, cell] of cells.entries()) {
    laid = layOut(work, laid, cell, weights)
    const { rows, companions, withWeights } = laid
    const shift = middleOf(cell)
    sumCell(frame, lattice, work.moments, rows, { value: cell.value, shift, withWeights })
    const hasCompanions = companions.position.length > 0
    if (hasCompanions) sumCompanions(frame, lattice, companions, { cell, rows, shift }, work.extra)
    const wholes = wholesOf(work, hasCompanions)
    for (let zone = 0; zone < zones.length; zone++) {
      for (let group = 0; group < groups; group++) {
        estimateDomain(work, wholes[group] ?? null, { cell: c, zone, group }, shift, hasCompanions)
      }
    }
  }
  return work.cube
}
