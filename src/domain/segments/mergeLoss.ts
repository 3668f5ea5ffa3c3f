import { gainsGini } from '#stats/gainsGini.ts'
import { cutTree, type MergeTree } from '#stats/wardMerge.ts'

/** Customers of one service by area, beside the people of the areas. */
export interface ServiceCustomers {
  readonly service: string
  readonly users: ArrayLike<number>
}

/** How well groups tell the customers of a service from others, before and after a merge. */
export interface GiniKept {
  readonly service: string
  readonly before: number | null
  readonly after: number | null
  /** after / before, 0-1; `null` where the groups told nothing to begin with. */
  readonly kept: number | null
}

/** One number of groups that the tree can be cut into. */
export interface MergeCut {
  readonly k: number
  /** Between-type variance kept, 0-1. */
  readonly varianceKept: number
  /** Mean share of the Gini kept over services, 0-1; `null` without customers. */
  readonly giniKept: number | null
}

/** Sums of areas' counts by group. */
function sumsBy(of: ArrayLike<number>, counts: ArrayLike<number>, groups: number): number[] {
  const sums = Array.from({ length: groups }, () => 0)
  for (let i = 0; i < of.length; i++) sums[of[i] ?? 0] = (sums[of[i] ?? 0] ?? 0) + (counts[i] ?? 0)
  return sums
}

/** The Gini of the gains curve of every service with the groups before and with the groups they go into. Source: `gainsGini`. */
export function giniKept(
  { of, into, people }: { readonly of: ArrayLike<number>; readonly into: readonly number[]; readonly people: ArrayLike<number> },
  services: readonly ServiceCustomers[],
): GiniKept[] {
  const merged = Int32Array.from(of, (group) => into[group] ?? 0)
  const k = Math.max(...into) + 1
  const [peopleBefore, peopleAfter] = [sumsBy(of, people, into.length), sumsBy(merged, people, k)]
  return services.map(({ service, users }) => {
    const before = gainsGini(peopleBefore, sumsBy(of, users, into.length))
    const after = gainsGini(peopleAfter, sumsBy(merged, users, k))
    const kept = before !== null && after !== null && before > 0 ? after / before : null
    return { service, before, after, kept }
  })
}

/** What is kept at every number of groups, from the most that locks allow down to two. */
export function mergeCuts(
  tree: MergeTree,
  areas: { readonly of: ArrayLike<number>; readonly people: ArrayLike<number> },
  services: readonly ServiceCustomers[],
): MergeCut[] {
  const [fewest, most] = [Math.max(2, tree.leaves - tree.steps.length), tree.leaves - tree.forced]
  return Array.from({ length: Math.max(0, most - fewest + 1) }, (_, i) => {
    const k = most - i
    const kept = giniKept({ ...areas, into: cutTree(tree, k) }, services).flatMap((each) => each.kept ?? [])
    return {
      k,
      varianceKept: tree.steps[tree.leaves - k - 1]?.kept ?? 1,
      giniKept: kept.length === 0 ? null : kept.reduce((sum, each) => sum + each, 0) / kept.length,
    }
  })
}
