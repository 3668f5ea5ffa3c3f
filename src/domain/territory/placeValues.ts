import type { PlacePosition } from './place.ts'
import type { ServiceCode } from './services.ts'

/** What can be changed about a place, field by field, in the order of a form. */
export const placeFieldCodes = [
  'nameFr',
  'nameEn',
  'services',
  'organisation',
  'openingHours',
  'phone',
  'email',
  'url',
  'stepFree',
  'parking',
  'address',
  'postcode',
  'town',
  'zone',
  'point',
] as const
export type PlaceField = (typeof placeFieldCodes)[number]

/** Where a place is, in degrees (WGS 84), and how exactly that is known. */
export interface PlacePoint {
  readonly lon: number
  readonly lat: number
  readonly position: PlacePosition
}

/** A place's fields; `null` where nobody has said. */
export interface PlaceValues {
  readonly nameFr: string
  readonly nameEn: string
  readonly services: readonly ServiceCode[]
  /** Code of the body that runs it. */
  readonly organisation: string | null
  /** OSM opening_hours. */
  readonly openingHours: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly url: string | null
  readonly stepFree: boolean | null
  readonly parking: boolean | null
  readonly address: string | null
  readonly postcode: string | null
  readonly town: string | null
  /** Code of the narrowest zone that holds it. */
  readonly zone: string | null
  readonly point: PlacePoint | null
}

/** Some of the fields, as somebody would have them. */
/** A place of which nothing is said yet. */
export const emptyPlace: PlaceValues = {
  nameFr: '',
  nameEn: '',
  services: [],
  organisation: null,
  openingHours: null,
  phone: null,
  email: null,
  url: null,
  stepFree: null,
  parking: null,
  address: null,
  postcode: null,
  town: null,
  zone: null,
  point: null,
}

export type PlacePatch = Partial<PlaceValues>

/** Points less than about ten centimetres apart are one. */
const sameDegrees = 1e-6

function samePoint(a: PlacePoint | null, b: PlacePoint | null): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a.lon - b.lon) < sameDegrees && Math.abs(a.lat - b.lat) < sameDegrees && a.position === b.position
}

/** Whether two sets of values agree on a field; the order of services is none. */
export function sameField(field: PlaceField, a: PlacePatch, b: PlacePatch): boolean {
  if (field === 'point') return samePoint(a.point ?? null, b.point ?? null)
  if (field === 'services') return (a.services ?? []).toSorted().join(' ') === (b.services ?? []).toSorted().join(' ')
  return (a[field] ?? null) === (b[field] ?? null)
}

/** The fields of a patch that differ from the values given, in the order of the form. */
export function changedFields(values: PlaceValues, patch: PlacePatch): readonly PlaceField[] {
  return placeFieldCodes.filter((field) => field in patch && !sameField(field, values, patch))
}

/** Only these fields of a set of values. */
export function pickFields(values: PlacePatch, fields: readonly PlaceField[]): PlacePatch {
  return Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, values[field]]))
}
