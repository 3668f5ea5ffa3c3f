import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { entryKindCodes, indexSteps, intentsOf, searcherOf, searchIndex, understand, wordsOfText } from '#domain/search'
import type { EntryKind, Hit, SearchEntry, Searcher } from '#domain/search'
import { serviceCodes } from '#domain/territory'
import { random } from '#kernel/random.ts'
import { buildTerritory } from '#sample/territory.ts'
import { slips, writtenDistance } from '#tests/slips.ts'

const zone = (
  code: string,
  name: string,
  inhabitants = 0,
  lon: number | null = null,
  lat: number | null = null,
): SearchEntry => ({
  kind: 'zone',
  code,
  names: [name],
  context: [],
  lon,
  lat,
  inhabitants,
})

const serviceEntries = serviceCodes.map((code): SearchEntry => ({
  kind: 'service',
  code,
  names: intentsOf(code),
  context: [],
  lon: null,
  lat: null,
  inhabitants: 0,
}))

function codes(searcher: Searcher, text: string, kind: EntryKind = 'zone', most = 5): string[] {
  return searcher.search({ text, kind, around: null, most }).map((hit) => hit.entry.code)
}

describe('words of a text', () => {
  it('forget accents, ligatures, hyphens, elisions and capitals, and open "St"', () => {
    assert.deepEqual(wordsOfText("  ŒUF, Ænid-l’Étoile d'Été "), ['oeuf', 'aenid', 'l', 'etoile', 'd', 'ete'])
    for (const text of ['St. Omer', 'st omer', 'SAINT-OMER', 'Saint Omer', 'St-Omer'])
      assert.deepEqual(wordsOfText(text), ['saint', 'omer'])
    assert.deepEqual(wordsOfText('Ste-Marie-Kerque'), ['sainte', 'marie', 'kerque'])
    assert.deepEqual(wordsOfText('St Mary’s Bay'), ['saint', 'marys', 'bay'])
    assert.deepEqual(wordsOfText('TN24 8XY'), ['tn248xy'])
    assert.deepEqual(wordsOfText(' -- '), [])
  })
})

describe('searching names', () => {
  const towns = [
    zone('a', 'Saint-Omer', 14_000),
    zone('b', 'Saint-Omer-Capelle', 1000),
    zone('c', 'Zudausques', 900),
    zone('d', 'Ste-Marie-Kerque', 1600),
    zone('e', 'L’Écluse', 500),
    zone('f', 'Le Portel', 9000),
    zone('g', 'Capelle-lès-Hesdin', 400),
    zone('h', 'Omerville', 300),
  ]
  const searcher = searcherOf(searchIndex(towns))

  it('prefers the whole name, then its beginning, then its words, then likeness', () => {
    const hits = searcher.search({ text: 'saint omer', kind: 'zone', around: null, most: 5 })
    assert.deepEqual(
      hits.slice(0, 2).map((hit) => [hit.entry.code, hit.match]),
      [
        ['a', 'exact'],
        ['b', 'beginning'],
      ],
    )
    const [first, second] = searcher.search({ text: 'omer', kind: 'zone', around: null, most: 5 })
    assert.deepEqual([first?.entry.code, first?.match], ['h', 'beginning'])
    assert.deepEqual([second?.entry.code, second?.match], ['a', 'words'])
    assert.equal(searcher.search({ text: 'capelle', kind: 'zone', around: null, most: 1 })[0]?.entry.code, 'g')
  })

  it('finds whatever way the name is written', () => {
    for (const [text, code] of [
      ['ST OMER', 'a'],
      ['saintomer', 'a'],
      ['sain tomer', 'a'],
      ['st omre', 'a'],
      ['sainte marie kerque', 'd'],
      ['ecluse', 'e'],
      ['l ecluse', 'e'],
      ['lecluse', 'e'],
      ['portel', 'f'],
      ['leportel', 'f'],
      ['lr portel', 'f'],
      ['zudosques', 'c'],
      ['capelle saint omer', 'b'],
    ] as const) {
      assert.equal(codes(searcher, text)[0], code, text)
    }
  })

  it('answers nothing to nothing, and to what resembles nothing', () => {
    for (const text of ['', '   ', '-', 'xqzwvkj', '%_\\', '\u0000'])
      assert.deepEqual(codes(searcher, text), [], JSON.stringify(text))
  })

  it('puts the nearer and the greater of equal names first', () => {
    const same = [
      zone('far', 'Neuville', 100, 5, 45),
      zone('near', 'Neuville', 100, 2.3, 50.7),
      zone('great', 'Neuville', 90_000, 5, 45),
    ]
    const twins = searcherOf(searchIndex(same))
    const found = twins.search({ text: 'neuville', kind: 'zone', around: { lon: 2.25, lat: 50.75 }, most: 3 })
    assert.deepEqual(
      found.map((hit) => hit.entry.code),
      ['near', 'great', 'far'],
    )
    assert.deepEqual(codes(twins, 'neuville'), ['great', 'far', 'near'])
  })

  it('keeps kinds apart and gives no more than asked for', () => {
    const both = searcherOf(searchIndex([...towns, ...serviceEntries]))
    assert.deepEqual(codes(both, 'poubelle', 'service'), ['waste'])
    assert.deepEqual(codes(both, 'poubelle', 'place'), [])
    assert.equal(codes(both, 's', 'zone', 2).length, 2)
  })
})

describe('searching every town of the sample', () => {
  let entries: SearchEntry[]
  let searcher: Searcher
  before(() => {
    entries = buildTerritory()
      .zones.filter((each) => each.level === 'commune')
      .map((each) => ({
        kind: 'zone',
        code: each.code,
        names: [each.name.fr, each.name.en],
        context: [],
        lon: each.lon,
        lat: each.lat,
        inhabitants: each.population ?? 0,
      }))
    searcher = searcherOf(searchIndex(entries))
  })

  const together = (entry: SearchEntry): string => wordsOfText(entry.names[0] ?? '').join('')
  const search = (text: string, most = 5): Hit[] => searcher.search({ text, kind: 'zone', around: null, most })

  it('has each name find itself first', () => {
    assert.ok(entries.length > 1000, `only ${entries.length} towns`)
    for (const entry of entries) {
      for (const name of entry.names) {
        const [first] = search(name)
        assert.equal(first?.match, 'exact', name)
        // Two towns may share a name: then one of them is first.
        assert.ok(
          first?.entry.names.some((each) => wordsOfText(each).join('') === wordsOfText(name).join('')),
          name,
        )
      }
    }
  })

  it('forgives any one slip in a name of five letters or more: it is in the first five unless five others are as like', () => {
    const dice = random(20_261_123)
    let asked = 0
    let excused = 0
    for (const entry of entries) {
      const name = entry.names[0] ?? ''
      if (together(entry).length < 5) continue
      for (const slip of slips(name, 6, dice)) {
        const words = wordsOfText(slip)
        if (words.length === 0) continue
        asked++
        const found = search(slip).map((hit) => hit.entry.code)
        if (found.includes(entry.code)) continue
        const typed = words.join('')
        const own = writtenDistance(typed, together(entry))
        excused++
        // One key can be two letters, as in "œ" or "St": then two slips must be forgiven, which short names do not allow.
        const rivals = entries.filter((other) => other !== entry && writtenDistance(typed, together(other)) <= own)
        assert.ok(rivals.length >= 4 || own > 1, `“${slip}” for ${name} finds ${found.join(', ') || 'nothing'}`)
      }
    }
    assert.ok(asked > 5000, `only ${asked} slips were tried`)
    assert.ok(excused / asked < 0.005, `${excused} of ${asked} were excused`)
  })

  it('finds the names that a brute-force comparison finds', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (seed) => {
        const dice = random(seed)
        const entry = entries[dice.below(entries.length)]
        if (!entry) return
        const [once = ''] = slips(entry.names[0] ?? '', 1, dice)
        const [twice = ''] = slips(once, 1, dice)
        const typed = wordsOfText(twice).join('')
        const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
        const brute = entries.filter((each) =>
          each.names.some((name) => writtenDistance(typed, wordsOfText(name).join('')) <= most),
        )
        const found = new Set(search(twice, entries.length).map((hit) => hit.entry.code))
        for (const each of brute) assert.ok(found.has(each.code), `“${twice}” misses ${each.names[0] ?? ''}`)
      }),
      { seed: 7, numRuns: 40 },
    )
  })

  it('never fails and never repeats itself, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...entryKindCodes), (text, kind) => {
        const found = searcher.search({ text, kind, around: { lon: 2, lat: 50 }, most: 8 })
        assert.ok(found.length <= 8)
        assert.equal(new Set(found.map((hit) => hit.entry.code)).size, found.length)
        assert.ok(found.every((hit) => hit.entry.kind === kind && Number.isFinite(hit.score)))
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('is made in small steps that give the same index', () => {
    const steps = indexSteps(entries)
    let count = 0
    for (;;) {
      const step = steps.next()
      if (step.done) {
        assert.deepEqual(step.value.zone.names.vocabulary.terms, searcher.index.zone.names.vocabulary.terms)
        assert.deepEqual([...step.value.zone.words.entries], [...searcher.index.zone.words.entries])
        break
      }
      count++
    }
    assert.ok(count > 8, `only ${count} steps`)
  })

  it('reads what is wanted and where, in any order, in both languages', () => {
    const all = searcherOf(searchIndex([...entries, ...serviceEntries]))
    for (const [text, service, town] of [
      ['passeport arras', 'townHall', 'Arras'],
      ['poubelle à st omer', 'waste', 'Saint-Omer'],
      ['Ashford library', 'library', 'Ashford'],
      ['biblothèque aras', 'library', 'Arras'],
      ['council tax dover', 'tax', 'Dover'],
      ['nappy', 'earlyChildhood', null],
      ['bin', 'waste', null],
      ['CAF', 'familyAllowance', null],
      ['cpam de calais', 'healthInsurance', 'Calais'],
      ['piscine le portel', 'sport', 'Le Portel'],
      ['Béthune', null, 'Béthune'],
      ['xqzwvkj', null, null],
    ] as const) {
      const { service: what, zone: where } = understand(all, text, null)
      assert.equal(what?.entry.code ?? null, service, text)
      assert.equal(where?.entry.names[0] ?? null, town, text)
    }
  })
})

describe('what people type for each service', () => {
  it('leads to that service first, for every phrase of both languages', () => {
    const searcher = searcherOf(searchIndex(serviceEntries))
    for (const code of serviceCodes) {
      for (const phrase of intentsOf(code)) {
        const found = searcher.search({ text: phrase, kind: 'service', around: null, most: 3 })
        assert.equal(found[0]?.match, 'exact', phrase)
        const equal = found.filter((hit) => hit.match === 'exact').map((hit) => hit.entry.code)
        assert.ok(equal.includes(code), `${phrase} leads to ${equal.join(', ')}, not to ${code}`)
      }
    }
  })
})
