import type { Bilingual } from '#kernel/bilingual.ts'

/** A name from a file, the same in both languages, with single spaces and curved apostrophes; `null` where the file gives none. */
export function nameOf(text: string): Bilingual | null {
  const name = text.trim().replaceAll(/\s+/g, ' ').replaceAll("'", '’')
  return name === '' ? null : { fr: name, en: name }
}

/** A text for codes: small letters, digits and hyphens. Example: `slug('Saint-Omer, l’Établi')` is `saint-omer-l-etabli`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}

/** An empty cell is no value. */
export function orNull(text: string): string | null {
  return text === '' ? null : text
}

const yes: ReadonlySet<string> = new Set(['oui', 'yes', 'o', 'y', 'true', 'vrai', '1', 'x'])
const no: ReadonlySet<string> = new Set(['non', 'no', 'n', 'false', 'faux', '0'])

/** Yes or no in both languages; `null` for an empty cell, `undefined` for anything else. */
export function parseYesNo(text: string): boolean | null | undefined {
  const folded = text.trim().toLowerCase()
  if (folded === '') return null
  if (yes.has(folded)) return true
  return no.has(folded) ? false : undefined
}
