import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { SheetFileOptions, SheetFileView } from '#app/entry/fileViews.ts'
import type { SheetMapping } from '#domain/survey'
import { createEntryDesk, type EntryDesk } from '#app/entry/entryDesk.ts'
import { selectSheets } from '#store/answerSheets.ts'
import { read, readOnce, write } from '#store/open.ts'
import type { NewSurvey } from '#store/surveys.ts'
import { fieldSurvey } from '#tests/fieldSurvey.ts'
import { placeDesks, somebody, type PlaceDesks } from '#tests/placeDesks.ts'
import { fileOf } from '#tests/sourceFiles.ts'

const code = `id,submitdate,lastpage,startlanguage,seed,token,ipaddr,zone,age,needs[townHall],needs[tax],reason_tax,rate_townHall[information],rate_townHall[delays_queue],rate_townHall[comment]
1,2026-11-02 10:12:13,5,fr,99,SECRET-TOKEN,192.0.2.17,62765,30-44,Y,N,,7,3,"=HYPERLINK(""http://x"")"
2,2026-11-02 11:00:00,5,en,98,SECRET-2,192.0.2.18,Calais,37,Y,gaveUp,delays,10,,
3,,2,fr,97,SECRET-3,192.0.2.19,62765,60-74,Y,,,4,,
`
const french = `ID de la réponse;Date de soumission;Langue de départ;Adresse IP;Adresse électronique;Dans quelle commune habitez-vous ?;Quel est votre âge ?;De quels services avez-vous eu besoin ? [Mairie];Notez de 0 à 10 la mairie [Délais];Notez de 0 à 10 la mairie [écoute]
1;02/11/2026;fr;192.0.2.1;odile@example.org;Saint-Omer;25-34;Oui;7,0;9
2;03/11/2026;fr;192.0.2.2;omar@example.org;Béthune;18 à 29 ans;Non;;
`
const both = `"id. Response ID","submitdate. Date submitted","service1. First service","zone. Which town do you live in?","sex. Are you a man or a woman?","rate1[information]. Rate the service from 0 to 10 [Information]","rate1[welcome]. Rate the service from 0 to 10 [Welcome]"
5,2026-11-02,A1,62765,A1,8,2
6,2026-11-03,A6,62041,A2,5,N/A
`

describe('answers in files', () => {
  let desks: PlaceDesks
  let entry: EntryDesk
  const ana = somebody('Ana', 'analyst')
  before(async () => {
    desks = await placeDesks()
    entry = createEntryDesk(desks.tools)
  })
  after(() => desks?.stop())

  const askedOf = (survey: NewSurvey) => ({ survey: survey.code, territory: survey.territory })
  const sheetsOf = (survey: NewSurvey) => read(desks.test.db, (reader) => selectSheets(reader, survey))
  const view = (survey: NewSurvey, id: string): Promise<SheetFileView> => entry.answerFile(ana, askedOf(survey), id)

  async function bring(survey: NewSurvey, name: string, content: string | Uint8Array, isCut = false): Promise<SheetFileView> {
    const file = { fileName: name, kind: null, crs: null, content: fileOf(name, content, 777).open(), isCut: () => isCut }
    const id = await entry.receiveAnswers(ana, askedOf(survey), file, 'fr')
    await entry.answersIdle()
    return view(survey, id)
  }
  async function again(
    survey: NewSurvey,
    file: SheetFileView,
    mapping: Partial<SheetMapping>,
    options: Partial<SheetFileOptions> = {},
  ) {
    const before = file.report?.mapping ?? assert.fail('no report')
    const chosen = { mapping: { ...before, ...mapping }, options: { ...file.options, ...options }, language: 'fr' as const }
    await entry.mapAnswers(ana, askedOf(survey), file.id, chosen)
    await entry.answersIdle()
    return view(survey, file.id)
  }
  async function confirm(survey: NewSurvey, file: SheetFileView): Promise<SheetFileView> {
    await entry.confirmAnswers(ana, askedOf(survey), file.id, 'fr')
    await entry.answersIdle()
    return view(survey, file.id)
  }
  async function leftovers(id: string): Promise<string> {
    const rows = await readOnce(desks.test.db, (reader) =>
      reader.selectFrom('sheet_file').selectAll().where('id', '=', id).execute(),
    )
    const pieces = await readOnce(desks.test.db, (reader) =>
      reader.selectFrom('sheet_file_piece').selectAll().where('file_id', '=', id).execute(),
    )
    return JSON.stringify([rows, pieces])
  }

  it('of LimeSurvey in the code style come in, without what is personal, unfinished ones left out', async () => {
    const survey = await fieldSurvey(desks.obs)
    const found = await bring(survey, 'results-survey.csv', code)
    assert.deepEqual([found.state, found.report?.faults], ['ready', []])
    const { rows, incomplete, sheets, chance } = found.report ?? assert.fail()
    assert.deepEqual([rows, incomplete, sheets, chance], [3, 1, 2, 'needs'])
    assert.deepEqual(
      found.report?.never.map((i) => found.report?.header[i]),
      ['token', 'ipaddr'],
    )
    assert.doesNotMatch(JSON.stringify(found.report), /SECRET|192\.0\.2/)
    assert.equal((await sheetsOf(survey)).length, 0)
    assert.equal((await confirm(survey, found)).state, 'taken')
    const kept = (await sheetsOf(survey)).map(({ content }) => content)
    const one = kept.find(({ zone }) => zone === '62765') ?? assert.fail()
    const two = kept.find(({ zone }) => zone === '62193') ?? assert.fail()
    assert.deepEqual(one.services[0]?.scores, { information: 7, 'delays.queue': 3 })
    assert.equal(one.services[0]?.words, '=HYPERLINK("http://x")')
    assert.deepEqual(two.needs, [
      { service: 'townHall', gaveUpFor: null },
      { service: 'tax', gaveUpFor: 'delays' },
    ])
    assert.deepEqual([two.publics.age, two.language], ['30-44', 'en'])
    assert.doesNotMatch(JSON.stringify(kept), /SECRET|192\.0\.2|2026-11-02/)
    assert.doesNotMatch(await leftovers(found.id), /SECRET|192\.0\.2|HYPERLINK|content/)
  })

  it('in full French texts, Latin-1 with semicolons and commas, ask what a value means and then remember it', async () => {
    const survey = await fieldSurvey(desks.obs)
    const found = await bring(survey, 'export.csv', Buffer.from(french, 'latin1'))
    assert.equal(found.report?.encoding, 'latin1')
    assert.equal(found.state, 'faulty')
    assert.deepEqual(
      found.report?.faults.map(({ line, value, code: what }) => [line, value, what]),
      [[2, '25-34', 'value.unmapped']],
    )
    assert.deepEqual(found.report?.values, [{ kind: 'age', value: '25-34', count: 1, code: null }])
    await assert.rejects(entry.confirmAnswers(ana, askedOf(survey), found.id, 'fr'), { code: 'sheetFile.notReady' })
    const mapped = await again(survey, found, { values: { age: { '25-34': '30-44' } } })
    assert.equal(mapped.state, 'ready')
    await confirm(survey, mapped)
    const one = (await sheetsOf(survey)).map(({ content }) => content).find(({ zone }) => zone === '62765')
    assert.deepEqual([one?.publics.age, one?.services[0]?.scores], ['30-44', { delays: 7, 'welcome.listening': 9 }])
    // Next month's export repeats the answers of this one and brings another: it maps by itself.
    const next = await bring(
      survey,
      'decembre.csv',
      Buffer.from(`${french}3;01/12/2026;fr;192.0.2.3;x@example.org;Saint-Omer;25-34;Oui;2;\n`, 'latin1'),
    )
    assert.deepEqual([next.state, next.report?.known, next.report?.already, next.report?.sheets], ['ready', true, 2, 1])
    await confirm(survey, next)
    assert.equal((await sheetsOf(survey)).length, 3)
  })

  it('with code and text, of a service drawn row by row, read choices by their order', async () => {
    const survey = await fieldSurvey(desks.obs)
    const found = await bring(survey, 'limesurvey.csv.gz', gzipSync(both))
    assert.equal(found.state, 'ready', JSON.stringify(found.report?.faults))
    assert.equal(found.report?.chance, 'one')
    await confirm(survey, found)
    const kept = (await sheetsOf(survey)).map(({ content }) => content)
    const one = kept.find(({ zone }) => zone === '62765') ?? assert.fail()
    const two = kept.find(({ zone }) => zone === '62041') ?? assert.fail()
    assert.deepEqual([one.services[0]?.service, one.publics.sex], ['townHall', 'female'])
    assert.deepEqual([two.services[0]?.service, two.publics.sex], ['library', 'male'])
    assert.deepEqual([two.services[0]?.scores, two.services[0]?.probability], [{ information: 5 }, 1])
  })

  it('in the long form, one line per score', async () => {
    const survey = await fieldSurvey(desks.obs)
    const long =
      'respondent,zone,service,criterion,score,weight\n1,62765,tax,delays,4,1.5\n1,62765,tax,delays.queue,6,1.5\n2,62041,library,welcome,9,1\n'
    const found = await bring(survey, 'long.csv', long)
    assert.deepEqual([found.state, found.report?.form, found.report?.sheets], ['ready', 'long', 2])
    await confirm(survey, found)
    const tax = (await sheetsOf(survey)).map(({ content }) => content).find(({ zone }) => zone === '62765')
    assert.deepEqual(tax?.services[0]?.scores, { delays: 4, 'delays.queue': 6 })
    const apart = await bring(survey, 'apart.csv', `${long}1,62765,library,delays,3,1.5\n`)
    assert.deepEqual(
      apart.report?.faults.map(({ code: what, line }) => [what, line]),
      [['id.twice', 5]],
    )
  })

  it('at fault tell line, column and value; they can be left out, and nothing is half-saved', async () => {
    const survey = await fieldSurvey(desks.obs)
    const broken = code
      .replace('2,2026-11-02 11:00:00', '1,2026-11-02 11:00:00')
      .replace('7,3,', '11,x,')
      .replace('3,,2,fr,97,SECRET-3,192.0.2.19,62765', '3,2026-11-02,2,fr,97,SECRET-3,192.0.2.19,Atlantis')
    const found = await bring(survey, 'broken.csv', `${broken}4,2026-11-02,5,fr,1,T,I,62765,75+,Y,N,,5,5,\n`)
    assert.equal(found.state, 'faulty')
    assert.deepEqual(
      found.report?.faults.map(({ line, column, code: what }) => `${line} ${column} ${what}`),
      ['2 rate_townHall[delays_queue] score.notWhole', '3 id id.twice', '4 zone zone.unknown'],
    )
    const left = await again(survey, found, {}, { leaveFaulty: true })
    assert.deepEqual([left.state, left.report?.sheets, left.report?.faultyAnswers], ['ready', 1, 3])
    await write(desks.test.db, (writer) =>
      writer.updateTable('survey').set({ state: 'closed' }).where('id', '=', survey.id).execute(),
    )
    await confirm(survey, left)
    assert.equal((await sheetsOf(survey)).length, 0)
  })

  it('without a column that is needed say which, and take it from the mapping', async () => {
    const survey = await fieldSurvey(desks.obs)
    const found = await bring(survey, 'plain.csv', 'no,where,rate_tax[delays]\n1,62765,5\n')
    assert.deepEqual([found.state, found.report?.missing], ['faulty', ['zone']])
    const mapped = await again(survey, found, { columns: ['id', 'zone', 'score.tax.delays'] })
    assert.deepEqual([mapped.state, mapped.report?.sheets], ['ready', 1])
  })

  it('never keep a personal column, even when somebody maps it', async () => {
    const survey = await fieldSurvey(desks.obs)
    const found = await bring(survey, 'results.csv', code)
    const columns =
      found.report?.mapping.columns.map((meaning, i) => (found.report?.header[i] === 'token' ? 'words.townHall' : meaning)) ?? []
    const mapped = await again(survey, found, { columns })
    await confirm(survey, mapped)
    assert.doesNotMatch(JSON.stringify(await sheetsOf(survey)), /SECRET/)
  })

  it('that came before are refused, and so is what is no table', async () => {
    const survey = await fieldSurvey(desks.obs)
    const first = await bring(survey, 'once.csv', code)
    await confirm(survey, first)
    await assert.rejects(bring(survey, 'copy.csv', code), { code: 'sheetFile.again' })
    const page = await bring(survey, 'page.csv', '<!DOCTYPE html><html></html>')
    assert.deepEqual([page.state, page.report?.faults[0]?.code], ['faulty', 'file.notText'])
    await assert.rejects(bring(survey, 'cut.csv', `${code}9`, true), { code: 'upload.tooLarge' })
    const { files } = await entry.answerFiles(ana, askedOf(survey))
    assert.deepEqual(files.map(({ name }) => name).toSorted(), ['once.csv', 'page.csv'])
    await entry.discardAnswers(ana, askedOf(survey), page.id)
    assert.equal(await leftovers(page.id), '[[],[]]')
    await assert.rejects(view(survey, page.id), { code: 'sheetFile.unknown' })
    await assert.rejects(entry.discardAnswers(ana, askedOf(survey), first.id), { code: 'sheetFile.notReady' })
  })

  it('confirmed twice at once come in once', async () => {
    const survey = await fieldSurvey(desks.obs)
    const found = await bring(survey, 'race.csv', code)
    const both = await Promise.allSettled([confirm(survey, found), confirm(survey, found)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.equal((await sheetsOf(survey)).length, 2)
  })

  it('are brought by those who may, into an open survey', async () => {
    const survey = await fieldSurvey(desks.obs, { state: 'closed' })
    await assert.rejects(bring(survey, 'late.csv', code), { code: 'survey.notOpen' })
    await assert.rejects(entry.answerFiles(somebody('Odile', 'officer'), askedOf(survey)), { code: 'right.missing' })
  })
})
