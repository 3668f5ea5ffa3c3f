import { domainEstimate, simpleVariance, type DomainEstimate } from '#stats/domainEstimate.ts'
import { domainDegrees, domainVariance, type DomainFrame } from '#stats/domainVariance.ts'
import { betaInterval, logitInterval, tInterval, type Interval } from '#stats/intervals.ts'
import type { EstimateRow } from './estimateContract.ts'

export type IntervalKind = 't' | 'logit' | 'beta'

/** What is asked of every domain. */
export interface Asked {
  readonly figure: 'mean' | 'total' | 'proportion'
  /** Per record; NaN where missing. */
  readonly values: Float64Array
  readonly frame: DomainFrame
  readonly interval: IntervalKind
  /** Of the interval, such as 0.95. */
  readonly level: number
}

/** A row without figures. */
export function emptyRow(domain: string | null, n: number, status: EstimateRow['status']): EstimateRow {
  return { domain, n, effectiveN: null, value: null, se: null, lower: null, upper: null, df: null, deff: null, status }
}

/** A standard error this much smaller than what it is the error of is the rounding of zero. */
const rounding = 1e-12

/** The standard error; null where the variance cannot be estimated, or nothing varies: no figure is shown as exactly known. */
function standardError(variance: number, scale: number): number | null {
  const se = Math.sqrt(Math.max(variance, 0))
  return Number.isFinite(variance) && se > rounding * scale ? se : null
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Exactly 0 or 1, but for the rounding of a weighted sum; else the proportion as it is. */
function settled(share: number): number {
  if (Math.abs(share) < rounding) return 0
  return Math.abs(1 - share) < rounding ? 1 : share
}

function intervalOf({ interval, level, figure }: Asked, value: number, se: number, df: number, n: number): Interval {
  if (figure !== 'proportion' || interval === 't') return tInterval(value, se, df, level)
  if (interval === 'logit') return logitInterval(value, se, df, level)
  return betaInterval(value, (value * (1 - value)) / (se * se), df, n, level)
}

function limits({ lower, upper }: Interval): { lower: number | null; upper: number | null } {
  return lower < upper ? { lower: finite(lower), upper: finite(upper) } : { lower: null, upper: null }
}

/** None, or all: the interval comes from the number of answers and not from a standard error of 0. */
function extremeRow(asked: Asked, estimate: DomainEstimate, rows: Int32Array, domain: string | null, df: number): EstimateRow {
  const { n, effectiveN } = estimate
  const value = settled(estimate.value)
  if (!(df > 0) || Number.isNaN(domainVariance(asked.frame, rows, estimate.linearised)))
    return { ...emptyRow(domain, n, 'oneUnit'), effectiveN, value, df }
  return {
    domain,
    n,
    effectiveN,
    value,
    se: 0,
    ...limits(betaInterval(value, Number.NaN, df, n, asked.level)),
    df,
    deff: null,
    status: 'ok',
  }
}

/** The design effect; null with calibrated weights, and where the weights do not stand for a population. */
function designEffect({ figure, values, frame }: Asked, estimate: DomainEstimate, rows: Int32Array, se: number): number | null {
  if (frame.design.calibration) return null
  return finite((se * se) / simpleVariance(figure === 'total' ? 'total' : 'mean', estimate, rows, values, frame.weights))
}

/**
 * The row of one domain.
 *
 * @param rows records of the domain whose value is known
 */
export function estimateDomain(asked: Asked, domain: string | null, rows: Int32Array): EstimateRow {
  const { figure, values, frame } = asked
  const estimate = domainEstimate(figure === 'total' ? 'total' : 'mean', rows, values, frame.weights)
  const { n, effectiveN, value } = estimate
  if (!Number.isFinite(value)) return emptyRow(domain, n, 'noData')
  const df = domainDegrees(frame, rows)
  const share = settled(value)
  if (figure === 'proportion' && (share === 0 || share === 1)) return extremeRow(asked, estimate, rows, domain, df)
  const se = df > 0 ? standardError(domainVariance(frame, rows, estimate.linearised), estimate.scale) : null
  if (se === null) return { ...emptyRow(domain, n, 'oneUnit'), effectiveN, value, df }
  const deff = designEffect(asked, estimate, rows, se)
  return { domain, n, effectiveN, value, se, ...limits(intervalOf(asked, value, se, df, n)), df, deff, status: 'ok' }
}

/** Two linearised variables subtracted, over the records that either has. */
function difference(size: number, first: Part, second: Part): { rows: Int32Array; linearised: Float64Array } {
  const dense = new Float64Array(size)
  const marked = new Uint8Array(size)
  for (const [{ rows, estimate }, sign] of [
    [first, 1],
    [second, -1],
  ] as const) {
    for (const [k, row] of rows.entries()) {
      dense[row] = (dense[row] as number) + sign * (estimate.linearised[k] as number)
      marked[row] = 1
    }
  }
  const rows = Int32Array.from(marked.keys()).filter((row) => marked[row] === 1)
  return { rows, linearised: Float64Array.from(rows, (row) => dense[row] as number) }
}

interface Part {
  readonly rows: Int32Array
  readonly estimate: DomainEstimate
}

/**
 * The row of a deviation: the figure in a domain less the figure it is compared with, as overlapping samples, with the whole design's degrees of freedom.
 * A domain that is the whole deviates by 0, which has no standard error: `oneUnit`.
 *
 * @param inside records of the domain whose value is known
 * @param compared those of the whole, or of the rest
 */
export function estimateDeviation(asked: Asked, domain: string, inside: Int32Array, compared: Int32Array): EstimateRow {
  const { figure, values, frame, level } = asked
  const kind = figure === 'total' ? 'total' : 'mean'
  const part = (rows: Int32Array): Part => ({ rows, estimate: domainEstimate(kind, rows, values, frame.weights) })
  const [own, other] = [part(inside), part(compared)]
  const { n, effectiveN } = own.estimate
  const value = own.estimate.value - other.estimate.value
  if (!Number.isFinite(value)) return emptyRow(domain, n, 'noData')
  const { rows, linearised } = difference(values.length, own, other)
  const df = domainDegrees(frame, Int32Array.from(values.keys()))
  const scale = own.estimate.scale + other.estimate.scale
  const se = df > 0 ? standardError(domainVariance(frame, rows, linearised), scale) : null
  if (se === null) return { ...emptyRow(domain, n, 'oneUnit'), effectiveN, value, df }
  return { domain, n, effectiveN, value, se, ...limits(tInterval(value, se, df, level)), df, deff: null, status: 'ok' }
}
