import { betaTails } from './incompleteBeta.ts'

/**
 * Upper tail of the F distribution, P(F(d1, d2) > f): the p-value of a Wald or Rao-Scott statistic.
 *
 * Both degrees of freedom above 0 and finite, else RangeError; 1 for f of 0 or less; NaN for f NaN. Equals R's `pf(f, d1, d2, lower.tail = FALSE)`.
 *
 * @example fUpperTail(4, 1, 1) // => 0.295167235
 */
export function fUpperTail(f: number, d1: number, d2: number): number {
  if (!(d1 > 0 && d2 > 0 && d1 < Infinity && d2 < Infinity)) {
    throw new RangeError(`The F distribution needs two positive finite degrees of freedom, got ${d1} and ${d2}`)
  }
  if (Number.isNaN(f)) return Number.NaN
  if (f <= 0) return 1
  if (f === Infinity) return 0
  const x = d2 / (d2 + d1 * f)
  return betaTails(x, (d1 * f) / (d2 + d1 * f), d2 / 2, d1 / 2).lower
}
