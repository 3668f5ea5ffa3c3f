import {
  isServiceCode,
  placeFieldCodes,
  placePositionCodes,
  weekDayCodes,
  weekText,
  type CountryCode,
  type Geography,
  type PlaceField,
  type PlacePatch,
  type PlacePoint,
  type Span,
  type WeekDay,
} from '#domain/territory'
import type { OrganisationName } from '#store/placeLists.ts'
import { checkHours } from './checkHours.ts'
import { hourInput, typedText, type Typed } from './typedPlace.ts'

/** What is wrong with a field: a code and what the sentence needs to name. */
export interface FieldIssue {
  readonly field: PlaceField | 'text' | 'closedOn' | 'photo' | 'altFr' | 'altEn'
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

export interface ReadPlace {
  readonly patch: PlacePatch
  readonly issues: readonly FieldIssue[]
}

/** What a form is read with. */
export interface ReadingContext {
  readonly geography: Geography
  /** Organisations of the code or name that was typed. */
  readonly organisations: readonly OrganisationName[]
  readonly country: CountryCode
}

class Issue {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  constructor(code: string, params: Readonly<Record<string, string>> = {}) {
    this.code = code
    this.params = params
  }
}

type Read<Field extends PlaceField> = (typed: Typed, context: ReadingContext) => Required<PlacePatch>[Field] | Issue

const longest = 200

function text(name: string, fits: (value: string) => boolean, issue: string) {
  return (typed: Typed): string | null | Issue => {
    const value = typedText(typed, name)
    if (value === '') return null
    return value.length <= longest && fits(value) ? value : new Issue(issue, { value: value.slice(0, 80) })
  }
}

function isPhone(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '').length
  return /^\+?[\d ().\u00A0\u202F/-]+$/.test(value) && digits >= 3 && digits <= 15
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username } = new URL(value)
  return (protocol === 'http:' || protocol === 'https:') && hostname.includes('.') && username === ''
}

const postcodes: Readonly<Record<CountryCode, RegExp>> = {
  FR: /^\d{5}$/,
  GB: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i,
}

function threeWays(name: string) {
  return (typed: Typed): boolean | null => ({ yes: true, no: false })[typedText(typed, name)] ?? null
}

/** `9`, `9h`, `9h30`, `9:30`, `930` or `09:30` as `09:30`; `null` when no clock shows it. */
function clock(written: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:\s*[h:.]?\s*([0-5]\d)|\s*h)?$/i.exec(written) ?? []
  return hours === undefined || Number(hours) > 23 ? null : `${hours.padStart(2, '0')}:${minutes}`
}

function spansOf(typed: Typed, day: WeekDay): Span[] | Issue {
  const spans: Span[] = []
  for (const span of [1, 2]) {
    const [opens, closes] = [typedText(typed, hourInput(day, span, 'from')), typedText(typed, hourInput(day, span, 'to'))]
    if (opens === '' && closes === '') continue
    const [from, to] = [clock(opens), clock(closes)]
    if (from === null || to === null || to <= from) return new Issue('hours.span', { day, from: opens || '?', to: closes || '?' })
    if (from < (spans.at(-1)?.to ?? '')) return new Issue('hours.overlap', { day, from })
    spans.push({ from, to })
  }
  return spans
}

function hoursByDays(typed: Typed): string | null | Issue {
  const days: Record<WeekDay, readonly Span[]> = { Mo: [], Tu: [], We: [], Th: [], Fr: [], Sa: [], Su: [] }
  for (const day of weekDayCodes) {
    const spans = spansOf(typed, day)
    if (spans instanceof Issue) return spans
    days[day] = spans
  }
  return weekText({ days, holidaysClosed: typedText(typed, 'hoursHolidays') === 'closed' })
}

function hoursByText(typed: Typed, country: CountryCode): string | null | Issue {
  const written = typedText(typed, 'hoursText')
  if (written === '') return null
  if (written.length > 1000) return new Issue('hours.unreadable', { value: written.slice(0, 80) })
  const checked = checkHours(written, country)
  return 'text' in checked ? checked.text : new Issue('hours.unreadable', { value: checked.unreadAfter })
}

/** A number as either side of the Channel writes it. */
function degrees(written: string): number {
  return /^-?\d{1,3}([.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN
}

function pointOf(typed: Typed): PlacePoint | null | Issue {
  const [latText, lonText] = [typedText(typed, 'lat'), typedText(typed, 'lon')]
  if (latText === '' && lonText === '') return null
  const [lat, lon] = [degrees(latText), degrees(lonText)]
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return new Issue('point.range', { value: `${latText} ; ${lonText}` })
  const position = placePositionCodes.find((code) => code === typedText(typed, 'position')) ?? 'exact'
  return { lon, lat, position: position === 'unknown' ? 'exact' : position }
}

function plain(written: string): string {
  return written
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s’'-]+/g, ' ')
}

/** The code at the end of "Saint-Omer (62765)", or the text itself. */
export function codeOf(written: string): string {
  return /\(([^()]+)\)$/.exec(written)?.[1] ?? written
}

function zoneOf(typed: Typed, { geography }: ReadingContext): string | null | Issue {
  const written = typedText(typed, 'zone')
  if (written === '') return null
  const byCode = geography.find(codeOf(written))
  if (byCode) return byCode.code
  const wanted = plain(written)
  const named = geography.zones.filter(({ name }) => plain(name.fr) === wanted || plain(name.en) === wanted)
  const communes = named.filter(({ level }) => level === 'commune')
  const found = communes.length > 0 ? communes : named
  if (found.length === 1 && found[0]) return found[0].code
  if (found.length === 0) return new Issue('zone.unknown', { value: written })
  return new Issue('zone.several', { value: written, codes: found.map(({ code }) => code).join(', ') })
}

function organisationOf(typed: Typed, { organisations }: ReadingContext): string | null | Issue {
  const written = typedText(typed, 'organisation')
  if (written === '') return null
  const [first, second] = organisations
  if (!first) return new Issue('organisation.unknown', { value: written })
  if (second)
    return new Issue('organisation.several', { value: written, codes: organisations.map(({ code }) => code).join(', ') })
  return first.code
}

const readers: { readonly [Field in PlaceField]: Read<Field> } = {
  nameFr: (typed) => {
    const name = typedText(typed, 'nameFr')
    if (name === '') return new Issue('name.missing')
    return name.length > longest ? new Issue('text.long', { value: name.slice(0, 40) }) : name
  },
  // A name that is the same in both languages is written once.
  nameEn: (typed) => (typedText(typed, 'nameEn') || typedText(typed, 'nameFr')).slice(0, longest) || new Issue('name.missing'),
  services: (typed) => {
    const services = (typed['services'] ?? []).filter((code) => isServiceCode(code))
    return services.length > 0 ? [...new Set(services)].toSorted() : new Issue('services.none')
  },
  organisation: organisationOf,
  openingHours: (typed, { country }) =>
    typedText(typed, 'hoursBy') === 'text' ? hoursByText(typed, country) : hoursByDays(typed),
  phone: text('phone', isPhone, 'phone.wrong'),
  email: text('email', (value) => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/.test(value), 'email.wrong'),
  url: text('url', isWebAddress, 'url.wrong'),
  stepFree: threeWays('stepFree'),
  parking: threeWays('parking'),
  address: text('address', () => true, 'text.long'),
  postcode: (typed, { country }) =>
    text('postcode', (value) => postcodes[country].test(value), `postcode.wrong${country}`)(typed),
  town: text('town', () => true, 'text.long'),
  zone: zoneOf,
  point: pointOf,
}

/** Reads the fields that a form offered; a field with an issue is left out of the patch. */
export function readTyped(typed: Typed, allowed: readonly PlaceField[], context: ReadingContext): ReadPlace {
  const patch: Record<string, unknown> = {}
  const issues: FieldIssue[] = []
  const offered = placeFieldCodes.filter((field) => allowed.includes(field) && typed['fields']?.includes(field))
  for (const field of offered) {
    const value = readers[field](typed, context)
    if (value instanceof Issue) issues.push({ field, code: value.code, params: value.params })
    else patch[field] = value
  }
  return { patch: patch, issues }
}
