import type { KMeansFit, Points } from '#stats/kmeans.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { AreaFigures } from './areaFigures.ts'
import { checkFigures } from './checkFigures.ts'
import type { BuildSettings, ScaledVariable, Segment, SegmentArea } from './classification.ts'
import { nameOfGroup, spreadOf } from './nameGroups.ts'
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

interface Level {
  /** Group of each area. */
  readonly of: Int32Array
  readonly parents: readonly (number | null)[]
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

function indicesOf(of: Int32Array, group: number): number[] {
  const rows: number[] = []
  for (let i = 0; i < of.length; i++) if (of[i] === group) rows.push(i)
  return rows
}

function rowsOf({ d, values }: Points, rows: readonly number[]): Points {
  const chosen = new Float64Array(rows.length * d)
  for (const [at, row] of rows.entries()) chosen.set(values.subarray(row * d, (row + 1) * d), at * d)
  return { n: rows.length, d, values: chosen }
}

function distinctRows({ d, values }: Points, rows: readonly number[]): number {
  return new Set(rows.map((row) => values.subarray(row * d, (row + 1) * d).join(' '))).size
}

/** Means of groups, row-major. */
function means({ n, d, values }: Points, of: Int32Array, k: number): { centroids: Float64Array; sizes: Int32Array } {
  const centroids = new Float64Array(k * d)
  const sizes = new Int32Array(k)
  for (let i = 0; i < n; i++) {
    const group = of[i] ?? 0
    sizes[group] = (sizes[group] ?? 0) + 1
    for (let j = 0; j < d; j++) centroids[group * d + j] = (centroids[group * d + j] ?? 0) + (values[i * d + j] ?? 0)
  }
  for (let g = 0; g < k; g++) for (let j = 0; j < d; j++) centroids[g * d + j] = (centroids[g * d + j] ?? 0) / (sizes[g] ?? 1)
  return { centroids, sizes }
}

function squaredDistance(a: Float64Array, at: number, b: Float64Array, bt: number, d: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const apart = (a[at * d + j] ?? 0) - (b[bt * d + j] ?? 0)
    sum += apart * apart
  }
  return sum
}

function sumOfSquares(points: Points, of: Int32Array, k: number): number {
  const { centroids } = means(points, of, k)
  let sum = 0
  for (let i = 0; i < points.n; i++) sum += squaredDistance(points.values, i, centroids, of[i] ?? 0, points.d)
  return sum
}

const letterOf = (number: number): string =>
  String.fromCodePoint(65 + (number % 26)) + (number < 26 ? '' : String(Math.floor(number / 26)))

/** A, B, … at the first level; A1, A2, … below, by the place within the group above. */
function lettersOf(levels: readonly Level[], at: number): string[] {
  const level = levels[at]
  if (!level) return []
  if (at === 0) return level.parents.map((_, number) => letterOf(number))
  const above = lettersOf(levels, at - 1)
  const seen = new Map<number, number>()
  return level.parents.map((parent) => {
    const place = (seen.get(parent ?? 0) ?? 0) + 1
    seen.set(parent ?? 0, place)
    return `${above[parent ?? 0] ?? ''}${at === 1 ? place : String.fromCodePoint(96 + place)}`
  })
}

function segmentsOf(
  figures: AreaFigures,
  points: Points,
  variables: readonly ScaledVariable[],
  level: Level,
  at: number,
  levels: readonly Level[],
): Segment[] {
  const { centroids, sizes } = means(points, level.of, level.parents.length)
  const letters = lettersOf(levels, at)
  const spread = spreadOf(points)
  return level.parents.map((parent, number) => {
    const centroid = Array.from(centroids.subarray(number * points.d, (number + 1) * points.d))
    const rows = indicesOf(level.of, number)
    const name: Bilingual = nameOfGroup(variables, centroid, spread)
    return {
      level: at + 1,
      number,
      letter: letters[number] ?? '',
      name,
      parent,
      areas: sizes[number] ?? 0,
      people: rows.reduce((sum, row) => sum + (figures.people[row] ?? 0), 0),
      households: rows.reduce((sum, row) => sum + (figures.households[row] ?? 0), 0),
      centroid,
    }
  })
}

function areasOf(figures: AreaFigures, points: Points, levels: readonly Level[]): SegmentArea[] {
  const finest = levels.at(-1)
  if (!finest) return []
  const k = finest.parents.length
  const { centroids } = means(points, finest.of, k)
  return figures.zones.map((zone, i) => {
    const own = finest.of[i] ?? 0
    const distance = Math.sqrt(squaredDistance(points.values, i, centroids, own, points.d))
    let second: number | null = null
    let next = Number.POSITIVE_INFINITY
    for (let g = 0; g < k; g++) {
      if (g === own) continue
      const apart = Math.sqrt(squaredDistance(points.values, i, centroids, g, points.d))
      if (apart < next) [second, next] = [g, apart]
    }
    return {
      zone,
      segments: levels.map((level) => level.of[i] ?? 0),
      distance,
      second,
      separation: second === null || next === 0 ? null : (next - distance) / next,
      people: figures.people[i] ?? 0,
      households: figures.households[i] ?? 0,
    }
  })
}
