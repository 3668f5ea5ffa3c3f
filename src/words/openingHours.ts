import type { Words } from './words.ts'

type DayCode = keyof Words['servicePages']['days']

function dayWords(part: string, words: Words['servicePages']): string | null {
  const named = part.split(',').map((piece) => {
    const [from = '', to] = piece.split('-') as [string?, string?]
    const first = words.days[from as DayCode]
    if (to === undefined) return first ?? null
    const last = words.days[to as DayCode]
    return first && last ? words.daysTo(first, last) : null
  })
  return named.includes(null) ? null : named.join(', ')
}

function timeWords(part: string, words: Words['servicePages']): string | null {
  if (part === 'off' || part === 'closed') return words.closed
  const spans = part.split(',').map((span) => {
    const found = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(span.trim())
    if (!found) return null
    const [, h1 = '', m1 = '', h2 = '', m2 = ''] = found
    return words.hoursTo(words.hour(String(Number(h1)), m1), words.hour(String(Number(h2)), m2))
  })
  return spans.includes(null) ? null : spans.join(', ')
}

/** One line of a place's week. */
export interface OpeningLine {
  readonly days: string
  readonly hours: string
}

/**
 * The common patterns of OSM opening_hours in words ("Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off"); `null` for any other, which is then shown as it is.
 *
 * Example in English: `[{ days: 'Mon to Fri', hours: '9:00–12:00' }]` for "Mo-Fr 09:00-12:00".
 */
export function openingLines(text: string, words: Words['servicePages']): readonly OpeningLine[] | null {
  if (text.trim() === '24/7') return [{ days: words.always, hours: '' }]
  const lines = text
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
    .map((rule) => {
      const found = /^([A-Z][A-Za-z,-]*)\s+(.+)$/.exec(rule)
      if (!found) return null
      const days = dayWords(found[1] ?? '', words)
      const hours = timeWords((found[2] ?? '').replaceAll(/,\s+/g, ','), words)
      return days !== null && hours !== null ? { days, hours } : null
    })
  const known = lines.filter((line) => line !== null)
  return known.length === lines.length && known.length > 0 ? known : null
}
