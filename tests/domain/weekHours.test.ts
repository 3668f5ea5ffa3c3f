import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { weekDayCodes, weekOf, weekText, type Span, type WeekDay, type WeekHours } from '#domain/territory'

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 0, maxLength: 4 })
  .map((times) => times.toSorted((a, b) => a - b).slice(0, times.length - (times.length % 2)))
  .map((times): Span[] =>
    Array.from({ length: times.length / 2 }, (_, i) => ({ from: clock(times[2 * i] ?? 0), to: clock(times[2 * i + 1] ?? 0) })),
  )
const weeks = fc
  .tuple(fc.tuple(spans, spans, spans, spans, spans, spans, spans), fc.boolean())
  .map(([lists, holidaysClosed]): WeekHours => {
    const days = Object.fromEntries(weekDayCodes.map((day, i) => [day, lists[i] ?? []])) as Record<WeekDay, Span[]>
    return { days, holidaysClosed }
  })

describe('the hours of a week', () => {
  it('are what they were after they are written as OSM text and read again', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const text = weekText(week)
        if (text === null) return weekDayCodes.every((day) => week.days[day].length === 0)
        assert.deepEqual(weekOf(text), week)
        return true
      }),
      { seed: 8, numRuns: 300 },
    )
  })

  it('are written as people write them', () => {
    const morning = [{ from: '09:00', to: '12:00' }]
    const days = { Mo: morning, Tu: morning, We: morning, Th: morning, Fr: morning, Sa: [], Su: [] }
    assert.equal(weekText({ days, holidaysClosed: true }), 'Mo-Fr 09:00-12:00; PH off')
    assert.equal(weekText({ days: { ...days, Tu: [], Th: [] }, holidaysClosed: false }), 'Mo,We,Fr 09:00-12:00')
  })

  it('take a later rule before an earlier one, as OSM does', () => {
    const week = weekOf('Mo-Sa 9:00-12:00, 14:00-17:00; We off; PH off')
    assert.deepEqual(week?.days.We, [])
    assert.deepEqual(week?.days.Sa, [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ])
    assert.equal(week?.holidaysClosed, true)
  })

  it('leave to text what a table of days cannot hold', () => {
    const richer = [
      '24/7',
      'Mo-Fr 22:00-02:00',
      'Sa[1] 10:00-12:00',
      'Jul-Aug Mo-Fr 09:00-12:00',
      'Mo 08:00-09:00,10:00-11:00,12:00-13:00',
      '"sur rendez-vous"',
      'Mo-Fr 09:00-12:00 || "by phone"',
      'Mo 09:00-24:00',
    ]
    for (const text of richer) assert.equal(weekOf(text), null, text)
  })
})
