import { bracketedNewton } from './bracketedNewton.ts'
import { betaTails } from './incompleteBeta.ts'
import { normalCdf, normalQuantile } from './normal.ts'

// From here on the expansion below is exact to the last digits, and the continued fraction only slower.
const MANY_DEGREES = 20_000

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`Student's t needs degrees of freedom above 0, got ${df}`)
}

/** The normal deviate with the same tail as t at many degrees of freedom (G. W. Hill, Algorithm 395, CACM 1970). */
function equivalentNormal(t: number, df: number): number {
  if (df === Infinity) return t
  const a = df - 0.5
  const b = 48 * a * a
  const square = a * Math.log1p((t * t) / df)
  const z = Math.sqrt(square)
  const second = (((4 * square + 33) * square + 240) * square + 855) / (10 * b * (b + 0.8 * square * square + 100))
  return z * (1 + (square + 3) / b - second)
}

/** P(T > t) for t >= 0, to full relative accuracy. */
function upperTail(t: number, df: number): number {
  if (t === Infinity) return 0
  if (df > MANY_DEGREES) return normalCdf(-equivalentNormal(t, df))
  const square = t * t
  return betaTails(df / (df + square), square / (df + square), df / 2, 0.5).lower / 2
}

/**
 * Distribution function of Student's t with df degrees of freedom, P(T <= t).
 *
 * df > 0, fractional or Infinity (the normal distribution); else RangeError. NaN for t NaN. Relative accuracy about 1e-13
 * in the lower tail. Source: DLMF 8.17 (incomplete beta). Equals R's `pt`.
 *
 * @example studentTCdf(2, 10) // => 0.96330598…
 */
export function studentTCdf(t: number, df: number): number {
  requireDegrees(df)
  if (Number.isNaN(t)) return Number.NaN
  return t <= 0 ? upperTail(-t, df) : 1 - upperTail(t, df)
}

/**
 * Share of the distribution beyond t ('tail') or between 0 and t ('centre'), with the derivative of its logarithm by log t
 * (for the tail that derivative with its sign turned).
 */
function shareOf(side: 'tail' | 'centre', t: number, df: number): { share: number; slope: number } {
  const square = t * t
  const far = square / (df + square)
  const near = df / (df + square)
  const { lower, kernel } = side === 'tail' ? betaTails(near, far, df / 2, 0.5) : betaTails(far, near, 0.5, df / 2)
  return { share: lower / 2, slope: (2 * kernel) / lower }
}

/** t with P(T > t) = tail, 0 < tail < 0.5, many degrees of freedom: Newton on the equivalent normal deviate. */
function quantileOfManyDegrees(tail: number, df: number): number {
  const z = -normalQuantile(tail)
  if (df === Infinity) return z
  let t = z * (1 + (z * z + 1) / (4 * df))
  // The deviate is t itself but for terms in 1/df, so that plain substitution gains a factor df each time.
  for (let step = 0; step < 6; step++) t += z - equivalentNormal(t, df)
  return t
}

/**
 * Quantile of Student's t: the t with P(T <= t) = p.
 *
 * p in 0..1 and df > 0 (fractional or Infinity), else RangeError; 0 and 1 give -Infinity and Infinity.
 * Relative accuracy about 1e-13. Equals R's `qt`.
 *
 * @example studentTQuantile(0.975, 197) // => 1.97207903…
 */
export function studentTQuantile(p: number, df: number): number {
  requireDegrees(df)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`)
  if (p === 0.5) return 0
  const sign = p < 0.5 ? -1 : 1
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return sign * Infinity
  if (df > MANY_DEGREES) return sign * quantileOfManyDegrees(tail, df)
  // Next to the middle the tail is nearly 1/2 and says little of t; the share between 0 and t keeps its digits.
  const side = tail > 0.25 ? 'centre' : 'tail'
  const target = side === 'centre' ? Math.abs(p - 0.5) : tail
  const logT = bracketedNewton(
    (u) => {
      const { share, slope } = shareOf(side, Math.exp(u), df)
      return { value: (side === 'centre' ? 1 : -1) * Math.log(share / target), derivative: slope }
    },
    -50,
    350,
    Math.log(-normalQuantile(tail)),
  )
  return sign * Math.exp(logT)
}
