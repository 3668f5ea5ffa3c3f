import { bracketedNewton } from './bracketedNewton.ts'
import { factorise, solve } from './linearSystem.ts'

export interface FayHerriotInput {
  /** Per area: the direct estimate; NaN where there is none. */
  direct: Float64Array
  /** Per area: the sampling variance D of the direct estimate, above 0 and taken as known; not read where there is none. */
  variance: Float64Array
  /** Covariates, one array each with a finite value per area; the first is usually all ones. */
  covariates: readonly Float64Array[]
}

export interface FayHerriotArea {
  /** `synthetic`: without a direct estimate, the regression alone. */
  kind: 'eblup' | 'synthetic'
  estimate: number
  /** What the regression says, x'β. */
  regression: number
  /** Weight of the direct estimate, A / (A + D), 0 to 1. */
  gamma: number
  /** Prasad and Rao's mean squared error g1 + g2 + 2 g3 and its parts. */
  mse: number
  g1: number
  g2: number
  g3: number
}

export interface FayHerriot {
  /** Variance between areas beyond the covariates, 0 or more. */
  A: number
  /** Regression coefficients; 0 for a covariate that others explain. */
  beta: Float64Array
  iterations: number
  areas: FayHerriotArea[]
}

/** The areas with a direct estimate, and the covariates by area. */
interface Sampled {
  readonly y: Float64Array
  readonly D: Float64Array
  readonly x: readonly Float64Array[]
}

/** Everything that depends on A. */
interface Fit {
  readonly A: number
  readonly beta: Float64Array
  /** (X'V⁻¹X)⁻¹ by columns; of dropped covariates 0. */
  readonly inverse: readonly Float64Array[]
  /** Restricted log-likelihood but for its constant. */
  readonly likelihood: number
  readonly score: number
  readonly information: number
}

const MOST_STEPS = 200
const HALVINGS = 60

function requireInput({ direct, variance, covariates }: FayHerriotInput): void {
  if (variance.length !== direct.length)
    throw new RangeError(`${direct.length} direct estimates need as many variances, got ${variance.length}`)
  if (covariates.length === 0) throw new RangeError('The model has no covariate: give at least a column of ones')
  for (const [k, column] of covariates.entries()) {
    if (column.length !== direct.length)
      throw new RangeError(`Covariate ${k} has ${column.length} values for ${direct.length} areas`)
    const area = column.findIndex((value) => !Number.isFinite(value))
    if (area >= 0) throw new RangeError(`Covariate ${k} of area ${area} is ${column[area]}, a finite number is needed`)
  }
  for (const [area, y] of direct.entries()) {
    if (Number.isNaN(y)) continue
    if (!Number.isFinite(y)) throw new RangeError(`The direct estimate of area ${area} is ${y}`)
    const D = variance[area] as number
    if (!(D > 0 && D < Infinity)) throw new RangeError(`The variance of the direct estimate of area ${area} is above 0, got ${D}`)
  }
}

function sampledAreas({ direct, variance, covariates }: FayHerriotInput): Sampled {
  const kept = Array.from(direct.keys()).filter((area) => !Number.isNaN(direct[area]))
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (area) => values[area] as number)
  return { y: pick(direct), D: pick(variance), x: covariates.map(pick) }
}

/** Σ_i a_i b_i w_i. */
function weightedProduct(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (a[i] as number) * (b[i] as number) * (weights[i] as number)
  return sum
}

/** X'WX, by rows. */
function crossed(x: readonly Float64Array[], weights: Float64Array): Float64Array {
  return Float64Array.from(x.flatMap((a) => x.map((b) => weightedProduct(a, b, weights))))
}

/** Product of two square matrices, the first given by its columns (and symmetric), the second by rows. */
function times(inverse: readonly Float64Array[], matrix: Float64Array): Float64Array[] {
  const size = inverse.length
  return inverse.map((row) =>
    Float64Array.from({ length: size }, (_, column) =>
      row.reduce((sum, value, k) => sum + value * (matrix[k * size + column] as number), 0),
    ),
  )
}

function trace(rows: readonly Float64Array[]): number {
  return rows.reduce((sum, row, k) => sum + (row[k] as number), 0)
}

/** Trace of the square of a matrix given by rows. */
function traceOfSquare(rows: readonly Float64Array[]): number {
  return rows.reduce((sum, row, i) => row.reduce((part, value, j) => part + value * (rows[j]?.[i] as number), sum), 0)
}

function regressionOf(x: readonly Float64Array[], beta: Float64Array, i: number): number {
  return x.reduce((sum, column, k) => sum + (column[i] as number) * (beta[k] as number), 0)
}

/** Generalised least squares at A with the restricted likelihood, its slope and information. */
function fitAt({ y, D, x }: Sampled, A: number): Fit {
  const v = D.map((d) => 1 / (A + d))
  const factor = factorise(crossed(x, v), x.length)
  if (y.length <= factor.rank)
    throw new RangeError(`${factor.rank} covariates need more areas with a direct estimate, got ${y.length}`)
  const beta = solve(
    factor,
    Float64Array.from(x, (column) => weightedProduct(column, y, v)),
  )
  const inverse = x.map((_, k) =>
    solve(
      factor,
      Float64Array.from(x, (_, j) => (j === k && factor.dropped[k] === 0 ? 1 : 0)),
    ),
  )
  const residual = y.map((value, i) => value - regressionOf(x, beta, i))
  const v2 = v.map((value) => value ** 2)
  const second = times(inverse, crossed(x, v2))
  const third = times(
    inverse,
    crossed(
      x,
      v.map((value) => value ** 3),
    ),
  )
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const logPivots = factor.dropped.reduce(
    (total, dropped, k) => (dropped === 0 ? total + 2 * Math.log(factor.lower[k * x.length + k] as number) : total),
    0,
  )
  const logs = v.reduce((total, value) => total + Math.log(value), 0)
  return {
    A,
    beta,
    inverse,
    likelihood: (logs - logPivots - weightedProduct(residual, residual, v)) / 2,
    score: (weightedProduct(residual, residual, v2) - sum(v) + trace(second)) / 2,
    information: (sum(v2) - 2 * trace(third) + traceOfSquare(second)) / 2,
  }
}

/** Next point of Fisher scoring, its step halved until the likelihood does not fall; null where it moves nothing. */
function nextFit(sampled: Sampled, fit: Fit): Fit | null {
  let step = fit.score / fit.information
  for (let halving = 0; halving < HALVINGS; halving++, step /= 2) {
    const A = Math.max(0, fit.A + step)
    if (A === fit.A) return null
    const next = fitAt(sampled, A)
    if (next.likelihood >= fit.likelihood - 1e-13 * Math.abs(fit.likelihood)) return next
  }
  return null
}

function median(values: Float64Array): number {
  return values.toSorted()[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The same maximum to its last digits, where the slope of the likelihood, flat in its own digits there, is 0. */
function polish(sampled: Sampled, fit: Fit): Fit {
  const low = 0.99 * fit.A
  const high = 1.01 * fit.A
  if (fit.A === 0 || fitAt(sampled, low).score < 0 || fitAt(sampled, high).score > 0) return fit
  const fall = (A: number): { value: number; derivative: number } => {
    const { score, information } = fitAt(sampled, A)
    return { value: -score, derivative: information }
  }
  return fitAt(sampled, bracketedNewton(fall, low, high, fit.A))
}

/** The restricted likelihood's maximum over A ≥ 0, looked for from the middle variance and from 0. */
function maximise(sampled: Sampled): { fit: Fit; iterations: number } {
  const scale = median(sampled.D)
  let best: Fit | null = null
  let iterations = 0
  for (const start of [scale, 0]) {
    let fit = fitAt(sampled, start)
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = nextFit(sampled, fit)
      if (!next) break
      iterations++
      const moved = Math.abs(next.A - fit.A)
      fit = next
      if (moved <= 1e-9 * (fit.A + scale)) break
    }
    fit = polish(sampled, fit)
    if (!best || fit.likelihood > best.likelihood) best = fit
  }
  if (!best) throw new Error('The likelihood was not evaluated')
  return { fit: best, iterations }
}

function areaOf(input: FayHerriotInput, fit: Fit, varianceOfA: number, area: number): FayHerriotArea {
  const { direct, variance, covariates } = input
  const regression = regressionOf(covariates, fit.beta, area)
  const uncertainty = fit.inverse.reduce(
    (sum, row, k) =>
      sum +
      (covariates[k]?.[area] as number) * row.reduce((part, value, j) => part + value * (covariates[j]?.[area] as number), 0),
    0,
  )
  const y = direct[area] as number
  if (Number.isNaN(y)) {
    const mse = fit.A + uncertainty
    return { kind: 'synthetic', estimate: regression, regression, gamma: 0, mse, g1: fit.A, g2: uncertainty, g3: 0 }
  }
  const D = variance[area] as number
  const gamma = fit.A / (fit.A + D)
  const g1 = gamma * D
  const g2 = (1 - gamma) ** 2 * uncertainty
  const g3 = ((1 - gamma) ** 2 * varianceOfA) / (fit.A + D)
  const estimate = regression + gamma * (y - regression)
  return { kind: 'eblup', estimate, regression, gamma, mse: g1 + g2 + 2 * g3, g1, g2, g3 }
}

/**
 * Fay and Herriot's model of small areas: direct estimate = x'β + area effect (variance A) + sampling error (variance D, known).
 *
 * A by restricted maximum likelihood (Fisher scoring, kept at 0 or above), estimates by empirical best linear unbiased prediction, weighing
 * direct estimate and regression by γ = A / (A + D), mean squared error by Prasad and Rao. Areas without a direct estimate get the regression,
 * marked `synthetic`, with A plus the variance of the regression. Covariates that others explain are dropped.
 * RangeError, naming the value, for a variance that is not above 0, a covariate that is not finite, and no more areas with a direct estimate
 * than covariates. Time: iterations × areas × covariates².
 * Source: R. E. Fay and R. A. Herriot, JASA 74 (1979); G. S. Datta and P. Lahiri, Statistica Sinica 10 (2000); METHODS 8. Equals R sae's
 * `mseFH(method = "REML")`.
 *
 * @example fayHerriot({ direct: Float64Array.of(1, 3, 8, 8), variance: Float64Array.of(1, 1, 1, 1), covariates: [Float64Array.of(1, 1, 1, 1)] })
 * // => A 11.666666666666666 (variance of the four less 1), beta [5], areas[0] gamma 0.921, estimate 1.316
 */
export function fayHerriot(input: FayHerriotInput): FayHerriot {
  requireInput(input)
  const sampled = sampledAreas(input)
  const { fit, iterations } = maximise(sampled)
  const varianceOfA = 2 / sampled.D.reduce((sum, d) => sum + 1 / (fit.A + d) ** 2, 0)
  return {
    A: fit.A,
    beta: fit.beta,
    iterations,
    areas: Array.from(input.direct.keys(), (area) => areaOf(input, fit, varianceOfA, area)),
  }
}

/**
 * The factor that benchmarks modelled means by ratio: multiplied by it their weighted mean is the direct one.
 *
 * `shares` are the areas' populations or shares of it, 0 or more; `total` the direct mean of the whole. RangeError when the lengths differ or the modelled
 * total is 0 or not a number.
 *
 * @example benchmarkFactor(Float64Array.of(4, 6), Float64Array.of(1, 3), 6.05) // => 1.1
 */
export function benchmarkFactor(estimates: Float64Array, shares: Float64Array, total: number): number {
  if (shares.length !== estimates.length)
    throw new RangeError(`${estimates.length} estimates need as many shares, got ${shares.length}`)
  let modelled = 0
  let whole = 0
  for (const [area, share] of shares.entries()) {
    modelled += share * (estimates[area] as number)
    whole += share
  }
  const factor = total / (modelled / whole)
  if (!Number.isFinite(factor)) throw new RangeError(`A total of ${total} is no ratio to the modelled ${modelled / whole}`)
  return factor
}
