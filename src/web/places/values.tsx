import type { FC } from 'hono/jsx'
import type { FieldIssue } from '#app/places/readTyped.ts'
import type { PlaceField, PlacePatch, PlacePoint, ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { openingLines } from '#words/openingHours.ts'
import type { Visit } from '../page.ts'

type Names = Readonly<Record<string, Bilingual>>

/** Lines are spans: hours are also shown inside labels. */
const Hours: FC<{ visit: Visit; text: string }> = ({ visit, text }) => {
  const lines = openingLines(text, visit.words.servicePages)
  if (lines === null) return <code>{text}</code>
  return (
    <span class="hours-lines">
      {lines.map(({ days, hours }) => (
        <span>{hours === '' ? days : visit.words.servicePages.opening(days, hours)}</span>
      ))}
    </span>
  )
}

function pointText({ words }: Visit, { lat, lon, position }: PlacePoint): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)} (${words.places.position[position]})`
}

type Teller = (visit: Visit, values: PlacePatch, names: Names) => string | null

function named(field: 'zone' | 'organisation'): Teller {
  return ({ language }, values, names) => {
    const code = values[field] ?? null
    return code === null ? null : (names[code]?.[language] ?? code)
  }
}

function threeWays(field: 'stepFree' | 'parking'): Teller {
  return ({ words }, values) => {
    const value = values[field] ?? null
    return value === null ? null : value ? words.places.yes : words.places.no
  }
}

const tellers: Readonly<Partial<Record<PlaceField, Teller>>> = {
  zone: named('zone'),
  organisation: named('organisation'),
  stepFree: threeWays('stepFree'),
  parking: threeWays('parking'),
  point: (visit, { point }) => (point ? pointText(visit, point) : null),
  services: ({ words, format }, { services = [] }) =>
    services.length === 0 ? null : format.list(services.map((code: ServiceCode) => words.services[code].name)),
}

/** What a field says, in words; `not stated` where nobody has said. */
export const FieldValue: FC<{ visit: Visit; field: PlaceField; values: PlacePatch; names: Names }> = (props) => {
  const { visit, field, values, names } = props
  if (field === 'openingHours' && values.openingHours) return <Hours visit={visit} text={values.openingHours} />
  const teller = tellers[field]
  const text = teller ? teller(visit, values, names) : (values[field] ?? null)
  return text === null || text === '' ? <span class="muted">{visit.words.places.notSaid}</span> : <>{String(text)}</>
}

/** The sentence of an issue with a field. */
export function issueText({ words }: Visit, { code, params }: FieldIssue): string {
  const own: Readonly<Record<string, () => string>> = words.contributions.issues
  const sentence = words.places.issues[code] ?? own[code]
  const days: Readonly<Record<string, string>> = words.places.weekDays
  const day = params['day']
  const told = day === undefined ? params : { ...params, day: days[day] ?? day }
  return sentence ? sentence(told) : words.refusals.other(code)
}
