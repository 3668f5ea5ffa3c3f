import type { Bilingual } from '#kernel/bilingual.ts'
import type { CountryCode, ServiceCode } from '#domain/territory'
import { swapWatch } from '../codeReader.ts'
import { codeExamples, readZoneCode, type ReadCode } from '../codes.ts'
import { nowhere, positionReader, type Position } from '../coordinates.ts'
import { findFields, refusalOf, type Field, type Fields, type Head } from '../head.ts'
import { hoursToOsm } from '../hours.ts'
import type { KindReader } from '../kindReader.ts'
import { nameOf, orNull, slug } from '../names.ts'
import { contactOf, dateOf, postcodeOf } from '../placeCells.ts'
import { readPostcode } from '../postcodeSpelling.ts'
import { issueAt } from '../report.ts'
import type { ReadingContext, RecordSink, TablePlan } from '../rowReader.ts'
import { readService } from '../serviceNames.ts'
import { dayFields, readWeek } from '../week.ts'
import { readCountry } from '../zoneWords.ts'
import { placeFields } from './placeFields.ts'

const fields: readonly Field[] = placeFields
const serviceExamples = 'library, mairie, France Travail'

function servicesOf(found: Fields, cells: readonly string[], line: number, sink: RecordSink): ServiceCode[] {
  const parts = found
    .text(cells, 'services')
    .split(/[;|,/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const services = parts.flatMap((part) => {
    const service = readService(part)
    if (!service) sink.fault(issueAt(line, found.column('services'), part, 'service.unknown', serviceExamples))
    return service ?? []
  })
  return [...new Set(services)]
}

/** One column in OSM's syntax (checked where opening hours are understood), or a column per weekday. */
function hoursOf(found: Fields, cells: readonly string[], line: number, sink: RecordSink): string | null {
  const written = found.text(cells, 'openingHours')
  if (written !== '') return written
  return dayFields.some((day) => found.has(day)) ? hoursToOsm(readWeek(found, cells, line, sink)) : null
}

function zoneOf(found: Fields, cells: readonly string[], line: number, sink: RecordSink): ReadCode | null {
  const text = found.text(cells, 'zone')
  if (text === '') return null
  const code = readZoneCode(text)
  if (!code) sink.fault(issueAt(line, found.column('zone'), text, 'code.malformed', codeExamples))
  return code
}

/** A code that the file gives, or one from the name and where the place is. */
function codeGiver(found: Fields): (cells: readonly string[], line: number, sink: RecordSink, where: string) => string | null {
  const lines = new Map<string, number>()
  return (cells, line, sink, where) => {
    const given = found.text(cells, 'id')
    const code =
      given === ''
        ? ['place', slug(found.text(cells, 'name')), slug(where)].filter((part) => part !== '').join('-')
        : `place-${slug(given)}`
    const first = lines.get(code)
    if (first === undefined) {
      lines.set(code, line)
      return code
    }
    sink.fault(
      issueAt(
        line,
        found.column(given === '' ? 'name' : 'id'),
        given || found.text(cells, 'name'),
        'row.duplicate',
        String(first),
      ),
    )
    return null
  }
}

function countryOf(
  found: Fields,
  cells: readonly string[],
  zone: string | null,
  postcode: string | null,
  at: Position | null,
): CountryCode {
  const byPostcode = postcode === null ? null : (readPostcode(postcode)?.country ?? null)
  const byZone = zone === null ? null : (readZoneCode(zone)?.country ?? null)
  const told = readCountry(found.text(cells, 'country')) ?? byPostcode ?? byZone
  // Without any of these a place north of the Strait of Dover is taken for English.
  return told ?? (at !== null && at.lat > 51.1 ? 'GB' : 'FR')
}

/** The name of a service stands where the place's name should, and the other way round. */
function isExchanged(found: Fields, cells: readonly string[]): boolean {
  const services = found.text(cells, 'services')
  return services !== '' && readService(services) === null && readService(found.text(cells, 'name')) !== null
}

function placeName(found: Fields, cells: readonly string[], line: number, sink: RecordSink): Bilingual | null {
  const name = nameOf(found.text(cells, 'name'))
  if (!name) sink.fault(issueAt(line, found.column('name'), '', 'value.missing', 'Médiathèque d’Arques'))
  return name
}

const checkedOnOf = dateOf('checkedOn')
const closedOnOf = dateOf('closedOn')

function rowReader(found: Fields): TablePlan['read'] {
  const text = found.text
  const position = positionReader(found)
  const giveCode = codeGiver(found)
  const swapped = swapWatch(found.column('name'), found.column('services'))
  return (cells, line, sink) => {
    if (isExchanged(found, cells)) {
      swapped.exchanged(line, `${text(cells, 'name')} / ${text(cells, 'services')}`, serviceExamples, sink)
      return
    }
    const name = placeName(found, cells, line, sink)
    const zone = zoneOf(found, cells, line, sink)?.code ?? null
    const postcode = postcodeOf(found, cells, line, sink)
    const at = position(cells, line, sink)
    const services = servicesOf(found, cells, line, sink)
    const code = name && giveCode(cells, line, sink, [postcode, zone, text(cells, 'town')].find((each) => each) ?? '')
    const openingHours = hoursOf(found, cells, line, sink)
    const contact = contactOf(found, cells, line, sink)
    if (!name || !code) return
    sink.place({
      line,
      code,
      name,
      services,
      kind: orNull(text(cells, 'kind')),
      organisation: orNull(text(cells, 'organisation')),
      country: countryOf(found, cells, zone, postcode, at),
      address: orNull(text(cells, 'address')),
      postcode,
      town: orNull(text(cells, 'town')),
      zone,
      ...(at ?? nowhere),
      position: at ? 'exact' : 'unknown',
      openingHours,
      ...contact,
      sourceCode: text(cells, 'id') || code,
      checkedOn: checkedOnOf(found, cells, line, sink),
      closedOn: closedOnOf(found, cells, line, sink),
    })
  }
}

function planPlaces(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  const refusal = refusalOf('places', head, fields, context)
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  return {
    kind: 'places',
    dataset: null,
    source: null,
    licence: null,
    referenceDate: null,
    mapping: found.mapping,
    read: rowReader(found),
  }
}

function recognisesPlaces(head: Head, context: ReadingContext): boolean {
  const found = findFields(head, fields, context.mapping)
  const telling = ['services', 'address', 'openingHours', 'phone', ...dayFields].filter((field) => found.has(field))
  return found.has('name') && (telling.length >= 2 || (found.has('services') && telling.length >= 1))
}

/** Places of one's own: what is received where, when, and how to get in touch. */
export const places: KindReader = { kind: 'places', recognises: recognisesPlaces, plan: planPlaces }
