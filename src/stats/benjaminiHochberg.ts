/**
 * p-values adjusted for the false discovery rate (step-up of Benjamini and Hochberg), in the order of the input.
 *
 * Adjusted p of the i-th smallest of m: min over j >= i of p_(j) * m / j, at most 1. Every p lies in 0..1, else RangeError
 * naming it; the family is exactly the array, so fix it before filtering. The input is not changed; an empty one gives [].
 * Source: Benjamini and Hochberg, JRSS B 57 (1995). Equals R's `p.adjust(p, "BH")`.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // => [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  for (const value of p) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`A p-value lies between 0 and 1, got ${value}`)
  }
  const descending = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value)
  const adjusted = p.map(() => 1)
  let smallest = 1
  for (const [place, { value, index }] of descending.entries()) {
    smallest = Math.min(smallest, value * (p.length / (p.length - place)))
    adjusted[index] = smallest
  }
  return adjusted
}
