import type { Fields } from './head.ts'
import { orNull, parseYesNo } from './names.ts'
import { parseDate } from './dates.ts'
import { postcodeExamples, readPostcode } from './postcodeSpelling.ts'
import { issueAt } from './report.ts'
import type { RecordSink } from './rowReader.ts'

// What files tell about places, cell by cell. A detail that cannot be understood is told and left out; the place itself stays.

type Cell<T> = (found: Fields, cells: readonly string[], line: number, sink: RecordSink) => T

export const postcodeOf: Cell<string | null> = (found, cells, line, sink) => {
  const text = found.text(cells, 'postcode')
  const postcode = text === '' ? null : readPostcode(text)
  if (text !== '' && !postcode)
    sink.warning(issueAt(line, found.column('postcode'), text, 'postcode.malformed', postcodeExamples))
  return postcode?.postcode ?? null
}

const emailOf: Cell<string | null> = (found, cells, line, sink) => {
  const text = found.text(cells, 'email')
  if (text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return orNull(text)
  sink.warning(issueAt(line, found.column('email'), text, 'value.notEmail', 'accueil@mairie.example'))
  return null
}

/** Addresses lead to the web and nowhere else: no script hides in one. */
const urlOf: Cell<string | null> = (found, cells, line, sink) => {
  const text = found.text(cells, 'url')
  if (text === '') return null
  if (/^https?:\/\/[^\s"<>]+$/i.test(text)) return text
  if (/^www\.[^\s"<>]+$/i.test(text)) return `https://${text}`
  sink.warning(issueAt(line, found.column('url'), text, 'value.notUrl', 'https://www.example.org'))
  return null
}

function yesNoOf(field: string): Cell<boolean | null> {
  return (found, cells, line, sink) => {
    const text = found.text(cells, field)
    const value = parseYesNo(text)
    if (value === undefined) sink.warning(issueAt(line, found.column(field), text, 'value.notYesNo', 'oui, non, yes, no'))
    return value ?? null
  }
}

/** A day, `null` for an empty cell and after a fault. */
export function dateOf(field: string): Cell<string | null> {
  return (found, cells, line, sink) => {
    const text = found.text(cells, field)
    const date = text === '' ? null : parseDate(text)
    if (text !== '' && date === null)
      sink.fault(issueAt(line, found.column(field), text, 'value.notDate', '2026-03-31, 31/03/2026'))
    return date
  }
}

const stepFreeOf = yesNoOf('stepFree')
const parkingOf = yesNoOf('parking')

/** How to get in touch and in. */
export interface Contact {
  readonly phone: string | null
  readonly email: string | null
  readonly url: string | null
  readonly stepFree: boolean | null
  readonly parking: boolean | null
}

export const contactOf: Cell<Contact> = (found, cells, line, sink) => ({
  phone: orNull(found.text(cells, 'phone')),
  email: emailOf(found, cells, line, sink),
  url: urlOf(found, cells, line, sink),
  stepFree: stepFreeOf(found, cells, line, sink),
  parking: parkingOf(found, cells, line, sink),
})
