import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { identifyingParts, itemNumber, suggestItems, typedItems, withoutParts } from '#domain/matrix'
import { subCriterionCodes } from '#domain/survey'
import { wordsOf } from '#words/words.ts'

const places = new Set(['arques', 'saint-omer', 'maidstone'])
const marked = (text: string) => identifyingParts(text, places).map(({ kind, text: part }) => `${kind}: ${part}`)
const names = (item: keyof ReturnType<typeof wordsOf>['subCriteria']) => [
  wordsOf('fr').subCriteria[item],
  wordsOf('en').subCriteria[item],
]

describe('what in words could tell who somebody is', () => {
  it('is a name with a title, or a capital inside a sentence', () => {
    assert.deepEqual(marked('Mme Durand m’a bien aidée.'), ['person: Mme Durand'])
    assert.deepEqual(marked('C’est Sophie Martin qui répond.'), ['person: Sophie Martin'])
    assert.deepEqual(marked('Sophie Martin a tout réglé. Vers Arques, rien.'), ['person: Sophie Martin', 'place: Arques'])
    assert.deepEqual(marked('My neighbour John waited too.'), ['person: John'])
    assert.deepEqual(marked('On m’a dit d’aller voir M. Lefebvre'), ['person: M. Lefebvre'])
  })

  it('is a telephone number, an address, a date or a long number', () => {
    assert.deepEqual(marked('rappelez-moi au 06 12 34 56 78'), ['phone: 06 12 34 56 78'])
    assert.deepEqual(marked('ring me on +44 1622 123456'), ['phone: +44 1622 123456'])
    assert.deepEqual(marked('écrire à jean.petit@exemple.fr svp'), ['email: jean.petit@exemple.fr'])
    assert.deepEqual(marked('venue le 12/03/2026 puis le 3 avril'), ['date: 12/03/2026', 'date: 3 avril'])
    assert.deepEqual(marked('mon dossier 1234567 est perdu'), ['number: 1234567'])
  })

  it('is a place, known by its name', () => {
    assert.deepEqual(marked('la mairie d’Arques est fermée, celle de Saint-Omer aussi'), ['place: Arques', 'place: Saint-Omer'])
  })

  it('is neither the first word of a sentence, nor an everyday body, nor the hour', () => {
    assert.deepEqual(marked('Trop d’attente. Personne ne répond à la CAF ! Les horaires : 9h-12h.'), [])
    assert.deepEqual(marked('The NHS was fine and I waited 20 minutes. Staff were kind.'), [])
  })

  it('lies in the text where it says, in order, without overlap, and is gone once cut', () => {
    const piece = fc.constantFrom(
      'Mme Durand',
      '06 12 34 56 78',
      'le 3 mars',
      'a@b.fr',
      'attente',
      'Arques',
      '.',
      'John Smith',
      '12345678',
      '1er mai 2025',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ')
        const parts = identifyingParts(text, places)
        for (const [i, part] of parts.entries()) {
          assert.equal(text.slice(part.from, part.to), part.text)
          assert.ok(part.from >= (parts[i - 1]?.to ?? 0))
        }
        const cut = withoutParts(text, parts)
        for (const secret of ['Durand', '06 12', 'a@b.fr', '12345678']) assert.ok(!cut.includes(secret), cut)
      }),
    )
  })
})

describe('coding to sub-criteria', () => {
  it('suggests by the words that people use, in both languages', () => {
    assert.equal(suggestItems('Personne ne décroche le téléphone', names)[0], 'contact.phone')
    assert.equal(suggestItems('No lift, I cannot take my wheelchair up the stairs', names)[0], 'building.stepFree')
    assert.deepEqual(suggestItems('???', names), [])
    assert.ok(suggestItems('attente, téléphone, bus, parking, prix, papiers, accueil', names).length <= 4)
  })

  it('numbers the 36 in the order of the grid, each once', () => {
    const numbers = subCriterionCodes.map(itemNumber)
    assert.equal(new Set(numbers).size, 36)
    assert.deepEqual([numbers[0], numbers.at(-1)], ['1.1', '11.3'])
  })

  it('reads numbers and beginnings of names, in either language', () => {
    assert.deepEqual(typedItems('8.2, stationn', names), { items: ['welcome.listening', 'transport.parking'], unknown: [] })
    assert.deepEqual(typedItems('wheel; 8.2 ; 8.2', names), { items: ['welcome.listening'], unknown: ['wheel'] })
  })

  it('asks again where a beginning could be several', () => {
    assert.deepEqual(typedItems('délai', names), { items: [], unknown: ['délai'] })
  })
})
