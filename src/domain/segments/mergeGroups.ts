import { DomainError } from '#kernel/result.ts'
import type { Points } from '#stats/kmeans.ts'
import { conflictOf, cutTree, wardMerge, type MergeLocks, type MergeTree } from '#stats/wardMerge.ts'
import type { AreaFigures } from './areaFigures.ts'
import type { MergeRecord, ScaledVariable, Segment, SegmentArea } from './classification.ts'
import { areasOf, segmentsOf, type GroupLevel } from './describeGroups.ts'
import { means, sumOfSquares } from './groupGeometry.ts'

/** A classification whose groups are to be merged, with its areas' figures in the space of its groups. */
export interface GroupsToMerge {
  readonly number: number
  readonly figures: AreaFigures
  readonly variables: readonly ScaledVariable[]
  readonly points: Points
  /** Group of each area at the level that is merged. */
  readonly of: Int32Array
  readonly level: number
}

export interface MergedGroups {
  readonly record: MergeRecord
  readonly tree: MergeTree
  readonly segments: readonly Segment[]
  readonly areas: readonly SegmentArea[]
  readonly wss: number
  readonly betweenShare: number
}

const groupCount = (of: Int32Array): number => of.reduce((most, group) => Math.max(most, group + 1), 0)

/** The whole tree of merges of a level's groups by Ward's cost, each group weighing as many areas as it has. */
export function mergeTree({ points, of }: Pick<GroupsToMerge, 'points' | 'of'>, locks: MergeLocks): MergeTree {
  const k = groupCount(of)
  const { centroids, sizes } = means(points, of, k)
  const rows = Array.from({ length: k }, (_, g) => Array.from(centroids.subarray(g * points.d, (g + 1) * points.d)))
  return wardMerge(rows, Array.from(sizes), locks)
}

/**
 * Merges the groups of a classification into k local ones by Ward's cost, holding locks; the new groups are numbered by descending number of areas.
 * Refuses `segments.locksConflict` (with the pair), `segments.cutImpossible` (with the fewest and the most groups that the locks allow).
 */
export function mergeGroups(from: GroupsToMerge, k: number, locks: MergeLocks): MergedGroups {
  const conflict = conflictOf(groupCount(from.of), locks)
  if (conflict) throw new DomainError('segments.locksConflict', { one: conflict[0], other: conflict[1] })
  const tree = mergeTree(from, locks)
  const [fewest, most] = [tree.leaves - tree.steps.length, tree.leaves - tree.forced]
  if (!Number.isInteger(k) || k < Math.max(2, fewest) || k > most) {
    throw new DomainError('segments.cutImpossible', { k, fewest: Math.max(2, fewest), most })
  }
  const into = bySize(cutTree(tree, k), from.of, k)
  const level: GroupLevel = {
    of: from.of.map((group) => into[group] ?? 0),
    parents: Array.from({ length: k }, () => null),
  }
  const wss = sumOfSquares(from.points, level.of, k)
  const total = sumOfSquares(from.points, new Int32Array(from.points.n), 1)
  return {
    record: {
      from: from.number,
      level: from.level,
      into,
      mustMerge: locks.mustMerge,
      cannotMerge: locks.cannotMerge,
      varianceKept: tree.steps[tree.leaves - k - 1]?.kept ?? 1,
    },
    tree,
    segments: segmentsOf(from.figures, from.points, from.variables, level, 0, [level]),
    areas: areasOf(from.figures, from.points, [level]),
    wss,
    betweenShare: total > 0 ? 1 - wss / total : 0,
  }
}

/** The same cut with its groups numbered by descending number of areas. */
function bySize(cut: readonly number[], of: Int32Array, k: number): number[] {
  const sizes = Array.from({ length: k }, () => 0)
  for (const group of of) sizes[cut[group] ?? 0] = (sizes[cut[group] ?? 0] ?? 0) + 1
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  const numberOf = new Map(order.map((group, number) => [group, number]))
  return cut.map((group) => numberOf.get(group) ?? 0)
}
