import { sql } from 'kysely'
import type { Polygons } from '#domain/imports'
import type { Reader, Writer } from '../open.ts'

/** Outlines as files gave them, without schematic cells and those dissolved from others. */
export async function selectPolygons(reader: Reader, edition: string, codes: readonly string[]): Promise<Map<string, Polygons>> {
  if (codes.length === 0) return new Map()
  const rows = await reader
    .selectFrom('zone_shape')
    .select(['code', 'polygons'])
    .where('edition', '=', edition)
    .where('code', 'in', [...codes])
    .where('polygons', 'is not', null)
    .where('derived', '=', false)
    .execute()
  return new Map(rows.map((row) => [row.code, row.polygons as Polygons]))
}

/** Which of these zones have an outline that a file gave, which one that was dissolved from others. */
export async function selectShapeKinds(
  reader: Reader,
  edition: string,
): Promise<Map<string, { schematic: boolean; derived: boolean }>> {
  const rows = await reader
    .selectFrom('zone_shape')
    .select(['code', 'schematic', 'derived'])
    .where('edition', '=', edition)
    .execute()
  return new Map(rows.map(({ code, ...kind }) => [code, kind]))
}

/** Puts zones at the middle of their outline where no file said where they are. */
export async function placeZones(
  writer: Writer,
  edition: string,
  middles: readonly { readonly code: string; readonly lon: number; readonly lat: number }[],
): Promise<void> {
  await sql`
    UPDATE zone SET lon = middle.lon, lat = middle.lat
    FROM unnest(${middles.map((each) => each.code)}::text[], ${middles.map((each) => each.lon)}::double precision[],
      ${middles.map((each) => each.lat)}::double precision[]) AS middle (code, lon, lat)
    WHERE zone.edition = ${edition} AND zone.code = middle.code AND zone.lon IS NULL`.execute(writer)
}
