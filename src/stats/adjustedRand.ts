const pairs = (count: number): number => (count * (count - 1)) / 2

/**
 * Agreement of two partitions of the same points, corrected for chance: 1 for equal ones whatever their numbers, about 0 for unrelated ones.
 * 1 as well where both put all points together, or each alone. Source: Hubert and Arabie 1985. Equals scikit-learn's `adjusted_rand_score`.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`partitions of ${a.length} and ${b.length} points`)
  const rows = new Map<number, number>()
  const columns = new Map<number, number>()
  const cells = new Map<string, number>()
  const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let i = 0; i < a.length; i++) {
    const [row, column] = [a[i] as number, b[i] as number]
    add(rows, row)
    add(columns, column)
    add(cells, `${row} ${column}`)
  }
  const together = (counts: Map<unknown, number>): number =>
    Array.from(counts.values()).reduce((sum, count) => sum + pairs(count), 0)
  const [inRows, inColumns, inBoth] = [together(rows), together(columns), together(cells)]
  const expected = a.length < 2 ? 0 : (inRows * inColumns) / pairs(a.length)
  const most = (inRows + inColumns) / 2
  return most === expected ? 1 : (inBoth - expected) / (most - expected)
}
