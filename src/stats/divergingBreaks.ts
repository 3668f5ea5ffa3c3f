import { checkedValues, type ClassLows } from './classBreaks.ts'

/** Halfway between a bound and what follows it, so that a value on the bound belongs to the class further from the centre, on either side alike. */
function justAbove(bound: number, ceiling: number, sorted: readonly number[]): number {
  const next = sorted.find((value) => value > bound) ?? ceiling
  return (bound + Math.min(next, ceiling)) / 2
}

/**
 * Classes on both sides of a centre, as many below as above and at equal distances from it: the distances from the centre are cut by a method for one
 * side. The centre itself begins the first class above it. A side without values keeps its classes, empty, so that colours mean the same on every map.
 *
 * @param values finite, in any order
 * @param centre 0 for deviations, 100 for indices
 * @param sides classes on each side; fewer come back where the distances are few
 * @param cut how the distances are cut: `quantileBreaks`, `jenksBreaks` or `equalBreaks`
 * @returns an even number of lows, or none without values
 * @throws RangeError for a value that is no finite number
 *
 * Example: `divergingBreaks([-4, -1, 2, 3], 0, 2, equalBreaks)` is `[-4, -1.5, 0, 2]`: distances under 2, and from 2.
 */
export function divergingBreaks(
  values: readonly number[],
  centre: number,
  sides: number,
  cut: (values: readonly number[], classes: number) => ClassLows,
): ClassLows {
  const sorted = checkedValues(values, sides)
  if (sorted.length === 0) return []
  const distances = sorted.map((value) => Math.abs(value - centre))
  // The first class of a side begins at the centre, whatever the method finds.
  const inner = cut([0, ...distances.filter((distance) => distance > 0)], sides).filter((low) => low > 0)
  const below = inner.map((low, i) => justAbove(centre - low, centre - (inner[i - 1] ?? 0), sorted))
  const farthest = centre - Math.max(...distances, Number.MIN_VALUE)
  return [farthest, ...below.toReversed(), centre, ...inner.map((low) => centre + low)]
}
