import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { builtInGrid } from '#app/surveys/grids.ts'
import { checkSheet, isMasked, type AnswerSheet } from '#domain/survey'
import { insertGrid } from '#store/gridVersions.ts'
import { write } from '#store/open.ts'
import { deleteDrafts } from '#store/surveyDrafts.ts'
import type { NewSurvey } from '#store/surveys.ts'
import { answering, hidden, to } from '#tests/answering.ts'
import { browserLike } from '#tests/browserLike.ts'
import { dayFromNow, fieldSurvey } from '#tests/fieldSurvey.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

/** A version of the grid with one question of its own. */
async function ownGrid({ tools, observatory }: PortalServer, code: string): Promise<void> {
  const grid = builtInGrid(tools)
  const delays = { fr: 'Délais changés pour ce test', en: 'Waiting times changed for this test' }
  const content = { ...grid.content, questions: { ...grid.content.questions, delays } }
  await write(observatory.db, (writer) => insertGrid(writer, { ...grid, code, content }))
}

describe('the public questionnaire', () => {
  let server: PortalServer

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const { stepPath, opened, pageOf, fill, codeOf, rowsOf, sheetsOf, answerAll, send } = answering(() => server)

  it('makes one whole sheet of an answer, which says nothing of who sent it or when', async () => {
    const survey = await fieldSurvey(server.observatory)
    const who = browserLike(server)
    assert.equal(to(await opened(survey, who)), stepPath(survey, 'begin'))
    assert.equal(to(await who.get(stepPath(survey, 'begin'))), stepPath(survey, 'place'))
    const code = await codeOf(who, survey)
    await answerAll(who, survey)
    const [draft] = await rowsOf('survey_draft', survey)
    assert.equal(to(await send(who, survey)), `/en/survey/${survey.code}/thank-you`)

    const [kept, ...others] = await sheetsOf(survey)
    assert.ok(kept && others.length === 0)
    assert.deepEqual(checkSheet(kept.content, { mask: isMasked, isZone: (zone) => zone === '62765', kind: 'satisfaction' }), [])
    const { zone, publics, needs, services, language } = kept.content
    assert.deepEqual([zone, publics.age, publics.sex, language], ['62765', '60-74', null, 'en'])
    assert.deepEqual(
      needs.find((need) => need.gaveUpFor !== null),
      { service: 'tax', gaveUpFor: 'opening' },
    )
    assert.equal(services.length, 3)
    for (const each of services) {
      assert.equal(each.probability, 1)
      assert.deepEqual(each.scores, { delays: 7 })
      assert.deepEqual([each.important, each.channelUsed, each.words], [['delays'], 'desk', `Un mot ${each.service}`])
    }
    // A random id (version 4), and no column that could hold a moment, a code or its key.
    assert.match(kept.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    const [row] = await rowsOf('answer_sheet', survey)
    assert.deepEqual(Object.keys(row ?? {}).toSorted(), ['content', 'id', 'mode', 'survey_id', 'territory_id'])
    const sheetKeys: readonly (keyof AnswerSheet)[] = ['zone', 'publics', 'needs', 'services', 'citations', 'language']
    assert.deepEqual(Object.keys(kept.content).toSorted(), [...sheetKeys].toSorted())
    const text = JSON.stringify(row)
    for (const secret of [code, code.replace('-', ''), String(draft?.['key']), new Date().toISOString().slice(0, 10)])
      assert.ok(!text.includes(secret), `the sheet holds ${secret}`)
    assert.deepEqual(await rowsOf('survey_draft', survey), [])
    const days = await rowsOf('survey_day', survey)
    assert.deepEqual(
      days.map(({ mode, sheets }) => [mode, sheets]),
      [['web', 1]],
    )
  })

  it('tells faults at their field and in a summary, and keeps what was typed', async () => {
    const survey = await fieldSurvey(server.observatory)
    const who = browserLike(server)
    await opened(survey, who)
    const unknown = await fill(who, survey, 'place', { place: 'Xqzwvkj' })
    assert.equal(unknown.status, 422)
    const html = await unknown.text()
    assert.match(html, /<a href="#place">We cannot find “Xqzwvkj”/)
    assert.match(html, /id="place-fault"[^>]*>We cannot find/)
    assert.match(html, /id="place" name="place" value="Xqzwvkj"/)
    assert.equal((await fill(who, survey, 'place', {})).status, 422)
    // Stopping is always possible, and the wrong text waits to be mended.
    assert.equal(to(await fill(who, survey, 'place', { place: 'Xqz', way: 'pause' })), `/en/survey/${survey.code}/break`)
    assert.match(await pageOf(who, survey, 'place'), /value="Xqz"/)
    const several = await (await fill(who, survey, 'place', { place: 'aire' })).text()
    assert.match(several, /name="zone" value="62014"/)
    assert.equal(
      to(await fill(who, survey, 'place', { place: 'aire', asked: 'aire', zone: '62014' })),
      stepPath(survey, 'services'),
    )
    await fill(who, survey, 'services', { 'use.tax': 'gaveUp', 'use.post': 'used', 'use.library': 'used' })
    const untold = await fill(who, survey, 'reasons', {})
    assert.equal(untold.status, 422)
    assert.match(await untold.text(), /href="#why\.tax"/)
    await fill(who, survey, 'reasons', { 'why.tax': 'other' })
    const long = await fill(who, survey, 'library', { words: 'é'.repeat(1001) })
    assert.equal(long.status, 422)
    assert.match(await long.text(), /1,001 characters[\s\S]*éééé/)
    assert.equal(to(await who.post(`/en/survey/${survey.code}/send`, { version: '1' })), stepPath(survey, 'library'))
  })

  it('asks another person of the household to say so, with a mark that is the same for all', async () => {
    const survey = await fieldSurvey(server.observatory)
    const who = browserLike(server)
    await opened(survey, who)
    await answerAll(who, survey)
    const sent = await send(who, survey)
    const marks = sent.headers.getSetCookie().filter((cookie) => cookie.startsWith('passerelle.answered='))
    assert.equal(marks.length, 2)
    for (const mark of marks)
      assert.match(mark, /^passerelle\.answered=1; Max-Age=\d+; Path=\/(fr\/enquete|en\/survey)\/[^;]+; HttpOnly; SameSite=Lax$/)
    assert.equal(to(await opened(survey, who)), `/en/survey/${survey.code}`)
    assert.match(await (await who.get(`/en/survey/${survey.code}`)).text(), /Somebody has already answered on this device/)
    assert.equal(to(await who.post(`/en/survey/${survey.code}/begin`, { again: '1' })), stepPath(survey, 'begin'))
  })

  it('says kindly that a survey is not open, and knows nothing of a draft', async () => {
    const obs = server.observatory
    const soon = await fieldSurvey(obs, { fieldStart: dayFromNow(5) })
    const over = await fieldSurvey(obs, { fieldStart: dayFromNow(-9), fieldEnd: dayFromNow(-5) })
    const closed = await fieldSurvey(obs, { state: 'closed' })
    const draft = await fieldSurvey(obs, { state: 'draft' })
    const open = await fieldSurvey(obs)
    const page = async (survey: NewSurvey) => (await browserLike(server).get(`/en/survey/${survey.code}`)).text()
    assert.match(await page(soon), /This survey opens on/)
    assert.match(await page(over), /This survey ended on/)
    assert.match(await page(closed), /Thank you to everybody who answered/)
    assert.equal((await browserLike(server).get(`/en/survey/${draft.code}`)).status, 404)
    for (const survey of [soon, over, closed]) {
      assert.equal((await opened(survey, browserLike(server))).status, 422)
      assert.deepEqual(await rowsOf('survey_draft', survey), [])
    }
    const list = await (await browserLike(server).get('/en/have-your-say')).text()
    assert.ok(list.includes(`/en/survey/${open.code}?territory=62`))
    for (const survey of [soon, over, closed, draft]) assert.ok(!list.includes(survey.code), survey.code)
  })

  it('keeps an answer from arriving after the survey was closed', async () => {
    const survey = await fieldSurvey(server.observatory)
    const who = browserLike(server)
    await opened(survey, who)
    await answerAll(who, survey)
    const version = hidden(await pageOf(who, survey, 'check'), 'version')
    await write(server.observatory.db, async (writer) => {
      await writer.updateTable('survey').set({ state: 'closed' }).where('id', '=', survey.id).execute()
      await deleteDrafts(writer, survey)
    })
    assert.equal(to(await who.post(`/en/survey/${survey.code}/send`, { version })), `/en/survey/${survey.code}?notice=gone`)
    assert.deepEqual(await sheetsOf(survey), [])
    assert.match(await (await who.get(`/en/survey/${survey.code}?notice=gone`)).text(), /This survey ended on/)
  })

  it('takes up to ten things in own words, in a survey of free citations', async () => {
    const survey = await fieldSurvey(server.observatory, { kind: 'elicitation' })
    const who = browserLike(server)
    await opened(survey, who)
    assert.match(await pageOf(who, survey, 'place'), /Step 1 of 4</)
    await fill(who, survey, 'place', { place: 'Aire-sur-la-Lys' })
    const empty = await fill(who, survey, 'citations', {})
    assert.equal(empty.status, 422)
    const said = { 'citation.1': 'Trop loin', 'citation.3': '  <b>Bien</b>\r\nreçue ', 'citation.11': 'rien' }
    assert.equal(to(await fill(who, survey, 'citations', said)), stepPath(survey, 'you'))
    await fill(who, survey, 'you', { digital: 'notAtEase' })
    assert.match(await pageOf(who, survey, 'check'), /&lt;b&gt;Bien/)
    await send(who, survey)
    const [sheet] = await sheetsOf(survey)
    assert.deepEqual(sheet?.content.citations, ['Trop loin', '<b>Bien</b>\nreçue'])
    assert.deepEqual([sheet?.content.needs, sheet?.content.services], [[], []])
  })

  it('asks the questions of the survey’s own version of the grid, and shows them to those who prepare it', async () => {
    const grid = `own-${randomUUID().slice(0, 8)}`
    await ownGrid(server, grid)
    const draft = await fieldSurvey(server.observatory, { state: 'draft', grid })
    const path = `/en/survey/${draft.code}/preview`
    assert.equal((await browserLike(server).get(path)).status, 401)
    const { cookie } = await signedIn(server, ['analyst'])
    const answer = await browserLike(server, cookie).get(path)
    assert.equal(answer.status, 200)
    const html = await answer.text()
    assert.match(html, /Waiting times changed for this test/)
    assert.doesNotMatch(html.slice(html.indexOf('<main')), /<button type="submit"/)
    assert.deepEqual(await rowsOf('survey_draft', draft), [])
  })
})
