import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  codesOf,
  compareKeys,
  firstPart,
  guessColumns,
  isMasked,
  itemCodes,
  maskOf,
  meaningParts,
  missingColumns,
  nothingSaid,
  paperInterview,
  paperSheet,
  readPaper,
  readSheetValue,
  rowPlan,
  sayRow,
  secondPart,
  settleKeys,
  sheetSaid,
  sheetVocabulary,
  standardQuestionnaire,
  subCriterionCodes,
  checkSheet,
  type GridContent,
  type PaperQuestions,
} from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { labelsOf } from '#words/labels.ts'

const [fr, en] = [labelsOf('fr'), labelsOf('en')]
const grid = {
  names: Object.fromEntries(itemCodes.map((item) => [item, { fr: fr('item', item), en: en('item', item) }])),
  masked: Object.fromEntries(
    serviceCodes.map((service) => [service, subCriterionCodes.filter((item) => isMasked(service, item))]),
  ),
} as unknown as GridContent
const names = Object.fromEntries(
  serviceCodes.map((code) => [code, { fr: fr('service', code), en: en('service', code) }]),
) as unknown as Readonly<Record<ServiceCode, Bilingual>>
const vocabulary = sheetVocabulary(grid, names)
const mask = maskOf(grid)
const guess = (...header: string[]) => guessColumns(header, vocabulary, 4)
const findZone = (text: string) => (text === '62765' || text === 'Saint-Omer' ? '62765' : null)

describe('columns of a file of answers', () => {
  it('are understood in the three styles of LimeSurvey, in both languages', () => {
    const code = [
      'id',
      'submitdate',
      'ipaddr',
      'zone',
      'needs[townHall]',
      'rate_townHall[information]',
      'reason_tax',
      'rate_tax[delays_queue]',
    ]
    assert.deepEqual(guess(...code), [
      'id',
      'submitted',
      'never',
      'zone',
      'need.townHall',
      'score.townHall.information',
      'reason.tax',
      'score.tax.delays.queue',
    ])
    const french = [
      'ID de la réponse',
      'Date de soumission',
      'Adresse IP',
      'Dans quelle commune habitez-vous ?',
      'De quels services avez-vous eu besoin ? [Mairie]',
      'Notez de 0 à 10 la mairie [Délais]',
      'Notez de 0 à 10 la mairie [attente sur place]',
      'Pourquoi avez-vous renoncé à la poste ?',
    ]
    assert.deepEqual(guess(...french), [
      'id',
      'submitted',
      'never',
      'zone',
      'need.townHall',
      'score.townHall.delays',
      'score.townHall.delays.queue',
      'reason.postOffice',
    ])
    const both = [
      'id. Response ID',
      'token. Token',
      'age. What is your age?',
      'needs[library]. Which services did you need? [Library]',
      'rate_library[welcome]. Rate the library from 0 to 10 [Welcome]',
      'rate_library[other]. Rate the library [Other]',
    ]
    assert.deepEqual(guess(...both), ['id', 'never', 'age', 'need.library', 'score.library.welcome', 'words.library'])
  })

  it('of services drawn by number need the column that names the service', () => {
    const meanings = guess('id', 'zone', 'service1', 'rate1[information]', 'rate2[information]')
    assert.deepEqual(meanings, ['id', 'zone', 'drawn.1', 'score.1.information', 'score.2.information'])
    assert.deepEqual(missingColumns(meanings, 'satisfaction'), ['drawn.2'])
    assert.deepEqual(missingColumns(guess('id', 'prose'), 'satisfaction'), ['zone', 'score'])
  })

  it('numbered beyond what one person rates are the services in the order of the survey', () => {
    assert.deepEqual(guess('rate1[delays]', 'rate16[delays]'), ['score.townHall.delays', 'score.culture.delays'])
  })

  it('always mean something that there is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), (header) => {
        const meanings = guessColumns(header, vocabulary, 4)
        assert.equal(meanings.length, header.length)
        for (const meaning of meanings) assert.notEqual(meaningParts(meaning), null, meaning)
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  it('never keep what is personal, whatever it is called', () => {
    for (const name of [
      'token',
      'ipaddr',
      'startdate',
      'datestamp',
      'email',
      'firstname',
      'lastname',
      'refurl',
      'Adresse IP',
      'Prénom',
      'Date started',
    ])
      assert.deepEqual(guess(name), ['never'], name)
  })
})

describe('values of a file of answers', () => {
  const plan = { vocabulary, findZone }
  it('read every code of every kind as itself', () => {
    for (const kind of [
      'sex',
      'age',
      'family',
      'activity',
      'digital',
      'need',
      'criterion',
      'channel',
      'language',
      'service',
      'item',
      'score',
    ] as const)
      for (const code of codesOf(kind)) assert.equal(readSheetValue(kind, code, plan), code, `${kind} ${code}`)
  })

  it('read answers in French and English, and an age in years as its band', () => {
    assert.equal(readSheetValue('need', 'Oui', plan), 'used')
    assert.equal(readSheetValue('sex', 'Une femme', plan), 'female')
    assert.equal(readSheetValue('age', '37 ans', plan), '30-44')
    assert.equal(readSheetValue('age', '98', plan), '75+')
    assert.equal(readSheetValue('age', '25-34', plan), undefined)
    assert.equal(readSheetValue('score', '7,0', plan), '7')
    assert.equal(readSheetValue('score', '7,5', plan), undefined)
    assert.equal(readSheetValue('channel', 'Par téléphone', plan), 'phone')
    assert.equal(readSheetValue('criterion', 'N/A', plan), '')
  })

  it('become a sheet with the chance of each service from the needs told', () => {
    const columns = [
      'zone',
      'age',
      ...serviceCodes.slice(0, 6).map((code) => `need.${code}`),
      'score.townHall.delays',
      'words.townHall',
    ]
    const row = rowPlan({ columns, values: { age: { '25-34': '30-44' } } }, { vocabulary, findZone, most: 4, language: 'fr' })
    const said = nothingSaid()
    const issues = sayRow(said, ['Saint-Omer', '25-34', 'Y', 'Y', 'Y', 'Y', 'Y', 'N', '0', '=SUM(A1)'], row)
    assert.deepEqual(issues, [])
    const { sheet } = sheetSaid(said, row)
    assert.equal(sheet.zone, '62765')
    assert.equal(sheet.publics.age, '30-44')
    assert.deepEqual(sheet.services[0], {
      service: 'townHall',
      probability: 4 / 5,
      scores: { delays: 0 },
      important: [],
      channelUsed: null,
      channelPreferred: null,
      words: '=SUM(A1)',
    })
  })
})

describe('a form on paper', () => {
  const questions = (number: number): PaperQuestions => ({
    kind: 'satisfaction',
    interview: paperInterview('5f1d7a52-0000-4000-8000-000000000000', number, standardQuestionnaire, mask),
    questionnaire: standardQuestionnaire,
    mask,
    findZone,
  })
  const form = fc.record({
    number: fc.integer({ min: 1, max: 999_999 }),
    used: fc.subarray([...serviceCodes]),
    score: fc.integer({ min: 0, max: 10 }),
  })
  const keyed = (asks: PaperQuestions, used: readonly string[], score: number) => {
    const ticks = Object.fromEntries(
      firstPart(asks).map((field) => [field, used.includes(field.slice('needs.'.length)) ? '0' : '']),
    )
    const first = readPaper(firstPart(asks), { ...ticks, language: 'fr' }, asks)
    const rated = secondPart(first.fields, asks)
    const isScore = (field: string): boolean => itemCodes.some((item) => field.endsWith(`.${item}`))
    const second = readPaper(rated, Object.fromEntries(rated.map((field) => [field, isScore(field) ? String(score) : ''])), asks)
    assert.deepEqual([...first.issues, ...second.issues], [])
    return { ...first.fields, ...second.fields }
  }

  it('keyed alike gives a sheet that holds, with four services at most and their chance', () => {
    fc.assert(
      fc.property(form, ({ number, used, score }) => {
        const asks = questions(number)
        const fields = keyed(asks, used, score)
        assert.deepEqual(compareKeys(fields, keyed(asks, used, score)).differing, [])
        const sheet = paperSheet(fields, asks)
        assert.deepEqual(checkSheet(sheet, { mask, isZone: () => true, kind: 'satisfaction' }), [])
        assert.equal(sheet.services.length, Math.min(4, used.length))
        for (const each of sheet.services) assert.equal(each.probability, Math.min(1, 4 / used.length))
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('settled is what was chosen, and nothing is open any more', () => {
    fc.assert(
      fc.property(form, fc.subarray([...serviceCodes]), ({ number, used, score }, otherwise) => {
        const asks = questions(number)
        const [first, second] = [keyed(asks, used, score), keyed(asks, otherwise, score)]
        const chosen: Record<string, string> = {}
        for (let step = 0; step < 3; step++) {
          const { open } = settleKeys(first, second, chosen, asks)
          for (const each of open) chosen[each.field] = each.first ?? each.second ?? ''
        }
        const { open, fields } = settleKeys(first, second, chosen, asks)
        assert.deepEqual(open, [])
        assert.deepEqual(paperSheet(fields, asks), paperSheet(first, asks))
      }),
      { seed: 12, numRuns: 40 },
    )
  })

  it('reads what is kept as it reads what is typed', () => {
    const asks = questions(3)
    const typed = { zone: 'Saint-Omer', language: 'en', sex: '1', 'needs.tax': '3', 'needs.school': '0' }
    const { fields, issues } = readPaper(firstPart(asks), typed, asks)
    assert.deepEqual(issues, [])
    assert.deepEqual(
      [fields['zone'], fields['sex'], fields['needs.tax'], fields['needs.school']],
      ['62765', 'female', 'delays', 'used'],
    )
    assert.deepEqual(readPaper(firstPart(asks), fields, asks), { fields, issues: [] })
  })

  it('names each field that cannot be read', () => {
    const asks = questions(4)
    const typed = { zone: 'Nulle-Part', language: 'fr', 'needs.tax': '12', 'needs.waste': '10' }
    assert.deepEqual(
      readPaper(firstPart(asks), typed, asks)
        .issues.map(({ field, code }) => `${field} ${code}`)
        .toSorted(),
      ['needs.tax need.unreadable', 'needs.waste criterion.masked', 'zone zone.unknown'],
    )
    const used = { ...readPaper(firstPart(asks), { language: 'fr', 'needs.tax': '0' }, asks).fields }
    const bad = { 'services.tax.delays': '11', 'services.tax.important': '1 2 3 4', 'services.tax.opening': 'x' }
    assert.deepEqual(
      readPaper(secondPart(used, asks), bad, asks)
        .issues.map(({ field, code }) => `${field} ${code}`)
        .toSorted(),
      ['services.tax.delays score.outside', 'services.tax.important important.tooMany', 'services.tax.opening score.unreadable'],
    )
  })
})
