import type { CountryCode, ZoneLevel } from '#domain/territory'

/** A zone's public code as the observatory writes it, with what the code itself tells. */
export interface ReadCode {
  readonly code: string
  /** `null` where the code does not tell, or tells of a level that the observatory does not keep (regions, constituencies). */
  readonly level: ZoneLevel | null
  readonly country: CountryCode
  /** A leading zero was lost on the way and put back. */
  readonly repaired: boolean
}

/** Levels by the first three characters of a nine-character ONS code. Districts and unitary authorities stand beside EPCI. */
const onsLevels: Readonly<Record<string, ZoneLevel>> = {
  E00: 'outputArea',
  W00: 'outputArea',
  S00: 'outputArea',
  N00: 'smallArea',
  E01: 'lsoa',
  W01: 'lsoa',
  S01: 'lsoa',
  N20: 'smallArea',
  E02: 'msoa',
  W02: 'msoa',
  S02: 'msoa',
  N21: 'msoa',
  E04: 'commune',
  W04: 'commune',
  E05: 'ward',
  W05: 'ward',
  S13: 'ward',
  N08: 'ward',
  E06: 'epci',
  E07: 'epci',
  E08: 'epci',
  E09: 'epci',
  W06: 'epci',
  S12: 'epci',
  N09: 'epci',
  E10: 'department',
  E11: 'department',
}

function readOns(text: string): ReadCode | null {
  if (!/^[EWSNK]\d{8}$/.test(text)) return null
  return { code: text, level: onsLevels[text.slice(0, 3)] ?? null, country: 'GB', repaired: false }
}

/** The check digit that SIREN numbers carry. */
function hasLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const french = (code: string, level: ZoneLevel | null, repaired = false): ReadCode => ({ code, level, country: 'FR', repaired })
const departmentPattern = /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8])$/
const communePattern = /^(?:0[1-9]|[1-9]\d|2[AB])\d{3}$/
/** The arrondissements of Paris, Lyon and Marseille have codes like communes and lie in one. */
const cityDistrictPattern = /^(?:751(?:0[1-9]|1\d|20)|6938[1-9]|132(?:0[1-9]|1[0-6]))$/

/** An EPCI's SIREN begins with 20 or 24 and passes the check; an IRIS of the Dordogne begins so too, and hardly ever does. */
export function isEpciCode(text: string): boolean {
  return /^2[04]\d{7}$/.test(text) && hasLuhn(text)
}

function readNine(text: string): ReadCode | null {
  if (isEpciCode(text)) return french(text, 'epci')
  return communePattern.test(text.slice(0, 5)) && /^\d{4}$/.test(text.slice(5)) ? french(text, 'iris') : null
}

function readShort(text: string): ReadCode | null {
  if (departmentPattern.test(text)) return french(text, 'department')
  if (/^[1-9]$/.test(text)) return french(`0${text}`, 'department', true)
  return /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])\d$/.test(text) ? french(text, 'arrondissement') : null
}

function readInsee(text: string): ReadCode | null {
  switch (text.length) {
    case 1:
    case 2:
    case 3:
      return readShort(text)
    case 4:
      return /^[1-9]\d{3}$/.test(text) ? french(`0${text}`, 'commune', true) : null
    case 5:
      if (!communePattern.test(text)) return null
      return french(text, cityDistrictPattern.test(text) ? 'smallArea' : 'commune')
    case 8:
      return /^[1-9]\d{7}$/.test(text) ? french(`0${text}`, 'iris', true) : null
    case 9:
      return readNine(text)
    default:
      return null
  }
}

/**
 * A public code of INSEE (commune, IRIS, arrondissement, département), an EPCI's SIREN or a code of the ONS; `null` for anything else. A code that a
 * spreadsheet took for a number gets its zero back.
 *
 * Example: `readZoneCode('1001')` is `{ code: '01001', level: 'commune', country: 'FR', repaired: true }`.
 */
export function readZoneCode(text: string): ReadCode | null {
  const trimmed = text.trim().toUpperCase()
  return readOns(trimmed) ?? readInsee(trimmed)
}

/** The same, and the observatory's own codes beside: `kent`, `audomarois`, `FR`. */
export function readAnyZoneCode(text: string): ReadCode | null {
  const trimmed = text.trim()
  const known = readZoneCode(trimmed)
  if (known) return known
  if (trimmed === 'FR' || trimmed === 'GB') return { code: trimmed, level: 'country', country: trimmed, repaired: false }
  return /^[a-z][A-Za-z0-9-]{1,39}$/.test(trimmed) ? french(trimmed, null) : null
}

/** A commune's code, with the zero it may have lost; `null` for anything else. */
export function readCommuneCode(text: string): ReadCode | null {
  const read = readInsee(text.trim().toUpperCase())
  return read && (read.level === 'commune' || read.level === 'smallArea') ? read : null
}

/** The département of a commune or IRIS. Examples: `62765` is in `62`, `2A004` in `2A`, `97411` in `974`. */
export function departmentOf(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2)
}

/** What codes look like, for messages. */
export const codeExamples = '62765, 01001, 2A004, 200069037, E00080972'
export const communeExamples = '62765, 01001, 2A004'
