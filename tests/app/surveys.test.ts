import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { runMainJob } from '#app/mainJob.ts'
import type { AnswerSheet } from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { read } from '#store/open.ts'
import { latestSurvey } from '#store/surveys.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { sheetOf, typedSurvey } from '#tests/surveySheets.ts'
import { surveyWork, type SurveyWork } from '#tests/surveyWork.ts'

const refusal = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code

describe('surveys', () => {
  let server: PortalServer
  let work: SurveyWork

  before(async () => {
    server = await portalServer()
    work = await surveyWork(server)
  })
  after(() => server?.close())

  it('are drafted with a code of their own, the margins in force and an entry in the audit log', async () => {
    const title = { fr: 'Premiers pas', en: 'First steps' }
    const [first, second] = [await work.make({ title }), await work.make({ title })]
    assert.match(first.code, /^premiers-pas-2026/)
    assert.notEqual(first.code, second.code)
    const survey = await server.desks.surveys.survey(work.viewer, first)
    const margins = await work.query((reader) =>
      reader
        .selectFrom('margin')
        .select(['variable'])
        .distinct()
        .where('survey_id', '=', survey.id)
        .orderBy('variable')
        .execute(),
    )
    assert.deepEqual(
      margins.map(({ variable }) => variable),
      ['activity', 'family', 'sexAge', 'stratum'],
    )
    const entry = await work.query((reader) =>
      reader.selectFrom('audit_entry').select('action').where('subject', '=', `62/${first.code}`).execute(),
    )
    assert.deepEqual(entry, [{ action: 'survey.created' }])
  })

  it('tell what is wrong with a form, field by field', async () => {
    const result = await server.desks.surveys.createSurvey(work.viewer, {
      ...typedSurvey,
      title: { fr: '', en: 'x' },
      territory: 'nowhere',
      fieldStart: '2027-02-30',
      mostServices: '9',
    })
    assert.deepEqual('issues' in result && result.issues, {
      titleFr: 'text.missing',
      territory: 'choice.missing',
      fieldStart: 'date.invalid',
      mostServices: 'number.outside',
    })
    const reversed = await server.desks.surveys.createSurvey(work.viewer, { ...typedSurvey, fieldEnd: '2026-01-01' })
    assert.deepEqual('issues' in reversed && reversed.issues, { fieldEnd: 'dates.order' })
  })

  it('take only the steps of their table, and let the second of two editors know', async () => {
    const at = await work.make()
    const { surveys } = server.desks
    await assert.rejects(surveys.closeSurvey(work.viewer, at), refusal('survey.notOpen'))
    await assert.rejects(surveys.publishSurvey(work.viewer, at), refusal('survey.notClosed'))
    await assert.rejects(surveys.unpublishSurvey(work.viewer, at), refusal('survey.notPublished'))
    assert.equal(await surveys.saveSurvey(work.viewer, at, { ...typedSurvey, mostServices: '3', version: 1 }), null)
    await assert.rejects(surveys.saveSurvey(work.viewer, at, { ...typedSurvey, version: 1 }), refusal('version.changed'))
    await surveys.openSurvey(work.viewer, at)
    await assert.rejects(surveys.saveSurvey(work.viewer, at, { ...typedSurvey, version: 3 }), refusal('survey.notDraft'))
    await assert.rejects(surveys.deleteSurvey(work.viewer, at), refusal('survey.notDraft'))
    await surveys.withdrawSurvey(work.viewer, at)
    await surveys.deleteSurvey(work.viewer, at)
    await assert.rejects(surveys.survey(work.viewer, at), refusal('survey.unknown'))
  })

  it('go back to a draft only while nothing was received, and close only when something was', async () => {
    const survey = await work.opened()
    await assert.rejects(server.desks.surveys.closeSurvey(work.viewer, survey), refusal('survey.nothingReceived'))
    await work.send(survey, sheetOf(0, work.communeOf(0)))
    await assert.rejects(server.desks.surveys.withdrawSurvey(work.viewer, survey), refusal('survey.received'))
    assert.equal((await server.desks.surveys.survey(work.viewer, survey)).state, 'open')
  })

  it('keep a plan whose strata meet the minimum, and say what it is worth', async () => {
    const at = await work.make()
    const asked = { total: 2000, allocation: 'proportional', minimum: 105, designEffect: 1.3, responseRate: 0.5 } as const
    const view = await server.desks.surveys.plan(work.viewer, at, asked)
    assert.ok(view.strata.length >= 18, String(view.strata.length))
    for (const { planned, letters, proportion, population } of view.strata) {
      assert.ok(planned >= Math.min(105, population))
      assert.equal(letters, planned * 2)
      assert.ok(proportion <= 0.10905)
    }
    assert.ok(view.from)
    assert.equal(view.services.length, 16)
    for (const { used, asked: share, effective, answers } of view.services) {
      assert.ok(share <= used && share > 0 && effective <= answers + 1e-9)
    }
    const { cells } = view.total
    assert.ok(cells && cells.expected === cells.all && cells.all <= 176 && cells.all > 160, JSON.stringify(cells))
    assert.equal(view.kept, false)
    await server.desks.surveys.keepPlan(work.viewer, at, asked, view.survey.version)
    assert.equal((await server.desks.surveys.plan(work.viewer, at, {})).kept, true)
    await assert.rejects(server.desks.surveys.keepPlan(work.viewer, at, asked, view.survey.version), refusal('version.changed'))
    const field = await server.desks.surveys.field(work.viewer, at)
    assert.equal(field.planned, view.total.planned)
  })

  it('make codes of which only hashes are kept', async () => {
    const survey = await work.opened()
    const { codes } = await server.desks.surveys.makeCodes(work.viewer, survey, 12)
    assert.equal(new Set(codes).size, 12)
    const kept = await work.query((reader) =>
      reader.selectFrom('survey_code').selectAll().where('survey_id', '=', survey.id).execute(),
    )
    assert.equal(kept.length, 12)
    for (const code of codes)
      assert.ok(!JSON.stringify(kept).includes(code.replace('-', '')) && !JSON.stringify(kept).includes(code))
    await assert.rejects(server.desks.surveys.makeCodes(work.viewer, survey, 1001), refusal('survey.codesOutside'))
  })

  it('turn free citations into statements to be coded, wherever people live', async () => {
    const survey = await work.opened({ kind: 'elicitation', title: { fr: 'Vos mots', en: 'Your words' } })
    const cited = (i: number): AnswerSheet => ({
      ...sheetOf(i, i === 0 ? null : work.communeOf(i)),
      needs: [],
      services: [],
      citations: [`dit ${i}`, ' '],
    })
    for (let i = 0; i < 5; i++) await work.send(survey, cited(i))
    await server.desks.surveys.closeSurvey(work.viewer, survey)
    const rows = await work.query((reader) =>
      reader
        .selectFrom('statement')
        .select(['respondent', 'number', 'text', 'coded'])
        .where('survey_id', '=', survey.id)
        .execute(),
    )
    assert.deepEqual(rows.map(({ text }) => text).toSorted(), ['dit 0', 'dit 1', 'dit 2', 'dit 3', 'dit 4'])
    assert.ok(rows.every(({ number, coded }) => number === 1 && !coded))
    await server.desks.surveys.publishSurvey(work.viewer, survey)
    await server.desks.surveys.unpublishSurvey(work.viewer, survey)
  })

  it('give the figures once published, and give them back', async () => {
    const survey = await work.opened()
    for (let i = 0; i < 420; i++) await work.send(survey, sheetOf(i, work.communeOf(i)))
    await server.desks.surveys.closeSurvey(work.viewer, survey)
    const inForce = () => read(server.observatory.db, (reader) => latestSurvey(reader, '62', 'satisfaction'))
    const before = await inForce()
    await server.desks.surveys.publishSurvey(work.viewer, survey)
    assert.equal((await inForce())?.id, survey.id)
    assert.equal((await server.desks.surveys.survey(work.viewer, survey)).otherwise?.fr, before?.title.fr)
    await server.desks.surveys.unpublishSurvey(work.viewer, survey)
    assert.equal((await inForce())?.id, before?.id)
    await runMainJob(server.observatory, '62').catch((error: unknown) => assert.fail(String(error)))
  })
})
