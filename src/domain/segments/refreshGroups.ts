import type { Points } from '#stats/kmeans.ts'
import { kmeansFrom } from '#stats/kmeans.ts'
import { transition } from '#stats/transition.ts'
import type { AreaFigures } from './areaFigures.ts'
import type { Cluster } from './buildGroups.ts'
import type { BuildSettings, ScaledVariable, Segment, SegmentArea } from './classification.ts'
import { areasOf, segmentsOf, type GroupLevel } from './describeGroups.ts'
import { squaredDistance, sumOfSquares } from './groupGeometry.ts'

export type RefreshMode = 'frozen' | 'free'

/** A classification to be made again from new figures. */
export interface GroupsToRefresh {
  /** Its groups at all levels. */
  readonly segments: readonly Segment[]
  /** For merged groups: the groups that were merged, with all their levels, and the merged group of each at the level that was merged. */
  readonly merged: { readonly segments: readonly Segment[]; readonly level: number; readonly into: readonly number[] } | null
  readonly variables: readonly ScaledVariable[]
  readonly settings: BuildSettings
  readonly figures: AreaFigures
  /** The new figures in the space of the former groups. */
  readonly points: Points
}

export interface RefreshedGroups {
  readonly segments: readonly Segment[]
  readonly areas: readonly SegmentArea[]
  readonly wss: number
  readonly betweenShare: readonly number[]
}

/** The groups of each level, the coarsest first. */
export function levelsOf(segments: readonly Segment[]): (readonly Segment[])[] {
  return [...Map.groupBy(segments, ({ level }) => level)]
    .toSorted(([a], [b]) => a - b)
    .map(([, held]) => held.toSorted((a, b) => a.number - b.number))
}

/** Puts points into groups that stay as they are: at each level the nearest centroid among the parts of the group above. Gives the group of each point by level. */
export function placeByCentroids(points: Points, segments: readonly Segment[]): Int32Array[] {
  const placed: Int32Array[] = []
  for (const level of levelsOf(segments)) {
    const above = placed.at(-1)
    const centroids = Float64Array.from(level.flatMap(({ centroid }) => centroid))
    const of = new Int32Array(points.n)
    for (let i = 0; i < points.n; i++) {
      let least = Number.POSITIVE_INFINITY
      for (const [at, { parent, number }] of level.entries()) {
        if (above && parent !== null && parent !== above[i]) continue
        const apart = squaredDistance(points.values, i, centroids, at, points.d)
        if (apart < least) [least, of[i]] = [apart, number]
      }
    }
    placed.push(of)
  }
  return placed
}

/** Areas placed by the centroids of before; merged groups by those of the groups that were merged. */
function frozen(from: GroupsToRefresh): Int32Array[] {
  if (!from.merged) return placeByCentroids(from.points, from.segments)
  const { segments, level, into } = from.merged
  const types = placeByCentroids(from.points, segments)[level - 1]
  if (!types) throw new RangeError(`the merged classification has no level ${level}`)
  return [types.map((type) => into[type] ?? 0)]
}

/**
 * Areas clustered anew at the finest level into as many groups as before, from many starts and from the former centroids, the smallest sum of squares kept. Each
 * new group takes the number of the former one that shares most people with it, and so its place under the groups above.
 */
async function free(from: GroupsToRefresh, held: readonly Int32Array[], cluster: Cluster): Promise<Int32Array[]> {
  const levels = levelsOf(from.segments)
  const finest = levels.at(-1) ?? []
  const before = held.at(-1) ?? new Int32Array(0)
  const { points, settings } = from
  const fits = [
    kmeansFrom(points, Float64Array.from(finest.flatMap(({ centroid }) => centroid)), settings),
    await cluster(points, finest.length, settings.seed),
  ]
  const best = fits.reduce((least, fit) => (fit.wss < least.wss ? fit : least))
  const { matched } = transition(before, best.assignment, from.figures.people)
  const former = Int32Array.from({ length: finest.length }, () => -1)
  for (const [group, fresh] of matched.entries()) if (fresh >= 0) former[fresh] = group
  const unused = finest.map(({ number }) => number).filter((number) => !former.includes(number))
  for (const [fresh, group] of former.entries()) if (group < 0) former[fresh] = unused.shift() ?? 0
  const placed = [best.assignment.map((fresh) => former[fresh] ?? 0)]
  for (const level of levels.slice(1).toReversed()) {
    const below = placed[0] ?? new Int32Array(0)
    placed.unshift(below.map((group) => level[group]?.parent ?? 0))
  }
  return placed
}

/**
 * Makes a classification again from new figures, with its variables, transformation and scaling: `frozen` keeps its centroids and lets areas change groups; `free` lets
 * the groups move as well. Numbers, letters and names stay with the groups they are matched to. METHODS: refresh.
 */
export async function refreshGroups(from: GroupsToRefresh, mode: RefreshMode, cluster: Cluster): Promise<RefreshedGroups> {
  const held = frozen(from)
  const placed = mode === 'frozen' ? held : await free(from, held, cluster)
  const levels = levelsOf(from.segments)
  const described = placed.map((of, at): GroupLevel => ({ of, parents: (levels[at] ?? []).map(({ parent }) => parent) }))
  const { figures, points } = from
  const segments = described.flatMap((level, at) =>
    segmentsOf(figures, points, from.variables, level, at, described).map((fresh, number) => {
      const former = levels[at]?.[number]
      if (!former) throw new RangeError(`no former group ${number} at level ${at + 1}`)
      const keeps = mode === 'frozen' || fresh.areas === 0
      return { ...fresh, letter: former.letter, name: former.name, centroid: keeps ? former.centroid : fresh.centroid }
    }),
  )
  const finest = segments.filter(({ level }) => level === described.length)
  const squares = described.map(({ of, parents }) => sumOfSquares(points, of, parents.length))
  const total = sumOfSquares(points, new Int32Array(points.n), 1)
  return {
    segments,
    areas: areasOf(figures, points, described, Float64Array.from(finest.flatMap(({ centroid }) => centroid))),
    wss: squares.at(-1) ?? 0,
    betweenShare: squares.map((wss) => (total > 0 ? 1 - wss / total : 0)),
  }
}
