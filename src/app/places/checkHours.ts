import opening_hours from 'opening_hours'
import type { CountryCode } from '#domain/territory'

/** Hours as OSM writes them, or the part of the text after which nothing could be read. */
export type CheckedHours = { readonly text: string } | { readonly unreadAfter: string }

/** A middle of each country: holidays are looked up by country, sunrise by position. */
const somewhere = {
  FR: { lat: 50.5, lon: 2.5, address: { country_code: 'fr', state: 'Hauts-de-France' } },
  GB: { lat: 51.2, lon: 0.8, address: { country_code: 'gb', state: 'England' } },
} as const

const readingOptions = { mode: 0, tag_key: undefined, map_value: undefined, warnings_severity: 4, locale: 'en' } as const

/**
 * Reads a text as OSM opening_hours. What the parser had to correct ("lundi 9h-12h") comes back as OSM writes it; what it read as it stands is kept
 * letter by letter.
 */
export function checkHours(text: string, country: CountryCode): CheckedHours {
  try {
    const read = new opening_hours(text, somewhere[country], readingOptions)
    return { text: read.getStructuredWarnings().length > 0 ? read.prettifyValue() : text }
  } catch (error) {
    // The parser throws a sentence of its own: the text up to the fault, an arrow, and the reason in English.
    const said = error instanceof Error ? error.message : String(error)
    return { unreadAfter: said.includes(' <---') ? (said.split(' <---')[0] ?? '') : text }
  }
}
