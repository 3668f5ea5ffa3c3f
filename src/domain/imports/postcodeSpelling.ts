import type { CountryCode } from '#domain/territory'

export interface ReadPostcode {
  readonly postcode: string
  readonly country: CountryCode
}

export const postcodeExamples = '62500, 01000, ME16 0PR'

/**
 * A postcode as people write it: five digits in France (with the zero that a spreadsheet took away), capitals with one space in the United Kingdom; `null`
 * for anything else.
 *
 * Examples: `me160pr` is `ME16 0PR`, `1000` is `01000`.
 */
export function readPostcode(text: string): ReadPostcode | null {
  const packed = text.replaceAll(/\s+/g, '').toUpperCase()
  if (/^\d{4,5}$/.test(packed)) {
    const postcode = packed.padStart(5, '0')
    return /^(?:0[1-9]|[1-9]\d)/.test(postcode) ? { postcode, country: 'FR' } : null
  }
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(packed)) return null
  return { postcode: `${packed.slice(0, -3)} ${packed.slice(-3)}`, country: 'GB' }
}
