import opening_hours from 'opening_hours'
import { dateOf, daysBetween, timeOf, wallClock, type Calendar } from './localTime.ts'

/** Whether a place is open at a moment, by its own clock. */
export interface OpeningState {
  readonly state: 'open' | 'closed' | 'unknown'
  /** Why it is not known: nobody said, the text cannot be read, it is a public holiday of which the hours say nothing, or they say "unknown" themselves. */
  readonly doubt: 'unsaid' | 'unreadable' | 'holiday' | 'unsure' | null
  /** A public holiday there today. */
  readonly holiday: boolean
  /** When that changes next, within two weeks: local date and time, and the midnights until then. */
  readonly change: { readonly date: string; readonly time: string; readonly days: number } | null
}

const longestWait = 14

const parsed = new Map<string, opening_hours | null>()
const keptTexts = 5000

/** Many places share the same hours, and reading the text costs more than asking it. */
function read(text: string, { country, region }: Calendar): opening_hours | null {
  const key = `${country} ${region} ${text}`
  const held = parsed.get(key)
  if (held !== undefined) return held
  if (parsed.size >= keptTexts) parsed.clear()
  const hours = readAnew(text, country, region)
  parsed.set(key, hours)
  return hours
}

function readAnew(text: string, country: string, state: string): opening_hours | null {
  const middle = country === 'fr' ? { lat: 50.5, lon: 2.5 } : { lat: 51.2, lon: 0.8 }
  try {
    return new opening_hours(text, { ...middle, address: { country_code: country, state } })
  } catch {
    // The package throws a sentence, not an error: whoever brought the text was told then.
    return null
  }
}

function nextChange(hours: opening_hours, now: Date): OpeningState['change'] {
  const limit = new Date(now)
  limit.setDate(limit.getDate() + longestWait)
  const next = hours.getNextChange(now, limit)
  return next ? { date: dateOf(next), time: timeOf(next), days: daysBetween(now, next) } : null
}

const doubtful = (doubt: NonNullable<OpeningState['doubt']>, holiday = false): OpeningState => ({
  state: 'unknown',
  doubt,
  holiday,
  change: null,
})

/**
 * Reads OSM opening hours at an instant, by the clock and the public holidays of the place. On a holiday that the hours do not mention nothing is claimed.
 *
 * Example: "Mo-Fr 09:00-12:00; PH off" in France at 2026-07-14T08:00Z is closed, until 09:00 the next day.
 */
export function openingAt(text: string | null, calendar: Calendar, instant: Date): OpeningState {
  if (text === null || text.trim() === '') return doubtful('unsaid')
  const hours = read(text, calendar)
  if (!hours) return doubtful('unreadable')
  const now = wallClock(instant, calendar.timeZone)
  try {
    const holiday = hours.getPublicHolidayContext(now).isHoliday
    if (holiday && !/\bPH\b|^24\/7$/.test(text.trim())) return doubtful('holiday', true)
    if (hours.getUnknown(now)) return doubtful('unsure', holiday)
    return { state: hours.getState(now) ? 'open' : 'closed', doubt: null, holiday, change: nextChange(hours, now) }
  } catch {
    // School holidays of a region that the package does not know.
    return doubtful('unreadable')
  }
}
