import { checkedValues, type ClassLows } from './classBreaks.ts'

/**
 * Classes equally wide between the least and the greatest value; some may hold no value. One class where all values are equal.
 *
 * @param values finite, in any order
 * @throws RangeError for a value that is no finite number
 *
 * Example: `equalBreaks([0, 1, 10], 5)` is `[0, 2, 4, 6, 8]`.
 */
export function equalBreaks(values: readonly number[], classes: number): ClassLows {
  const sorted = checkedValues(values, classes)
  const [least, greatest] = [sorted[0], sorted.at(-1)]
  if (least === undefined || greatest === undefined) return []
  const lows = Array.from({ length: classes }, (_, i) => least + ((greatest - least) * i) / classes)
  return [...new Set(lows)]
}
