import type { DomainError } from '#kernel/result.ts'
import { calibrate, type CalibrateInput, type CalibrateResult } from '#stats/calibrate.ts'
import { calibration, type Calibration } from '#stats/calibrationResiduals.ts'
import type { CategoryTarget } from '#stats/calibrationTarget.ts'
import { correctionSpread } from './correctionSpread.ts'
import type { PopulationMargin, Respondent } from './respondent.ts'
import { calibratedCategories, calibrationTargets, type MarginCategory } from './weighedMargins.ts'
import { resultObstacles, settingsObstacles, unplacedObstacle } from './weighingObstacles.ts'
import type { WeighedCategory, WeighingReport } from './weighingReport.ts'
import { sourcesOf, weighingWarnings } from './weighingWarnings.ts'
import { standardSettings, type WeightingSettings } from './weightingSettings.ts'

/** Weights with their report, or each thing that stands in the way as a refusal's code and figures. */
export interface WeighingOutcome {
  readonly weights: Float64Array
  readonly report: WeighingReport
  /** Empty when the weights may be used. */
  readonly obstacles: readonly DomainError[]
}

/** Kish's design effect; unlike that of estimates it takes the negative weights that the linear method may give, which are warned about. */
function kish(weights: Float64Array): number {
  let total = 0
  let squares = 0
  for (const weight of weights) {
    total += weight
    squares += weight * weight
  }
  return (weights.length * squares) / (total * total)
}

function withRespondents(margins: readonly WeighedCategory[], targets: readonly CategoryTarget[]): WeighedCategory[] {
  const counts = targets.flatMap(({ codes, categories }) => {
    const held = categories.map(() => 0)
    for (const code of codes) held[code] = (held[code] ?? 0) + 1
    return held
  })
  return margins.map((margin, i) => ({ ...margin, respondents: counts[i] ?? 0 }))
}

function reportOf(
  result: CalibrateResult,
  context: {
    readonly design: Float64Array
    readonly targets: readonly CategoryTarget[]
    readonly margins: readonly PopulationMargin[]
    readonly settings: WeightingSettings
  },
): WeighingReport {
  const { design, targets, margins, settings } = context
  const { weights, converged, iterations, maxRelativeError } = result
  const g = weights.map((weight, i) => weight / (design[i] ?? 0)).filter((each) => Number.isFinite(each))
  const n = weights.length
  const designEffect = kish(weights)
  const effectiveN = n / designEffect
  const categories = withRespondents(result.margins, targets)
  const sources = sourcesOf(margins, settings)
  return {
    method: settings.method,
    converged,
    iterations,
    maxRelativeError,
    n,
    designEffect,
    effectiveN,
    gMin: g.reduce((a, b) => Math.min(a, b), Infinity),
    gMax: g.reduce((a, b) => Math.max(a, b), -Infinity),
    negativeWeights: weights.reduce((count, weight) => count + Number(weight < 0), 0),
    corrections: correctionSpread(g),
    margins: categories,
    sources,
    warnings: weighingWarnings({ design, weights, n, effectiveN, categories }, sources, margins),
  }
}

const nothing: CalibrateResult = {
  weights: new Float64Array(),
  converged: false,
  iterations: 0,
  maxRelativeError: 0,
  margins: [],
  infeasible: [],
  totalsDiffer: false,
}

/**
 * Tries weights under settings: whatever stands in the way is listed and nothing is collapsed, scaled or left out silently.
 *
 * Respondents whom a chosen margin has no place for, settings that make no sense: the outcome has no weights. Else `calibrate` runs; where it
 * does not meet the margins the weights are the last reached and the obstacle names the margin.
 */
export function tryWeights(
  respondents: readonly Respondent[],
  margins: readonly PopulationMargin[],
  settings: WeightingSettings,
): WeighingOutcome {
  const design = Float64Array.from(respondents, (respondent) => respondent.designWeight)
  const { targets, unplaced } = calibrationTargets(respondents, margins, settings)
  const before = [...settingsObstacles(settings, targets), ...unplaced.map(unplacedObstacle)]
  const context = { design, targets, margins, settings }
  if (before.length > 0) return { weights: nothing.weights, report: reportOf(nothing, context), obstacles: before }
  const { method, bounds } = settings
  const input: CalibrateInput = { weights: design, targets, method, ...(method === 'logit' && bounds && { bounds }) }
  const result = calibrate(input)
  const report = reportOf(result, context)
  return { weights: result.weights, report, obstacles: resultObstacles(result, settings, design, report.margins) }
}

/** Weights that reproduce the population's margins, or a refusal that names what stands in the way first. */
export function weigh(
  respondents: readonly Respondent[],
  margins: readonly PopulationMargin[],
  settings: WeightingSettings = standardSettings,
): { weights: Float64Array; report: WeighingReport } {
  const { weights, report, obstacles } = tryWeights(respondents, margins, settings)
  const [first] = obstacles
  if (first) throw first
  return { weights, report }
}

/**
 * The regression that turns influence values into those of calibrated weights, on the categories that the weights were calibrated to: those of the
 * weighting's report, with the categories that its settings joined.
 */
export function calibrationOf(
  respondents: readonly Respondent[],
  margins: readonly MarginCategory[],
  joined: WeightingSettings['joined'] = {},
): Calibration {
  return calibration(
    Float64Array.from(respondents, (respondent) => respondent.designWeight),
    calibratedCategories(respondents, margins, joined),
  )
}
