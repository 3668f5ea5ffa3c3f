import {
  storedAnswers,
  surveyMembers,
  withImportedPopulation,
  type Answers,
  type PopulationMargin,
  type SurveyMembers,
} from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { selectImportedPopulation } from '#store/imports/populations.ts'
import { selectMargins } from '#store/margins.ts'
import type { Reader } from '#store/open.ts'
import { selectImportance, selectNeeds, selectRatings, selectRespondents } from '#store/survey.ts'
import { latestSurvey, publishedSurveys, type Survey } from '#store/surveys.ts'
import { selectWeights, weightingOfSurvey, type Weighting } from '#store/weightings.ts'
import type { Observatory } from './observatory.ts'
import { maskOfGrid } from './surveys/grids.ts'

/** A survey in columns with the weighting it was read under. */
export interface SurveyAnswers {
  readonly survey: Survey
  readonly weighting: Weighting
  readonly answers: Answers
}

/** The survey that the main job of a root territory computes: the latest published; or a refusal `territory.noSurvey`. */
export async function surveyInForce(reader: Reader, root: string): Promise<Survey> {
  const survey = await latestSurvey(reader, root, 'satisfaction')
  if (!survey) throw new DomainError('territory.noSurvey', { code: root })
  return survey
}

/**
 * The survey whose figures pages show, and the version of its weights in force (the one that the survey names, else the latest computed). A survey just
 * published is computed first: until then, or where it cannot be weighed, the one before stays. A refusal `survey.notWeighted` while no survey was computed.
 */
export async function weightingInForce(reader: Reader, root: string): Promise<{ survey: Survey; weighting: Weighting }> {
  await surveyInForce(reader, root)
  for (const survey of await publishedSurveys(reader, root, 'satisfaction')) {
    const weighting = await weightingOfSurvey(reader, survey)
    // A version that was put in force counts at once: until the job has published its matrices they are computed for whoever asks.
    if (weighting) return { survey, weighting }
  }
  throw new DomainError('survey.notWeighted', { code: root })
}

/** The answers in force in columns; read once per weighting and kept. */
export async function loadAnswers(obs: Observatory, reader: Reader, root: string): Promise<SurveyAnswers> {
  const { survey, weighting } = await weightingInForce(reader, root)
  return answersUnder(obs, reader, survey, weighting)
}

/** A survey's answers in columns under a version of its weights. */
export function answersUnder(obs: Observatory, reader: Reader, survey: Survey, weighting: Weighting): Promise<SurveyAnswers> {
  return obs.caches.answers.get(weighting.id, async () => {
    const rows = await surveyRows(reader, survey)
    const weights = await selectWeights(reader, weighting)
    return { survey, weighting, answers: weightedAnswers(rows, weighting, weights) }
  })
}

/** The columns of a survey's rows with the weights of a version, whose calibration the variance follows. */
export function weightedAnswers(
  rows: SurveyRows,
  weighting: Pick<Weighting, 'settings' | 'report'>,
  weights: Float64Array,
): Answers {
  return storedAnswers({ ...rows, margins: weighting.report.margins, joined: weighting.settings.joined, weights })
}

export type SurveyRows = Awaited<ReturnType<typeof surveyRows>>

/** Who answered and what each person's answers weigh, without the answers: enough to count them, and quick to read. */
export interface WeightedMembers {
  readonly members: SurveyMembers
  readonly weights: Float64Array
}

export function loadMembers(obs: Observatory, reader: Reader, survey: Survey, weighting: Weighting): Promise<WeightedMembers> {
  return obs.caches.members.get(weighting.id, async () => {
    const members = surveyMembers(await selectRespondents(reader, survey))
    return { members, weights: await selectWeights(reader, weighting) }
  })
}

export async function surveyRows(reader: Reader, survey: Survey) {
  return {
    respondents: await selectRespondents(reader, survey),
    needs: await selectNeeds(reader, survey),
    ratings: await selectRatings(reader, survey),
    importance: await selectImportance(reader, survey),
    masked: await maskOfGrid(reader, survey.grid),
    margins: await surveyMargins(reader, survey),
  }
}

/** The margins that a survey can be weighted to: its own, those of an analyst's file, and what the imported population of its territory gives. */
export async function surveyMargins(reader: Reader, survey: Survey): Promise<readonly PopulationMargin[]> {
  return withImportedPopulation(await selectMargins(reader, survey), await selectImportedPopulation(reader, survey.territory))
}
