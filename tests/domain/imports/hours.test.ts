import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { hoursToOsm, parseDayHours, type DayHours, type Span } from '#domain/imports'

const nominatim = { lat: 50.75, lon: 2.25, address: { country_code: 'fr', state: 'Hauts-de-France' } }

/** Minutes of a week, Monday first, at which an OSM text says open. */
function openMinutes(text: string): Set<number> {
  const hours = new OpeningHours(text, nominatim)
  assert.deepEqual(hours.getWarnings(), [], text)
  // A week without holidays: it begins on Monday 2 March 2026.
  const [from, to] = [new Date(2026, 2, 2), new Date(2026, 2, 9)]
  const open = new Set<number>()
  for (const [start, end] of hours.getOpenIntervals(from, to)) {
    for (let at = start.getTime(); at < end.getTime(); at += 300_000) open.add(Math.round((at - from.getTime()) / 60_000))
  }
  return open
}

const example: DayHours = [
  { from: 540, to: 720 },
  { from: 840, to: 1050 },
]

describe('opening hours', () => {
  it('reads a day as files write it', () => {
    assert.deepEqual(parseDayHours('09:00 - 12:00 / 14:00 - 17:30'), example)
    assert.deepEqual(parseDayHours('9h-12h et 14h-17h30'), example)
    assert.deepEqual(parseDayHours('de 9h à 12h, de 14h00 à 17h30'), example)
    assert.deepEqual(parseDayHours('9am-12pm; 2pm to 5.30pm'), example)
    assert.deepEqual(parseDayHours('9am to noon and 2pm–5:30 pm'), example)
    assert.deepEqual(parseDayHours('14:00-17:30/09:00-12:00'), example)
    assert.deepEqual(parseDayHours('00:00 - 00:00 / 09:00 - 19:00'), [{ from: 540, to: 1140 }])
    assert.deepEqual(parseDayHours('08:45 - 12:30 / 12:30 - 17:30'), [{ from: 525, to: 1050 }])
    for (const closed of ['', ' ', 'Fermé', 'closed', '-', '00:00 - 00:00']) assert.deepEqual(parseDayHours(closed), [])
    assert.deepEqual(parseDayHours('24h/24'), [{ from: 0, to: 1440 }])
  })

  it('understands nothing rather than wrongly', () => {
    const texts = [
      '9',
      '9-12',
      '09:00',
      '09:00-',
      '12:00 - 09:00',
      '09:60 - 12:00',
      '25:00 - 26:00',
      '13pm-2pm',
      'sur rendez-vous',
      '09:00 - 12:00 / sur rdv',
      '09:00 - 12:00 / 11:00 - 14:00',
      '09:00-12:00-14:00',
      '22:00 - 02:00',
    ]
    for (const text of texts) assert.equal(parseDayHours(text), null, text)
  })

  it('says equal days together and leaves closed ones out', () => {
    const saturday: DayHours = [{ from: 540, to: 720 }]
    assert.equal(
      hoursToOsm([example, example, example, example, example, saturday, []]),
      'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00',
    )
    assert.equal(hoursToOsm([saturday, [], saturday, [], saturday, null, saturday]), 'Mo,We,Fr,Su 09:00-12:00')
    assert.equal(hoursToOsm([[], [], [], [], [], [], []]), null)
    assert.equal(hoursToOsm([null, null, null, null, null, null, null]), null)
  })

  it('gives texts that opening_hours reads without a word, open when the week says so', () => {
    const step = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15)
    const span = fc
      .tuple(step, fc.integer({ min: 1, max: 40 }))
      .map(([from, quarters]): Span => ({ from, to: Math.min(1440, from + quarters * 15) }))
    const day = fc.array(span, { maxLength: 3 }).map((spans): Span[] => {
      const ordered = spans.toSorted((a, b) => a.from - b.from)
      return ordered.filter((each, i) => ordered.slice(0, i).every((before) => before.to < each.from))
    })
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (week) => {
        const text = hoursToOsm(week)
        const expected = new Set(
          week.flatMap((spans, i) =>
            spans.flatMap(({ from, to }) => Array.from({ length: (to - from) / 5 }, (_, k) => i * 1440 + from + k * 5)),
          ),
        )
        if (text === null) assert.equal(expected.size, 0)
        else
          assert.deepEqual(
            [...openMinutes(text)].toSorted((a, b) => a - b),
            [...expected].toSorted((a, b) => a - b),
            text,
          )
      }),
      { seed: 21, numRuns: 60 },
    )
  })
})
