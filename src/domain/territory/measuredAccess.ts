import { greatCircleKm } from '#geo/greatCircle.ts'
import { median } from '#stats/median.ts'
import type { Place } from './place.ts'
import { weekDayCodes, weekOf, type WeekHours } from './weekHours.ts'
import type { Zone } from './zone.ts'

/** What can be measured of the places of a service, to be read beside what people feel. */
export const measuredCodes = ['distance', 'openAfter18', 'openSaturday', 'weeklyHours', 'byPhone', 'stepFree', 'parking'] as const
export type MeasuredCode = (typeof measuredCodes)[number]

/** A measured indicator; shares are 0-1, `distance` kilometres, `weeklyHours` hours. */
export interface Measured {
  readonly code: MeasuredCode
  readonly value: number
  /** Places it is known of (inhabitants, for the distance), and all there are. */
  readonly known: number
  readonly all: number
}

function hours(time: string): number {
  const [h = 0, m = 0] = time.split(':').map(Number)
  return h + m / 60
}

function spansOf({ days }: WeekHours) {
  return weekDayCodes.flatMap((day) => days[day].map((span) => ({ day, ...span })))
}

/** Week days on which an evening counts: a Saturday's end of the afternoon is no evening after work. */
const workingDays: ReadonlySet<string> = new Set(['Mo', 'Tu', 'We', 'Th', 'Fr'])

function openAfter18(week: WeekHours): boolean {
  return spansOf(week).some(({ day, to }) => workingDays.has(day) && to > '18:00')
}

/** The value that half of the weight lies at or under. */
function weightedMedian(pairs: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0])
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2
  let passed = 0
  for (const [value, weight] of sorted) {
    passed += weight
    if (passed >= half) return value
  }
  return Number.NaN
}

function shareOf(code: MeasuredCode, answers: readonly (boolean | null)[]): Measured[] {
  const known = answers.filter((answer) => answer !== null)
  if (known.length === 0) return []
  return [{ code, value: known.filter(Boolean).length / known.length, known: known.length, all: answers.length }]
}

/** From the middle of each commune to the nearest place, wherever that lies; weighted by inhabitants. */
function distanceOf(communes: readonly Zone[], places: readonly Place[]): Measured[] {
  const points = places.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [{ lon, lat }]))
  if (points.length === 0) return []
  const people = communes.reduce((sum, { population }) => sum + (population ?? 0), 0)
  const pairs = communes.flatMap(({ lon, lat, population }) => {
    if (lon === null || lat === null || !population) return []
    const nearest = points.reduce((least, point) => Math.min(least, greatCircleKm({ lon, lat }, point)), Infinity)
    return [[nearest, population] as const]
  })
  if (pairs.length === 0) return []
  const known = pairs.reduce((sum, [, population]) => sum + population, 0)
  return [{ code: 'distance', value: weightedMedian(pairs), known, all: people }]
}

/**
 * Measured access to a service in a territory: share of its places open after 18 h on a working day, on Saturdays, step-free, with parking, with a published
 * telephone number; median opening hours a week; and the kilometres (as the crow flies, from each commune's middle) within which half of the inhabitants
 * find one. `own` are the places in the territory, `near` all that its people may go to. What is not known of any place is left out.
 */
export function measuredAccess(own: readonly Place[], near: readonly Place[], communes: readonly Zone[]): Measured[] {
  const weeks = own.map(({ openingHours }) => (openingHours === null ? null : weekOf(openingHours)))
  const known = weeks.filter((week) => week !== null)
  const weekly = known.map((week) => spansOf(week).reduce((sum, { from, to }) => sum + hours(to) - hours(from), 0))
  return [
    ...distanceOf(communes, near),
    ...shareOf(
      'openAfter18',
      weeks.map((week) => (week === null ? null : openAfter18(week))),
    ),
    ...shareOf(
      'openSaturday',
      weeks.map((week) => (week === null ? null : week.days.Sa.length > 0)),
    ),
    ...(weekly.length === 0
      ? []
      : [{ code: 'weeklyHours' as const, value: median(weekly), known: weekly.length, all: own.length }]),
    ...(own.length === 0
      ? []
      : shareOf(
          'byPhone',
          own.map(({ phone }) => phone !== null),
        )),
    ...shareOf(
      'stepFree',
      own.map(({ stepFree }) => stepFree),
    ),
    ...shareOf(
      'parking',
      own.map(({ parking }) => parking),
    ),
  ]
}
