import type { Points } from '#stats/kmeans.ts'
import { scaled, scalingOf, transformed, type Scale, type Scaling, type Transform } from '#stats/transformScale.ts'
import type { Areas } from './readAreas.ts'
import type { StoredScaling } from './readScaling.ts'
import type { TableFaults } from './tableFaults.ts'

export interface ScaledAreas {
  readonly points: Points
  /** What each variable was scaled by, in their order. */
  readonly scaling: readonly Scaling[]
}

function columnOf({ n, d, values }: Points, j: number): Float64Array {
  const column = new Float64Array(n)
  for (let i = 0; i < n; i++) column[i] = values[i * d + j] as number
  return column
}

/**
 * Brings figures into the space of the groups, in place: transformed, then scaled by the areas themselves or by a stored scaling, whose range new data are held to.
 *
 * @param stored a variable that it lacks is scaled by the areas
 * @param mayBeConstant whether nothing will be computed from the spread of a variable
 */
export function scaleAreas(
  areas: Areas,
  how: { readonly transform: Transform; readonly scale: Scale; readonly stored: StoredScaling | null; readonly mayBeConstant: boolean },
  faults: TableFaults,
): ScaledAreas {
  const { n, d, values } = areas.figures
  const scaling: Scaling[] = []
  for (const [j, variable] of areas.variables.entries()) {
    const column = columnOf(areas.figures, j).map((value) => transformed(value, how.transform))
    const kept = how.stored?.of.get(variable)
    const constant = column.every((value) => value === column[0])
    if (constant && !kept && !how.mayBeConstant)
      faults.add({ file: areas.file, column: variable, value: String(values[j]), code: 'column.constant' })
    const own = kept ?? scalingOf(column, how.scale)
    scaling.push(own)
    for (let i = 0; i < n; i++) values[i * d + j] = scaled(column[i] as number, own, how.scale)
  }
  faults.refuse()
  return { points: areas.figures, scaling }
}

/** Whether rows hold at least so many different points. */
export function hasDistinct({ n, d, values }: Points, wanted: number): boolean {
  const seen = new Set<string>()
  for (let i = 0; i < n && seen.size < wanted; i++) seen.add(values.subarray(i * d, i * d + d).join())
  return seen.size >= wanted
}
