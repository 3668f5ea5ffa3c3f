import assert from 'node:assert/strict'
import { selectSheets } from '#store/answerSheets.ts'
import { read } from '#store/open.ts'
import type { NewSurvey } from '#store/surveys.ts'
import type { BrowserLike } from './browserLike.ts'
import type { PortalServer } from './portalServer.ts'

export const codePattern = /[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/

/** Where an answer leads, or its status. */
export const to = (answer: Response): string => answer.headers.get('location') ?? String(answer.status)

export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? assert.fail(`no field ${name}`)
}

/** Answers surveys in English as a browser does; `server` gives the portal once it has started. */
export function answering(server: () => PortalServer) {
  const stepPath = (survey: NewSurvey, step: string): string => `/en/survey/${survey.code}/step/${step}`
  const opened = (survey: NewSurvey, openBrowser: BrowserLike) => openBrowser.post(`/en/survey/${survey.code}/begin`)
  const pageOf = async (who: BrowserLike, survey: NewSurvey, step: string): Promise<string> => {
    const answer = await who.get(stepPath(survey, step))
    assert.equal(answer.status, 200, `${step}: ${to(answer)}`)
    return answer.text()
  }

  /** Fills in a page as it is shown now. */
  async function fill(who: BrowserLike, survey: NewSurvey, step: string, fields: Record<string, string>): Promise<Response> {
    const version = hidden(await pageOf(who, survey, step), 'version')
    return who.post(stepPath(survey, step), { version, way: 'next', ...fields })
  }

  const codeOf = async (who: BrowserLike, survey: NewSurvey): Promise<string> =>
    codePattern.exec(await pageOf(who, survey, 'place'))?.[0] ?? assert.fail('no code')

  async function rowsOf(table: 'survey_draft' | 'answer_sheet' | 'survey_day' | 'survey_code', survey: NewSurvey) {
    const { pool } = server().observatory.db
    const { rows } = await pool.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE survey_id = $1`, [survey.id])
    return rows
  }
  const sheetsOf = (survey: NewSurvey) => read(server().observatory.db, (reader) => selectSheets(reader, survey))

  /** Goes through all pages as somebody who used three services and gave up one, up to the check. */
  async function answerAll(who: BrowserLike, survey: NewSurvey): Promise<void> {
    assert.equal(to(await fill(who, survey, 'place', { place: 'st omer' })), stepPath(survey, 'services'))
    const uses = { 'use.library': 'used', 'use.townHall': 'used', 'use.postOffice': 'used', 'use.tax': 'gaveUp' }
    assert.equal(to(await fill(who, survey, 'services', uses)), stepPath(survey, 'reasons'))
    let next = to(await fill(who, survey, 'reasons', { 'why.tax': 'opening' }))
    for (let i = 0; i < 3; i++) {
      const step = next.split('/').at(-1) ?? ''
      const fields = {
        'score.delays': '7',
        'score.welcome': 'none',
        important: 'delays',
        channelUsed: 'desk',
        words: `Un mot ${step}`,
      }
      next = to(await fill(who, survey, step, fields))
    }
    assert.equal(next, stepPath(survey, 'you'))
    assert.equal(to(await fill(who, survey, 'you', { age: '60-74', sex: 'unsaid' })), stepPath(survey, 'check'))
  }

  async function send(who: BrowserLike, survey: NewSurvey): Promise<Response> {
    const version = hidden(await pageOf(who, survey, 'check'), 'version')
    return who.post(`/en/survey/${survey.code}/send`, { version })
  }

  return { stepPath, opened, pageOf, fill, codeOf, rowsOf, sheetsOf, answerAll, send }
}
