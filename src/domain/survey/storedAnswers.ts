import { serviceCodes, type ServiceCode } from '#domain/territory'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'
import type { Answers, Needs, Picks, SurveyMembers } from './answers.ts'
import type { ChannelCode } from './channels.ts'
import { collectRatings } from './collectRatings.ts'
import { criterionCodes, questionIndex, type CriterionCode, type ItemCode } from './grid.ts'
import type { Mask } from './gridContent.ts'
import { publicDimensionCodes } from './publics.ts'
import type { Respondent } from './respondent.ts'
import { calibrationOf } from './weigh.ts'
import type { MarginCategory } from './weighedMargins.ts'
import type { WeightingSettings } from './weightingSettings.ts'

/** A service someone needed: used and perhaps drawn for questions, or given up for a reason. */
export interface ServiceNeed {
  readonly respondent: number
  readonly service: ServiceCode
  readonly drawn: boolean
  readonly drawProbability: number | null
  readonly gaveUpFor: CriterionCode | null
  /** How the service was used, and how the person would rather use it; absent where it was not asked. */
  readonly channelUsed?: ChannelCode | null
  readonly channelPreferred?: ChannelCode | null
}

export interface Rating {
  readonly respondent: number
  readonly service: ServiceCode
  readonly item: ItemCode
  readonly score: number
}

/** A criterion that a respondent counts among those that matter most of a service. */
export interface Importance {
  readonly respondent: number
  readonly service: ServiceCode
  readonly criterion: CriterionCode
}

/** The rows of one stored satisfaction survey with its weights (one per respondent, in their order). */
export interface StoredSurvey {
  readonly respondents: readonly Respondent[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly importance: readonly Importance[]
  /** The categories that the weights were calibrated to: those of the weighting's report. */
  readonly margins: readonly MarginCategory[]
  /** Categories that the weighting's settings joined to others. */
  readonly joined?: WeightingSettings['joined']
  readonly weights: Float64Array
  /** Questions that make no sense, under the survey's version of the grid. */
  readonly masked: Mask
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

/** Picks by service; `factorOf` gives the inverse probability that the service was asked of the respondent. */
function pickColumns(
  importance: readonly Importance[],
  position: ReadonlyMap<number, number>,
  factorOf: (respondent: number, service: ServiceCode) => number,
): Map<number, Picks> {
  const byService = Map.groupBy(importance, (each) => each.service)
  const entries = [...byService].map(([service, rows]) => {
    const people = [...Map.groupBy(rows, (row) => row.respondent)]
    const picks: Picks = {
      respondent: Int32Array.from(people, ([respondent]) => position.get(respondent) ?? 0),
      factor: Float64Array.from(people, ([respondent]) => factorOf(respondent, service)),
      criteria: Uint16Array.from(people, ([, own]) =>
        own.reduce((bits, { criterion }) => bits | (1 << criterionCodes.indexOf(criterion)), 0),
      ),
    }
    return [serviceCodes.indexOf(service), picks] as const
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
  const factorOf = (respondent: number, service: ServiceCode): number => factor.get(key(respondent, service)) ?? 1
  const ratings = collectRatings()
  for (const rating of survey.ratings) {
    const row = position.get(rating.respondent) ?? 0
    ratings.add(questionIndex(rating.service, rating.item), row, rating.score, factorOf(rating.respondent, rating.service))
  }
  const design = sampleDesign({
    unit: respondents.map((respondent) => respondent.number),
    stratum: respondents.map((respondent) => respondent.stratum),
    calibration: calibrationOf(respondents, survey.margins, survey.joined),
  })
  return {
    respondents: respondents.length,
    ...surveyMembers(respondents),
    weight: survey.weights,
    variance: varianceFrame(design, survey.weights),
    ratings: ratings.columns(),
    needs: needColumns(survey.needs, position),
    importance: pickColumns(survey.importance, position, factorOf),
    masked: survey.masked,
  }
}
