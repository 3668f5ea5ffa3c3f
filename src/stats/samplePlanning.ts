import { normalQuantile } from './normal.ts'

/** What a sample is planned under. Shares and levels are between 0 and 1. */
export interface PlanningAssumptions {
  /** Expected design effect: how many times the variance of a simple random sample; 1 when left out. */
  readonly designEffect?: number
  /** Confidence of the interval; 0.95 when left out. */
  readonly level?: number
  /** People in the population: with it the finite population correction 1 - n/N is made. Without it the population counts as endless. */
  readonly population?: number
}

function requirePositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be a finite number above 0, got ${value}`)
}

function requireShare(value: number, name: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie between 0 and 1, got ${value}`)
}

/** deff · z², after the assumptions have been looked at. */
function inflatedSquare({ designEffect = 1, level = 0.95, population }: PlanningAssumptions): number {
  requirePositive(designEffect, 'designEffect')
  requireShare(level, 'level')
  if (population !== undefined) requirePositive(population, 'population')
  return designEffect * normalQuantile((1 + level) / 2) ** 2
}

/**
 * Respondents needed for a proportion to be known within ± `error`: n₀ = deff z² p(1-p) / e², and n₀ / (1 + n₀/N) with the population's correction; not
 * rounded. `proportion` is the one expected, 0.5 (the widest interval) when left out. RangeError for values outside their range.
 *
 * Source: W. G. Cochran, Sampling Techniques (1977), 4.4; METHODS 13.
 *
 * @example sampleSize({ error: 0.05, designEffect: 1.3 }) // => 499.39: 500 respondents
 */
export function sampleSize(asked: PlanningAssumptions & { readonly error: number; readonly proportion?: number }): number {
  const { error, proportion = 0.5, population } = asked
  requireShare(error, 'error')
  requireShare(proportion, 'proportion')
  const endless = (inflatedSquare(asked) * proportion * (1 - proportion)) / error ** 2
  return population === undefined ? endless : endless / (1 + endless / population)
}

/** √(deff z² s² / n · (1 - n/N)), with `variance` s²; 0 when everybody answers. */
function halfWidth(n: number, variance: number, assumptions: PlanningAssumptions): number {
  requirePositive(n, 'n')
  const square = inflatedSquare(assumptions)
  const { population } = assumptions
  const left = population === undefined ? 1 : Math.max(0, 1 - n / population)
  return Math.sqrt((square * variance * left) / n)
}

/**
 * Half the width of the interval of a proportion that n respondents give: the inverse of `sampleSize`. As a share: 0.05 is ± 5 points.
 *
 * @example proportionError(89) // => 0.10388: ± 10.4 points
 * @example proportionError(105, { designEffect: 1.3 }) // => 0.10904: ± 10.9 points
 */
export function proportionError(n: number, asked: PlanningAssumptions & { readonly proportion?: number } = {}): number {
  const { proportion = 0.5 } = asked
  requireShare(proportion, 'proportion')
  return halfWidth(n, proportion * (1 - proportion), asked)
}

/**
 * Half the width of the interval of a mean that n respondents give, in the unit of `standardDeviation` (0 allowed), which an earlier survey tells.
 *
 * @example meanError(100, 2) // => 0.391993: ± 0.4 points of a score
 */
export function meanError(n: number, standardDeviation: number, asked: PlanningAssumptions = {}): number {
  if (!(standardDeviation >= 0 && standardDeviation < Infinity))
    throw new RangeError(`standardDeviation must be a finite number from 0 up, got ${standardDeviation}`)
  return halfWidth(n, standardDeviation ** 2, asked)
}

/** Whole numbers by largest remainder: they keep the sum of `shares`, ties going to the first. */
function rounded(shares: readonly number[], total: number): number[] {
  const whole = shares.map((share) => Math.floor(share))
  const left = total - whole.reduce((sum, each) => sum + each, 0)
  const order = shares
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  const lucky = new Set(order.slice(0, left).map(({ i }) => i))
  return whole.map((each, i) => each + Number(lucky.has(i)))
}

/** The bound that a share breaks; `null` where it breaks none. */
function bounded(share: number, floor: number, size: number): number | null {
  if (share < floor) return floor
  return share > size ? Math.floor(size) : null
}

function requireSizes(sizes: readonly number[], total: number): void {
  for (const [i, size] of sizes.entries())
    if (!(size >= 0 && size < Infinity))
      throw new RangeError(`A stratum's size is a finite number from 0 up, got ${size} (stratum ${i})`)
  if (!(Number.isInteger(total) && total >= 0)) throw new RangeError(`total must be a whole number from 0 up, got ${total}`)
}

/**
 * Shares `total` respondents among strata in proportion to size^power: 1 is proportional, 0 equal, 0.5 the square root between them (power allocation,
 * M. Bankier 1988). No stratum gets less than `minimum` (nor more than its size): those under it are lifted, and the rest is shared among the others.
 * When the minima alone take more than `total`, they stand and the sum is greater. Sizes of 0 get nothing. RangeError for a negative size or total.
 *
 * @example allocate([900, 100], { total: 100, power: 1, minimum: 20 }) // => [80, 20]
 */
export function allocate(
  sizes: readonly number[],
  { total, power, minimum = 0 }: { readonly total: number; readonly power: number; readonly minimum?: number },
): number[] {
  requireSizes(sizes, total)
  const floors = sizes.map((size) => Math.min(minimum, Math.floor(size)))
  const fixed = new Map<number, number>(sizes.flatMap((size, i) => (size === 0 ? [[i, 0] as const] : [])))
  for (;;) {
    const free = sizes.flatMap((_, i) => (fixed.has(i) ? [] : [i]))
    const left = Math.max(0, total - [...fixed.values()].reduce((sum, n) => sum + n, 0))
    const measure = (i: number): number => (sizes[i] ?? 0) ** power
    const whole = free.reduce((sum, i) => sum + measure(i), 0)
    const shares = free.map((i) => (left * measure(i)) / whole)
    const held = free.flatMap((i, at) => {
      const bound = bounded(shares[at] ?? 0, floors[i] ?? 0, sizes[i] ?? 0)
      return bound === null ? [] : [[i, bound] as const]
    })
    if (held.length === 0) {
      const given = rounded(shares, left)
      return sizes.map((_, i) => fixed.get(i) ?? given[free.indexOf(i)] ?? 0)
    }
    for (const [i, bound] of held) fixed.set(i, bound)
  }
}
