/** An opening of a day in minutes after midnight. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Openings of a day, in order; none: closed. `null`: what was written cannot be understood. */
export type DayHours = readonly Span[] | null

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

const closedWords: ReadonlySet<string> = new Set([
  '',
  'fermé',
  'ferme',
  'fermée',
  'closed',
  'shut',
  'off',
  '-',
  '–',
  'néant',
  'x',
  'n/a',
  'na',
])
const wholeDay: ReadonlySet<string> = new Set(['24h/24', '24/24', '24h', '24 hours', '24/7', 'h24'])

/** Hours of a clock with two halves, counted through the day; not a number where there is no such hour. */
function wholeHour(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

/** `09:00`, `9h`, `9h30`, `9.30`, `9am`, `9:30 pm`, `midi`, `noon`: minutes after midnight; `null` for anything else. */
function parseTime(text: string): number | null {
  if (text === 'midi' || text === 'noon') return 720
  const found = /^(\d{1,2})(?:\s*(?:[:.]|h)\s*(\d{2})?)?\s*(am|pm)?$/.exec(text)
  if (!found) return null
  const [, hours = '', minutes, half] = found
  // A bare number is an hour only with am or pm: `9` could be anything.
  if (minutes === undefined && half === undefined && !text.includes('h')) return null
  const hour = half === undefined ? Number(hours) : wholeHour(Number(hours), half)
  const minute = Number(minutes ?? '0')
  const time = hour * 60 + minute
  return minute < 60 && time <= 1440 ? time : null
}

/** One opening; `undefined` for `00:00 - 00:00`, by which the list of France Services says that there is none. */
function parseSpan(text: string): Span | null | undefined {
  const parts = text.split(/\s*[-–—]\s*|\s+(?:à|a|to)\s+/)
  if (parts.length !== 2) return null
  const [from, to] = parts.map((part) => parseTime(part.replace(/^de\s+/, '').trim()))
  if (from == null || to == null) return null
  if (from === 0 && to === 0) return undefined
  return from < to ? { from, to } : null
}

/** Openings in order, those that touch joined; `null` where two overlap, since one of them must be wrong. */
function joined(spans: readonly Span[]): DayHours {
  const ordered = spans.toSorted((a, b) => a.from - b.from)
  const whole: Span[] = []
  for (const span of ordered) {
    const last = whole.at(-1)
    if (last && span.from < last.to) return null
    if (last && span.from === last.to) whole[whole.length - 1] = { from: last.from, to: span.to }
    else whole.push(span)
  }
  return whole
}

/**
 * The openings that a cell gives for one day: `09:00 - 12:00 / 14:00 - 17:30`, `9h-12h et 14h-17h30`, `9am-5pm`, `fermé`, nothing (closed). `null` where
 * any part of it is not understood or makes no sense (an end before the beginning, openings that overlap): better no hours than wrong ones.
 */
export function parseDayHours(text: string): DayHours {
  const folded = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (closedWords.has(folded)) return []
  if (wholeDay.has(folded)) return [{ from: 0, to: 1440 }]
  const spans: Span[] = []
  for (const part of folded.split(/\s*(?:\/|,|;|&|\bet\b|\band\b|\bpuis\b)\s*/)) {
    const span = parseSpan(part)
    if (span === null) return null
    if (span) spans.push(span)
  }
  return joined(spans)
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** `Mo-We,Fr`: neighbours as a range. */
function dayList(indexes: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const index of indexes) {
    const last = ranges.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else ranges.push([index, index])
  }
  return ranges.map(([from, to]) => (from === to ? days[from] : `${days[from]}-${days[to]}`)).join(',')
}

/**
 * Hours of a week, Monday first, in OSM's opening_hours syntax; equal days are said together, days without an opening are closed, and days that could not
 * be understood are left out. `null` for a week without any opening: nobody knows, which is not the same as closed.
 *
 * Example: Monday to Friday 9-12 and 14-17.30, Saturday 9-12: `Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00`.
 */
export function hoursToOsm(week: readonly DayHours[]): string | null {
  const byHours = new Map<string, number[]>()
  for (const [index, hours] of week.slice(0, 7).entries()) {
    if (!hours || hours.length === 0) continue
    const text = hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(',')
    byHours.set(text, [...(byHours.get(text) ?? []), index])
  }
  const rules = [...byHours].map(([hours, indexes]) => `${dayList(indexes)} ${hours}`)
  return rules.length === 0 ? null : rules.join('; ')
}
