/** Days as OSM writes them, in the order of a week. */
export const weekDayCodes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type WeekDay = (typeof weekDayCodes)[number]

/** Open from one time of a day to a later one, `HH:MM`. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** What a table of one row per day can say: at most two spans a day, the same every week. */
export interface WeekHours {
  readonly days: Readonly<Record<WeekDay, readonly Span[]>>
  /** Whether it is said that public holidays are closed. */
  readonly holidaysClosed: boolean
}

/** How many spans a day has at most in a table of a week. */
const spansADay = 2

function daysText(days: readonly WeekDay[]): string {
  const runs: WeekDay[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && weekDayCodes.indexOf(before) + 1 === weekDayCodes.indexOf(day)) last.push(day)
    else runs.push([day])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',')
}

/**
 * A week as OSM opening_hours text; days with the same spans share a rule. `null` when no day has a span: nobody has said.
 *
 * Example: open from Monday to Friday in the morning is "Mo-Fr 09:00-12:00".
 */
export function weekText({ days, holidaysClosed }: WeekHours): string | null {
  const rules = new Map<string, WeekDay[]>()
  for (const day of weekDayCodes) {
    const spans = days[day].map(({ from, to }) => `${from}-${to}`).join(',')
    if (spans === '') continue
    rules.set(spans, [...(rules.get(spans) ?? []), day])
  }
  if (rules.size === 0) return null
  const texts = [...rules].map(([spans, held]) => `${daysText(held)} ${spans}`)
  return [...texts, ...(holidaysClosed ? ['PH off'] : [])].join('; ')
}

function daysOf(text: string): WeekDay[] | null {
  const found: WeekDay[] = []
  for (const piece of text.split(',')) {
    const [first = '', last = first] = piece.trim().split('-')
    const [from, to] = [first, last].map((code) => weekDayCodes.findIndex((day) => day === code)) as [number, number]
    if (from < 0 || to < from) return null
    found.push(...weekDayCodes.slice(from, to + 1))
  }
  return found
}

/** `9:30` as `09:30`, or `null` when no clock shows it; 24:00 does not fit a field for times. */
function timeOf(hours: string, minutes: string): string | null {
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}

function spanOf(text: string): Span | null {
  const [, h1, m1, h2, m2] = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? []
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined) return null
  const [from, to] = [timeOf(h1, m1), timeOf(h2, m2)]
  return from === null || to === null || to <= from ? null : { from, to }
}

function spansOf(text: string): Span[] | null {
  if (text === 'off' || text === 'closed') return []
  const spans: Span[] = []
  for (const piece of text.split(',')) {
    const span = spanOf(piece)
    if (span === null || span.from < (spans.at(-1)?.to ?? '')) return null
    spans.push(span)
  }
  return spans.length > spansADay ? null : spans
}

/**
 * The week that an OSM text says, or `null` for a text that a table of days cannot hold (months, nights, comments, three spans a day): such a text is
 * edited as it is. A later rule replaces an earlier one for its days, as in OSM.
 */
export function weekOf(text: string): WeekHours | null {
  const days: Record<WeekDay, readonly Span[]> = { Mo: [], Tu: [], We: [], Th: [], Fr: [], Sa: [], Su: [] }
  let holidaysClosed = false
  for (const rule of text.split(';').map((each) => each.trim())) {
    if (rule === '') continue
    if (rule === 'PH off' || rule === 'PH closed') {
      holidaysClosed = true
      continue
    }
    const [, head = '', tail = ''] = /^(?:([A-Z][A-Za-z, -]*?)\s+)?([\d:,\s-]+|off|closed)$/.exec(rule) ?? []
    const held = head === '' ? [...weekDayCodes] : daysOf(head)
    const spans = spansOf(tail)
    if (held === null || spans === null) return null
    for (const day of held) days[day] = spans
  }
  return { days, holidaysClosed }
}
