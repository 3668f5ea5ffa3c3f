import { weekDayCodes, weekOf, type PlaceField, type PlaceValues } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'

/**
 * A form as somebody filled it in, by the names of its inputs; nothing is read into it yet, so that it can be shown again letter by letter.
 * `fields` lists the fields that the form offered.
 */
export type Typed = Readonly<Record<string, readonly string[]>>

export function typedText(typed: Typed, name: string): string {
  return (typed[name]?.[0] ?? '').trim()
}

/** How a zone or an organisation is written in a form: its name, and its code in brackets. */
export function nameAndCode(named: { readonly code: string; readonly name: Bilingual }, language: Language): string {
  return `${named.name[language]} (${named.code})`
}

const threeWays = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')

/** The inputs of the week's table: `hours.Mo.1.from` and so on. */
export function hourInput(day: string, span: number, end: 'from' | 'to'): string {
  return `hours.${day}.${span}.${end}`
}

function hoursInputs(text: string | null): Record<string, readonly string[]> {
  const week = text === null ? weekOf('') : weekOf(text)
  const inputs: Record<string, readonly string[]> = {
    hoursBy: [week === null ? 'text' : 'days'],
    hoursText: [text ?? ''],
    hoursHolidays: week?.holidaysClosed ? ['closed'] : [],
  }
  for (const day of weekDayCodes)
    week?.days[day].forEach(({ from, to }, i) => {
      inputs[hourInput(day, i + 1, 'from')] = [from]
      inputs[hourInput(day, i + 1, 'to')] = [to]
    })
  return inputs
}

/** The form that says what these values say. `names` are how the zone and the organisation are written. */
export function typedOf(
  values: PlaceValues,
  fields: readonly PlaceField[],
  names: { readonly zone: string; readonly organisation: string },
): Typed {
  const { nameFr, nameEn, services, phone, email, url, stepFree, parking, address, postcode, town, point } = values
  const plain = { nameFr, nameEn, phone, email, url, address, postcode, town, ...names }
  return {
    fields,
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, [value ?? '']])),
    services,
    stepFree: [threeWays(stepFree)],
    parking: [threeWays(parking)],
    lat: [point === null ? '' : String(point.lat)],
    lon: [point === null ? '' : String(point.lon)],
    position: [point?.position ?? 'exact'],
    ...hoursInputs(values.openingHours),
  }
}
