import { betaQuantile } from './incompleteBeta.ts'
import { normalQuantile } from './normal.ts'
import { studentTQuantile } from './studentT.ts'

/** Limits of a two-sided confidence interval; both NaN where it cannot be estimated. */
export interface Interval {
  lower: number
  upper: number
}

const NOT_ESTIMABLE: Interval = { lower: Number.NaN, upper: Number.NaN }

/** Probability below the upper limit: 0.975 for a level of 0.95. */
function upperProbability(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`A confidence level lies between 0 and 1, got ${level}`)
  return (1 + level) / 2
}

function requireCount(x: number, n: number): void {
  if (!(n > 0 && x >= 0 && x <= n)) throw new RangeError(`A count out of n lies between 0 and n (n above 0), got ${x} of ${n}`)
}

/**
 * Student's interval, value ± t(df) · se.
 *
 * df of the domain, above 0; with df <= 0 or a value or se that is NaN both limits are NaN (not estimable).
 * Equals R survey's `confint(…, df = degf(subset))`.
 *
 * @example tInterval(662.287363159, 9.408940803, 197, 0.95) // => { lower: 643.732188272, upper: 680.842538047 }
 */
export function tInterval(value: number, se: number, df: number, level = 0.95): Interval {
  const p = upperProbability(level)
  if (!(df > 0)) return NOT_ESTIMABLE
  const half = studentTQuantile(p, df) * se
  return { lower: value - half, upper: value + half }
}

/**
 * Wilson's score interval of x out of n.
 *
 * RangeError unless 0 <= x <= n and n > 0. Source: E. B. Wilson, JASA 22 (1927). Equals R's `prop.test(…, correct = FALSE)`.
 *
 * @example wilsonInterval(400, 5996) // => { lower: 0.0606687…, upper: 0.0733084… }
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval {
  const z = normalQuantile(upperProbability(level))
  requireCount(x, n)
  const p = x / n
  const square = (z * z) / n
  const centre = (p + square / 2) / (1 + square)
  const half = (z * Math.sqrt((p * (1 - p)) / n + square / (4 * n))) / (1 + square)
  // At 0 and n the limit is exact; the formula leaves a rounding error there.
  return { lower: x === 0 ? 0 : centre - half, upper: x === n ? 1 : centre + half }
}

/**
 * Exact (Clopper-Pearson) interval of x out of n; both may be fractional, as effective counts are.
 *
 * RangeError unless 0 <= x <= n and n > 0. Source: Clopper and Pearson, Biometrika 26 (1934). Equals R's `binom.test`.
 *
 * @example clopperPearson(0, 89, 0.95) // => { lower: 0, upper: 0.0406008576… }
 */
export function clopperPearson(x: number, n: number, level = 0.95): Interval {
  const p = upperProbability(level)
  requireCount(x, n)
  return {
    lower: x === 0 ? 0 : betaQuantile(1 - p, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(p, x + 1, n - x),
  }
}

/**
 * Interval of a proportion on the logit scale: logit p ± t(df) · se / (p (1 - p)), carried back.
 *
 * p strictly inside 0..1, df > 0; otherwise both limits are NaN (not estimable: use `betaInterval` at 0 and 1).
 * Equals R survey's `svyciprop(method = "logit", df = …)`.
 *
 * @example logitInterval(0.48, 0.1, 24) // => { lower: 0.287629…, upper: 0.678490… }
 */
export function logitInterval(p: number, se: number, df: number, level = 0.95): Interval {
  const quantile = upperProbability(level)
  if (!(p > 0 && p < 1 && df > 0)) return NOT_ESTIMABLE
  const logit = Math.log(p / (1 - p))
  const half = (studentTQuantile(quantile, df) * se) / (p * (1 - p))
  return { lower: 1 / (1 + Math.exp(half - logit)), upper: 1 / (1 + Math.exp(-half - logit)) }
}

/**
 * Korn and Graubard's interval of a proportion: Clopper-Pearson with the effective n, corrected for the degrees of freedom.
 *
 * effectiveN = p (1 - p) / V with V the design variance; it is multiplied by (t(n - 1) / t(df))², where n is the domain's
 * unweighted count and df its degrees of freedom. At exactly 0 or 1 (V = 0) the effective n is n itself, uncorrected.
 * Limits NaN when df <= 0, n < 2 or p NaN. Source: Korn and Graubard, Survey Methodology 24 (1998).
 * Equals R survey's `svyciprop(method = "beta")` with the domain's n and df.
 *
 * @example betaInterval(0, Number.NaN, 88, 89, 0.95) // => { lower: 0, upper: 0.0406008576… }
 */
export function betaInterval(p: number, effectiveN: number, df: number, n: number, level = 0.95): Interval {
  const quantile = upperProbability(level)
  if (!(df > 0 && n > 0 && p >= 0 && p <= 1)) return NOT_ESTIMABLE
  if (p === 0 || p === 1) return clopperPearson(p * n, n, level)
  if (!(n > 1 && effectiveN > 0 && effectiveN < Infinity)) return NOT_ESTIMABLE
  const ratio = studentTQuantile(quantile, n - 1) / studentTQuantile(quantile, df)
  const size = effectiveN * ratio * ratio
  return clopperPearson(p * size, size, level)
}
