import { sql } from 'kysely'
import type { Reader, Writer } from '../open.ts'

/** A postcode's point, or the only commune it covers. */
export interface PostcodePoint {
  readonly postcode: string
  readonly zone: string | null
  readonly lon: number | null
  readonly lat: number | null
}

/** Former codes and what they became, as files told. */
export async function selectSuccessions(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader.selectFrom('zone_succession').select(['former', 'current']).orderBy('former').execute()
  return new Map(rows.map((row) => [row.former, row.current]))
}

export async function selectColumnNames(reader: Reader): Promise<Map<string, { table: string; label: string }>> {
  const rows = await reader.selectFrom('column_name').select(['code', 'table_name', 'label']).execute()
  return new Map(rows.map((row) => [row.code, { table: row.table_name, label: row.label }]))
}

/** The points of these postcodes. One that covers several communes has no single zone. */
export async function selectPostcodes(reader: Reader, postcodes: readonly string[]): Promise<Map<string, PostcodePoint>> {
  if (postcodes.length === 0) return new Map()
  const rows = await reader
    .selectFrom('postcode')
    .select([
      'postcode',
      sql<number>`count(*)::int`.as('zones'),
      sql<string>`min(zone)`.as('zone'),
      sql<number | null>`avg(lon)`.as('lon'),
      sql<number | null>`avg(lat)`.as('lat'),
    ])
    .where('postcode', 'in', [...postcodes])
    .groupBy('postcode')
    .execute()
  return new Map(
    rows.map((row) => {
      const only = row.zones === 1
      const point = only ? { lon: row.lon, lat: row.lat } : { lon: null, lat: null }
      return [row.postcode, { postcode: row.postcode, zone: only && row.zone !== '' ? row.zone : null, ...point }]
    }),
  )
}

/**
 * The mix of communes that each postcode covers, by their inhabitants: a share of 1 for the only one. Communes without a known population share
 * the postcode evenly.
 */
export async function sharePostcodes(writer: Writer, edition: string): Promise<void> {
  await sql`
    UPDATE postcode SET share = mix.share
    FROM (SELECT p.postcode, p.zone, COALESCE(
            z.population::double precision / NULLIF(sum(z.population) OVER (PARTITION BY p.postcode), 0),
            1.0 / count(*) OVER (PARTITION BY p.postcode)) AS share
          FROM postcode AS p LEFT JOIN zone AS z ON z.edition = ${edition} AND z.code = p.zone
          WHERE p.zone <> '') AS mix
    WHERE postcode.postcode = mix.postcode AND postcode.zone = mix.zone AND postcode.share IS DISTINCT FROM mix.share`.execute(
    writer,
  )
}

/** Figures that waited for their district move to its root, now that a file told which it is; gives how many rows moved. */
export async function moveUnplaced(writer: Writer, edition: string, waitingRoot: string): Promise<number> {
  let moved = 0
  for (const [table, columns] of [
    ['measure_value', ['dataset', 'zone', 'figures', 'import_id']],
    ['population_count', ['dataset', 'zone', 'sex', 'age', 'activity', 'people', 'import_id']],
    ['facility_count', ['dataset', 'zone', 'type', 'facilities', 'import_id']],
  ] as const) {
    const names = sql.join(columns.map((name) => sql.ref(name)))
    const from = sql.join(columns.map((name) => sql.ref(`waiting.${name}`)))
    const { numAffectedRows } = await sql`
      INSERT INTO ${sql.table(table)} (territory_id, ${names})
      SELECT zone.root, ${from} FROM ${sql.table(table)} AS waiting
      JOIN zone ON zone.edition = ${edition} AND zone.code = waiting.zone AND zone.root IS NOT NULL
      WHERE waiting.territory_id = ${waitingRoot}
      ON CONFLICT DO NOTHING`.execute(writer)
    if (!numAffectedRows) continue
    moved += Number(numAffectedRows)
    await sql`
      DELETE FROM ${sql.table(table)} AS waiting USING zone
      WHERE waiting.territory_id = ${waitingRoot} AND zone.edition = ${edition} AND zone.code = waiting.zone
        AND zone.root IS NOT NULL`.execute(writer)
  }
  return moved
}
