import type { CountryCode } from '#domain/territory'

/** Where a place's clock and calendar come from. */
export interface Calendar {
  readonly timeZone: string
  /** As the holidays are looked up. */
  readonly country: 'fr' | 'gb'
  readonly region: string
}

/** French départements overseas keep their own time. */
const overseas: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '976': 'Indian/Mayotte',
}
/** Alsace and Moselle have two more holidays. */
const eastern: Readonly<Record<string, string>> = { '57': 'Moselle', '67': 'Bas-Rhin', '68': 'Haut-Rhin' }
/** The first letter of ONS codes names the country. */
const nations: Readonly<Record<string, string>> = { W: 'Wales', S: 'Scotland', N: 'Northern Ireland' }

/** The clock and calendar of a place, by its country and the code of its zone or root. */
export function calendarOf(country: CountryCode, zone: string): Calendar {
  if (country === 'GB') {
    const nation = /^[WSN]\d/.test(zone) ? nations[zone.charAt(0)] : undefined
    return { timeZone: 'Europe/London', country: 'gb', region: nation ?? 'England' }
  }
  const timeZone = overseas[zone.slice(0, 3)] ?? 'Europe/Paris'
  return { timeZone, country: 'fr', region: eastern[zone.slice(0, 2)] ?? 'Hauts-de-France' }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const held = clocks.get(timeZone)
  if (held) return held
  const numeric = '2-digit'
  const parts = { year: 'numeric', month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric } as const
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...parts })
  clocks.set(timeZone, clock)
  return clock
}

/**
 * What the clocks of a zone show at an instant, as a date whose own fields (`getHours`, …) hold it: opening hours are written in that time, and the
 * package that reads them asks for those fields.
 *
 * Example: 2026-07-14T22:30Z in Europe/Paris is the date with getDate() 15 and getHours() 0.
 */
export function wallClock(instant: Date, timeZone: string): Date {
  const part = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0
  return new Date(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

const two = (n: number): string => String(n).padStart(2, '0')

/** ISO date of a wall clock. */
export function dateOf(clock: Date): string {
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`
}

/** `HH:MM` of a wall clock. */
export function timeOf(clock: Date): string {
  return `${two(clock.getHours())}:${two(clock.getMinutes())}`
}

/** Midnights between two wall clocks. */
export function daysBetween(from: Date, to: Date): number {
  const day = (clock: Date): number => Date.UTC(clock.getFullYear(), clock.getMonth(), clock.getDate())
  return Math.round((day(to) - day(from)) / 86_400_000)
}
