import type { Scale } from '#stats/transformScale.ts'
import type { Areas } from './readAreas.ts'
import type { WeightedScaling } from './readScaling.ts'

/** Cluster of each area with its distances, in the transformed space. */
export interface Assigned {
  /** 0-based. */
  readonly cluster: Int32Array
  /** To the centroid of its own cluster. */
  readonly distance: Float64Array
  /** To the nearest other centroid; Infinity with one cluster. */
  readonly second: Float64Array
}

export interface ClassifyFiles {
  readonly areas: Areas
  readonly assigned: Assigned
  /** Row-major, clusters x variables. */
  readonly centroids: Float64Array
  readonly sizes: readonly number[]
  readonly scale: Scale
  readonly scaling: readonly WeightedScaling[]
}

/** Lines handed over at a time. */
const batch = 4096

const cell = (text: string): string => (/[",;\r\n\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function separation(distance: number, second: number): string {
  if (second === Number.POSITIVE_INFINITY) return ''
  return String(second === 0 ? 0 : (second - distance) / second)
}

/** `assignments.csv`: id, cluster (1-based), distance, second, separation. */
export async function* assignmentLines({ areas, assigned }: ClassifyFiles): AsyncGenerator<string> {
  let text = 'id,cluster,distance,second,separation\n'
  for (let row = 0; row < areas.figures.n; row++) {
    const [distance, second] = [assigned.distance[row] as number, assigned.second[row] as number]
    const other = second === Number.POSITIVE_INFINITY ? '' : String(second)
    const cluster = (assigned.cluster[row] as number) + 1
    text += `${cell(areas.ids.at(row))},${cluster},${distance},${other},${separation(distance, second)}\n`
    if (row % batch !== batch - 1) continue
    yield text
    text = ''
  }
  yield text
}

/** `centroids.csv`: cluster, size, then the variables in the transformed space. */
export async function* centroidLines({ areas, centroids, sizes }: ClassifyFiles): AsyncGenerator<string> {
  const { variables } = areas
  yield `${['cluster', 'size', ...variables].map(cell).join(',')}\n`
  for (const [c, size] of sizes.entries())
    yield `${[c + 1, size, ...centroids.subarray(c * variables.length, (c + 1) * variables.length)].join(',')}\n`
}

/** `scaling.csv`: variable, then min and max, or mean and sd, after the transformation; and weight where one is not 1. */
export async function* scalingLines({ areas, scale, scaling }: ClassifyFiles): AsyncGenerator<string> {
  const weighted = scaling.some(({ weight }) => weight !== 1)
  const columns = { range: ['min', 'max'], z: ['mean', 'sd'], none: [] }[scale]
  yield `${['variable', ...columns, ...(weighted ? ['weight'] : [])].join(',')}\n`
  for (const [j, { offset, span, weight }] of scaling.entries()) {
    const figures = { range: [offset, offset + span], z: [offset, span], none: [] }[scale]
    yield `${[cell(areas.variables[j] ?? ''), ...figures, ...(weighted ? [weight] : [])].join(',')}\n`
  }
}
