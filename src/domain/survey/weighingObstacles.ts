import { DomainError } from '#kernel/result.ts'
import type { CalibrateResult } from '#stats/calibrate.ts'
import type { CategoryTarget } from '#stats/calibrationTarget.ts'
import type { Unplaced } from './weighedMargins.ts'
import type { WeighedCategory } from './weighingReport.ts'
import type { WeightingSettings } from './weightingSettings.ts'

/** People whom a margin has no place for. */
export function unplacedObstacle({ variable, category, respondents, first }: Unplaced): DomainError {
  if (category === '') return new DomainError('margin.notTold', { variable, respondents })
  return new DomainError('margin.categoryMissing', { variable, category, respondents, respondent: first })
}

/** What must be put right before anything can be computed. */
export function settingsObstacles(settings: WeightingSettings, targets: readonly CategoryTarget[]): DomainError[] {
  const { method, bounds } = settings
  if (targets.length === 0) return [new DomainError('margin.none')]
  if (method !== 'logit') return []
  if (bounds === null || !(bounds.lower >= 0 && bounds.lower < 1 && bounds.upper > 1 && bounds.upper < Infinity))
    return [new DomainError('weights.boundsInvalid', { lower: bounds?.lower ?? '', upper: bounds?.upper ?? '' })]
  return []
}

function furthest(margins: readonly WeighedCategory[]): WeighedCategory | undefined {
  return margins.reduce<WeighedCategory | undefined>(
    (worst, margin) => (margin.relativeError > (worst?.relativeError ?? 0) ? margin : worst),
    undefined,
  )
}

/** Bounds that no weights can keep: the average correction lies outside them, or some margin needs more. */
function boundObstacle(
  { bounds }: WeightingSettings,
  { infeasible }: CalibrateResult,
  design: Float64Array,
  margins: readonly WeighedCategory[],
): DomainError {
  const { lower, upper } = bounds ?? { lower: 0, upper: 0 }
  const [first] = margins
  const total = margins.reduce((sum, margin) => sum + (margin.variable === first?.variable ? margin.target : 0), 0)
  const average = total / design.reduce((sum, weight) => sum + weight, 0)
  if (!(average > lower && average < upper)) return new DomainError('weights.boundsAway', { lower, upper, average })
  const named = margins.filter((margin) =>
    infeasible.some(({ variable, category }) => margin.variable === variable && margin.category === category),
  )
  const worst = furthest(named.length > 0 ? named : margins)
  if (!worst) return new DomainError('weights.boundsInvalid', { lower, upper })
  const { variable, category, target, before } = worst
  return new DomainError('weights.boundsTooTight', { lower, upper, variable, category, needed: target / before })
}

/** Why a calibration that ran did not meet its margins. */
export function resultObstacles(
  result: CalibrateResult,
  settings: WeightingSettings,
  design: Float64Array,
  margins: readonly WeighedCategory[],
): DomainError[] {
  if (result.totalsDiffer) {
    const totals = [...Map.groupBy(margins, (margin) => margin.variable)].map(
      ([variable, rows]) => [variable, rows.reduce((sum, row) => sum + row.target, 0)] as const,
    )
    const least = totals.reduce((a, b) => (b[1] < a[1] ? b : a))
    const most = totals.reduce((a, b) => (b[1] > a[1] ? b : a))
    return [new DomainError('margin.totalsDiffer', { least: least[0], leastTotal: least[1], most: most[0], mostTotal: most[1] })]
  }
  if (result.converged) return []
  // Nobody can fill a category: whatever the method or the bounds, no weights meet it.
  const empty = margins.filter(({ target, before }) => target > 0 && before === 0)
  if (empty.length > 0)
    return empty.map(({ variable, category, target }) => new DomainError('margin.infeasible', { variable, category, target }))
  if (settings.method === 'logit') return [boundObstacle(settings, result, design, margins)]
  const { variable = '', category = '' } = furthest(margins) ?? {}
  const { maxRelativeError: error, iterations } = result
  return [new DomainError('weights.notConverged', { error, iterations, variable, category })]
}
