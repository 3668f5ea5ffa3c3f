/**
 * The median: the middle value, or the mean of the two in the middle; NaN without values. The values are not changed.
 *
 * @example median([4, 1, 2]) // => 2
 */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle] as number
  return sorted.length === 0 ? Number.NaN : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
