import { sql } from 'kysely'
import { serviceCodes, type Competence, type Place, type Procedure, type ServiceCode } from '#domain/territory'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'

export interface ServiceRows {
  readonly competences: readonly Competence[]
  readonly procedures: readonly Procedure[]
  readonly places: readonly Place[]
}

export async function insertServices(writer: Writer, rows: ServiceRows): Promise<void> {
  await insertColumns<ServiceCode>(
    writer,
    'service',
    { code: ['text', (code) => code], position: ['smallint', (code) => serviceCodes.indexOf(code)] },
    serviceCodes,
  )
  await insertColumns<Competence>(
    writer,
    'service_competence',
    {
      service: ['text', (each) => each.service],
      country: ['text', (each) => each.country],
      competent: ['text', (each) => each.competent],
      channels: ['jsonb', (each) => JSON.stringify(each.channels)],
    },
    rows.competences,
  )
  await insertProcedures(writer, rows.procedures)
  await insertPlaces(writer, rows.places)
}

async function insertProcedures(writer: Writer, procedures: readonly Procedure[]): Promise<void> {
  await insertColumns<Procedure>(
    writer,
    'procedure',
    {
      code: ['text', (each) => each.code],
      service: ['text', (each) => each.service],
      country: ['text', (each) => each.country],
      contact: ['text', (each) => each.contact],
      content: [
        'jsonb',
        ({ title, summary, documents, cost, delay }) => JSON.stringify({ title, summary, documents, cost, delay }),
      ],
      channels: ['jsonb', (each) => JSON.stringify(each.channels)],
      url: ['text', (each) => each.url],
    },
    procedures,
  )
}

async function insertPlaces(writer: Writer, places: readonly Place[]): Promise<void> {
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
      organisation: ['text', (each) => each.organisation],
      opening_hours: ['text', (each) => each.openingHours],
      phone: ['text', (each) => each.phone],
      email: ['text', (each) => each.email],
      step_free: ['boolean', (each) => each.stepFree],
      parking: ['boolean', (each) => each.parking],
      synthetic: ['boolean', (each) => each.synthetic],
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

export async function selectCompetences(reader: Reader): Promise<Competence[]> {
  const rows = await reader.selectFrom('service_competence').selectAll().orderBy('service').orderBy('country').execute()
  return rows as unknown as Competence[]
}

export async function selectProcedures(reader: Reader, service: string | null): Promise<Procedure[]> {
  const rows = await reader
    .selectFrom('procedure')
    .selectAll()
    .$if(service !== null, (query) => query.where('service', '=', service ?? ''))
    .orderBy('code')
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, ...(content as object) })) as unknown as Procedure[]
}

/** Places of these zones that offer a service, by zone and name. */
export async function selectPlaces(reader: Reader, zones: readonly string[], service: string): Promise<Place[]> {
  const rows = await reader
    .selectFrom('place')
    .innerJoin('place_service', 'place_service.place', 'place.code')
    .selectAll('place')
    .select((eb) =>
      eb
        .selectFrom('place_service as offered')
        .select(sql<string[]>`array_agg(offered.service ORDER BY offered.service)`.as('services'))
        .whereRef('offered.place', '=', 'place.code')
        .as('services'),
    )
    .where('place_service.service', '=', service)
    .where('place.zone', 'in', zones.length > 0 ? [...zones] : [''])
    .orderBy('place.zone')
    .orderBy('place.name_fr')
    .orderBy('place.code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: { fr: row.name_fr, en: row.name_en },
    zone: row.zone,
    root: row.root,
    lon: row.lon,
    lat: row.lat,
    services: (row.services ?? []) as ServiceCode[],
    organisation: row.organisation,
    openingHours: row.opening_hours,
    phone: row.phone,
    email: row.email,
    stepFree: row.step_free,
    parking: row.parking,
    synthetic: row.synthetic,
  }))
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
    .groupBy('zone')
    .execute()
  return new Map(rows.map((row) => [row.zone, row.places]))
}
