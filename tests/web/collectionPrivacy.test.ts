import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { letterCode } from '#app/collection/codes.ts'
import { standardQuestionnaire } from '#domain/survey'
import { countSheets } from '#store/answerSheets.ts'
import { read, write } from '#store/open.ts'
import { insertCodes } from '#store/surveyCodes.ts'
import { purgeDrafts } from '#store/surveyDrafts.ts'
import { answering, codePattern, hidden, to } from '#tests/answering.ts'
import { browserLike } from '#tests/browserLike.ts'
import { dayFromNow, fieldSurvey } from '#tests/fieldSurvey.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'

describe('an answer on its way', () => {
  let server: PortalServer

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const { stepPath, opened, pageOf, fill, codeOf, rowsOf, sheetsOf, answerAll, send } = answering(() => server)

  it('keeps drafts sealed: nothing of them can be read in the database, and their only date is a day', async () => {
    const survey = await fieldSurvey(server.observatory)
    const who = browserLike(server)
    await opened(survey, who)
    const code = await codeOf(who, survey)
    await fill(who, survey, 'place', { place: 'Saint-Omer' })
    const [draft, ...others] = await rowsOf('survey_draft', survey)
    assert.ok(draft && others.length === 0)
    assert.deepEqual(Object.keys(draft).toSorted(), ['key', 'saved_on', 'sealed', 'survey_id', 'territory_id', 'version'])
    assert.match(String(draft['saved_on']), /^\d{4}-\d\d-\d\d$/)
    const sealed = draft['sealed'] as Buffer
    for (const secret of ['Saint-Omer', '62765', 'order', code, code.replace('-', '')])
      assert.ok(!sealed.includes(secret), secret)
    assert.ok(!String(draft['key']).includes(code.slice(0, 5)))
  })

  it('sends once, however often the button is pressed', async () => {
    const survey = await fieldSurvey(server.observatory)
    const who = browserLike(server)
    await opened(survey, who)
    await answerAll(who, survey)
    const version = hidden(await pageOf(who, survey, 'check'), 'version')
    const held = who.cookie()
    // The same browser before the first answer has come back.
    const clicks = await Promise.all(
      [1, 2, 3].map(() => browserLike(server, held).post(`/en/survey/${survey.code}/send`, { version })),
    )
    assert.deepEqual(
      clicks.map(to),
      Array.from({ length: 3 }, () => `/en/survey/${survey.code}/thank-you`),
    )
    const late = await browserLike(server, held).post(`/en/survey/${survey.code}/send`, { version })
    assert.equal(to(late), `/en/survey/${survey.code}/thank-you`)
    assert.equal(await read(server.observatory.db, (reader) => countSheets(reader, survey)), 1)
  })

  it('goes on elsewhere by the code, as people type it, on the page where it stopped', async () => {
    const survey = await fieldSurvey(server.observatory)
    const phone = browserLike(server)
    await opened(survey, phone)
    await fill(phone, survey, 'place', { elsewhere: '1' })
    await fill(phone, survey, 'services', { 'use.library': 'used', way: 'pause' })
    const pause = await (await phone.get(`/en/survey/${survey.code}/break`)).text()
    const code = codePattern.exec(pause)?.[0] ?? assert.fail('no code')
    const library = browserLike(server)
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    assert.equal(to(await library.post(`/en/survey/${survey.code}/begin`, { code: typed })), stepPath(survey, 'begin'))
    assert.equal(to(await library.get(stepPath(survey, 'begin'))), stepPath(survey, 'library'))
    assert.match(await pageOf(library, survey, 'services'), /name="use\.library" value="used" checked/)
  })

  it('loses nothing when two devices answer at once: other pages stay, and the second on the same page is shown both', async () => {
    const survey = await fieldSurvey(server.observatory)
    const phone = browserLike(server)
    await opened(survey, phone)
    const code = await codeOf(phone, survey)
    const desk = browserLike(server)
    await desk.post(`/en/survey/${survey.code}/begin`, { code })
    const seen = hidden(await pageOf(desk, survey, 'services'), 'version')
    await fill(phone, survey, 'place', { place: 'Saint-Omer' })
    // The desk's page is older than the phone's save of another page: both stay.
    const other = await desk.post(stepPath(survey, 'services'), { version: seen, way: 'next', 'use.sport': 'used' })
    assert.equal(to(other), stepPath(survey, 'sport'))
    const check = await pageOf(phone, survey, 'services')
    assert.match(check, /name="use\.sport" value="used" checked/)
    const old = hidden(check, 'version')
    await fill(desk, survey, 'services', { 'use.police': 'used' })
    const clash = await phone.post(stepPath(survey, 'services'), { version: old, way: 'next', 'use.culture': 'used' })
    assert.equal(clash.status, 409)
    const html = await clash.text()
    assert.match(html, /Another device has filled in this page too[\s\S]*Police/)
    assert.match(html, /name="use\.culture" value="used" checked/)
    assert.match(await pageOf(desk, survey, 'services'), /name="use\.police" value="used" checked/)
    const kept = await phone.post(stepPath(survey, 'services'), {
      version: hidden(html, 'version'),
      way: 'next',
      'use.culture': 'used',
    })
    assert.equal(to(kept), stepPath(survey, 'culture'))
  })

  it('shows an answer again before sending when another device changed it', async () => {
    const survey = await fieldSurvey(server.observatory)
    const phone = browserLike(server)
    await opened(survey, phone)
    const code = await codeOf(phone, survey)
    await answerAll(phone, survey)
    const version = hidden(await pageOf(phone, survey, 'check'), 'version')
    const desk = browserLike(server)
    await desk.post(`/en/survey/${survey.code}/begin`, { code })
    await fill(desk, survey, 'you', { age: '75+' })
    const again = await phone.post(`/en/survey/${survey.code}/send`, { version })
    assert.equal(again.status, 409)
    assert.match(await again.text(), /changed on another device[\s\S]*75 or older/)
    assert.equal((await sheetsOf(survey)).length, 0)
    assert.equal(to(await send(phone, survey)), `/en/survey/${survey.code}/thank-you`)
  })

  it('changes nothing by opening addresses, not even with a letter’s code in it', async () => {
    const survey = await fieldSurvey(server.observatory)
    const { code, key } = await letterCode(server.tools.secret, survey)
    await write(server.observatory.db, (writer) => insertCodes(writer, survey, [key]))
    const who = browserLike(server)
    const answer = await who.get(`/en/survey/${survey.code}?code=${code}`)
    assert.match(await answer.text(), new RegExp(`id="code" name="code"[^>]*value="${code}"`))
    assert.equal(answer.headers.get('set-cookie'), null)
    for (const path of ['step/place', 'step/check', 'break']) {
      const missing = await who.get(`/en/survey/${survey.code}/${path}`)
      assert.equal(to(missing), `/en/survey/${survey.code}?notice=gone`)
    }
    assert.deepEqual(await rowsOf('survey_draft', survey), [])
    assert.deepEqual(
      (await rowsOf('survey_code', survey)).map(({ begun }) => begun),
      [false],
    )
  })

  it('lets a letter’s code answer once, resumes with it, and does not tell that an answer arrived', async () => {
    const survey = await fieldSurvey(server.observatory, {
      questionnaire: { ...standardQuestionnaire, openLink: false },
    })
    const { code, key } = await letterCode(server.tools.secret, survey)
    await write(server.observatory.db, (writer) => insertCodes(writer, survey, [key]))
    const begin = `/en/survey/${survey.code}/begin`
    const who = browserLike(server)
    assert.doesNotMatch(await (await who.get(`/en/survey/${survey.code}`)).text(), />Begin</)
    const linkOnly = await who.post(begin)
    assert.equal(linkOnly.status, 422)
    assert.match(await linkOnly.text(), /you need the code written in the letter/)
    assert.equal(to(await who.post(begin, { code })), stepPath(survey, 'begin'))
    assert.equal(await codeOf(who, survey), code)
    const begun = await rowsOf('survey_code', survey)
    assert.deepEqual(
      begun.map((row) => row['begun']),
      [true],
    )
    await answerAll(who, survey)
    assert.equal(to(await browserLike(server).post(begin, { code })), stepPath(survey, 'begin'))
    await send(who, survey)
    assert.deepEqual(await rowsOf('survey_code', survey), begun)
    const used = await browserLike(server).post(begin, { code })
    assert.equal(used.status, 422)
    assert.match(await used.text(), /already been used to answer/)
  })

  it('slows down whoever guesses at codes, and keeps no network address', async () => {
    const survey = await fieldSurvey(server.observatory)
    const guess = () => browserLike(server).post(`/en/survey/${survey.code}/begin`, { code: '00000-00000' })
    const statuses: number[] = []
    for (let i = 0; i < 22; i++) statuses.push((await guess()).status)
    assert.deepEqual([...new Set(statuses.slice(0, 20))], [422])
    assert.equal(statuses.at(-1), 429)
    const { rows } = await server.observatory.db.pool.query<{ key: string }>('SELECT key FROM sign_in_attempt')
    assert.ok(rows.every(({ key }) => !key.includes('127.0.0.1') && !key.includes('unknown')))
    // Other surveys are not locked with it.
    const other = await fieldSurvey(server.observatory)
    assert.equal((await browserLike(server).post(`/en/survey/${other.code}/begin`, { code: '00000-00000' })).status, 422)
  })

  it('deletes drafts that nobody has touched for a month', async () => {
    const survey = await fieldSurvey(server.observatory)
    const [old, young] = [browserLike(server), browserLike(server)]
    for (const each of [old, young]) await opened(survey, each)
    const [first] = await rowsOf('survey_draft', survey)
    const { pool } = server.observatory.db
    await pool.query('UPDATE survey_draft SET saved_on = $1 WHERE key = $2', [dayFromNow(-31), first?.['key']])
    // The next one who begins clears up.
    await opened(survey, browserLike(server))
    const left = await rowsOf('survey_draft', survey)
    assert.equal(left.length, 2)
    assert.ok(left.every(({ key }) => key !== first?.['key']))
    // Two days on: near midnight the observatory keeps another day than the machine.
    await write(server.observatory.db, (writer) => purgeDrafts(writer, dayFromNow(2)))
    assert.deepEqual(await rowsOf('survey_draft', survey), [])
  })
})
