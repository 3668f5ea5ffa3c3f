import { sql } from 'kysely'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Place, ServiceCode } from '#domain/territory'
import type { Reader } from './open.ts'
import { livingPlaces, placeOf } from './places.ts'

/** What finding a place by its words needs of it. */
export interface FindablePlace {
  readonly code: string
  readonly name: Bilingual
  readonly zone: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly postcode: string | null
  readonly town: string | null
}

export async function selectFindablePlaces(reader: Reader): Promise<FindablePlace[]> {
  const rows = await reader
    .selectFrom('place')
    .select(['code', 'name_fr', 'name_en', 'zone', 'lon', 'lat', 'postcode', 'town'])
    .where('merged_into', 'is', null)
    .where('closed_on', 'is', null)
    .orderBy('code')
    .execute()
  return rows.map(({ name_fr, name_en, ...row }) => ({ ...row, name: { fr: name_fr, en: name_en } }))
}

export interface Point {
  readonly lon: number
  readonly lat: number
}

/** Square of the distance in degrees of latitude, good enough to sort by. */
function apart({ lon, lat }: Point) {
  const shrink = Math.cos((lat * Math.PI) / 180)
  return sql`power((place.lon - ${lon}) * ${shrink}, 2) + power(place.lat - ${lat}, 2)`
}

/**
 * What places are sorted by: one whose position is only that of its postcode or town may lie this far from there, and is not taken for nearer than that;
 * at equal distance the exact ones come first.
 */
function nearness(point: Point) {
  return sql`greatest(${apart(point)}, CASE place.position WHEN 'exact' THEN 0 WHEN 'postcode' THEN ${degreesSquared(postcodeKm)}::float8
    ELSE ${degreesSquared(townKm)}::float8 END) + CASE place.position WHEN 'exact' THEN 0 ELSE 1e-12 END`
}

const postcodeKm = 0.5
const townKm = 2
const kmPerDegree = 111.2

function degreesSquared(km: number): number {
  return (km / kmPerDegree) ** 2
}

/** What places are looked for: all that is `null` is left open. */
export interface PlaceWish {
  readonly service: ServiceCode | null
  /** Only places known to be step-free. */
  readonly stepFree: boolean
}

function wishedPlaces(reader: Reader, { service, stepFree }: PlaceWish) {
  return livingPlaces(reader)
    .$if(service !== null, (query) =>
      query.where(
        'place.code',
        'in',
        reader
          .selectFrom('place_service')
          .select('place')
          .where('service', '=', service ?? ''),
      ),
    )
    .$if(stepFree, (query) => query.where('place.step_free', '=', true))
}

/** The places nearest to a point as the crow flies; those that lie nowhere are left out. */
export async function selectNearestPlaces(reader: Reader, wish: PlaceWish, point: Point, most: number): Promise<Place[]> {
  const rows = await wishedPlaces(reader, wish)
    .where('place.lon', 'is not', null)
    .where('place.lat', 'is not', null)
    .orderBy(nearness(point))
    .orderBy(apart(point))
    .orderBy('place.code')
    .limit(most)
    .execute()
  return rows.map(placeOf)
}

/** Places of these zones by name. */
export async function selectPlacesWithin(
  reader: Reader,
  wish: PlaceWish,
  zones: readonly string[],
  most: number,
): Promise<Place[]> {
  const rows = await wishedPlaces(reader, wish)
    .where('place.zone', 'in', zones.length > 0 ? [...zones] : [''])
    .orderBy('place.name_fr')
    .orderBy('place.code')
    .limit(most)
    .execute()
  return rows.map(placeOf)
}

export async function countPlacesWithin(reader: Reader, wish: PlaceWish, zones: readonly string[]): Promise<number> {
  const row = await wishedPlaces(reader, wish)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('places'))
    .where('place.zone', 'in', zones.length > 0 ? [...zones] : [''])
    .executeTakeFirst()
  return row?.places ?? 0
}

/** Places by their codes, in the order asked for; those that closed or were merged are left out. */
export async function selectPlacesByCode(reader: Reader, codes: readonly string[]): Promise<Place[]> {
  if (codes.length === 0) return []
  const rows = await livingPlaces(reader)
    .where('place.code', 'in', [...codes])
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, placeOf(row)]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** For each service the places nearest to a point, nearest first. */
export async function nearestOfEachService(
  reader: Reader,
  point: Point,
  most: number,
): Promise<{ readonly service: ServiceCode; readonly place: Place }[]> {
  const { rows } = await sql<{ service: ServiceCode; place: string }>`
    SELECT service.code AS service, near.code AS place
    FROM service CROSS JOIN LATERAL (
      SELECT place.code, ${nearness(point)} AS apart
      FROM place_service JOIN place ON place.code = place_service.place
      WHERE place_service.service = service.code AND place.merged_into IS NULL AND place.closed_on IS NULL AND place.lon IS NOT NULL
      ORDER BY apart, place.code LIMIT ${most}) near
    ORDER BY service.position, near.apart, near.code`.execute(reader)
  const places = new Map(
    (await selectPlacesByCode(reader, [...new Set(rows.map((row) => row.place))])).map((place) => [place.code, place]),
  )
  return rows.flatMap(({ service, place }) => {
    const held = places.get(place)
    return held ? [{ service, place: held }] : []
  })
}

/** A postcode's whereabouts, or `null` where none of this beginning is known: the mean of its points, or of the places that name it. */
export async function findPostcode(
  reader: Reader,
  written: string,
): Promise<(Point & { readonly zones: readonly string[] }) | null> {
  const start = `${written}%`
  const { rows } = await sql<{ lon: number | null; lat: number | null; zones: string[] | null }>`
    SELECT avg(lon) AS lon, avg(lat) AS lat, array_agg(DISTINCT zone) AS zones FROM (
      SELECT lon, lat, zone FROM postcode WHERE postcode LIKE ${start} LIMIT 5000) known
    UNION ALL
    SELECT avg(lon), avg(lat), array_agg(DISTINCT zone) FROM (
      SELECT lon, lat, zone FROM place WHERE postcode LIKE ${start} AND merged_into IS NULL AND closed_on IS NULL LIMIT 5000) known`.execute(
    reader,
  )
  const zones = rows.flatMap((row) => row.zones ?? []).filter((zone) => zone !== null && zone !== '')
  const placed = rows.find((row) => row.lon !== null && row.lat !== null)
  if (!placed && zones.length === 0) return null
  return { lon: placed?.lon ?? Number.NaN, lat: placed?.lat ?? Number.NaN, zones: [...new Set(zones)] }
}

/** A figure known of a zone; `value` is `null` where the source withholds or lacks it. */
export interface ZoneFigure {
  readonly dataset: string
  readonly title: Bilingual
  readonly source: string
  readonly licence: string | null
  readonly referenceDate: string | null
  readonly label: Bilingual
  readonly unit: string
  readonly value: number | null
}

/** The first figures of each table that was brought in for a zone. */
export async function selectZoneFigures(reader: Reader, root: string, zone: string, perDataset: number): Promise<ZoneFigure[]> {
  const { rows } = await sql<
    Record<'dataset' | 'title_fr' | 'title_en' | 'source' | 'label_fr' | 'label_en' | 'unit', string> &
      Record<'licence' | 'reference_date', string | null> & { value: number | null }
  >`
    SELECT dataset.code AS dataset, dataset.title_fr, dataset.title_en, dataset.source, dataset.licence, dataset.reference_date,
      measure.label_fr, measure.label_en, measure.unit, measure_value.figures[measure.position + 1] AS value
    FROM measure_value JOIN dataset ON dataset.code = measure_value.dataset JOIN measure ON measure.dataset = dataset.code
    WHERE measure_value.territory_id = ${root} AND measure_value.zone = ${zone} AND measure.position < ${perDataset}
    ORDER BY dataset.code, measure.position`.execute(reader)
  return rows.map((row) => ({
    dataset: row.dataset,
    title: { fr: row.title_fr, en: row.title_en },
    source: row.source,
    licence: row.licence,
    referenceDate: row.reference_date,
    label: { fr: row.label_fr, en: row.label_en },
    unit: row.unit,
    value: row.value,
  }))
}

/** Postcodes that lie in a zone, at most a dozen. */
export async function postcodesOf(reader: Reader, zone: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('postcode')
    .select('postcode')
    .distinct()
    .where('zone', '=', zone)
    .orderBy('postcode')
    .limit(12)
    .execute()
  return rows.map((row) => row.postcode)
}
