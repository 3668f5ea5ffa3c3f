import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { DomainError } from '#kernel/result.ts'
import { insertSheet } from '#store/answerSheets.ts'
import { holdOpen } from '#store/fieldSurveys.ts'
import { write } from '#store/open.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { sheetOf } from '#tests/surveySheets.ts'
import { surveyWork, type SurveyWork } from '#tests/surveyWork.ts'

const refusal = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code

describe('closing a survey', () => {
  let server: PortalServer
  let work: SurveyWork

  before(async () => {
    server = await portalServer()
    work = await surveyWork(server)
  })
  after(() => server?.close())

  it('close into the same answers, in an order that tells nothing of when they came', async () => {
    const survey = await work.opened()
    const count = 240
    for (let i = 0; i < count; i++) await work.send(survey, sheetOf(i, work.communeOf(i)))
    await work.send(survey, sheetOf(1000, null))
    const told = await server.desks.surveys.closingView(work.viewer, survey)
    assert.deepEqual([told.sheets, told.unplaced, told.words, told.isSmall], [count + 1, 1, count + 1, false])
    await server.desks.surveys.closeSurvey(work.viewer, survey)
    const of = { territory: '62', survey: survey.id }
    const rows = await work.query((reader) =>
      sql<{
        number: number
        zone: string
        stratum: string
        sex: string
        age: string
        welcome: number
        courtesy: number
        weight: number
      }>`
        SELECT r.number, r.zone, r.stratum, r.sex, r.age, r.design_weight AS weight, a.score AS welcome, b.score AS courtesy FROM respondent AS r
        JOIN rating AS a ON a.territory_id = r.territory_id AND a.survey_id = r.survey_id AND a.respondent = r.number AND a.item = 'welcome'
        JOIN rating AS b ON b.territory_id = r.territory_id AND b.survey_id = r.survey_id AND b.respondent = r.number AND b.item = 'welcome.courtesy'
        WHERE r.territory_id = ${of.territory} AND r.survey_id = ${of.survey} ORDER BY r.number`
        .execute(reader)
        .then((result) => result.rows),
    )
    const sent = Array.from({ length: count }, (_, i) => i)
    const keyOf = (zone: string, welcome: number, courtesy: number, age: string | null) => `${zone} ${welcome} ${courtesy} ${age}`
    const arrivals = sent.map((i) => keyOf(work.communeOf(i), i % 11, (i * 7) % 11, sheetOf(i, null).publics.age))
    assert.deepEqual(rows.map((row) => keyOf(row.zone, row.welcome, row.courtesy, row.age)).toSorted(), arrivals.toSorted())
    assert.deepEqual(
      rows.map(({ number }) => number),
      sent.map((i) => i + 1),
    )
    // Rank of arrival against number: uncorrelated but for chance (standard error 1 / √239 = 0.065).
    const order = new Map(arrivals.map((key, i) => [key, i]))
    const ranks = rows.map((row) => order.get(keyOf(row.zone, row.welcome, row.courtesy, row.age)) ?? assert.fail('lost'))
    const mean = (count - 1) / 2
    const covariance = ranks.reduce((sum, rank, i) => sum + (rank - mean) * (i - mean), 0)
    const spread = sent.reduce((sum, i) => sum + (i - mean) ** 2, 0)
    assert.ok(Math.abs(covariance / spread) < 0.3, String(covariance / spread))
    const strata = Map.groupBy(rows, ({ stratum }) => stratum)
    const totals = await work.query((reader) =>
      reader
        .selectFrom('margin')
        .select(['category', 'total'])
        .where('survey_id', '=', survey.id)
        .where('variable', '=', 'stratum')
        .execute(),
    )
    for (const [stratum, own] of strata) {
      const adults = totals.find(({ category }) => category === stratum)?.total ?? assert.fail(stratum)
      assert.ok(Math.abs(own.reduce((sum, { weight }) => sum + weight, 0) - adults) < 1e-6 * adults)
    }
    const words = await work.query((reader) =>
      reader.selectFrom('verbatim').selectAll().where('survey_id', '=', survey.id).orderBy('id').execute(),
    )
    assert.deepEqual(words.map(({ original }) => original).toSorted(), [...sent, 1000].map((i) => `mot ${i}`).toSorted())
    for (const { id, state } of words) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
      assert.equal(state, 'waiting')
    }
    for (const table of ['answer_sheet', 'survey_draft', 'survey_code'] as const) {
      const left = await work.query((reader) =>
        reader.selectFrom(table).select('survey_id').where('survey_id', '=', survey.id).execute(),
      )
      assert.deepEqual(left, [], table)
    }
    await assert.rejects(server.desks.surveys.openSurvey(work.viewer, survey), refusal('survey.notDraft'))
  })

  it('lose nothing when closing fails midway', async () => {
    const survey = await work.opened()
    for (let i = 0; i < 40; i++) await work.send(survey, sheetOf(i, work.communeOf(i)))
    // A row of ours in the way of the last table that closing writes makes it fail after all others.
    await write(server.observatory.db, (writer) =>
      sql`INSERT INTO respondent (territory_id, survey_id, number, zone, stratum, design_weight) VALUES ('62', ${survey.id}, 40, '62', '62', 1)`.execute(
        writer,
      ),
    )
    await assert.rejects(server.desks.surveys.closeSurvey(work.viewer, survey))
    assert.equal((await server.desks.surveys.survey(work.viewer, survey)).state, 'open')
    const sheets = await work.query((reader) =>
      reader.selectFrom('answer_sheet').select('id').where('survey_id', '=', survey.id).execute(),
    )
    const rows = await work.query((reader) =>
      reader.selectFrom('rating').select('item').where('survey_id', '=', survey.id).execute(),
    )
    assert.deepEqual([sheets.length, rows.length], [40, 0])
  })

  it('close with an answer on its way either in or refused', async () => {
    const survey = await work.opened()
    for (let i = 0; i < 30; i++) await work.send(survey, sheetOf(i, work.communeOf(i)))
    const late = Array.from({ length: 6 }, (_, i) =>
      write(server.observatory.db, async (writer) => {
        if (!(await holdOpen(writer, survey))) return false
        await insertSheet(
          writer,
          survey,
          { id: randomUUID(), mode: 'web', content: sheetOf(100 + i, work.communeOf(i)) },
          '2026-11-23',
        )
        return true
      }),
    )
    const [, ...taken] = await Promise.all([server.desks.surveys.closeSurvey(work.viewer, survey), ...late])
    const respondents = await work.query((reader) =>
      reader.selectFrom('respondent').select('number').where('survey_id', '=', survey.id).execute(),
    )
    const sheets = await work.query((reader) =>
      reader.selectFrom('answer_sheet').select('id').where('survey_id', '=', survey.id).execute(),
    )
    assert.deepEqual([respondents.length, sheets.length], [30 + taken.filter(Boolean).length, 0])
  })
})
