/** A measure's figures by area, with those of what it is a share of; NaN where there is none. */
export interface CountedColumn {
  readonly counts: Float64Array
  /** `null` where the figure is taken as given: then its mean is weighted by the areas' people. */
  readonly of: Float64Array | null
}

/** Sums of groups in their order, and last that of all areas together. */
export interface GroupSums {
  /** Counts; or figures times their weights, where they are taken as given. */
  readonly above: Float64Array
  /** Denominators, or weights. */
  readonly below: Float64Array
}

/** Sums the counts and the denominators of areas by group; an area without one of the two is left out of both. */
export function groupSums({ counts, of }: CountedColumn, people: Float64Array, groupOf: ArrayLike<number>, k: number): GroupSums {
  const above = new Float64Array(k + 1)
  const below = new Float64Array(k + 1)
  for (const [i, count] of counts.entries()) {
    const weight = (of ? of[i] : people[i]) ?? 0
    const group = groupOf[i] ?? -1
    if (group < 0 || !Number.isFinite(count) || !(weight > 0)) continue
    const part = of ? count : weight * count
    for (const at of [group, k]) {
      above[at] = (above[at] ?? 0) + part
      below[at] = (below[at] ?? 0) + weight
    }
  }
  return { above, below }
}

/**
 * Figures of groups out of the counts of their areas: sum of counts over sum of denominators, in per cent; of figures taken as given the mean weighted by people.
 * The last entry is that of all areas together; NaN where nobody was counted.
 *
 * Example: counts (10, 30) of (100, 100) in groups (0, 1) give [10, 30, 20].
 */
export function groupShares(column: CountedColumn, people: Float64Array, groupOf: ArrayLike<number>, k: number): number[] {
  const { above, below } = groupSums(column, people, groupOf, k)
  const per = column.of ? 100 : 1
  return Array.from(above, (sum, at) => shareOfSums(per * sum, below[at] ?? 0))
}

function shareOfSums(sum: number, weight: number): number {
  return weight > 0 ? sum / weight : Number.NaN
}
