import { calibrationColumns, columnTotals } from './calibrateColumns.ts'
import { type CalibrationFunction, calibrationFunction } from './calibrateFunctions.ts'
import { requireCategories, requireDesignWeights, requireNumeric } from './calibrateChecks.ts'
import { type CalibrationSystem, calibrateNewton } from './calibrateNewton.ts'
import type { CalibrationMethod, CalibrationTarget, CategoryTarget } from './calibrationTarget.ts'
import { rake, totalsDiffer } from './rake.ts'

export interface CalibrateInput {
  /** Design weights per row, 0 or more (0 stays 0). Not changed. */
  weights: Float64Array
  targets: readonly CalibrationTarget[]
  method: CalibrationMethod
  /** For the logit, and only for it: limits of weight over design weight, lower < 1 < upper. */
  bounds?: { lower: number; upper: number }
  /** Default 1,000 cycles of raking on categories alone, else 100 Newton steps. */
  maxIterations?: number
  /** Greatest |t̂ − t| / max(|t|, 1) allowed on every margin; default 1e-8. */
  tolerance?: number
}

/** One margin before and after; `category` is '' for a numeric variable; relativeError = |after − target| / max(|target|, 1). */
export interface CalibratedMargin {
  variable: string
  category: string
  target: number
  before: number
  after: number
  relativeError: number
}

export interface CalibrateResult {
  /** Calibrated weights per row, always finite; the last state reached when not converged. */
  weights: Float64Array
  converged: boolean
  iterations: number
  maxRelativeError: number
  margins: CalibratedMargin[]
  /** Margins that cannot be met: out of reach by themselves, or when the search ends without meeting them all the worst ones. */
  infeasible: { variable: string; category: string }[]
  /** True when the totals of the margins of categories differ by more than the tolerance: no weights can meet them all. */
  totalsDiffer: boolean
}

const NEWTON_STEPS = 100
const DEFAULT_TOLERANCE = 1e-8
// Of margins missed together, those named have at least this share of the greatest error.
const WORST = 0.1

/**
 * Calibration: weights w = d F(x'λ) that reproduce the totals of categories and numeric variables, as near to the design weights d as the method says.
 *
 * `linear` F = 1 + u (weights may come out negative; the caller warns), `raking` F = exp(u), `logit` with w/d strictly within bounds.
 * With `bounds`, linear and raking weights are held at them.
 * Columns that follow from others (the last category of a second margin, a margin given twice) change nothing.
 * A target of 0: under raking, and under the logit with a lower bound of 0, rows of the category weigh 0; with another lower bound
 * above 0 it is infeasible; linear weights of the category sum to 0, as its definition (and R) has it.
 * Margins out of reach by themselves (no row, a sign that no value has, outside what the bounds allow) are named in `infeasible` and nothing runs;
 * margins that are only together out of reach end unconverged with the worst of them named. RangeError, naming the
 * value, for negative or non-finite weights, targets and values, codes outside the categories, lengths that differ, bounds not around 1.
 * Source: J.-C. Deville and C.-E. Särndal, JASA 87 (1992); METHODS 3. Equals R survey's `calibrate`.
 *
 * @example calibrate({ weights: Float64Array.of(1, 1, 1), method: 'linear', targets: [{ kind: 'categories', variable: 'sex',
 *   codes: Int32Array.of(0, 1, 1), categories: ['f', 'm'], targets: Float64Array.of(10, 30) }] }).weights // => [10, 15, 15]
 */
export function calibrate(input: CalibrateInput): CalibrateResult {
  const f = calibrationFunction(input.method, input.bounds)
  requireInput(input)
  const { targets } = input
  const categories = targets.filter((target) => target.kind === 'categories')
  if (input.method === 'raking' && !input.bounds && categories.length === targets.length) return rakeCategories(input, categories)
  const columns = systemOf(targets)
  const tolerance = input.tolerance ?? DEFAULT_TOLERANCE
  const before = columnTotals(columns, input.weights)
  const design = withoutZeroTargets(input.weights, columns, f)
  const outside = outOfReach(columns, design, f)
  const limits = { tolerance, maxIterations: input.maxIterations ?? NEWTON_STEPS }
  const run = outside.length > 0 ? { weights: design, iterations: 0 } : calibrateNewton(columns, design, f, limits)
  const margins = report(targets, columns, before, columnTotals(columns, run.weights))
  const maxRelativeError = margins.reduce((worst, margin) => Math.max(worst, margin.relativeError), 0)
  const converged = outside.length === 0 && maxRelativeError < tolerance
  const missed =
    converged || outside.length > 0 ? [] : margins.filter((margin) => margin.relativeError >= WORST * maxRelativeError)
  const named = outside.length > 0 ? outside.flatMap((column) => margins[column] ?? []) : missed
  return {
    weights: run.weights,
    converged,
    iterations: run.iterations,
    maxRelativeError,
    margins,
    infeasible: named.map(({ variable, category }) => ({ variable, category })),
    totalsDiffer: totalsDiffer(categories, tolerance),
  }
}

/** The columns of the targets with what they are to total, all over the columns' scales. */
function systemOf(targets: readonly CalibrationTarget[]): CalibrationSystem {
  const columns = calibrationColumns(targets)
  const totals = Float64Array.from(
    targets.flatMap((target) => (target.kind === 'categories' ? [...target.targets] : target.target)),
  )
  const units = totals.map((total) => Math.max(Math.abs(total), 1))
  for (const { column, scale } of columns.numeric) {
    totals[column] = (totals[column] as number) / scale
    units[column] = (units[column] as number) / scale
  }
  return { ...columns, targets: totals, units }
}

function requireInput({ weights, targets }: CalibrateInput): void {
  requireDesignWeights(weights)
  for (const target of targets) {
    if (target.kind === 'categories') requireCategories(target, weights.length)
    else requireNumeric(target, weights.length)
  }
}

function rakeCategories(input: CalibrateInput, margins: readonly CategoryTarget[]): CalibrateResult {
  const { weights, maxIterations, tolerance } = input
  return rake({
    weights,
    margins,
    ...(maxIterations !== undefined && { maxIterations }),
    ...(tolerance !== undefined && { tolerance }),
  })
}

/** Design weights with 0 for the rows of categories whose target is 0, where the method's weights may be 0. */
function withoutZeroTargets(weights: Float64Array, columns: CalibrationSystem, f: CalibrationFunction): Float64Array {
  if (f.lower !== 0) return weights
  const design = Float64Array.from(weights)
  for (const codes of columns.codes) {
    for (let row = 0; row < design.length; row++) if (columns.targets[codes[row] as number] === 0) design[row] = 0
  }
  return design
}

/** Columns whose target lies outside what weights between d·lower and d·upper can total. */
function outOfReach(columns: CalibrationSystem, design: Float64Array, f: CalibrationFunction): number[] {
  const positive = columnTotals(columns, design)
  const negative = new Float64Array(columns.size)
  for (const { column, values } of columns.numeric) {
    positive[column] = 0
    for (let row = 0; row < design.length; row++) {
      const part = (design[row] as number) * (values[row] as number)
      const sums = part > 0 ? positive : negative
      sums[column] = (sums[column] as number) + part
    }
  }
  // 0 × Infinity is 0 here: where there is nothing, no factor makes it anything.
  const times = (factor: number, sum: number): number => (sum === 0 ? 0 : factor * sum)
  return Array.from(columns.targets.keys()).filter((k) => {
    const up = positive[k] as number
    const down = negative[k] as number
    const least = times(f.lower, up) + times(f.upper, down)
    const most = times(f.upper, up) + times(f.lower, down)
    const slack = 1e-12 * (columns.units[k] as number)
    const target = columns.targets[k] as number
    return target < least - slack || target > most + slack
  })
}

function report(
  targets: readonly CalibrationTarget[],
  columns: CalibrationSystem,
  before: Float64Array,
  after: Float64Array,
): CalibratedMargin[] {
  const scales = new Float64Array(columns.size).fill(1)
  for (const { column, scale } of columns.numeric) scales[column] = scale
  let column = 0
  return targets.flatMap((target) => {
    const wanted = target.kind === 'categories' ? Array.from(target.targets) : [target.target]
    return wanted.map((total, k) => {
      const scale = scales[column] as number
      const reached = (after[column] as number) * scale
      const margin = {
        variable: target.variable,
        category: target.kind === 'categories' ? (target.categories[k] as string) : '',
        target: total,
        before: (before[column] as number) * scale,
        after: reached,
        relativeError: Math.abs(reached - total) / Math.max(Math.abs(total), 1),
      }
      column++
      return margin
    })
  })
}
