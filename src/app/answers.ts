import { storedAnswers, surveyMembers, withImportedPopulation, type Answers, type SurveyMembers } from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { selectImportedPopulation } from '#store/imports/populations.ts'
import { latestWeighting, selectWeights, type Weighting } from '#store/matrix.ts'
import type { Reader } from '#store/open.ts'
import { selectMargins, selectNeeds, selectRatings, selectRespondents } from '#store/survey.ts'
import { latestSurvey, type Survey } from '#store/surveys.ts'
import type { Observatory } from './observatory.ts'

/** A survey in columns with the weighting it was read under. */
export interface SurveyAnswers {
  readonly survey: Survey
  readonly weighting: Weighting
  readonly answers: Answers
}

/** The survey in force of a root territory, or a refusal `territory.noSurvey`. */
export async function surveyInForce(reader: Reader, root: string): Promise<Survey> {
  const survey = await latestSurvey(reader, root, 'satisfaction')
  if (!survey) throw new DomainError('territory.noSurvey', { code: root })
  return survey
}

/** The survey in force and its last weighting, or a refusal `survey.notWeighted` while the main job has never ended. */
export async function weightingInForce(reader: Reader, root: string): Promise<{ survey: Survey; weighting: Weighting }> {
  const survey = await surveyInForce(reader, root)
  const weighting = await latestWeighting(reader, root, survey.id)
  if (!weighting) throw new DomainError('survey.notWeighted', { code: root })
  return { survey, weighting }
}

/** The answers in force in columns; read once per weighting and kept. */
export async function loadAnswers(obs: Observatory, reader: Reader, root: string): Promise<SurveyAnswers> {
  const { survey, weighting } = await weightingInForce(reader, root)
  return obs.caches.answers.get(weighting.id, async () => {
    const weights = await selectWeights(reader, weighting)
    return { survey, weighting, answers: storedAnswers({ ...(await surveyRows(reader, survey)), weights }) }
  })
}

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
    margins: withImportedPopulation(
      await selectMargins(reader, survey),
      await selectImportedPopulation(reader, survey.territory),
    ),
  }
}
