import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { changeOf, figureDictionary, notePieces, readNote, storedNote } from '#domain/matrix'

const dictionary = figureDictionary([
  ['note mairie', 'score townHall'],
  ['effectif', 'n'],
  ['écart du public 75 ans et plus', 'difference age:75+'],
])

describe('the text of a factsheet', () => {
  it('reads figures by name whatever their case, accents and spaces', () => {
    const { pieces, unknown } = readNote('La mairie a [Note  Mairie] ([ECART du public 75 ans et plus]).', dictionary)
    assert.deepEqual(unknown, [])
    assert.deepEqual(pieces, [
      { text: 'La mairie a ' },
      { key: 'score townHall' },
      { text: ' (' },
      { key: 'difference age:75+' },
      { text: ').' },
    ])
  })

  it('names every unknown figure as it was typed, and leaves brackets without words alone', () => {
    const { unknown, pieces } = readNote('[note piscine], […], [sic] et [effectif]', dictionary)
    assert.deepEqual(unknown, ['[note piscine]', '[sic]'])
    assert.equal(pieces.filter((piece) => 'key' in piece).length, 1)
  })

  it('comes back from what is stored as it was read', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('[effectif]', '[note mairie]', '[…]', '<b>', '&amp;')), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(words, (parts) => {
        const { pieces, unknown } = readNote(parts.join(' '), dictionary)
        fc.pre(unknown.length === 0)
        const keys = pieces.flatMap((piece) => ('key' in piece ? [piece.key] : []))
        const joined = (of: readonly object[]): string => JSON.stringify(of)
        assert.equal(storedNote(notePieces(storedNote(pieces), keys)), storedNote(pieces))
        assert.equal(
          joined(notePieces(storedNote(pieces), keys).filter((piece) => 'key' in piece)),
          joined(pieces.filter((piece) => 'key' in piece)),
        )
      }),
    )
  })

  it('keeps in brackets what was never issued as a figure', () => {
    assert.deepEqual(notePieces('a [n] b', []), [{ text: 'a ' }, { text: '[n]' }, { text: ' b' }])
  })
})

describe('what became of a figure', () => {
  const score = (value: number | null) => ({ kind: 'score', value }) as const
  const points = (value: number) => ({ kind: 'points', value }) as const

  it('is nothing where it is shown the same', () => {
    assert.equal(changeOf(score(6.21), score(6.24), 6.5), 'same')
    assert.equal(changeOf({ kind: 'share', value: 0.1249 }, { kind: 'share', value: 0.118 }, 6.5), 'same')
  })

  it('is a move where another number is shown on the same side', () => {
    assert.equal(changeOf(score(6.21), score(6.31), 6.5), 'moved')
    assert.equal(changeOf(points(-0.4), points(-0.6), 6.5), 'moved')
    assert.equal(changeOf({ kind: 'count', value: 412 }, { kind: 'count', value: 413 }, 6.5), 'moved')
  })

  it('is a meaning where a threshold or zero is crossed, another is named, or nothing can be told', () => {
    assert.equal(changeOf(score(6.44), score(6.61), 6.5), 'meaning')
    assert.equal(changeOf(points(-0.2), points(0.2), 6.5), 'meaning')
    assert.equal(changeOf(score(6.4), score(null), 6.5), 'meaning')
    assert.equal(changeOf(score(6.4), undefined, 6.5), 'meaning')
    assert.equal(changeOf({ kind: 'service', service: 'tax' }, { kind: 'service', service: 'police' }, 6.5), 'meaning')
    assert.equal(changeOf({ kind: 'publics', groups: ['age:75+'] }, { kind: 'publics', groups: [] }, 6.5), 'meaning')
  })

  it('does not care in which order publics are named', () => {
    const before = { kind: 'publics', groups: ['age:75+', 'sex:female'] } as const
    assert.equal(changeOf(before, { kind: 'publics', groups: ['sex:female', 'age:75+'] }, 6.5), 'same')
  })
})
