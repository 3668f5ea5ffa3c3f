/**
 * Whole numbers in proportion to shares that sum exactly to `total` (largest remainders; ties go to the earlier share).
 *
 * @example apportion([1, 1, 1], 100) // => [34, 33, 33]
 */
export function apportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  if (!(sum > 0)) throw new RangeError(`apportion needs a positive sum of shares, got ${sum}`)
  const quotas = shares.map((share) => (share / sum) * total)
  const parts = quotas.map(Math.floor)
  const left = total - parts.reduce((all, part) => all + part, 0)
  const order = quotas
    .map((quota, i) => ({ i, rest: quota - Math.floor(quota) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}
