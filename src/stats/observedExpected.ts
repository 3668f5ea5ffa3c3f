import type { Interval } from './intervals.ts'

export interface ObservedExpected extends Interval {
  /** 100 x observed / expected; the limits are on the same scale. */
  readonly ratio: number
}

/** ln n!, Stirling's series from 20 on. */
function logFactorial(n: number): number {
  if (n >= 20)
    return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
  let sum = 0
  for (let i = 2; i <= n; i++) sum += Math.log(i)
  return sum
}

/** P(X <= x) for a mean above x, or P(X >= x) for one below: the tail away from the mean, whose terms fall from x on. */
function tail(x: number, mean: number, step: 1 | -1): number {
  let term = Math.exp(x * Math.log(mean) - mean - logFactorial(x))
  let sum = 0
  for (let j = x; j >= 0 && term > sum * 1e-17; j += step) {
    sum += term
    term *= step === 1 ? mean / (j + 1) : j / mean
  }
  return sum
}

/** The mean at which a tail holds `wanted`, by bisection down to neighbouring numbers. */
function meanWithTail(holds: (mean: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2
    if (middle <= from || middle >= to) break
    if (holds(middle)) from = middle
    else to = middle
  }
  return (from + to) / 2
}

/**
 * Exact limits of the mean of a Poisson count (Garwood 1936). A count is whole and not negative, else RangeError. Equals R's `poisson.test`.
 *
 * @example poissonLimits(40) // => { lower: 28.5766…, upper: 54.4686… }
 */
export function poissonLimits(count: number, level = 0.95): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`An observed count is whole and not negative, got ${count}`)
  if (!(level > 0 && level < 1)) throw new RangeError(`A confidence level lies between 0 and 1, got ${level}`)
  const outside = (1 - level) / 2
  const widest = count + 40 * Math.sqrt(count + 1) + 40
  return {
    lower: count === 0 ? 0 : meanWithTail((mean) => tail(count, mean, 1) < outside, 0, count),
    upper: meanWithTail((mean) => tail(count, mean, -1) > outside, count, widest),
  }
}

/**
 * Observed over expected, times 100, with exact Poisson limits; the expected count is fixed. RangeError unless it is above 0.
 *
 * @example observedExpected(40, 25) // => { ratio: 160, lower: 114.306…, upper: 217.875… }
 */
export function observedExpected(observed: number, expected: number, level = 0.95): ObservedExpected {
  if (!(expected > 0 && Number.isFinite(expected))) throw new RangeError(`An expected count is above 0, got ${expected}`)
  const { lower, upper } = poissonLimits(observed, level)
  return { ratio: (100 * observed) / expected, lower: (100 * lower) / expected, upper: (100 * upper) / expected }
}

/**
 * Standardised illness ratio: 100 x observed / sum over ages of population x rate, the rates (0-1) being those of the reference population.
 *
 * @example standardisedRatio(40, [100, 50], [0.1, 0.3]).ratio // => 160
 */
export function standardisedRatio(observed: number, population: readonly number[], rates: readonly number[]): ObservedExpected {
  if (population.length !== rates.length)
    throw new RangeError(`${population.length} ages of population for ${rates.length} rates`)
  const expected = population.reduce((sum, people, age) => sum + people * (rates[age] ?? 0), 0)
  return observedExpected(observed, expected)
}
