import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { buildTerritory } from '#sample/territory.ts'
import { geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'

describe('the geography of both sides', () => {
  const { zones, parents } = buildTerritory()
  const map = geography(zones, parents)

  it('knows what lies inside, outside and across', () => {
    assert.equal(map.position('62765', 'audomarois'), 'inside')
    assert.equal(map.position('200069037', 'audomarois'), 'inside')
    assert.equal(map.position('audomarois', '62'), 'inside')
    assert.equal(map.position('audomarois', 'audomarois'), 'inside')
    assert.equal(map.position('62041', 'audomarois'), 'outside')
    assert.equal(map.position('62', 'audomarois'), 'across')
    assert.equal(map.position('245900758', '62'), 'across')
    assert.equal(map.position('E07000110', '62'), 'outside')
    assert.equal(map.position('E07000110', 'kent'), 'inside')
  })

  it('counts zones by level', () => {
    assert.equal(map.within('62', 'commune').length, 887)
    assert.equal(map.within('audomarois', 'commune').length, 89)
    assert.equal(map.within('245900758', 'commune').length, 8)
    assert.equal(map.within('62', 'territory').length, 9)
    assert.equal(map.within('kent', 'epci').length, 13)
  })

  it('names parents and refuses unknown codes', () => {
    assert.deepEqual(
      map
        .parentsOf('62765')
        .map((zone) => zone.code)
        .toSorted(),
      ['200069037', '62', 'audomarois'],
    )
    assert.throws(
      () => map.get('atlantis'),
      (error) => error instanceof DomainError && error.code === 'zone.unknown',
    )
  })
})
