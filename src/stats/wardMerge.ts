/** Two groups, by their places. */
export type Pair = readonly [number, number]

export interface MergeLocks {
  readonly mustMerge: readonly Pair[]
  readonly cannotMerge: readonly Pair[]
}

/** One merge: nodes 0 … n-1 are the groups given, node n + i is what step i made. */
export interface MergeStep {
  readonly left: number
  readonly right: number
  /** Ward's cost: what the within-group sum of squares grows by. */
  readonly cost: number
  /** Between-group variance still kept after the step, 0-1 of that between the groups given. */
  readonly kept: number
}

export interface MergeTree {
  readonly leaves: number
  /** Merges in order; fewer than n - 1 where locks forbid the rest. */
  readonly steps: readonly MergeStep[]
  /** How many of the first steps were asked for by must-merge locks. */
  readonly forced: number
}

interface Node {
  readonly id: number
  readonly size: number
  readonly centroid: readonly number[]
  readonly leaves: readonly number[]
}

/** The lock that contradicts others: a pair that may not be together and that must, directly or through others; `null` where there is none. */
export function conflictOf(groups: number, { mustMerge, cannotMerge }: MergeLocks): Pair | null {
  const of = Array.from({ length: groups }, (_, i) => i)
  const root = (i: number): number => (of[i] === i || of[i] === undefined ? i : root(of[i]))
  for (const [a, b] of mustMerge) of[root(a)] = root(b)
  return cannotMerge.find(([a, b]) => root(a) === root(b)) ?? null
}

const costOf = (a: Node, b: Node): number =>
  ((a.size * b.size) / (a.size + b.size)) * a.centroid.reduce((sum, value, j) => sum + (value - (b.centroid[j] ?? 0)) ** 2, 0)

function joined(a: Node, b: Node, id: number): Node {
  const size = a.size + b.size
  return {
    id,
    size,
    centroid: a.centroid.map((value, j) => (value * a.size + (b.centroid[j] ?? 0) * b.size) / size),
    leaves: [...a.leaves, ...b.leaves],
  }
}

const touches = (a: Node, b: Node, [x, y]: Pair): boolean =>
  (a.leaves.includes(x) && b.leaves.includes(y)) || (a.leaves.includes(y) && b.leaves.includes(x))

/** The cheapest pair among those allowed; the first of equals. */
function cheapest(nodes: readonly Node[], allowed: (a: Node, b: Node) => boolean): { a: Node; b: Node; cost: number } | null {
  let best: { a: Node; b: Node; cost: number } | null = null
  for (const [i, a] of nodes.entries()) {
    for (const b of nodes.slice(i + 1)) {
      const cost = costOf(a, b)
      if ((best === null || cost < best.cost) && allowed(a, b)) best = { a, b, cost }
    }
  }
  return best
}

/**
 * Merges groups step by step by Ward's cost n_a n_b / (n_a + n_b) |c_a - c_b|^2: first all that must be together, then whichever pair costs least and is not
 * kept apart, until none is left. `sizes` are the weights of the groups (areas or people), all above 0. Throws RangeError where a pair must and may not be together.
 *
 * Source: Ward 1963. Without locks it equals R's `hclust(d^2 / 2 scaled, "ward.D", members = sizes)`.
 * Example: centroids [[0], [1], [10]] of sizes [1, 1, 1] merge 0 with 1 at a cost of .5, then both with 2 at 60.1667.
 */
export function wardMerge(centroids: readonly (readonly number[])[], sizes: readonly number[], locks: MergeLocks): MergeTree {
  const conflict = conflictOf(centroids.length, locks)
  if (conflict) throw new RangeError(`groups ${conflict[0]} and ${conflict[1]} must and may not be together`)
  let nodes = centroids.map((centroid, id): Node => ({ id, size: sizes[id] ?? 0, centroid, leaves: [id] }))
  const whole = nodes.length > 0 ? nodes.slice(1).reduce((all, node) => joined(all, node, -1), nodes[0] as Node) : null
  const between = nodes.reduce((sum, node) => sum + (whole ? squares(node, whole) : 0), 0)
  const steps: MergeStep[] = []
  let lost = 0
  const mergeBy = (allowed: (a: Node, b: Node) => boolean): boolean => {
    const found = cheapest(nodes, allowed)
    if (!found) return false
    const { a, b, cost } = found
    lost += cost
    nodes = [...nodes.filter((node) => node !== a && node !== b), joined(a, b, centroids.length + steps.length)]
    steps.push({ left: a.id, right: b.id, cost, kept: between > 0 ? Math.max(0, 1 - lost / between) : 1 })
    return true
  }
  while (mergeBy((a, b) => locks.mustMerge.some((pair) => touches(a, b, pair)))) continue
  const forced = steps.length
  while (mergeBy((a, b) => !locks.cannotMerge.some((pair) => touches(a, b, pair)))) continue
  return { leaves: centroids.length, steps, forced }
}

const squares = (node: Node, whole: Node): number =>
  node.size * node.centroid.reduce((sum, value, j) => sum + (value - (whole.centroid[j] ?? 0)) ** 2, 0)

/** The group of each leaf when the tree is cut into k; groups are numbered by their first leaf. Throws RangeError where locks allow no such cut, naming the fewest and most. */
export function cutTree({ leaves, steps, forced }: MergeTree, k: number): number[] {
  const [fewest, most] = [leaves - steps.length, leaves - forced]
  if (!Number.isInteger(k) || k < fewest || k > most) throw new RangeError(`the tree gives ${fewest} to ${most} groups, not ${k}`)
  const members = new Map(Array.from({ length: leaves }, (_, i): [number, number[]] => [i, [i]]))
  for (const [at, { left, right }] of steps.slice(0, leaves - k).entries()) {
    members.set(leaves + at, [...(members.get(left) ?? []), ...(members.get(right) ?? [])])
    members.delete(left)
    members.delete(right)
  }
  const groups = Array.from(members.values()).toSorted((a, b) => Math.min(...a) - Math.min(...b))
  const of = Array.from({ length: leaves }, () => 0)
  for (const [group, held] of groups.entries()) for (const leaf of held) of[leaf] = group
  return of
}
