import { sql, type ExpressionBuilder } from 'kysely'
import type { Place, PlacePosition, ServiceCode } from '#domain/territory'
import type { DB } from './database.ts'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'

export async function insertPlaces(writer: Writer, places: readonly Place[]): Promise<void> {
  await insertColumns<Place>(
    writer,
    'place',
    {
      code: ['text', (each) => each.code],
      name_fr: ['text', (each) => each.name.fr],
      name_en: ['text', (each) => each.name.en],
      zone: ['text', (each) => each.zone],
      root: ['text', (each) => each.root],
      lon: ['double precision', (each) => each.lon],
      lat: ['double precision', (each) => each.lat],
      position: ['text', (each) => each.position],
      organisation: ['text', (each) => each.organisation],
      opening_hours: ['text', (each) => each.openingHours],
      phone: ['text', (each) => each.phone],
      email: ['text', (each) => each.email],
      step_free: ['boolean', (each) => each.stepFree],
      parking: ['boolean', (each) => each.parking],
      address: ['text', (each) => each.address],
      postcode: ['text', (each) => each.postcode],
      town: ['text', (each) => each.town],
      url: ['text', (each) => each.url],
      synthetic: ['boolean', (each) => each.synthetic],
      source: ['text', (each) => each.source],
      checked_on: ['date', (each) => each.checkedOn],
      version: ['integer', (each) => each.version],
    },
    places,
  )
  await insertColumns<{ place: string; service: string }>(
    writer,
    'place_service',
    { place: ['text', (each) => each.place], service: ['text', (each) => each.service] },
    places.flatMap((place) => place.services.map((service) => ({ place: place.code, service }))),
  )
}

/** The codes of the services that a place offers, in order, as a column of a query on `place`. */
const servicesOffered = (eb: ExpressionBuilder<DB, 'place'>) =>
  eb
    .selectFrom('place_service as offered')
    .select(sql<string[] | null>`array_agg(offered.service ORDER BY offered.service)`.as('services'))
    .whereRef('offered.place', '=', 'place.code')
    .as('services')

/** Places that exist today: neither closed nor merged into another. */
export function livingPlaces(reader: Reader) {
  return reader
    .selectFrom('place')
    .selectAll('place')
    .select(servicesOffered)
    .where('place.merged_into', 'is', null)
    .where('place.closed_on', 'is', null)
}

type PlaceRow = Awaited<ReturnType<ReturnType<typeof livingPlaces>['execute']>>[number]

export function placeOf(row: PlaceRow): Place {
  return {
    code: row.code,
    name: { fr: row.name_fr, en: row.name_en },
    zone: row.zone,
    root: row.root,
    lon: row.lon,
    lat: row.lat,
    position: row.position as PlacePosition,
    services: (row.services ?? []) as ServiceCode[],
    organisation: row.organisation,
    openingHours: row.opening_hours,
    phone: row.phone,
    email: row.email,
    stepFree: row.step_free,
    parking: row.parking,
    address: row.address,
    postcode: row.postcode,
    town: row.town,
    url: row.url,
    synthetic: row.synthetic,
    source: row.source,
    checkedOn: row.checked_on,
    version: row.version,
  }
}

/** Places of these zones that offer a service, by zone and name. */
export async function selectPlaces(reader: Reader, zones: readonly string[], service: string): Promise<Place[]> {
  const rows = await livingPlaces(reader)
    .where('place.code', 'in', reader.selectFrom('place_service').select('place').where('service', '=', service))
    .where('place.zone', 'in', zones.length > 0 ? [...zones] : [''])
    .orderBy('place.zone')
    .orderBy('place.name_fr')
    .orderBy('place.code')
    .execute()
  return rows.map(placeOf)
}

/** Every place that exists today, by code; of one root when given. */
export async function selectAllPlaces(reader: Reader, root: string | null = null): Promise<Place[]> {
  const rows = await livingPlaces(reader)
    .$if(root !== null, (query) => query.where('place.root', '=', root ?? ''))
    .orderBy('place.code')
    .execute()
  return rows.map(placeOf)
}

/** A place by its code, or `null`; one that closed or was merged is not found. */
export async function selectPlace(reader: Reader, code: string): Promise<Place | null> {
  const row = await livingPlaces(reader).where('place.code', '=', code).executeTakeFirst()
  return row ? placeOf(row) : null
}

/** Number of places per zone and service of a root territory. */
export async function countPlaces(
  reader: Reader,
  root: string,
): Promise<{ zone: string; service: ServiceCode; places: number; synthetic: boolean }[]> {
  const rows = await reader
    .selectFrom('place')
    .innerJoin('place_service', 'place_service.place', 'place.code')
    .select([
      'place.zone',
      'place_service.service',
      sql<number>`count(*)::int`.as('places'),
      sql<boolean>`bool_or(place.synthetic)`.as('synthetic'),
    ])
    .where('place.root', '=', root)
    .where('place.zone', 'is not', null)
    .where('place.merged_into', 'is', null)
    .where('place.closed_on', 'is', null)
    .groupBy(['place.zone', 'place_service.service'])
    .execute()
  return rows as { zone: string; service: ServiceCode; places: number; synthetic: boolean }[]
}

/** Number of places per zone, each counted once however many services it offers. */
export async function countPlacesByZone(reader: Reader, root: string): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('place')
    .select(['zone', sql<number>`count(*)::int`.as('places')])
    .where('root', '=', root)
    .where('zone', 'is not', null)
    .where('merged_into', 'is', null)
    .where('closed_on', 'is', null)
    .groupBy('zone')
    .execute()
  return new Map(rows.flatMap((row) => (row.zone === null ? [] : [[row.zone, row.places] as const])))
}
