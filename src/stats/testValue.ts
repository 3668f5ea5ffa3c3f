import { normalQuantile } from './normal.ts'

/** Counts of a two-way table: of `n` people `inGroup` belong to a group, `citing` name something, and `both` do both. */
export interface TestCounts {
  readonly n: number
  readonly inGroup: number
  readonly citing: number
  readonly both: number
}

export interface TestValue {
  /** P(X >= both) where the `citing` were drawn from the `n` at random. */
  readonly p: number
  /** Standard normal quantile of 1 - p: large where the group names it more often than chance would. */
  readonly value: number
}

function checked({ n, inGroup, citing, both }: TestCounts): void {
  const whole = (name: string, count: number, most: number): void => {
    if (Number.isInteger(count) && count >= 0 && count <= most) return
    throw new RangeError(`testValue: ${name} is a whole number from 0 to ${most}, got ${count}`)
  }
  whole('n', n, Number.MAX_SAFE_INTEGER)
  whole('inGroup', inGroup, n)
  whole('citing', citing, n)
  whole('both', both, Math.min(inGroup, citing))
  const least = Math.max(0, inGroup + citing - n)
  if (both < least) throw new RangeError(`testValue: both is at least ${least} with these counts, got ${both}`)
}

/** Sums of the terms below `both` and from it on, relative to the largest term; each from its small end, so that nothing small is lost. */
function tails({ n, inGroup, citing, both }: TestCounts): { readonly below: number; readonly above: number } {
  const least = Math.max(0, inGroup + citing - n)
  const most = Math.min(inGroup, citing)
  /** Term at x + 1 over the term at x. */
  const ratio = (x: number): number => ((inGroup - x) / (x + 1)) * ((citing - x) / (n - inGroup - citing + x + 1))
  const mode = Math.min(most, Math.max(least, Math.floor(((inGroup + 1) * (citing + 1)) / (n + 2))))
  const terms = new Float64Array(most - least + 1)
  terms[mode - least] = 1
  for (let x = mode; x < most; x++) terms[x + 1 - least] = (terms[x - least] as number) * ratio(x)
  for (let x = mode; x > least; x--) terms[x - 1 - least] = (terms[x - least] as number) / ratio(x - 1)
  let below = 0
  let above = 0
  for (let x = least; x <= Math.min(both - 1, mode); x++) below += terms[x - least] as number
  for (let x = most; x >= Math.max(both, mode + 1); x--) above += terms[x - least] as number
  for (let x = mode + 1; x < both; x++) below += terms[x - least] as number
  for (let x = mode; x >= both; x--) above += terms[x - least] as number
  return { below, above }
}

/**
 * Test value (valeur-test) of a group naming something: exact hypergeometric tail, and its standard normal quantile.
 *
 * p = P(X >= both) with X hypergeometric (n people, `inGroup` marked, `citing` drawn); value = Φ⁻¹(1 - p), taken from whichever tail is small, so that
 * neither cancels. Where every possible X is at least `both`, p is 1 and the value -Infinity; where p is under 1e-308, 0 and Infinity. RangeError naming
 * the count for tables that cannot be. Source: L. Lebart, A. Morineau, M. Piron, Statistique exploratoire multidimensionnelle (1995), 2.3. Equals R's
 * `phyper(both - 1, inGroup, n - inGroup, citing, lower.tail = FALSE)` and `qnorm` of it, upper tail.
 *
 * @example testValue({ n: 89, inGroup: 20, citing: 30, both: 12 }) // => { p: 0.00605400336, value: 2.50898 }
 */
export function testValue(counts: TestCounts): TestValue {
  checked(counts)
  const { below, above } = tails(counts)
  const p = above / (below + above)
  if (p <= 0.5) return { p, value: -normalQuantile(p) }
  return { p, value: normalQuantile(below / (below + above)) }
}
