import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader, Writer } from '#store/open.ts'
import { lockSurvey, selectSurveysOfCode, type SurveyRecord } from '#store/surveyAdmin.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, type Observatory } from '../observatory.ts'
import type { ZoneName } from '../views.ts'
import { interviewMinutes } from './interviewLength.ts'

/** A survey with the names that pages show. */
export interface SurveyView extends Omit<SurveyRecord, 'plan'> {
  readonly root: ZoneName
  readonly hasPlan: boolean
  /** Minutes that answering takes at most; `null` for a survey that came as rows. */
  readonly minutes: number | null
}

export function surveyView(geography: Geography, { plan, ...survey }: SurveyRecord): SurveyView {
  const { kind, questionnaire, territory } = survey
  return {
    ...survey,
    root: zoneName(geography.get(territory)),
    hasPlan: plan !== null,
    minutes: questionnaire ? interviewMinutes(kind, questionnaire) : null,
  }
}

/** What names a survey in an address: its code, and the territory in view where two roots use the same code. */
export interface SurveyAddress {
  readonly code: string
  readonly territory: string
}

/** The survey of an address, that of the territory in view first; or a refusal `survey.unknown`. */
export async function surveyAt(obs: Observatory, reader: Reader, at: SurveyAddress): Promise<SurveyRecord> {
  const { geography } = await loadAtlas(reader, obs.caches)
  const root = geography.find(at.territory)?.root
  const all = (await selectSurveysOfCode(reader, at.code)).filter(({ territory }) => geography.find(territory))
  const survey = all.find(({ territory }) => territory === root) ?? all[0]
  if (!survey) throw new DomainError('survey.unknown', { code: at.code })
  return survey
}

/** The same, held until the transaction ends: whoever sends an answer or changes the survey waits. */
export async function lockedSurvey(obs: Observatory, writer: Writer, at: SurveyAddress): Promise<SurveyRecord> {
  return lockSurvey(writer, await surveyAt(obs, writer, at))
}

/** A survey as the audit log names it. */
export function subjectOf({ territory, code }: Pick<SurveyRecord, 'territory' | 'code'>): string {
  return `${territory}/${code}`
}
