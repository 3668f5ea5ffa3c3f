import type { Bilingual } from '#kernel/bilingual.ts'
import type { Points } from '#stats/kmeans.ts'
import type { AreaFigures } from './areaFigures.ts'
import type { ScaledVariable, Segment, SegmentArea } from './classification.ts'
import { indicesOf, means, squaredDistance } from './groupGeometry.ts'
import { nameOfGroup, spreadOf } from './nameGroups.ts'

/** A partition of areas, and the group above of each of its groups. */
export interface GroupLevel {
  /** Group of each area. */
  readonly of: Int32Array
  readonly parents: readonly (number | null)[]
}

const letterOf = (number: number): string =>
  String.fromCodePoint(65 + (number % 26)) + (number < 26 ? '' : String(Math.floor(number / 26)))

/** A, B, … at the first level; A1, A2, … below, by the place within the group above. */
function lettersOf(levels: readonly GroupLevel[], at: number): string[] {
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

/** The groups of one level, with their people and a first name. */
export function segmentsOf(
  figures: AreaFigures,
  points: Points,
  variables: readonly ScaledVariable[],
  level: GroupLevel,
  at: number,
  levels: readonly GroupLevel[],
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

/** Where each area belongs at every level, and how clearly at the finest: from the means of its groups, unless their centroids are kept from before. */
export function areasOf(
  figures: AreaFigures,
  points: Points,
  levels: readonly GroupLevel[],
  kept: Float64Array | null = null,
): SegmentArea[] {
  const finest = levels.at(-1)
  if (!finest) return []
  const k = finest.parents.length
  const centroids = kept ?? means(points, finest.of, k).centroids
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
