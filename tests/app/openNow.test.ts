import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarOf, wallClock } from '#app/public/localTime.ts'
import { openingAt } from '#app/public/openNow.ts'

const france = calendarOf('FR', '62765')
const england = calendarOf('GB', 'gn2643179')
const weekdays = 'Mo-Fr 09:00-12:00,14:00-17:00; PH off'
const at = (text: string | null, iso: string, calendar = france) => openingAt(text, calendar, new Date(iso))

describe('whether a place is open', () => {
  it('goes by the clock of the place, not of the process', () => {
    // 08:30 in London is 09:30 in Saint-Omer, winter and summer alike.
    assert.equal(at(weekdays, '2026-11-24T08:30:00Z').state, 'open')
    assert.equal(at(weekdays, '2026-11-24T08:30:00Z', england).state, 'closed')
    assert.equal(at(weekdays, '2026-06-24T07:30:00Z').state, 'open')
    assert.equal(at(weekdays, '2026-06-24T07:30:00Z', england).state, 'closed')
    assert.equal(at(weekdays, '2026-06-24T06:59:00Z').state, 'closed')
    assert.equal(at(weekdays, '2026-06-24T07:00:00Z').state, 'open')
  })

  it('tells when it closes or opens, in local time', () => {
    assert.deepEqual(at(weekdays, '2026-11-24T08:30:00Z').change, { date: '2026-11-24', time: '12:00', days: 0 })
    assert.deepEqual(at(weekdays, '2026-11-24T11:30:00Z').change, { date: '2026-11-24', time: '14:00', days: 0 })
    assert.deepEqual(at(weekdays, '2026-11-24T17:30:00Z').change, { date: '2026-11-25', time: '09:00', days: 1 })
    assert.deepEqual(at(weekdays, '2026-11-27T17:30:00Z').change, { date: '2026-11-30', time: '09:00', days: 3 })
    assert.equal(at('24/7', '2026-11-27T17:30:00Z').change, null)
  })

  it('keeps its hours on both sides of a change of clocks', () => {
    // 25 October 2026: clocks go back in both countries; 29 March 2026: they go forward.
    for (const [iso, state] of [
      ['2026-10-23T07:00:00Z', 'open'],
      ['2026-10-26T07:59:00Z', 'closed'],
      ['2026-10-26T08:00:00Z', 'open'],
      ['2026-03-27T08:00:00Z', 'open'],
      ['2026-03-30T06:59:00Z', 'closed'],
      ['2026-03-30T07:00:00Z', 'open'],
    ] as const) {
      assert.equal(at(weekdays, iso).state, state, iso)
    }
    assert.deepEqual(at(weekdays, '2026-10-24T10:00:00Z').change, { date: '2026-10-26', time: '09:00', days: 2 })
    // The hour that comes twice: 02:30 in summer time, then 02:30 in winter time.
    const night = 'Su 02:00-03:00'
    assert.equal(at(night, '2026-10-25T00:30:00Z').state, 'open')
    assert.equal(at(night, '2026-10-25T01:30:00Z').state, 'open')
    assert.equal(at(night, '2026-10-25T02:30:00Z').state, 'closed')
  })

  it('is right around midnight, when the two sides are on different days', () => {
    const monday = 'Mo 00:00-24:00'
    assert.equal(at(monday, '2026-11-22T22:59:00Z').state, 'closed')
    assert.equal(at(monday, '2026-11-22T23:00:00Z').state, 'open')
    assert.equal(at(monday, '2026-11-22T23:00:00Z', england).state, 'closed')
    assert.equal(at(monday, '2026-11-23T23:30:00Z').state, 'closed')
    assert.equal(at(monday, '2026-11-23T23:30:00Z', england).state, 'open')
    const late = 'Fr 20:00-02:00'
    assert.equal(at(late, '2026-11-28T00:30:00Z').state, 'open')
    assert.deepEqual(at(late, '2026-11-27T22:30:00Z').change, { date: '2026-11-28', time: '02:00', days: 1 })
  })

  it('knows the public holidays of each country', () => {
    const days = [
      ['2026-12-25T09:00:00Z', true, true],
      ['2026-07-14T09:00:00Z', true, false],
      ['2026-11-11T09:00:00Z', true, false],
      ['2026-05-14T09:00:00Z', true, false],
      ['2026-08-31T09:00:00Z', false, true],
      ['2026-05-04T09:00:00Z', false, true],
      ['2026-12-28T09:00:00Z', false, true],
      ['2026-04-03T09:00:00Z', false, true],
      ['2026-04-06T09:00:00Z', true, true],
      ['2026-11-24T09:00:00Z', false, false],
    ] as const
    for (const [iso, french, english] of days) {
      assert.equal(at(weekdays, iso).holiday, french, `${iso} in France`)
      assert.equal(at(weekdays, iso).state, french ? 'closed' : 'open', `${iso} in France`)
      assert.equal(at(weekdays, iso, england).holiday, english, `${iso} in England`)
      assert.equal(at(weekdays, iso, england).state, english ? 'closed' : 'open', `${iso} in England`)
    }
  })

  it('claims nothing on a holiday of which the hours say nothing', () => {
    const silent = 'Mo-Fr 09:00-17:00'
    assert.deepEqual(at(silent, '2026-07-14T08:00:00Z'), { state: 'unknown', doubt: 'holiday', holiday: true, change: null })
    assert.equal(at(silent, '2026-07-14T08:00:00Z', england).state, 'open')
    assert.equal(at('24/7', '2026-12-25T08:00:00Z').state, 'open')
  })

  it('says that it does not know rather than guess', () => {
    assert.equal(at(null, '2026-11-24T08:30:00Z').doubt, 'unsaid')
    assert.equal(at('  ', '2026-11-24T08:30:00Z').doubt, 'unsaid')
    assert.equal(at('quand il fait beau ][', '2026-11-24T08:30:00Z').doubt, 'unreadable')
    assert.equal(at('Mo-Fr 09:00-17:00 unknown "sur rendez-vous"', '2026-11-24T10:30:00Z').doubt, 'unsure')
  })

  it('takes the time zone from the zone’s code', () => {
    assert.equal(calendarOf('FR', '97411').timeZone, 'Indian/Reunion')
    assert.equal(calendarOf('FR', '2A004').timeZone, 'Europe/Paris')
    assert.equal(calendarOf('GB', 'W06000015').region, 'Wales')
    assert.equal(wallClock(new Date('2026-07-14T22:30:00Z'), 'Europe/Paris').getDate(), 15)
    // 26 December is a holiday in Alsace and Moselle only.
    assert.equal(openingAt(weekdays, calendarOf('FR', '67482'), new Date('2025-12-26T10:00:00Z')).holiday, true)
    assert.equal(openingAt(weekdays, france, new Date('2025-12-26T10:00:00Z')).holiday, false)
  })
})
