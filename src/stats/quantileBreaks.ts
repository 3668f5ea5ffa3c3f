import { checkedValues, type ClassLows } from './classBreaks.ts'

/**
 * Classes that hold about as many values each: class i begins with the value of rank ⌈i·n/k⌉ (0-based), the inverse of the empirical distribution.
 * Equal values share a class, so that fewer classes come back where ties or few values leave no choice.
 *
 * Source: R's `quantile(type = 1)` moved to the next value, since a class holds its low.
 *
 * @param values finite, in any order
 * @throws RangeError for a value that is no finite number
 *
 * Example: `quantileBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)` is `[1, 3, 5, 7, 9]`.
 */
export function quantileBreaks(values: readonly number[], classes: number): ClassLows {
  const sorted = checkedValues(values, classes)
  const n = sorted.length
  const k = Math.min(classes, n)
  const starts = Array.from({ length: k }, (_, i) => sorted[Math.ceil((i * n) / k)])
  return [...new Set(starts)].filter((low) => low !== undefined)
}
