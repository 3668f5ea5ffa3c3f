import type { Zone } from '#domain/territory'
import type { MatrixResult } from './matrixResult.ts'
import type { SurveySource, WeightingReport, ZoneName } from './views.ts'

export function zoneName({ code, level, name, country }: Zone): ZoneName {
  return { code, level, name, country }
}

export function surveySource({ survey, respondents, respondentsHere, effectiveN }: MatrixResult): SurveySource {
  const { title, source, fieldStart, fieldEnd, grid, synthetic } = survey
  return { title, source, fieldStart, fieldEnd, grid, synthetic, respondents, respondentsHere, effectiveN }
}

export function weightingReport({ weighting }: MatrixResult): WeightingReport {
  const { method, iterations, converged, maxRelativeError, designEffect, effectiveN, gMin, gMax, margins } = weighting.report
  const { number, name, settings } = weighting
  const madeAt = weighting.madeAt.toISOString()
  const sources = weighting.report.sources ?? []
  return {
    number,
    name,
    settings,
    sources,
    method,
    madeAt,
    iterations,
    converged,
    maxRelativeError,
    designEffect,
    effectiveN,
    gMin,
    gMax,
    margins,
  }
}
