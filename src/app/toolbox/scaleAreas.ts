import { adaptScaling } from '#stats/adaptScaling.ts'
import type { Points } from '#stats/kmeans.ts'
import { scaled, scalingOf, transformed, type Scale, type Transform } from '#stats/transformScale.ts'
import type { Areas } from './readAreas.ts'
import type { StoredScaling, WeightedScaling } from './readScaling.ts'
import type { TableFaults } from './tableFaults.ts'

/** How figures are brought into the space of the groups. */
export interface ScalingWanted {
  readonly transform: Transform
  readonly scale: Scale
  /** A variable that it lacks is scaled by the areas, or adapted. */
  readonly stored: StoredScaling | null
  /** Centroids, row-major, that variables without a stored scaling are adapted to; else null. */
  readonly adaptTo: Float64Array | null
  /** Whether nothing will be computed from the spread of a variable. */
  readonly mayBeConstant: boolean
}

export interface ScaledAreas {
  readonly points: Points
  /** What each variable was scaled by, in their order. */
  readonly scaling: readonly WeightedScaling[]
  /** Variables whose scale was found from the areas and the centroids. */
  readonly adapted: readonly string[]
}

function columnOf({ n, d, values }: Points, j: number): Float64Array {
  const column = new Float64Array(n)
  for (let i = 0; i < n; i++) column[i] = values[i * d + j] as number
  return column
}

/** One variable, transformed and scaled in place; one that is to be adapted is transformed only, and null is given. */
function scaleColumn(areas: Areas, j: number, how: ScalingWanted, faults: TableFaults): WeightedScaling | null {
  const { n, d, values } = areas.figures
  const variable = areas.variables[j] ?? ''
  const kept = how.stored?.of.get(variable)
  const column = columnOf(areas.figures, j).map((value) => transformed(value, how.transform))
  const adapt = how.adaptTo !== null && !kept
  if (!kept && !adapt && !how.mayBeConstant && column.every((value) => value === column[0]))
    faults.add({ file: areas.file, column: variable, value: String(values[j]), code: 'figure.constant' })
  const own = kept ?? { ...scalingOf(column, how.scale), weight: 1 }
  for (let i = 0; i < n; i++) values[i * d + j] = adapt ? (column[i] as number) : scaled(column[i] as number, own, how.scale)
  return adapt ? null : own
}

/**
 * Brings figures into the space of the groups, in place: transformed, then scaled by the areas themselves, by a stored scaling, whose range new data are held to,
 * or by a line that fits them to centroids (`adaptScaling`).
 *
 * @throws TableRefused for a variable that is constant, and where nothing is known to begin an adaptation with
 */
export function scaleAreas(areas: Areas, how: ScalingWanted, faults: TableFaults): ScaledAreas {
  const points = areas.figures
  const scaling = areas.variables.map((_, j) => scaleColumn(areas, j, how, faults))
  const open = Array.from(scaling.keys()).filter((j) => scaling[j] === null)
  if (open.length > 0 && open.length === scaling.length) faults.add({ file: areas.file, code: 'adapt.noneKnown' })
  faults.refuse()
  const found = how.adaptTo && open.length > 0 ? adaptScaling(points, how.adaptTo, open) : []
  for (const [at, j] of open.entries()) {
    const own = found[at] as WeightedScaling
    scaling[j] = own
    for (let i = 0; i < points.n; i++)
      points.values[i * points.d + j] = scaled(points.values[i * points.d + j] as number, own, how.scale)
  }
  const adapted = open.map((j) => areas.variables[j] ?? '')
  return { points, scaling: scaling.filter((each) => each !== null), adapted }
}

/** Rows of coordinates as distances count them: each multiplied by the root of its variable's weight. The same rows where all weigh 1. */
export function weightedRows(values: Float64Array, scaling: readonly WeightedScaling[]): Float64Array {
  if (scaling.every(({ weight }) => weight === 1)) return values
  const roots = scaling.map(({ weight }) => Math.sqrt(weight))
  return values.map((value, at) => value * (roots[at % roots.length] as number))
}

/** Whether rows hold at least so many different points. */
export function hasDistinct({ n, d, values }: Points, wanted: number): boolean {
  const seen = new Set<string>()
  for (let i = 0; i < n && seen.size < wanted; i++) seen.add(values.subarray(i * d, i * d + d).join())
  return seen.size >= wanted
}
