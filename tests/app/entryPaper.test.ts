import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { serviceCodes } from '#domain/territory'
import type { Viewer } from '#domain/accounts'
import { selectSheets } from '#store/answerSheets.ts'
import { read, write } from '#store/open.ts'
import { selectForm, waitingForms } from '#store/paperForms.ts'
import type { NewSurvey } from '#store/surveys.ts'
import { fieldSurvey } from '#tests/fieldSurvey.ts'
import { placeDesks, somebody, type PlaceDesks } from '#tests/placeDesks.ts'
import { createEntryDesk, type EntryDesk } from '#app/entry/entryDesk.ts'

type Typed = Record<string, string>

describe('forms on paper', () => {
  let desks: PlaceDesks
  let entry: EntryDesk
  const odile = { ...somebody('Odile', 'officer'), userId: 'odile' }
  const omar = { ...somebody('Omar', 'officer'), userId: 'omar' }
  before(async () => {
    desks = await placeDesks()
    entry = createEntryDesk(desks.tools)
  })
  after(() => desks?.stop())

  const askedOf = ({ code, territory }: NewSurvey) => ({ survey: code, territory })
  const db = () => desks.test.db

  /** Fills a whole form: `used` services with one score everywhere. */
  async function filled(survey: NewSurvey, number: number, used: readonly string[]): Promise<Typed> {
    const ticks = Object.fromEntries(used.map((code) => [`needs.${code}`, '0']))
    const typed: Typed = { language: 'fr', zone: '62765', age: '2', ...ticks }
    const { drawn } = await entry.key(odile, askedOf(survey), { number, version: null, part: 2, typed, check: false })
    const scores = drawn.flatMap(({ fields }) => fields).filter((field) => !/important$|channel|words$/.test(field))
    return { ...typed, ...Object.fromEntries(scores.map((field) => [field, '6'])) }
  }

  const keep = (survey: NewSurvey, by: Viewer, number: number, version: number, typed: Typed) =>
    entry.keep(by, askedOf(survey), { number, version, part: 2, typed, check: true })

  it('keyed alike by two people become one sheet that nothing leads to, and cannot be keyed again', async () => {
    const survey = await fieldSurvey(desks.obs)
    const typed = await filled(survey, 12, ['townHall', 'library', 'tax', 'waste', 'sport'])
    assert.deepEqual(await keep(survey, odile, 12, 0, typed), { kept: 'once' })
    assert.equal(await read(db(), (reader) => waitingForms(reader, survey)), 1)
    assert.deepEqual(await keep(survey, omar, 12, 1, typed), { kept: 'done' })
    const sheets = await read(db(), (reader) => selectSheets(reader, survey))
    assert.equal(sheets.length, 1)
    assert.match(sheets[0]?.id ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    assert.equal(sheets[0]?.mode, 'paper')
    assert.equal(sheets[0]?.content.services.length, 4)
    assert.deepEqual(new Set(sheets[0]?.content.services.map(({ probability }) => probability)), new Set([4 / 5]))
    const form = await read(db(), (reader) => selectForm(reader, survey, 12))
    assert.deepEqual([form?.state, form?.first, form?.second, form?.differences], ['done', null, null, 0])
    assert.equal(await read(db(), (reader) => waitingForms(reader, survey)), 0)
    await assert.rejects(keep(survey, odile, 12, 2, typed), { code: 'paper.done' })
    await assert.rejects(entry.open(odile, askedOf(survey), '12'), { code: 'paper.done' })
  })

  it('that differ are settled field by field, and the differences counted', async () => {
    const survey = await fieldSurvey(desks.obs)
    const asked = askedOf(survey)
    const one = await filled(survey, 7, ['tax'])
    const two = { ...one, 'services.tax.delays': '9', 'services.tax.words': 'Trop d’attente !' }
    await keep(survey, odile, 7, 0, { ...one, 'services.tax.words': 'trop d’attente' })
    assert.deepEqual(await keep(survey, omar, 7, 1, two), { kept: 'differs' })
    assert.equal((await read(db(), (reader) => selectSheets(reader, survey))).length, 0)
    const view = await entry.settle(omar, asked, { number: 7, version: null, typed: {} })
    assert.deepEqual(view.open, [{ field: 'services.tax.delays', first: '6', second: '9' }])
    const unchosen = await entry.keepSettled(omar, asked, { number: 7, version: view.version, typed: {} })
    assert.ok('issues' in unchosen && unchosen.issues[0]?.code === 'choice.missing')
    const typed = { 'pick.services.tax.delays': 'other', 'other.services.tax.delays': '8' }
    const version = view.version
    const both = await Promise.allSettled([1, 2].map(() => entry.keepSettled(omar, asked, { number: 7, version, typed })))
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const [sheet, second] = await read(db(), (reader) => selectSheets(reader, survey))
    assert.equal(second, undefined)
    assert.deepEqual([sheet?.content.services[0]?.scores.delays, sheet?.content.services[0]?.words], [8, 'trop d’attente'])
    const { counts } = await entry.forms(odile, asked)
    assert.deepEqual([counts.done, counts.differences, counts.samePerson], [1, 1, 0])
    assert.ok(counts.fields > 30)
  })

  it('with other ticks lead to other services, which are keyed from the paper', async () => {
    const survey = await fieldSurvey(desks.obs)
    const asked = askedOf(survey)
    await keep(survey, odile, 5, 0, await filled(survey, 5, ['tax']))
    await keep(survey, omar, 5, 1, await filled(survey, 5, ['library']))
    const first = await entry.settle(omar, asked, { number: 5, version: null, typed: {} })
    assert.deepEqual(first.open.map(({ field }) => field).toSorted(), ['needs.library', 'needs.tax'])
    const ticks = { 'pick.needs.library': 'first', 'pick.needs.tax': 'second' }
    const third = { 'chosen.needs.library': 'used', 'pick.needs.tax': 'second' }
    const none = await entry.keepSettled(omar, asked, {
      number: 5,
      version: first.version,
      typed: { ...ticks, 'pick.needs.library': 'second' },
    })
    assert.ok('open' in none && none.open.every(({ field }) => field.startsWith('services.library.')))
    const again = await entry.keepSettled(omar, asked, { number: 5, version: first.version, typed: third })
    assert.ok('open' in again && again.open.length > 11 && again.open.every(({ first: one }) => one === null))
    const rest = Object.fromEntries(again.open.map(({ field }) => [`pick.${field}`, 'second']))
    const chosen = { 'chosen.needs.library': 'used', 'chosen.needs.tax': '' }
    const done = await entry.keepSettled(omar, asked, { number: 5, version: first.version, typed: { ...chosen, ...rest } })
    assert.deepEqual(done, { kept: 'done' })
    const [sheet] = await read(db(), (reader) => selectSheets(reader, survey))
    assert.deepEqual(sheet?.content.needs, [{ service: 'library', gaveUpFor: null }])
    assert.equal(sheet?.content.services[0]?.scores.delays, 6)
  })

  it('keyed twice by one person are allowed and counted', async () => {
    const survey = await fieldSurvey(desks.obs)
    const typed = await filled(survey, 3, ['tax'])
    await keep(survey, odile, 3, 0, typed)
    const second = await entry.key(odile, askedOf(survey), { number: 3, version: null, part: 1, typed: {}, check: false })
    assert.deepEqual([second.pass, second.samePerson, second.typed], ['second', true, {}])
    assert.deepEqual(await keep(survey, odile, 3, second.version, typed), { kept: 'done' })
    assert.equal((await entry.forms(odile, askedOf(survey))).counts.samePerson, 1)
  })

  it('keyed by two people at once: one is first, the other is told and becomes the second', async () => {
    const survey = await fieldSurvey(desks.obs)
    const typed = await filled(survey, 4, ['tax'])
    const both = await Promise.allSettled([keep(survey, odile, 4, 0, typed), keep(survey, omar, 4, 0, typed)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const lost = both[0]?.status === 'rejected' ? odile : omar
    assert.deepEqual(await keep(survey, lost, 4, 1, typed), { kept: 'done' })
    assert.equal((await read(db(), (reader) => selectSheets(reader, survey))).length, 1)
  })

  it('with a value that cannot be read come back whole, with nothing kept', async () => {
    const survey = await fieldSurvey(desks.obs)
    const typed = { ...(await filled(survey, 9, ['tax'])), 'services.tax.delays': '66' }
    const back = await keep(survey, odile, 9, 0, typed)
    assert.ok('issues' in back)
    assert.deepEqual(back.issues, [{ field: 'services.tax.delays', code: 'score.outside', value: '66' }])
    assert.deepEqual(back.typed, typed)
    assert.equal(await read(db(), (reader) => selectForm(reader, survey, 9)), null)
  })

  it('are asked the same whenever they are printed or keyed, and otherwise under another number', async () => {
    const survey = await fieldSurvey(desks.obs)
    const printed = await entry.print(odile, askedOf(survey), '1', '3')
    assert.deepEqual(
      printed.forms.map(({ number }) => number),
      [1, 2, 3],
    )
    const view = await entry.key(odile, askedOf(survey), { number: 2, version: null, part: 1, typed: {}, check: false })
    assert.deepEqual(view.interview, printed.forms[1]?.interview)
    assert.notDeepEqual(printed.forms[0]?.interview.order, printed.forms[1]?.interview.order)
    assert.deepEqual([...view.interview.order].toSorted(), [...serviceCodes].toSorted())
    for (const [from, to] of [
      ['0', '3'],
      ['5', '4'],
      ['1', '101'],
      ['x', '2'],
    ] as const)
      await assert.rejects(entry.print(odile, askedOf(survey), from, to), /paper\.(?:number|range)/)
  })

  it('are keyed into an open survey alone, by those who may', async () => {
    const draft = await fieldSurvey(desks.obs, { state: 'draft' })
    await assert.rejects(keep(draft, odile, 1, 0, {}), { code: 'survey.notOpen' })
    await assert.rejects(entry.forms(somebody('Maud', 'moderator'), askedOf(draft)), { code: 'right.missing' })
    const survey = await fieldSurvey(desks.obs)
    const typed = await filled(survey, 1, ['tax'])
    await keep(survey, odile, 1, 0, typed)
    await write(db(), (writer) => writer.updateTable('survey').set({ state: 'closed' }).where('id', '=', survey.id).execute())
    await assert.rejects(keep(survey, omar, 1, 1, typed), { code: 'survey.notOpen' })
  })

  it('of a survey of citations ask for ideas', async () => {
    const survey = await fieldSurvey(desks.obs, { kind: 'elicitation' })
    const typed = { language: 'fr', 'citations.1': 'les horaires', 'citations.2': 'le bus' }
    await keep(survey, odile, 1, 0, typed)
    assert.deepEqual(await keep(survey, omar, 1, 1, { ...typed, 'citations.2': 'Le bus.' }), { kept: 'done' })
    const [sheet] = await read(db(), (reader) => selectSheets(reader, survey))
    assert.deepEqual(sheet?.content.citations, ['les horaires', 'le bus'])
  })
})
