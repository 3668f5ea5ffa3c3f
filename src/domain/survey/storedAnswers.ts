import { serviceCodes, type ServiceCode } from '#domain/territory'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'
import type { Answers, Needs, SurveyMembers } from './answers.ts'
import { collectRatings } from './collectRatings.ts'
import { criterionCodes, questionIndex, type CriterionCode, type ItemCode } from './grid.ts'
import { publicDimensionCodes } from './publics.ts'
import type { PopulationMargin, Respondent } from './respondent.ts'
import { calibrationOf } from './weigh.ts'

/** A service someone needed: used and perhaps drawn for questions, or given up for a reason. */
export interface ServiceNeed {
  readonly respondent: number
  readonly service: ServiceCode
  readonly drawn: boolean
  readonly drawProbability: number | null
  readonly gaveUpFor: CriterionCode | null
}

export interface Rating {
  readonly respondent: number
  readonly service: ServiceCode
  readonly item: ItemCode
  readonly score: number
}

/** The rows of one stored satisfaction survey with its weights (one per respondent, in their order). */
export interface StoredSurvey {
  readonly respondents: readonly Respondent[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly margins: readonly PopulationMargin[]
  readonly weights: Float64Array
}

function needColumns(needs: readonly ServiceNeed[], position: ReadonlyMap<number, number>): Map<number, Needs> {
  const byService = Map.groupBy(needs, (need) => serviceCodes.indexOf(need.service))
  const entries = [...byService].map(([service, rows]) => {
    const respondent = Int32Array.from(rows, (row) => position.get(row.respondent) ?? 0)
    const gaveUpFor = Int8Array.from(rows, (row) => (row.gaveUpFor === null ? -1 : criterionCodes.indexOf(row.gaveUpFor)))
    return [service, { respondent, gaveUpFor }] as const
  })
  return new Map(entries)
}

/** Where the respondents live and which groups they belong to, in their order. */
export function surveyMembers(respondents: readonly Respondent[]): SurveyMembers {
  return {
    zone: respondents.map((respondent) => respondent.zone),
    publics: new Map(
      publicDimensionCodes.map((dimension) => [dimension, respondents.map((respondent) => respondent[dimension])]),
    ),
  }
}

/** The columns of a stored survey: people are the sampling units, the service's draw enters each rating's factor, raked weights bring their calibration. */
export function storedAnswers(survey: StoredSurvey): Answers {
  const { respondents } = survey
  const position = new Map(respondents.map((respondent, i) => [respondent.number, i]))
  const key = (respondent: number, service: ServiceCode): number =>
    respondent * serviceCodes.length + serviceCodes.indexOf(service)
  const factor = new Map(survey.needs.map((need) => [key(need.respondent, need.service), 1 / (need.drawProbability ?? 1)]))
  const ratings = collectRatings()
  for (const rating of survey.ratings) {
    const row = position.get(rating.respondent) ?? 0
    ratings.add(
      questionIndex(rating.service, rating.item),
      row,
      rating.score,
      factor.get(key(rating.respondent, rating.service)) ?? 1,
    )
  }
  const design = sampleDesign({
    unit: respondents.map((respondent) => respondent.number),
    stratum: respondents.map((respondent) => respondent.stratum),
    calibration: calibrationOf(respondents, survey.margins),
  })
  return {
    respondents: respondents.length,
    ...surveyMembers(respondents),
    weight: survey.weights,
    variance: varianceFrame(design, survey.weights),
    ratings: ratings.columns(),
    needs: needColumns(survey.needs, position),
  }
}
