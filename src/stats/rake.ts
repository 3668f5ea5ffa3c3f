/** One margin to meet: the population's total of each category of a variable. */
export interface RakeMargin {
  variable: string
  /** Per row: category index, 0..categories.length - 1. */
  codes: Int32Array
  /** Per category: the total to meet, 0 or more. */
  targets: Float64Array
  categories: readonly string[]
}

export interface RakeInput {
  /** Design weights per row, 0 or more (0 stays 0). Not changed. */
  weights: Float64Array
  margins: readonly RakeMargin[]
  /** Default 1,000 cycles over all margins. */
  maxIterations?: number
  /** Greatest |t̂ - t| / max(t, 1) allowed on every margin; default 1e-8. */
  tolerance?: number
}

/** One category of a margin before and after; relativeError = |after - target| / max(target, 1). */
export interface RakedCategory {
  variable: string
  category: string
  target: number
  before: number
  after: number
  relativeError: number
}

export interface RakeResult {
  /** Raked weights per row; the last state reached when not converged. */
  weights: Float64Array
  converged: boolean
  iterations: number
  maxRelativeError: number
  margins: RakedCategory[]
  /** Categories with a positive target that no row with a positive weight can fill. */
  infeasible: { variable: string; category: string }[]
  /** True when the margins' totals differ by more than the tolerance: no weights can meet them all. */
  totalsDiffer: boolean
}

const DEFAULT_ITERATIONS = 1000
const DEFAULT_TOLERANCE = 1e-8
// A run whose error has not fallen by a twentieth over this many cycles is not going to meet its margins.
const PATIENCE = 100

/**
 * Raking: weights that reproduce every margin, by cyclic post-stratification (iterative proportional fitting).
 *
 * Each cycle multiplies the weights, margin after margin, by target / current total of the row's category, until
 * `max |t̂ - t| / max(t, 1) < tolerance` on ALL margins at once. Zero targets make their rows' weights 0. A positive target
 * without a weighted row is infeasible: it is named and no cycle runs. When the totals of the margins differ
 * the run ends unconverged, with `totalsDiffer` and the remaining errors. RangeError, naming the value, for negative or
 * non-finite weights and targets, codes outside the categories, and lengths that differ.
 * Time: iterations × margins × rows, without allocation. Source: Deming and Stephan (1940); METHODS 3.
 * Equals R survey's `rake`, and `calibrate(calfun = "raking")`.
 *
 * @example rake({ weights: Float64Array.of(1, 1, 1), margins: [{ variable: 'sex', codes: Int32Array.of(0, 1, 1),
 *   targets: Float64Array.of(10, 30), categories: ['f', 'm'] }] }).weights // => [10, 15, 15]
 */
export function rake(input: RakeInput): RakeResult {
  const { margins, maxIterations = DEFAULT_ITERATIONS, tolerance = DEFAULT_TOLERANCE } = input
  requireWeights(input.weights)
  for (const margin of margins) requireMargin(margin, input.weights.length)
  const weights = Float64Array.from(input.weights)
  const before = margins.map((margin) => tally(margin, weights, new Float64Array(margin.targets.length)))
  const totals = margins.map((margin) => new Float64Array(margin.targets.length))
  emptyZeroTargets(margins, weights)
  let maxRelativeError = measure(margins, weights, totals)
  const infeasible = findEmpty(margins, totals)
  let iterations = 0
  let milestone = maxRelativeError
  while (infeasible.length === 0 && maxRelativeError >= tolerance && iterations < maxIterations) {
    cycle(margins, weights, totals)
    iterations++
    maxRelativeError = measure(margins, weights, totals)
    if (iterations % PATIENCE !== 0) continue
    if (maxRelativeError > 0.95 * milestone) break
    milestone = maxRelativeError
  }
  return {
    weights,
    converged: infeasible.length === 0 && maxRelativeError < tolerance,
    iterations,
    maxRelativeError,
    margins: report(margins, before, totals),
    infeasible,
    totalsDiffer: differ(margins, tolerance),
  }
}

function requireWeights(weights: Float64Array): void {
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] as number
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`A design weight is a finite number from 0 up, got ${weight} (row ${row})`)
  }
}

function requireMargin(margin: RakeMargin, rows: number): void {
  const { variable, codes, targets, categories } = margin
  if (codes.length !== rows) throw new RangeError(`Margin "${variable}" has ${codes.length} codes for ${rows} weights`)
  if (targets.length !== categories.length) {
    throw new RangeError(`Margin "${variable}" has ${targets.length} targets for ${categories.length} categories`)
  }
  for (const [k, target] of targets.entries()) {
    if (!(target >= 0 && target < Infinity)) {
      throw new RangeError(`The target of "${variable}" = "${categories[k]}" is a finite number from 0 up, got ${target}`)
    }
  }
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number
    if (!(code >= 0 && code < targets.length)) {
      throw new RangeError(`Row ${row} has category ${code} of "${variable}", which has ${targets.length} categories`)
    }
  }
}

/** Weighted total of each category, into `totals`. */
function tally(margin: RakeMargin, weights: Float64Array, totals: Float64Array): Float64Array {
  const { codes } = margin
  totals.fill(0)
  for (let row = 0; row < weights.length; row++) {
    const code = codes[row] as number
    totals[code] = (totals[code] as number) + (weights[row] as number)
  }
  return totals
}

function relativeError(total: number, target: number): number {
  return Math.abs(total - target) / Math.max(target, 1)
}

/** Tallies every margin at the same weights; returns the greatest relative error (0 without margins). */
function measure(margins: readonly RakeMargin[], weights: Float64Array, totals: readonly Float64Array[]): number {
  let worst = 0
  for (const [m, margin] of margins.entries()) {
    const current = tally(margin, weights, totals[m] as Float64Array)
    for (let k = 0; k < current.length; k++)
      worst = Math.max(worst, relativeError(current[k] as number, margin.targets[k] as number))
  }
  return worst
}

/** One cycle: each margin tallied, then met. */
function cycle(margins: readonly RakeMargin[], weights: Float64Array, totals: readonly Float64Array[]): void {
  for (const [m, margin] of margins.entries()) {
    const factors = tally(margin, weights, totals[m] as Float64Array)
    for (let k = 0; k < factors.length; k++) {
      const total = factors[k] as number
      factors[k] = total > 0 ? (margin.targets[k] as number) / total : 0
    }
    const { codes } = margin
    for (let row = 0; row < weights.length; row++) {
      weights[row] = (weights[row] as number) * (factors[codes[row] as number] as number)
    }
  }
}

/** Rows of a category whose target is 0 can weigh nothing. */
function emptyZeroTargets(margins: readonly RakeMargin[], weights: Float64Array): void {
  for (const { codes, targets } of margins) {
    if (!targets.includes(0)) continue
    for (let row = 0; row < weights.length; row++) if (targets[codes[row] as number] === 0) weights[row] = 0
  }
}

function findEmpty(margins: readonly RakeMargin[], totals: readonly Float64Array[]): { variable: string; category: string }[] {
  return margins.flatMap(({ variable, targets, categories }, m) =>
    categories.filter((_, k) => (targets[k] as number) > 0 && totals[m]?.[k] === 0).map((category) => ({ variable, category })),
  )
}

function report(
  margins: readonly RakeMargin[],
  before: readonly Float64Array[],
  after: readonly Float64Array[],
): RakedCategory[] {
  return margins.flatMap(({ variable, targets, categories }, m) =>
    categories.map((category, k) => {
      const target = targets[k] as number
      const reached = after[m]?.[k] as number
      return {
        variable,
        category,
        target,
        before: before[m]?.[k] as number,
        after: reached,
        relativeError: relativeError(reached, target),
      }
    }),
  )
}

function differ(margins: readonly RakeMargin[], tolerance: number): boolean {
  const sums = margins.map(({ targets }) => targets.reduce((sum, target) => sum + target, 0))
  const greatest = Math.max(...sums, 1)
  return sums.length > 0 && greatest - Math.min(...sums) > tolerance * greatest
}
