import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import OpeningHours from 'opening_hours'
import { random, seedOf } from '#kernel/random.ts'
import { serviceCodes } from '#domain/territory'
import { buildPlaces } from '#sample/places.ts'
import { buildCompetences } from '#sample/services.ts'
import { buildTerritory } from '#sample/territory.ts'

const territory = buildTerritory()
const places = buildPlaces(random(seedOf('places')), territory)
const zones = new Map(territory.zones.map((zone) => [zone.code, zone]))
const organisations = new Set(territory.organisations.map((each) => each.code))

describe('the places of the sample', () => {
  it('are some 1,600 to 2,000, one mairie per commune', () => {
    assert.ok(places.length >= 1600 && places.length <= 2000, `${places.length}`)
    assert.equal(places.filter((place) => place.code.startsWith('mairie-')).length, 887)
    assert.equal(new Set(places.map((place) => place.code)).size, places.length)
  })

  it('cover the 16 services on both sides and in the Audomarois', () => {
    const audomarois = new Set(territory.parents.filter((link) => link.parent === 'audomarois').map((link) => link.child))
    for (const service of serviceCodes) {
      const having = places.filter((place) => place.services.includes(service))
      assert.ok(
        having.some((place) => place.root === '62'),
        `${service} in 62`,
      )
      assert.ok(
        having.some((place) => place.root === 'kent'),
        `${service} in Kent`,
      )
      assert.ok(
        having.some((place) => audomarois.has(place.zone)),
        `${service} in the Audomarois`,
      )
    }
  })

  it('lie within 800 m of the centre of a known zone and belong to a known body', () => {
    for (const place of places) {
      const zone = zones.get(place.zone)
      assert.ok(zone && zone.root === place.root, place.code)
      assert.ok(organisations.has(place.organisation), `${place.code}: ${place.organisation}`)
      const east = (place.lon - zone.lon) * Math.cos((zone.lat * Math.PI) / 180)
      assert.ok(Math.hypot(east, place.lat - zone.lat) * 111_195 < 802, place.code)
    }
  })

  it('are labelled as synthetic and reach nobody real', () => {
    for (const { code, synthetic, phone, email } of places) {
      assert.equal(synthetic, true)
      assert.ok(phone === null || /^\+33 3 53 01 \d\d \d\d$|^\+44 1632 960\d{3}$/.test(phone), `${code}: ${phone}`)
      assert.ok(email === null || email.endsWith('@example.org'), code)
    }
  })

  it('have opening hours that the reader of OSM hours accepts without a warning, and are open at some time', () => {
    for (const root of ['62', 'kent'] as const) {
      const address = root === '62' ? { country_code: 'fr', state: 'Hauts-de-France' } : { country_code: 'gb', state: 'England' }
      const where = { lat: 50.75, lon: 2.25, address }
      for (const text of new Set(places.filter((place) => place.root === root).map((place) => place.openingHours))) {
        const hours = new OpeningHours(text, where)
        assert.deepEqual(hours.getWarnings(), [], text)
        const [open] = hours.getOpenDuration(new Date('2026-09-07T00:00:00Z'), new Date('2026-09-21T00:00:00Z'))
        assert.ok(open > 0, text)
      }
    }
  })

  it('are the same for the same seed and others for another', () => {
    assert.deepEqual(buildPlaces(random(seedOf('places')), territory), places)
    assert.notDeepEqual(buildPlaces(random(1), territory), places)
  })

  it('have names in both languages, in French typography', () => {
    for (const { name } of places) {
      assert.ok(name.fr.length > 0 && name.en.length > 0)
      assert.ok(!/[{}']/.test(name.fr + name.en), `${name.fr} | ${name.en}`)
    }
  })
})

describe('who answers for what', () => {
  it('says it for each of the 16 services in both countries, with a known body or kind', () => {
    const rows = buildCompetences()
    assert.equal(rows.length, 32)
    for (const country of ['FR', 'GB'] as const) {
      assert.deepEqual(
        rows.filter((row) => row.country === country).map((row) => row.service),
        [...serviceCodes],
      )
    }
    for (const { competent, channels } of rows) {
      assert.ok(['commune', 'epci', 'district'].includes(competent) || organisations.has(competent), competent)
      assert.ok(channels.length > 0)
    }
  })
})
