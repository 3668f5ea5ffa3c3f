import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatOf } from '#words/format.ts'
import { openingLines } from '#words/openingHours.ts'
import { wordsOf } from '#words/words.ts'
import { zoneInWords } from '#words/zones.ts'

const fr = formatOf('fr')
const en = formatOf('en')

describe('figures and dates', () => {
  it('are written as each language writes them', () => {
    assert.deepEqual([fr.integer(1457905), en.integer(1457905)], ['1\u202F457\u202F905', '1,457,905'])
    assert.deepEqual([fr.decimal(6.25), en.decimal(6.24)], ['6,3', '6.2'])
    assert.deepEqual([fr.signed(-0.44), fr.signed(0.44), en.signed(-0.02)], ['−0,4', '+0,4', '0.0'])
    assert.deepEqual([fr.percent(0.123), en.percent(0.123), fr.percent(0.004)], ['12\u202F%', '12%', '0,4\u202F%'])
    assert.deepEqual([fr.sure(0.9996), en.sure(0.9996), en.sure(0.98)], ['>\u202F99\u202F%', '>\u202F99%', '98%'])
    assert.deepEqual([fr.fine(-0.001), en.fine(-0.25)], ['0,00', '−0.25'])
    assert.deepEqual([fr.probability(0.0001), en.probability(0.0402)], ['<\u202F0,001', '0.040'])
    assert.deepEqual([fr.date('2026-03-03'), en.date('2026-03-03')], ['3 mars 2026', '3 March 2026'])
  })
})

function zone(code: string, level: string, name: string) {
  return { code, level, name: { fr: name, en: name } }
}

describe('zones in sentences', () => {
  const cases = [
    [
      zone('audomarois', 'territory', 'Audomarois'),
      'de l’Audomarois',
      'dans l’Audomarois',
      'à l’Audomarois',
      'in the Audomarois',
    ],
    [zone('boulonnais', 'territory', 'Boulonnais'), 'du Boulonnais', 'dans le Boulonnais', 'au Boulonnais', 'in the Boulonnais'],
    [
      zone('heninCarvin', 'territory', 'Hénin-Carvin'),
      'du territoire d’Hénin-Carvin',
      'dans le territoire d’Hénin-Carvin',
      'au territoire d’Hénin-Carvin',
      'in Hénin-Carvin',
    ],
    [
      zone('62', 'department', 'Pas-de-Calais'),
      'du Pas-de-Calais',
      'dans le Pas-de-Calais',
      'au Pas-de-Calais',
      'in the Pas-de-Calais',
    ],
    [zone('kent', 'department', 'Kent'), 'du Kent', 'dans le Kent', 'au Kent', 'in Kent'],
    [
      zone('200069037', 'epci', 'CA du Pays de Saint-Omer'),
      'de la CA du Pays de Saint-Omer',
      'dans la CA du Pays de Saint-Omer',
      'à la CA du Pays de Saint-Omer',
      'in the CA du Pays de Saint-Omer',
    ],
    [
      zone('E07000105', 'epci', 'Ashford'),
      'du district d’Ashford',
      'dans le district d’Ashford',
      'au district d’Ashford',
      'in Ashford',
    ],
    [zone('62765', 'commune', 'Saint-Omer'), 'de Saint-Omer', 'à Saint-Omer', 'à Saint-Omer', 'in Saint-Omer'],
    [zone('62667', 'commune', 'Le Portel'), 'du Portel', 'au Portel', 'au Portel', 'in Le Portel'],
    [zone('62043', 'commune', 'Les Attaques'), 'des Attaques', 'aux Attaques', 'aux Attaques', 'in Les Attaques'],
    [zone('62040', 'commune', 'Arques'), 'd’Arques', 'à Arques', 'à Arques', 'in Arques'],
  ] as const
  for (const [named, of, inside, to, english] of cases) {
    it(`names ${named.name.fr}`, () => {
      const words = zoneInWords(named, 'fr')
      assert.deepEqual([words.of, words.in, words.to, zoneInWords(named, 'en').in], [of, inside, to, english])
    })
  }
})

describe('opening hours', () => {
  const french = wordsOf('fr').servicePages
  const english = wordsOf('en').servicePages

  it('say common patterns in words', () => {
    assert.deepEqual(openingLines('Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off', french), [
      { days: 'lun. au ven.', hours: '9\u202Fh – 12\u202Fh, 14\u202Fh – 17\u202Fh\u202F30' },
      { days: 'sam.', hours: '9\u202Fh – 12\u202Fh' },
      { days: 'jours fériés', hours: 'fermé' },
    ])
    assert.deepEqual(openingLines('Mo,We 09:00-12:30', english), [{ days: 'Mon, Wed', hours: '9:00–12:30' }])
    assert.deepEqual(openingLines('24/7', english), [{ days: 'always open', hours: '' }])
  })

  it('leave other patterns as they are', () => {
    for (const text of ['week 1-10 Mo 09:00-12:00', 'sunrise-sunset', 'Mo[1] 09:00-12:00', '']) {
      assert.equal(openingLines(text, english), null, text)
    }
  })
})
