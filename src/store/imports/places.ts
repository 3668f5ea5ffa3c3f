import { sql } from 'kysely'
import type { PlacePosition } from '#domain/territory'
import type { Reader, Writer } from '../open.ts'
import type { BulkWriter } from './copyInto.ts'
import type { Merged } from './merge.ts'

/** A place as a file brings it, placed as well as could be. */
export interface BroughtPlace {
  readonly line: number
  readonly code: string
  readonly nameFr: string
  readonly nameEn: string
  readonly zone: string | null
  readonly root: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly position: PlacePosition
  readonly organisation: string | null
  readonly openingHours: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly url: string | null
  readonly stepFree: boolean | null
  readonly parking: boolean | null
  readonly address: string | null
  readonly postcode: string | null
  readonly town: string | null
  readonly kind: string | null
  readonly source: string
  readonly sourceCode: string
  readonly checkedOn: string | null
  readonly closedOn: string | null
  readonly services: readonly string[]
  /** What the source itself said about each column, to be compared with the next time: where we placed it is not the source's. */
  readonly brought: Readonly<Record<FilledColumn | 'services', unknown>>
}

/** Columns that a source fills; each is changed only when the source itself changed it since it was brought last. */
const filled = [
  ['name_fr', 'text'],
  ['name_en', 'text'],
  ['zone', 'text'],
  ['root', 'text'],
  ['lon', 'double precision'],
  ['lat', 'double precision'],
  ['position', 'text'],
  ['organisation', 'text'],
  ['opening_hours', 'text'],
  ['phone', 'text'],
  ['email', 'text'],
  ['url', 'text'],
  ['step_free', 'boolean'],
  ['parking', 'boolean'],
  ['address', 'text'],
  ['postcode', 'text'],
  ['town', 'text'],
  ['kind', 'text'],
  ['source', 'text'],
  ['source_code', 'text'],
  ['checked_on', 'date'],
  ['closed_on', 'date'],
] as const

type FilledColumn = (typeof filled)[number][0]

function rowOf(place: BroughtPlace): Readonly<Record<FilledColumn, string | number | boolean | null>> {
  return {
    name_fr: place.nameFr,
    name_en: place.nameEn,
    zone: place.zone,
    root: place.root,
    lon: place.lon,
    lat: place.lat,
    position: place.position,
    organisation: place.organisation,
    opening_hours: place.openingHours,
    phone: place.phone,
    email: place.email,
    url: place.url,
    step_free: place.stepFree,
    parking: place.parking,
    address: place.address,
    postcode: place.postcode,
    town: place.town,
    kind: place.kind,
    source: place.source,
    source_code: place.sourceCode,
    checked_on: place.checkedOn,
    closed_on: place.closedOn,
  }
}

/** Copies places to a passing table. */
export async function stagePlaces({ writer, copyInto }: BulkWriter, places: readonly BroughtPlace[]): Promise<void> {
  const columns = sql.join(filled.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  await sql`DROP TABLE IF EXISTS staged_place`.execute(writer)
  await sql`CREATE TEMPORARY TABLE staged_place (code text PRIMARY KEY, ${columns}, brought jsonb, services text[]) ON COMMIT DROP`.execute(
    writer,
  )
  const copy = copyInto('staged_place', ['code', ...filled.map(([name]) => name), 'brought', 'services'])
  for (const place of places) {
    const row = rowOf(place)
    const brought = JSON.stringify(place.brought)
    await copy.add([place.code, ...filled.map(([name]) => row[name]), brought, `{${place.services.join(',')}}`])
  }
  await copy.end()
}

const same = sql`staged.code = target.code`
const differs = sql`target.brought IS DISTINCT FROM staged.brought`

async function numberOf(reader: Reader, condition: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM staged_place AS staged JOIN place AS target ON ${same} WHERE ${condition}`.execute(reader)
  return rows[0]?.n ?? 0
}

/** A column's new value: the source's where the source changed it, what is stored (and perhaps corrected) otherwise. */
const next = (
  name: string,
) => sql`CASE WHEN target.brought -> ${sql.lit(name)} IS DISTINCT FROM staged.brought -> ${sql.lit(name)}
  THEN staged.${sql.ref(name)} ELSE target.${sql.ref(name)} END`

/** Takes the staged places in, field by field; their former state is kept for an undo. */
export async function mergePlaces(writer: Writer, importId: string, at: Date, staged: number): Promise<Merged> {
  const present = await numberOf(writer, sql`true`)
  const changed = await numberOf(writer, differs)
  const names = filled.map(([name]) => name)
  await sql`
    INSERT INTO import_change (import_id, relation, key, before)
    SELECT ${importId}::uuid, 'place', jsonb_build_object('code', target.code), to_jsonb(target) || jsonb_build_object('services',
      (SELECT COALESCE(jsonb_agg(service ORDER BY service), '[]') FROM place_service WHERE place = target.code))
    FROM staged_place AS staged JOIN place AS target ON ${same} WHERE ${differs}`.execute(writer)
  await sql`
    DELETE FROM place_service USING staged_place AS staged, place AS target
    WHERE place_service.place = staged.code AND ${same}
      AND target.brought -> 'services' IS DISTINCT FROM staged.brought -> 'services'`.execute(writer)
  await sql`
    INSERT INTO place_service (place, service, import_id)
    SELECT staged.code, unnest(staged.services), ${importId}::uuid
    FROM staged_place AS staged JOIN place AS target ON ${same}
    WHERE target.brought -> 'services' IS DISTINCT FROM staged.brought -> 'services'`.execute(writer)
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = ${next(name)}`))
  await sql`
    UPDATE place AS target SET ${set}, brought = staged.brought, version = target.version + 1, updated_at = ${at},
      import_id = ${importId}::uuid
    FROM staged_place AS staged WHERE ${same} AND ${differs}`.execute(writer)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const inserted = await sql<{ code: string }>`
    INSERT INTO place (code, ${columns}, brought, synthetic, version, updated_at, import_id)
    SELECT code, ${columns}, brought, false, 1, ${at}, ${importId}::uuid FROM staged_place
    ON CONFLICT (code) DO NOTHING RETURNING code`.execute(writer)
  await sql`
    INSERT INTO place_service (place, service, import_id)
    SELECT code, unnest(services), ${importId}::uuid FROM staged_place
    WHERE code = ANY(${inserted.rows.map((row) => row.code)})`.execute(writer)
  return { added: staged - present, changed, unchanged: present - changed, repeated: false }
}

/** Codes of places that somebody has changed since an import took them in: its undo would lose their work. */
export async function editedSince(reader: Reader, importId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT place.code FROM place LEFT JOIN import_change AS former
      ON former.import_id = place.import_id AND former.relation = 'place' AND former.key ->> 'code' = place.code
    WHERE place.import_id = ${importId}::uuid AND place.version <> COALESCE((former.before ->> 'version')::int, 0) + 1
    ORDER BY place.code LIMIT 20`.execute(reader)
  return rows.map((row) => row.code)
}

/** Puts changed places back as they were and removes those that the import added; gives how many of each. */
export async function takeBackPlaces(writer: Writer, importId: string): Promise<{ restored: number; removed: number }> {
  const former = sql`import_change AS former WHERE former.import_id = ${importId}::uuid AND former.relation = 'place'`
  await sql`DELETE FROM place_service WHERE place IN (SELECT former.key ->> 'code' FROM ${former})`.execute(writer)
  await sql`
    INSERT INTO place_service (place, service)
    SELECT former.key ->> 'code', jsonb_array_elements_text(former.before -> 'services') FROM ${former}`.execute(writer)
  const names = [...filled.map(([name]) => name), 'brought', 'import_id']
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = former.${sql.ref(name)}`))
  const restored = await sql`
    UPDATE place AS target SET ${set}, version = target.version + 1
    FROM (SELECT (jsonb_populate_record(NULL::place, former.before)).* FROM ${former}) AS former
    WHERE target.code = former.code`.execute(writer)
  await sql`DELETE FROM place_service WHERE place IN (SELECT code FROM place WHERE import_id = ${importId}::uuid)`.execute(writer)
  const removed = await sql`DELETE FROM place WHERE import_id = ${importId}::uuid`.execute(writer)
  return { restored: Number(restored.numAffectedRows ?? 0), removed: Number(removed.numAffectedRows ?? 0) }
}

/** Gives places that were placed by their town, or not at all, the point of their postcode; gives how many moved. */
export async function placeByPostcode(writer: Writer, importId: string, at: Date): Promise<number> {
  const points = sql`(SELECT postcode, avg(lon) AS lon, avg(lat) AS lat FROM postcode
    WHERE lon IS NOT NULL GROUP BY postcode HAVING count(*) = 1) AS point`
  const moving = sql`target.postcode = point.postcode AND target.position IN ('town', 'unknown')`
  await sql`
    INSERT INTO import_change (import_id, relation, key, before)
    SELECT ${importId}::uuid, 'place', jsonb_build_object('code', target.code), to_jsonb(target) || jsonb_build_object('services',
      (SELECT COALESCE(jsonb_agg(service ORDER BY service), '[]') FROM place_service WHERE place = target.code))
    FROM place AS target, ${points} WHERE ${moving} ON CONFLICT DO NOTHING`.execute(writer)
  const { numAffectedRows } = await sql`
    UPDATE place AS target SET lon = point.lon, lat = point.lat, position = 'postcode', version = target.version + 1,
      updated_at = ${at}, import_id = ${importId}::uuid
    FROM ${points} WHERE ${moving}`.execute(writer)
  return Number(numAffectedRows ?? 0)
}
