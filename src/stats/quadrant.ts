import { bivariateNormalCdf } from './bivariateNormal.ts'
import { normalCdf } from './normal.ts'

/** Two estimates with their standard errors and covariance, and the threshold of each. */
export interface QuadrantInput {
  x: number
  seX: number
  y: number
  seY: number
  /** Covariance of the two estimates (0 when independent). */
  covariance: number
  thresholdX: number
  thresholdY: number
}

/** Probabilities 0-1; in each name the first word is X's side, the second Y's; high means at or above the threshold. */
export interface QuadrantProbabilities {
  highHigh: number
  highLow: number
  lowHigh: number
  lowLow: number
  /** P(X at or above its threshold), whatever Y. */
  highX: number
  highY: number
}

function requirePositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be a standard error above 0, got ${value}`)
}

function requireFinite(input: QuadrantInput): void {
  const { x, y, covariance, thresholdX, thresholdY } = input
  for (const [name, value] of Object.entries({ x, y, covariance, thresholdX, thresholdY })) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${value}`)
  }
}

/**
 * Probability of each quadrant around two thresholds, the pair being bivariate normal centred on its estimates.
 *
 * The four sum to 1. RangeError, naming the value, when a standard error is not positive, a value not finite, or the
 * covariance beyond the product of the standard errors. A covariance at that bound (correlation 1 or -1) is allowed.
 * Source: METHODS 6. Equals four calls of mvtnorm's `pmvnorm`.
 *
 * @example quadrantProbabilities({ x: 6.2, seX: 0.25, y: -0.4, seY: 0.3, covariance: 0, thresholdX: 6.5, thresholdY: 0 })
 * // => lowLow 0.804215, lowHigh 0.080716, highLow 0.104573, highHigh 0.010496; highX 0.115070, highY 0.091211
 */
export function quadrantProbabilities(input: QuadrantInput): QuadrantProbabilities {
  requirePositive(input.seX, 'seX')
  requirePositive(input.seY, 'seY')
  requireFinite(input)
  const correlation = input.covariance / (input.seX * input.seY)
  if (Math.abs(correlation) > 1 + 1e-9) {
    throw new RangeError(`The covariance ${input.covariance} exceeds seX * seY = ${input.seX * input.seY}`)
  }
  const rho = Math.min(1, Math.max(-1, correlation))
  const a = (input.thresholdX - input.x) / input.seX
  const b = (input.thresholdY - input.y) / input.seY
  return {
    highHigh: bivariateNormalCdf(-a, -b, rho),
    highLow: bivariateNormalCdf(-a, b, -rho),
    lowHigh: bivariateNormalCdf(a, -b, -rho),
    lowLow: bivariateNormalCdf(a, b, rho),
    highX: normalCdf(-a),
    highY: normalCdf(-b),
  }
}
