import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkSheet, isMasked, type AnswerSheet, type SheetIssueCode, type SheetService } from '#domain/survey'

const service: SheetService = {
  service: 'postOffice',
  probability: 0.8,
  scores: { delays: 0, 'delays.queue': 10, opening: 6 },
  important: ['delays', 'cost', 'welcome'],
  channelUsed: 'desk',
  channelPreferred: 'online',
  words: 'Une longue file le samedi.',
}
const sheet: AnswerSheet = {
  zone: '62765',
  publics: { sex: 'female', age: '60-74', family: null, activity: 'retired', digital: 'withHelp' },
  needs: [
    { service: 'postOffice', gaveUpFor: null },
    { service: 'tax', gaveUpFor: 'opening' },
  ],
  services: [service],
  citations: [],
  language: 'fr',
}
const cited: AnswerSheet = { ...sheet, needs: [], services: [], citations: ['Trop loin'] }
const rules = { mask: isMasked, isZone: (code: string) => code === '62765', kind: 'satisfaction' } as const
const freely = { ...rules, kind: 'elicitation' } as const

/** A sheet as a file may bring it: with values that the types do not know. */
const wrong = (part: object): AnswerSheet => ({ ...sheet, ...part })
const wrongService = (part: object): AnswerSheet => wrong({ services: [{ ...service, ...part }] })

describe('a sheet', () => {
  it('passes when all holds, of either kind', () => {
    assert.deepEqual(checkSheet(sheet, rules), [])
    assert.deepEqual(checkSheet(cited, freely), [])
    assert.deepEqual(checkSheet({ ...sheet, zone: null, needs: [], services: [] }, rules), [])
    assert.deepEqual(
      checkSheet(wrongService({ scores: {}, important: [], channelUsed: null, words: 'x'.repeat(1000) }), rules),
      [],
    )
  })

  const breaches: readonly [name: string, sheet: AnswerSheet, field: string, code: SheetIssueCode, value: string][] = [
    ['a town that is none', wrong({ zone: '99999' }), 'zone', 'zone.unknown', '99999'],
    ['an unknown age', wrong({ publics: { ...sheet.publics, age: '12' } }), 'age', 'public.unknown', '12'],
    ['another language', wrong({ language: 'de' }), 'language', 'language.unknown', 'de'],
    [
      'a service both used and given up',
      wrong({ needs: [...sheet.needs, { service: 'tax', gaveUpFor: null }] }),
      'needs.tax',
      'service.usedAndGivenUp',
      'tax',
    ],
    [
      'a service used twice',
      wrong({ needs: [...sheet.needs, ...sheet.needs] }),
      'needs.postOffice',
      'service.twice',
      'postOffice',
    ],
    [
      'an unknown service',
      wrong({ needs: [{ service: 'zoo', gaveUpFor: null }], services: [] }),
      'needs.zoo',
      'service.unknown',
      'zoo',
    ],
    [
      'a reason that is no criterion',
      wrong({ needs: [sheet.needs[0], { service: 'tax', gaveUpFor: 'rain' }] }),
      'needs.tax',
      'criterion.unknown',
      'rain',
    ],
    ['a service rated but not used', wrong({ needs: [] }), 'services.postOffice', 'service.notUsed', 'postOffice'],
    ['a score over ten', wrongService({ scores: { delays: 11 } }), 'services.postOffice.delays', 'score.outside', '11'],
    ['a score under zero', wrongService({ scores: { delays: -1 } }), 'services.postOffice.delays', 'score.outside', '-1'],
    ['half a score', wrongService({ scores: { delays: 6.5 } }), 'services.postOffice.delays', 'score.outside', '6.5'],
    ['a score in letters', wrongService({ scores: { delays: 'six' } }), 'services.postOffice.delays', 'score.outside', 'six'],
    ['an unknown question', wrongService({ scores: { weather: 6 } }), 'services.postOffice.weather', 'item.unknown', 'weather'],
    ['a probability of zero', wrongService({ probability: 0 }), 'services.postOffice.probability', 'probability.outside', '0'],
    [
      'a probability over one',
      wrongService({ probability: 1.01 }),
      'services.postOffice.probability',
      'probability.outside',
      '1.01',
    ],
    [
      'no probability',
      wrongService({ probability: Number.NaN }),
      'services.postOffice.probability',
      'probability.outside',
      'null',
    ],
    [
      'four important criteria',
      wrongService({ important: ['delays', 'cost', 'welcome', 'opening'] }),
      'services.postOffice.important',
      'important.tooMany',
      '4',
    ],
    [
      'the same important criterion twice',
      wrongService({ important: ['cost', 'cost'] }),
      'services.postOffice.important',
      'criterion.twice',
      'cost',
    ],
    [
      'an unknown channel',
      wrongService({ channelUsed: 'pigeon' }),
      'services.postOffice.channelUsed',
      'channel.unknown',
      'pigeon',
    ],
    ['too long a text', wrongService({ words: 'x'.repeat(1001) }), 'services.postOffice.words', 'words.tooLong', '1001'],
    ['citations among ratings', wrong({ citations: ['Trop loin'] }), 'citations', 'kind.other', 'satisfaction'],
  ]
  for (const [name, bad, field, code, value] of breaches)
    it(`is refused for ${name}`, () => {
      const found = checkSheet(bad, rules)
      assert.ok(
        found.some((each) => each.field === field && each.code === code && each.value === value),
        JSON.stringify(found),
      )
      assert.deepEqual([...new Set(found.map((each) => each.code))], [code])
    })

  it('is refused for a rating, a reason or a choice that the mask takes out', () => {
    const masked = checkSheet(
      {
        ...sheet,
        needs: [
          { service: 'waste', gaveUpFor: null },
          { service: 'mobility', gaveUpFor: 'transport' },
        ],
        services: [{ ...service, service: 'waste', scores: { procedures: 5, 'delays.answer': 4 }, important: ['procedures'] }],
      },
      rules,
    )
    assert.deepEqual(masked, [
      { field: 'needs.mobility', code: 'criterion.masked', value: 'transport' },
      { field: 'services.waste.procedures', code: 'item.masked', value: 'procedures' },
      { field: 'services.waste.delays.answer', code: 'item.masked', value: 'delays.answer' },
      { field: 'services.waste.important', code: 'criterion.masked', value: 'procedures' },
    ])
  })

  it('of free citations holds between one and ten, and no ratings', () => {
    const codes = (citations: readonly string[], more: Partial<AnswerSheet> = {}) =>
      checkSheet({ ...cited, citations, ...more }, freely).map(({ field, code }) => `${field} ${code}`)
    assert.deepEqual(codes(['', ' ']), ['citations sheet.empty'])
    assert.deepEqual(codes(Array.from({ length: 11 }, () => 'x')), ['citations citations.tooMany'])
    assert.deepEqual(codes(['x', 'y'.repeat(1001)]), ['citations.2 words.tooLong'])
    assert.deepEqual(codes(['x'], { needs: sheet.needs }), ['services kind.other'])
  })
})
