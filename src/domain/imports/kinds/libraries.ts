import { findFields, refusalOf, type Field, type Fields } from '../head.ts'
import { hoursToOsm } from '../hours.ts'
import { lastDayOfYear } from '../dates.ts'
import { hasAll, licences, type KindReader } from '../kindReader.ts'
import { nameOf, orNull, slug } from '../names.ts'
import { contactOf, postcodeOf } from '../placeCells.ts'
import { issueAt } from '../report.ts'
import type { RecordSink, TablePlan } from '../rowReader.ts'
import { dayFields, readWeek } from '../week.ts'

const weekFields = (['staffed', 'unstaffed'] as const).flatMap((way) =>
  dayFields.map((day): Field => {
    const names = way === 'staffed' ? [`${day}staffedhours`, `${day}hours`, day] : [`${day}unstaffedhours`]
    return { field: way === 'staffed' ? day : `unstaffed.${day}`, names }
  }),
)

const fields: readonly Field[] = [
  { field: 'name', names: ['libraryname', 'nameoflibrary', 'library', 'name'], required: true },
  { field: 'authority', names: ['localauthority', 'authority', 'reportingservice', 'libraryservice', 'service'], required: true },
  { field: 'address', names: ['address1', 'address', 'streetaddress'] },
  { field: 'town', names: ['address2', 'town', 'city'] },
  { field: 'county', names: ['address3', 'county'] },
  { field: 'postcode', names: ['postcode', 'postalcode'], required: true },
  { field: 'uprn', names: ['uniquepropertyreferencenumber', 'uprn'] },
  { field: 'opened', names: ['yearopened', 'opened'] },
  { field: 'closed', names: ['yearclosed', 'closed'] },
  { field: 'phone', names: ['phone', 'telephone', 'phonenumber'] },
  { field: 'email', names: ['email', 'emailaddress', 'contactemail'] },
  { field: 'url', names: ['url', 'website', 'webpage'] },
  ...weekFields,
]

/**
 * Staffed hours, and behind them those during which members let themselves in. The comma before the second week adds it to the first, where a semicolon
 * would replace it.
 */
function hoursOf(found: Fields, cells: readonly string[], line: number, sink: RecordSink): string | null {
  const staffed = hoursToOsm(readWeek(found, cells, line, sink))
  const unstaffed = hoursToOsm(readWeek(found, cells, line, sink, 'unstaffed.'))
  if (unstaffed === null) return staffed
  const commented = unstaffed
    .split('; ')
    .map((rule) => `${rule} open "unstaffed"`)
    .join(', ')
  return staffed === null ? commented : `${staffed}, ${commented}`
}

/** Codes from the authority and the name; a name that comes again (moved, reopened, temporary) takes its postcode along, then a number. */
function codeGiver(): (authority: string, name: string, postcode: string) => string {
  const taken = new Set<string>()
  return (authority, name, postcode) => {
    const body = slug(
      authority.replaceAll(/\b(?:county|borough|city|district|metropolitan|council|of|royal|london|the)\b/gi, ' '),
    )
    const title = slug(name.replaceAll(/\blibrary\b/gi, ' ')) || 'library'
    const plain = ['library', body, title].filter((part) => part !== '').join('-')
    const spelt = [plain, `${plain}-${slug(postcode)}`]
    let number = 2
    let code = spelt.find((each) => !taken.has(each)) ?? ''
    for (; code === ''; number++)
      code = taken.has(`${plain}-${slug(postcode)}-${number}`) ? '' : `${plain}-${slug(postcode)}-${number}`
    taken.add(code)
    return code
  }
}

/** A library that closed and has not opened again since. */
function closedOn(found: Fields, cells: readonly string[], line: number, sink: RecordSink): string | null {
  const closed = found.text(cells, 'closed')
  if (closed === '') return null
  const day = lastDayOfYear(closed)
  if (day === null) sink.fault(issueAt(line, found.column('closed'), closed, 'value.notDate', '2011'))
  const opened = found.text(cells, 'opened')
  return day !== null && lastDayOfYear(opened) !== null && opened > closed ? null : day
}

/** A cell that may not be empty; the empty text after that was told. */
function requiredText(
  found: Fields,
  cells: readonly string[],
  field: string,
  example: string,
  line: number,
  sink: RecordSink,
): string {
  const text = found.text(cells, field)
  if (text === '') sink.fault(issueAt(line, found.column(field), '', 'value.missing', example))
  return text
}

function planLibraries(...[head, context]: Parameters<KindReader['plan']>): ReturnType<KindReader['plan']> {
  const refusal = refusalOf('libraries', head, fields, context)
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  const text = found.text
  const giveCode = codeGiver()
  const read: TablePlan['read'] = (cells, line, sink) => {
    const name = nameOf(requiredText(found, cells, 'name', 'Allington Library', line, sink))
    const authority = requiredText(found, cells, 'authority', 'Kent County Council', line, sink)
    const postcode = postcodeOf(found, cells, line, sink)
    const closed = closedOn(found, cells, line, sink)
    const hours = hoursOf(found, cells, line, sink)
    if (!name || !authority) return
    const uprn = text(cells, 'uprn')
    const code = giveCode(authority, name.en, postcode ?? '')
    sink.place({
      line,
      code,
      name,
      services: ['library'],
      kind: 'library',
      organisation: authority,
      country: 'GB',
      address: orNull(text(cells, 'address')),
      postcode,
      town: orNull(text(cells, 'town')),
      zone: null,
      lon: null,
      lat: null,
      position: 'unknown',
      openingHours: closed === null ? hours : null,
      ...contactOf(found, cells, line, sink),
      sourceCode: uprn === '' ? code : uprn,
      checkedOn: null,
      closedOn: closed,
    })
  }
  return {
    kind: 'libraries',
    dataset: null,
    source: 'English libraries (LibrariesHacked)',
    licence: licences.ogl,
    referenceDate: null,
    mapping: found.mapping,
    read,
  }
}

/** The English libraries' open data: a row per library, hours per weekday, a postcode and no coordinates. */
export const libraries: KindReader = {
  kind: 'libraries',
  recognises: (head) =>
    hasAll(
      head,
      ['libraryname', 'nameoflibrary'],
      ['postcode', 'localauthority', 'reportingservice', 'mondaystaffedhours', 'yearclosed'],
    ),
  plan: planLibraries,
}
