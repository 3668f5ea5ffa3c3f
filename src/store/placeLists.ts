import { sql, type SelectQueryBuilder } from 'kysely'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { ServiceCode } from '#domain/territory'
import type { DB } from './database.ts'
import type { Reader } from './open.ts'

/** What a list of places to keep in order may be narrowed to. */
export const placeGapCodes = ['unplaced', 'noHours', 'unchecked', 'closed'] as const
export type PlaceGap = (typeof placeGapCodes)[number]

export interface PlaceListQuery {
  /** Words that must all be in a place's names, town or code; accents count. */
  readonly text: string
  readonly service: string | null
  readonly organisation: string | null
  readonly gap: PlaceGap | null
  /** From 1. */
  readonly page: number
}

export interface ListedPlace {
  readonly code: string
  readonly name: Bilingual
  readonly town: string | null
  readonly zone: string | null
  readonly organisation: string | null
  readonly services: readonly ServiceCode[]
  readonly openingHours: string | null
  readonly checkedOn: string | null
  readonly closedOn: string | null
  readonly placed: boolean
}

export const placesOnAPage = 50

type Narrowing = SelectQueryBuilder<DB, 'place', object>

function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`
}

function withGap(found: Narrowing, gap: PlaceGap | null, yearAgo: string): Narrowing {
  if (gap === 'closed') return found.where('closed_on', 'is not', null)
  const open = found.where('closed_on', 'is', null)
  if (gap === 'noHours') return open.where('opening_hours', 'is', null)
  if (gap === 'unplaced') return open.where((eb) => eb.or([eb('lon', 'is', null), eb('zone', 'is', null)]))
  if (gap === 'unchecked') return open.where((eb) => eb.or([eb('checked_on', 'is', null), eb('checked_on', '<', yearAgo)]))
  return open
}

function narrowed(reader: Reader, query: PlaceListQuery, yearAgo: string): Narrowing {
  let found: Narrowing = reader.selectFrom('place').where('merged_into', 'is', null)
  for (const word of query.text.split(/\s+/).filter((each) => each !== '')) {
    const pattern = containing(word)
    found = found.where(sql<boolean>`concat_ws(' ', name_fr, name_en, town, place.code) ILIKE ${pattern}`)
  }
  if (query.organisation !== null) found = found.where('organisation', '=', query.organisation)
  if (query.service !== null)
    found = found.where(
      'place.code',
      'in',
      reader.selectFrom('place_service').select('place').where('service', '=', query.service),
    )
  return withGap(found, query.gap, yearAgo)
}

/** A page of the places that a search finds, by French name; `total` counts all. `yearAgo`: who was checked before that day counts as unchecked. */
export async function searchPlaceList(
  reader: Reader,
  query: PlaceListQuery,
  yearAgo: string,
): Promise<{ readonly total: number; readonly places: readonly ListedPlace[] }> {
  const counted = await narrowed(reader, query, yearAgo)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirst()
  const rows = await narrowed(reader, query, yearAgo)
    .selectAll('place')
    .select((eb) =>
      eb
        .selectFrom('place_service as offered')
        .select(sql<string[] | null>`array_agg(offered.service ORDER BY offered.service)`.as('services'))
        .whereRef('offered.place', '=', 'place.code')
        .as('services'),
    )
    .orderBy(sql`name_fr COLLATE "fr-x-icu"`)
    .orderBy('place.code')
    .limit(placesOnAPage)
    .offset(placesOnAPage * (query.page - 1))
    .execute()
  return {
    total: counted?.total ?? 0,
    places: rows.map((row) => ({
      code: row.code,
      name: { fr: row.name_fr, en: row.name_en },
      town: row.town,
      zone: row.zone,
      organisation: row.organisation,
      services: (row.services ?? []) as ServiceCode[],
      openingHours: row.opening_hours,
      checkedOn: row.checked_on,
      closedOn: row.closed_on,
      placed: row.lon !== null && row.zone !== null,
    })),
  }
}

export interface OrganisationName {
  readonly code: string
  readonly name: Bilingual
}

/** Organisations of these codes. */
export async function selectOrganisationNames(reader: Reader, codes: readonly string[]): Promise<OrganisationName[]> {
  const rows = await reader
    .selectFrom('organisation')
    .select(['code', 'name_fr', 'name_en'])
    .where('code', 'in', codes.length > 0 ? [...codes] : [''])
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ code: row.code, name: { fr: row.name_fr, en: row.name_en } }))
}

/** Organisations of this code or name, in either language and whatever the capitals. */
export async function findOrganisations(reader: Reader, codeOrName: string): Promise<OrganisationName[]> {
  const rows = await reader
    .selectFrom('organisation')
    .select(['code', 'name_fr', 'name_en'])
    .where(sql<boolean>`code = ${codeOrName} OR lower(${codeOrName}) IN (lower(name_fr), lower(name_en))`)
    .orderBy('code')
    .limit(20)
    .execute()
  return rows.map((row) => ({ code: row.code, name: { fr: row.name_fr, en: row.name_en } }))
}

/** Two open places that offer one service and lie within some hundred metres. */
export interface NearPair {
  readonly first: string
  readonly second: string
  readonly names: readonly [string, string]
  readonly metres: number
}

/**
 * Pairs of open places with a service in common, at most `metres` apart, nearest first. Only places whose own point is known are compared: at a town's
 * centre many places lie on one point. A band of latitude keeps the join from comparing all with all.
 */
export async function selectNearPairs(reader: Reader, metres: number, limit: number): Promise<NearPair[]> {
  const degrees = metres / 111_320
  const { rows } = await sql<{ first: string; second: string; first_name: string; second_name: string; metres: number }>`
    SELECT a.code AS first, b.code AS second, a.name_fr AS first_name, b.name_fr AS second_name,
      111320 * sqrt(power(a.lat - b.lat, 2) + power((a.lon - b.lon) * cos(radians(a.lat)), 2)) AS metres
    FROM place a
    JOIN place b ON b.code > a.code AND b.lat BETWEEN a.lat - ${degrees}::float8 AND a.lat + ${degrees}::float8
      AND abs(b.lon - a.lon) * cos(radians(a.lat)) <= ${degrees}::float8
    WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND a.closed_on IS NULL AND b.closed_on IS NULL
      AND a.position = 'exact' AND b.position = 'exact'
      AND EXISTS (SELECT FROM place_service s JOIN place_service t ON t.service = s.service WHERE s.place = a.code AND t.place = b.code)
    ORDER BY metres, a.code, b.code
    LIMIT ${limit}`.execute(reader)
  return rows.map((row) => ({
    first: row.first,
    second: row.second,
    names: [row.first_name, row.second_name],
    metres: row.metres,
  }))
}
