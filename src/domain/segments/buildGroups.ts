import type { KMeansFit, Points } from '#stats/kmeans.ts'
import type { AreaFigures } from './areaFigures.ts'
import { checkFigures } from './checkFigures.ts'
import type { BuildSettings, ScaledVariable, Segment, SegmentArea } from './classification.ts'
import { areasOf, segmentsOf, type GroupLevel } from './describeGroups.ts'
import { indicesOf, rowsOf, sumOfSquares } from './groupGeometry.ts'
import { scaleFigures } from './scaleFigures.ts'

/** Puts points into k groups: many starts, the best kept. Given from outside, since the fast one runs on threads. */
export type Cluster = (points: Points, k: number, seed: number) => Promise<KMeansFit>

export interface BuiltGroups {
  readonly variables: readonly ScaledVariable[]
  readonly points: Points
  readonly segments: readonly Segment[]
  readonly areas: readonly SegmentArea[]
  /** Within-group sum of squares at the finest level. */
  readonly wss: number
  /** Between-group share of all variance, 0-1, by level. */
  readonly betweenShare: readonly number[]
}

interface Level extends GroupLevel {
  readonly wss: number
}

/**
 * Builds a classification: shares are transformed and scaled (METHODS: asinh of percentages, then range), areas are put into groups by k-means, and each group into
 * smaller ones from the top down. Into how many a group is divided follows from its own sum of squares, so that no part stays much coarser than the others.
 *
 * Refuses `segments.oneArea`, `segments.noVariables`, `segments.tooManyGroups`, `segments.constant`, `segments.missing`; nothing is guessed in their place.
 */
export async function buildGroups(figures: AreaFigures, settings: BuildSettings, cluster: Cluster): Promise<BuiltGroups> {
  checkFigures(figures, settings)
  const { variables, points } = scaleFigures(figures, settings)
  const levels: Level[] = []
  for (const k of settings.levels) {
    const above = levels.at(-1)
    levels.push(above ? await divide(points, above, k, settings.seed, cluster) : await first(points, k, settings.seed, cluster))
  }
  const total = sumOfSquares(points, new Int32Array(points.n), 1)
  const finest = levels.at(-1)
  if (!finest) throw new Error('a build without levels')
  const segments = levels.flatMap((level, at) => segmentsOf(figures, points, variables, level, at, levels))
  return {
    variables,
    points,
    segments,
    areas: areasOf(figures, points, levels),
    wss: finest.wss,
    betweenShare: levels.map(({ wss }) => (total > 0 ? 1 - wss / total : 0)),
  }
}

async function first(points: Points, k: number, seed: number, cluster: Cluster): Promise<Level> {
  const fit = await cluster(points, k, seed)
  return { of: fit.assignment, parents: Array.from({ length: k }, () => null), wss: fit.wss }
}

async function divide(points: Points, above: Level, k: number, seed: number, cluster: Cluster): Promise<Level> {
  const members = above.parents.map((_, parent) => indicesOf(above.of, parent))
  const shares = portions(
    members.map((rows) => sumOfSquares(rowsOf(points, rows), new Int32Array(rows.length), 1)),
    members.map((rows) => distinctRows(points, rows)),
    k,
  )
  const of = new Int32Array(points.n)
  const parents: number[] = []
  let wss = 0
  for (const [parent, rows] of members.entries()) {
    const parts = shares[parent] ?? 1
    const fit = await cluster(rowsOf(points, rows), parts, seed + parent + 1)
    for (const [at, row] of rows.entries()) of[row] = parents.length + (fit.assignment[at] ?? 0)
    for (let part = 0; part < parts; part++) parents.push(parent)
    wss += fit.wss
  }
  return { of, parents, wss }
}

/** Shares out k parts among groups by their sums of squares (the next part to whichever is then the coarsest); at least one each, no more than its distinct areas. */
function portions(squares: readonly number[], most: readonly number[], k: number): number[] {
  const parts = squares.map(() => 1)
  const coarseness = (i: number): number => (squares[i] ?? 0) / (parts[i] ?? 1)
  for (let given = squares.length; given < k; given++) {
    const divisible = [...parts.keys()].filter((i) => (parts[i] ?? 0) < (most[i] ?? 0))
    const [first] = divisible
    if (first === undefined) break
    const next = divisible.reduce((best, i) => (coarseness(i) > coarseness(best) ? i : best), first)
    parts[next] = (parts[next] ?? 1) + 1
  }
  return parts
}

function distinctRows({ d, values }: Points, rows: readonly number[]): number {
  return new Set(rows.map((row) => values.subarray(row * d, (row + 1) * d).join(' '))).size
}
