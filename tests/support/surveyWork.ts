import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { TypedSurvey } from '#app/surveys/editSurvey.ts'
import type { SurveyAddress } from '#app/surveys/surveyViews.ts'
import type { Viewer } from '#domain/accounts'
import type { AnswerSheet } from '#domain/survey'
import { insertSheet } from '#store/answerSheets.ts'
import { readOnce, write, type Reader } from '#store/open.ts'
import type { PortalServer } from './portalServer.ts'
import { signedIn } from './signedIn.ts'
import { communesOf62, typedSurvey } from './surveySheets.ts'

/** What an analyst does with surveys in tests. */
export interface SurveyWork {
  readonly viewer: Viewer
  query<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** A drafted survey. */
  make(given?: Partial<TypedSurvey>): Promise<SurveyAddress>
  /** A survey in the field. */
  opened(given?: Partial<TypedSurvey>): Promise<SurveyAddress & { readonly id: string }>
  /** An answer arrives. */
  send(survey: { readonly territory: string; readonly id: string }, content: AnswerSheet): Promise<void>
  /** A commune of the Pas-de-Calais, another for each number. */
  communeOf(i: number): string
}

export async function surveyWork(server: PortalServer): Promise<SurveyWork> {
  const { viewer } = await signedIn(server, ['analyst'])
  const query = <T>(work: (reader: Reader) => Promise<T>): Promise<T> => readOnce(server.observatory.db, work)
  const communes: readonly string[] = await query(communesOf62)
  const make = async (given: Partial<TypedSurvey> = {}): Promise<SurveyAddress> => {
    const result = await server.desks.surveys.createSurvey(viewer, { ...typedSurvey, ...given })
    return 'made' in result ? result.made : assert.fail(JSON.stringify(result))
  }
  return {
    viewer,
    query,
    make,
    async opened(given = {}) {
      const at = await make(given)
      await server.desks.surveys.openSurvey(viewer, at)
      return { ...at, id: (await server.desks.surveys.survey(viewer, at)).id }
    },
    send: (survey, content) =>
      write(server.observatory.db, (writer) =>
        insertSheet(writer, survey, { id: randomUUID(), mode: 'web', content }, '2026-11-23'),
      ),
    communeOf: (i) => communes[(i * 37) % communes.length] ?? assert.fail('no commune'),
  }
}
