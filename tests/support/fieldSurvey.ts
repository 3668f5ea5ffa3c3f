import { randomUUID } from 'node:crypto'
import { gridVersion, standardQuestionnaire } from '#domain/survey'
import type { Observatory } from '#app/observatory.ts'
import { write } from '#store/open.ts'
import { insertSurvey } from '#store/survey.ts'
import type { NewSurvey } from '#store/surveys.ts'

/** The day so many days from today, YYYY-MM-DD. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** A survey of the Pas-de-Calais in the field, without a single answer; its code is its own. */
export async function fieldSurvey(obs: Observatory, more: Partial<NewSurvey> = {}): Promise<NewSurvey> {
  const survey: NewSurvey = {
    territory: '62',
    id: obs.newId(),
    code: `avis-${randomUUID().slice(0, 8)}`,
    kind: 'satisfaction',
    grid: gridVersion,
    title: { fr: 'Vos services, votre avis', en: 'Your services, your view' },
    fieldStart: dayFromNow(-3),
    fieldEnd: dayFromNow(20),
    source: { fr: 'Conseil départemental d’essai', en: 'Test county council' },
    synthetic: true,
    state: 'open',
    questionnaire: standardQuestionnaire,
    ...more,
  }
  const nothing = { respondents: [], needs: [], ratings: [], citations: [], margins: [] }
  await write(obs.db, (writer) => insertSurvey(writer, survey, nothing))
  return survey
}
