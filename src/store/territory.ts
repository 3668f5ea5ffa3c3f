import { sql } from 'kysely'
import type { GeographyEdition, Organisation, Zone, ZoneParent } from '#domain/territory'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'

/** Outer rings in degrees. */
export type Rings = readonly (readonly (readonly [number, number])[])[]

export interface TerritoryRows {
  readonly geography: GeographyEdition
  readonly zones: readonly Zone[]
  readonly parents: readonly ZoneParent[]
  readonly organisations: readonly Organisation[]
}

export async function insertEdition(writer: Writer, edition: GeographyEdition): Promise<void> {
  await writer
    .insertInto('geography_edition')
    .values({
      code: edition.code,
      name_fr: edition.name.fr,
      name_en: edition.name.en,
      valid_from: edition.validFrom,
      source: edition.source,
      licence: edition.licence,
    })
    .execute()
}

export async function insertTerritory(writer: Writer, rows: TerritoryRows, shapes: ReadonlyMap<string, Rings>): Promise<void> {
  const edition = rows.geography
  await insertEdition(writer, edition)
  await insertZones(writer, edition.code, rows)
  await insertShapes(writer, edition.code, shapes)
  await insertOrganisations(writer, rows.organisations)
}

async function insertZones(writer: Writer, edition: string, rows: TerritoryRows): Promise<void> {
  await insertColumns<Zone>(
    writer,
    'zone',
    {
      edition: ['text', () => edition],
      code: ['text', (zone) => zone.code],
      level: ['text', (zone) => zone.level],
      name_fr: ['text', (zone) => zone.name.fr],
      name_en: ['text', (zone) => zone.name.en],
      lon: ['double precision', (zone) => zone.lon],
      lat: ['double precision', (zone) => zone.lat],
      population: ['integer', (zone) => zone.population],
      country: ['text', (zone) => zone.country],
      root: ['text', (zone) => zone.root],
      source: ['text', (zone) => zone.source],
    },
    rows.zones,
  )
  await insertColumns<ZoneParent>(
    writer,
    'zone_parent',
    {
      edition: ['text', () => edition],
      child: ['text', (link) => link.child],
      parent: ['text', (link) => link.parent],
      hierarchy: ['text', (link) => link.hierarchy],
    },
    rows.parents,
  )
}

async function insertShapes(writer: Writer, edition: string, shapes: ReadonlyMap<string, Rings>): Promise<void> {
  await insertColumns<readonly [string, Rings]>(
    writer,
    'zone_shape',
    {
      edition: ['text', () => edition],
      code: ['text', ([code]) => code],
      rings: ['jsonb', ([, rings]) => JSON.stringify(rings)],
      schematic: ['boolean', () => true],
    },
    [...shapes],
  )
}

async function insertOrganisations(writer: Writer, organisations: readonly Organisation[]): Promise<void> {
  await insertColumns<Organisation>(
    writer,
    'organisation',
    {
      code: ['text', (each) => each.code],
      name_fr: ['text', (each) => each.name.fr],
      name_en: ['text', (each) => each.name.en],
      kind: ['text', (each) => each.kind],
      country: ['text', (each) => each.country],
      zone: ['text', (each) => each.zone],
      url: ['text', (each) => each.url],
    },
    organisations,
  )
}

/** One load at a time: a second process waits here until the first has ended. */
export async function lockLoading(writer: Writer): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('passerelle loading'))`.execute(writer)
}

/** The newest edition of the zones, or `null` in an observatory that has none yet. */
export async function currentEdition(reader: Reader): Promise<GeographyEdition | null> {
  const row = await reader.selectFrom('geography_edition').selectAll().orderBy('valid_from', 'desc').limit(1).executeTakeFirst()
  if (!row) return null
  const { code, source, licence } = row
  return { code, name: { fr: row.name_fr, en: row.name_en }, validFrom: row.valid_from, source, licence }
}

export async function selectZones(reader: Reader, edition: string): Promise<Zone[]> {
  const rows = await reader.selectFrom('zone').selectAll().where('edition', '=', edition).orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    level: row.level as Zone['level'],
    name: { fr: row.name_fr, en: row.name_en },
    lon: row.lon,
    lat: row.lat,
    population: row.population,
    country: row.country as Zone['country'],
    root: row.root,
    source: row.source,
  }))
}

export async function selectParents(reader: Reader, edition: string): Promise<ZoneParent[]> {
  const rows = await reader
    .selectFrom('zone_parent')
    .select(['child', 'parent', 'hierarchy'])
    .where('edition', '=', edition)
    .orderBy('hierarchy')
    .orderBy('child')
    .orderBy('parent')
    .execute()
  return rows as ZoneParent[]
}

export async function selectShapes(
  reader: Reader,
  edition: string,
  codes: readonly string[],
): Promise<Map<string, { rings: Rings; schematic: boolean }>> {
  const rows = await reader
    .selectFrom('zone_shape')
    .select(['code', 'rings', 'schematic'])
    .where('edition', '=', edition)
    .where('code', 'in', codes.length > 0 ? [...codes] : [''])
    .execute()
  return new Map(rows.map((row) => [row.code, { rings: row.rings as Rings, schematic: row.schematic }]))
}

export async function selectOrganisations(reader: Reader): Promise<Organisation[]> {
  const rows = await reader.selectFrom('organisation').selectAll().orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    name: { fr: row.name_fr, en: row.name_en },
    kind: row.kind as Organisation['kind'],
    country: row.country as Organisation['country'],
    zone: row.zone,
    url: row.url,
  }))
}
