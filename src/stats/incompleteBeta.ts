import { bracketedNewton } from './bracketedNewton.ts'

const HALF_LOG_TWO_PI = 0.9189385332046728

/** Error of Stirling's formula: log Γ(z) - ((z - 1/2) log z - z + 1/2 log 2π), z > 0. */
function stirlingError(z: number): number {
  let sum = 0
  let shifted = z
  // Γ(z + 1) = z Γ(z) carries a small z to where the series has all its digits.
  while (shifted < 16) {
    sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
    shifted += 1
  }
  const inverse = 1 / (shifted * shifted)
  const series = 1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188))))
  return sum + series / shifted
}

/** a log(a / m) + m - a without cancellation when a is near m (C. Loader's deviance term). */
function devianceTerm(a: number, m: number): number {
  const v = (a - m) / (a + m)
  if (Math.abs(v) > 0.1) return a * Math.log(a / m) + m - a
  let sum = (a - m) * v
  let power = 2 * a * v
  for (let j = 3; j < 200; j += 2) {
    power *= v * v
    const next = sum + power / j
    if (next === sum) return next
    sum = next
  }
  return sum
}

/** log of x^a y^b / B(a, b), y = 1 - x, kept exact for large a and b by the saddle-point form. */
function logKernel(x: number, y: number, a: number, b: number): number {
  const n = a + b
  const deviance = devianceTerm(a, n * x) + devianceTerm(b, n * y)
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b)
  return 0.5 * (Math.log(a) + Math.log(b / n)) - HALF_LOG_TWO_PI + stirling - deviance
}

/** Continued fraction of the incomplete beta (modified Lentz), for x below about the mean a / (a + b). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < 1e-15) return fraction
  }
  throw new RangeError(`The incomplete beta function does not converge for x ${x}, a ${a}, b ${b}`)
}

function requireShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`The beta distribution needs two positive finite shapes, got ${a} and ${b}`)
  }
}

/** Both tails of the beta distribution at x (with y = 1 - x given apart, so that neither loses its digits). */
export interface BetaTails {
  /** I_x(a, b) */
  lower: number
  /** 1 - I_x(a, b) */
  upper: number
  /** x^a (1 - x)^b / B(a, b): the derivative of the lower tail by log(x / (1 - x)) */
  kernel: number
}

/**
 * Both tails of the beta distribution, each to full relative accuracy in its own tail.
 *
 * @example betaTails(0.5, 0.5, 2, 3) // => { lower: 0.6875, upper: 0.3125, kernel: 0.375 }
 */
export function betaTails(x: number, y: number, a: number, b: number): BetaTails {
  requireShapes(a, b)
  if (Number.isNaN(x) || Number.isNaN(y)) return { lower: Number.NaN, upper: Number.NaN, kernel: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1, kernel: 0 }
  if (y <= 0) return { lower: 1, upper: 0, kernel: 0 }
  const kernel = Math.exp(logKernel(x, y, a, b))
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (kernel * continuedFraction(x, a, b)) / a)
    return { lower, upper: 1 - lower, kernel }
  }
  const upper = Math.min(1, (kernel * continuedFraction(y, b, a)) / b)
  return { lower: 1 - upper, upper, kernel }
}

/**
 * Regularised incomplete beta function I_x(a, b): the distribution function of Beta(a, b) at x.
 *
 * x in 0..1 (outside it gives 0 or 1), a and b positive and finite, else RangeError.
 * Source: DLMF 8.17.22 (continued fraction), C. Loader's saddle-point form for the leading factor. Equals R's `pbeta`.
 *
 * @example incompleteBeta(0.5, 2, 3) // => 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b).lower
}

/**
 * Quantile of Beta(a, b): the x with I_x(a, b) = p.
 *
 * p in 0..1 and a, b positive and finite, else RangeError. Solved by Newton's steps in log(x / (1 - x)) on the logarithm of
 * the smaller tail, so that quantiles next to 0 keep their digits. Equals R's `qbeta`.
 *
 * @example betaQuantile(0.975, 1, 89) // => 0.0406008575…  (upper Clopper-Pearson limit of 0 out of 89)
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireShapes(a, b)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`)
  if (p === 0 || p === 1) return p
  const start = Math.log(a / b)
  const logit = bracketedNewton(
    (u) => {
      const { lower, upper, kernel } = betaTails(1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u)), a, b)
      return p <= 0.5
        ? { value: Math.log(lower / p), derivative: kernel / lower }
        : { value: -Math.log(upper / (1 - p)), derivative: kernel / upper }
    },
    -744,
    744,
    start,
  )
  return 1 / (1 + Math.exp(-logit))
}
