import type { MapValues } from '#app/maps/mapContract.ts'
import type { Visit } from '../page.ts'

/** ISO date, a span of two, or whatever text a file gave for its date. */
function dateText({ format }: Visit, date: string | null): string | null {
  if (date === null) return null
  const days = date.split('/')
  if (!days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) return date
  return days.map((day) => format.date(day)).join(' – ')
}

/** Where a map's figures come from: source, licence, date, and whether they are a sample's. */
export function mapSource(visit: Visit, { source }: MapValues): string {
  const { words, language } = visit
  const said = source.source[language].replace(/\.$/, '') || words.shell.unknown
  const named = source.title ? `${source.title[language]}, ${said}` : said
  const text = source.synthetic ? `${named} (${words.maps.syntheticSource})` : named
  return words.maps.source(text, source.licence, dateText(visit, source.date))
}
