import { DomainError } from '#kernel/result.ts'
import { calibration, type Calibration } from '#stats/calibrationResiduals.ts'
import { effectiveSize, kishDesignEffect } from '#stats/kish.ts'
import { rake, type RakedCategory, type RakeMargin, type RakeResult } from '#stats/rake.ts'
import { marginCategory, type PopulationMargin, type Respondent } from './respondent.ts'

/** How the weights were made and how well they do, kept with them. */
export interface WeighingReport {
  readonly method: 'raking'
  readonly converged: boolean
  readonly iterations: number
  readonly maxRelativeError: number
  readonly n: number
  /** Kish's design effect of the weights, and n divided by it. */
  readonly designEffect: number
  readonly effectiveN: number
  /** Range of weight over design weight. */
  readonly gMin: number
  readonly gMax: number
  readonly margins: readonly RakedCategory[]
}

function rakeMargin(respondents: readonly Respondent[], variable: string, rows: readonly PopulationMargin[]): RakeMargin {
  const categories = rows.map((row) => row.category)
  const position = new Map(categories.map((category, i) => [category, i]))
  const codes = Int32Array.from(respondents, (respondent) => {
    const category = marginCategory(respondent, variable)
    const code = category === null ? undefined : position.get(category)
    if (code === undefined) {
      throw new DomainError('margin.categoryMissing', { variable, category: category ?? '', respondent: respondent.number })
    }
    return code
  })
  return { variable, codes, categories, targets: Float64Array.from(rows, (row) => row.total) }
}

export function rakeMargins(respondents: readonly Respondent[], margins: readonly PopulationMargin[]): RakeMargin[] {
  const byVariable = Map.groupBy(margins, (margin) => margin.variable)
  return [...byVariable].map(([variable, rows]) => rakeMargin(respondents, variable, rows))
}

function refuseUnlessMet(result: RakeResult): void {
  const [first] = result.infeasible
  if (first) throw new DomainError('margin.infeasible', { variable: first.variable, category: first.category })
  if (result.totalsDiffer) throw new DomainError('margin.totalsDiffer')
  if (!result.converged)
    throw new DomainError('weights.notConverged', { error: result.maxRelativeError, iterations: result.iterations })
}

/** Weights that reproduce the population's margins (raking), or a refusal that names the margin in the way; nothing is collapsed silently. */
export function weigh(
  respondents: readonly Respondent[],
  margins: readonly PopulationMargin[],
): { weights: Float64Array; report: WeighingReport } {
  const design = Float64Array.from(respondents, (respondent) => respondent.designWeight)
  const result = rake({ weights: design, margins: rakeMargins(respondents, margins) })
  refuseUnlessMet(result)
  const g = result.weights.map((weight, i) => weight / (design[i] as number)).filter((each) => Number.isFinite(each))
  const { weights, converged, iterations, maxRelativeError } = result
  return {
    weights,
    report: {
      method: 'raking',
      converged,
      iterations,
      maxRelativeError,
      n: respondents.length,
      designEffect: kishDesignEffect(weights),
      effectiveN: effectiveSize(weights),
      gMin: g.reduce((a, b) => Math.min(a, b), Infinity),
      gMax: g.reduce((a, b) => Math.max(a, b), 0),
      margins: result.margins,
    },
  }
}

/** The regression that turns influence values into those of calibrated weights. */
export function calibrationOf(respondents: readonly Respondent[], margins: readonly PopulationMargin[]): Calibration {
  return calibration(
    Float64Array.from(respondents, (respondent) => respondent.designWeight),
    rakeMargins(respondents, margins),
  )
}
