import type { CalibrationMethod } from './calibrationTarget.ts'

/** How a calibrated weight depends on the linear predictor u: w = d F(u). F(0) = 1, F'(0) = 1, F increases. */
export interface CalibrationFunction {
  readonly F: (u: number) => number
  /** F'(u). */
  readonly slope: (u: number) => number
  /** ∫₀ᵘ F: convex, its sum less λ't is least where the margins are met. */
  readonly integral: (u: number) => number
  /** F lies between these. */
  readonly lower: number
  readonly upper: number
}

const linear: CalibrationFunction = {
  F: (u) => 1 + u,
  slope: () => 1,
  integral: (u) => u + (u * u) / 2,
  lower: -Infinity,
  upper: Infinity,
}

const raking: CalibrationFunction = { F: Math.exp, slope: Math.exp, integral: Math.expm1, lower: 0, upper: Infinity }

/** L + (U − L) s(u), s the logistic curve that makes F(0) = F'(0) = 1; written so that no exponential overflows. */
function logit(lower: number, upper: number): CalibrationFunction {
  const rate = (upper - lower) / ((upper - 1) * (1 - lower))
  const offset = Math.log((1 - lower) / (upper - 1))
  const share = (u: number): number => 1 / (1 + Math.exp(-(rate * u + offset)))
  const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))
  return {
    F: (u) => lower + (upper - lower) * share(u),
    slope: (u) => (upper - lower) * rate * share(u) * share(-u - (2 * offset) / rate),
    integral: (u) => lower * u + ((upper - lower) / rate) * (softplus(rate * u + offset) - softplus(offset)),
    lower,
    upper,
  }
}

/** F held at its bounds: w/d lies within [lower, upper], and many weights may lie on them. `inverse` tells where F reaches a value. */
function truncated(
  f: CalibrationFunction,
  inverse: (value: number) => number,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): CalibrationFunction {
  const least = Math.max(lower, f.lower)
  const [from, to] = [least > f.lower ? inverse(least) : -Infinity, inverse(upper)]
  return {
    F: (u) => (u <= from ? least : u >= to ? upper : f.F(u)),
    slope: (u) => (u <= from || u >= to ? 0 : f.slope(u)),
    integral: (u) => {
      if (u <= from) return f.integral(from) + least * (u - from)
      return u >= to ? f.integral(to) + upper * (u - to) : f.integral(u)
    },
    lower: least,
    upper,
  }
}

/**
 * The function F of a method: linear 1 + u, raking exp(u), or the logit of Deville and Särndal, which keeps w/d within (lower, upper).
 *
 * With bounds, linear and raking are truncated at them; the logit needs them. RangeError unless lower < 1 < upper, both finite.
 * Source: J.-C. Deville and C.-E. Särndal, JASA 87 (1992). Equals R survey's `cal.linear`, `cal.raking`, `cal.logit`, with `bounds`.
 *
 * @example calibrationFunction('raking').F(0) // => 1
 */
export function calibrationFunction(method: CalibrationMethod, bounds?: { lower: number; upper: number }): CalibrationFunction {
  if (!bounds) {
    if (method === 'logit') throw new RangeError('The bounded logit needs bounds on weight over design weight, got none')
    return method === 'linear' ? linear : raking
  }
  const { lower, upper } = bounds
  if (!(lower > -Infinity && lower < 1 && upper > 1 && upper < Infinity)) {
    throw new RangeError(`Bounds on weight over design weight lie on both sides of 1, got ${lower} and ${upper}`)
  }
  if (method === 'logit') return logit(lower, upper)
  return method === 'linear' ? truncated(linear, (value) => value - 1, bounds) : truncated(raking, Math.log, bounds)
}
