import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { measuredAccess, type Place, type Zone } from '#domain/territory'
import { greatCircleKm } from '#geo/greatCircle.ts'

const place = (more: Partial<Place>): Place => ({
  code: 'p',
  name: { fr: 'p', en: 'p' },
  services: ['library'],
  organisation: null,
  openingHours: null,
  phone: null,
  email: null,
  stepFree: null,
  parking: null,
  address: null,
  postcode: null,
  town: null,
  url: null,
  zone: 'a',
  root: '62',
  lon: 2,
  lat: 50.5,
  position: 'exact',
  synthetic: true,
  source: null,
  checkedOn: null,
  version: 1,
  ...more,
})
const commune = (code: string, lon: number, population: number | null): Zone => ({
  code,
  level: 'commune',
  name: { fr: code, en: code },
  lon,
  lat: 50.5,
  population,
  country: 'FR',
  root: '62',
  source: '',
})

describe('measured access', () => {
  const places = [
    place({ openingHours: 'Mo-Fr 09:00-12:00,14:00-19:00', stepFree: true, phone: '1' }),
    place({ openingHours: 'Mo-Fr 09:00-12:00; Sa 09:00-18:30', stepFree: null }),
    place({ openingHours: null, stepFree: false, lon: 2.1 }),
  ]
  const found = (code: string) => measuredAccess(places, places, [commune('a', 2, 100)]).find((each) => each.code === code)

  it('counts an evening on working days only, among places whose hours are known', () => {
    assert.deepEqual(found('openAfter18'), { code: 'openAfter18', value: 0.5, known: 2, all: 3 })
    assert.deepEqual(found('openSaturday'), { code: 'openSaturday', value: 0.5, known: 2, all: 3 })
  })

  it('takes the median of weekly hours and leaves the unknown out of shares', () => {
    assert.deepEqual(found('weeklyHours'), { code: 'weeklyHours', value: (40 + 24.5) / 2, known: 2, all: 3 })
    assert.deepEqual(found('stepFree'), { code: 'stepFree', value: 0.5, known: 2, all: 3 })
    assert.deepEqual(found('byPhone'), { code: 'byPhone', value: 1 / 3, known: 3, all: 3 })
    assert.equal(found('parking'), undefined)
  })

  it('weighs the distance by inhabitants: half of them are as near or nearer', () => {
    const communes = [commune('near', 2, 60), commune('far', 3, 40), commune('empty', 9, null)]
    const [distance] = measuredAccess([], [place({})], communes)
    assert.deepEqual(distance, { code: 'distance', value: 0, known: 100, all: 100 })
    const [wide] = measuredAccess([], [place({})], [commune('near', 2, 40), commune('far', 3, 60)])
    assert.equal(wide?.value, greatCircleKm({ lon: 2, lat: 50.5 }, { lon: 3, lat: 50.5 }))
  })

  it('says nothing where nothing is known', () => {
    assert.deepEqual(measuredAccess([], [], [commune('a', 2, 10)]), [])
  })
})

describe('the great circle', () => {
  it('is a quarter of the meridian from the equator to the pole', () => {
    assert.ok(Math.abs(greatCircleKm({ lon: 0, lat: 0 }, { lon: 0, lat: 90 }) - (Math.PI / 2) * 6371.0088) < 1e-9)
  })
})
