import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { geography } from '#domain/territory'
import { ofCommune } from '#sample/frenchNames.ts'
import { buildTerritory } from '#sample/territory.ts'

const { zones, parents, organisations } = buildTerritory()
const places = geography(zones, parents)
const sum = (codes: readonly { population: number | null }[]): number =>
  codes.reduce((all, zone) => all + (zone.population ?? 0), 0)
const communes62 = zones.filter((zone) => zone.level === 'commune' && zone.root === '62')
const epciFr = zones.filter((zone) => zone.level === 'epci' && zone.country === 'FR')

describe('the territory of the sample', () => {
  it('holds the 887 communes and 1,457,905 inhabitants of the Pas-de-Calais', () => {
    assert.equal(communes62.length, 887)
    assert.equal(sum(communes62), 1_457_905)
    assert.equal(places.get('62').population, 1_457_905)
    assert.equal(places.within('62', 'commune').length, 887)
  })

  it('holds the 20 inter-municipal bodies, two of them across the line', () => {
    assert.equal(epciFr.length, 20)
    assert.deepEqual(
      epciFr
        .filter((zone) => zone.root === null)
        .map((zone) => zone.code)
        .toSorted(),
      ['200069672', '245900758'],
    )
    const flandreLys = places.within('245900758', 'commune')
    assert.equal(flandreLys.length, 8)
    assert.equal(flandreLys.filter((zone) => zone.root === '62').length, 4)
    assert.equal(places.position('245900758', '62'), 'across')
    assert.equal(places.position('245900758', 'artois'), 'across')
    assert.equal(places.position('200069037', 'audomarois'), 'inside')
  })

  it('makes the Audomarois of 53 and 36 communes', () => {
    assert.equal(places.within('audomarois', 'commune').length, 89)
    assert.equal(places.within('200069037', 'commune').length, 53)
    assert.equal(places.within('246201016', 'commune').length, 36)
  })

  it('parts the 887 communes among nine territories', () => {
    const territories = zones.filter((zone) => zone.level === 'territory')
    assert.equal(territories.length, 9)
    const members = territories.flatMap((zone) => places.within(zone.code, 'commune').map((commune) => commune.code))
    assert.deepEqual(members.toSorted(), communes62.map((zone) => zone.code).toSorted())
    assert.equal(sum(territories), 1_457_905)
  })

  it('puts every commune inside the box of its département', () => {
    for (const { code, lon, lat } of communes62)
      assert.ok(lon > 1.55 && lon < 3.19 && lat > 50.01 && lat < 51.01, `${code} at ${lon}, ${lat}`)
  })

  it('holds Kent with its 13 authorities and their settlements', () => {
    const districts = zones.filter((zone) => zone.level === 'epci' && zone.country === 'GB')
    assert.equal(districts.length, 13)
    assert.equal(places.get('kent').population, 1_855_900)
    const settlements = places.within('kent', 'commune')
    assert.equal(settlements.length, 124)
    for (const district of districts) assert.ok(places.within(district.code, 'commune').length >= 3, district.code)
    assert.equal(new Set(settlements.map((zone) => zone.name.en)).size, 124)
  })

  it('has unique codes, known parents and known zones of organisations', () => {
    assert.equal(new Set(zones.map((zone) => zone.code)).size, zones.length)
    assert.equal(new Set(organisations.map((each) => each.code)).size, organisations.length)
    assert.equal(new Set(parents.map((link) => `${link.hierarchy} ${link.child} ${link.parent}`)).size, parents.length)
    for (const link of parents) assert.ok(places.find(link.child) && places.find(link.parent), JSON.stringify(link))
    for (const each of organisations) assert.ok(places.find(each.zone), each.code)
  })

  it('gives the same zones each time', () => {
    assert.deepEqual(buildTerritory().zones, zones)
  })

  it('writes French names as French writes them', () => {
    assert.ok(zones.every((zone) => !zone.name.fr.includes("'")))
    const examples = ['Le Portel', 'Les Attaques', 'La Couture', 'Hallines', 'Houlle', 'Arras', 'Éperlecques', 'Saint-Omer']
    const expected = [
      'du Portel',
      'des Attaques',
      'de La Couture',
      'd’Hallines',
      'de Houlle',
      'd’Arras',
      'd’Éperlecques',
      'de Saint-Omer',
    ]
    assert.deepEqual(examples.map(ofCommune), expected)
  })
})
