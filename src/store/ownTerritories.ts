import { sql } from 'kysely'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { CountryCode, GeographyEdition } from '#domain/territory'
import type { Reader, Writer } from './open.ts'

/** A territory of the observatory's own, made of inter-municipal bodies (or districts) and communes. */
export interface OwnTerritory {
  readonly code: string
  readonly name: Bilingual
  readonly country: CountryCode
  /** The département or county that it belongs to. */
  readonly root: string
  /** Codes of the zones that it is made of. */
  readonly members: readonly string[]
  readonly version: number
}

const hierarchy = 'territories'

export async function selectOwnTerritories(reader: Reader, edition: string): Promise<OwnTerritory[]> {
  const rows = await reader
    .selectFrom('zone')
    .select(['code', 'name_fr', 'name_en', 'country', 'root', 'version'])
    .select((eb) =>
      eb
        .selectFrom('zone_parent')
        .select(sql<string[]>`coalesce(array_agg(child ORDER BY child), '{}')`.as('members'))
        .whereRef('zone_parent.edition', '=', 'zone.edition')
        .whereRef('zone_parent.parent', '=', 'zone.code')
        .where('zone_parent.hierarchy', '=', hierarchy)
        .as('members'),
    )
    .where('edition', '=', edition)
    .where('level', '=', 'territory')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: { fr: row.name_fr, en: row.name_en },
    country: row.country as CountryCode,
    root: row.root ?? '',
    members: row.members ?? [],
    version: row.version,
  }))
}

/** A territory with the zones whose inhabitants add up to its own. */
export type CountedTerritory = OwnTerritory & { readonly counted: readonly string[] }

/** Where a territory lies and how many live there, from zones that do not overlap. */
async function figuresOf(reader: Reader, edition: string, counted: readonly string[]) {
  return reader
    .selectFrom('zone')
    .select((eb) => [
      eb.fn.avg<number | null>('lon').as('lon'),
      eb.fn.avg<number | null>('lat').as('lat'),
      // Unknown where a part is.
      sql<number | null>`CASE WHEN count(population) = count(*) THEN sum(population)::int END`.as('population'),
    ])
    .where('edition', '=', edition)
    .where('code', 'in', [...counted])
    .executeTakeFirst()
}

async function saveMembers(writer: Writer, edition: string, { code, root, members }: OwnTerritory): Promise<void> {
  await writer
    .deleteFrom('zone_parent')
    .where('edition', '=', edition)
    .where('hierarchy', '=', hierarchy)
    .where((where) => where.or([where('parent', '=', code), where('child', '=', code)]))
    .execute()
  const links = [{ child: code, parent: root }, ...members.map((child) => ({ child, parent: code }))]
  await writer
    .insertInto('zone_parent')
    .values(links.map((link) => ({ ...link, edition, hierarchy })))
    .execute()
}

/** Adds a territory; `false` when a zone has its code already. */
export async function insertOwnTerritory(
  writer: Writer,
  edition: string,
  given: CountedTerritory,
  source: string,
): Promise<boolean> {
  const figures = await figuresOf(writer, edition, given.counted)
  const { code, name, country, root } = given
  const done = await writer
    .insertInto('zone')
    .values({ edition, code, level: 'territory', name_fr: name.fr, name_en: name.en, country, root, source, ...figures })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows !== 1n) return false
  await saveMembers(writer, edition, given)
  return true
}

/** Changes name and composition of a territory that is still at its version; `false` when somebody changed it meanwhile. */
export async function updateOwnTerritory(writer: Writer, edition: string, given: CountedTerritory): Promise<boolean> {
  const figures = await figuresOf(writer, edition, given.counted)
  const done = await writer
    .updateTable('zone')
    .set({ name_fr: given.name.fr, name_en: given.name.en, version: given.version + 1, ...figures })
    .where('edition', '=', edition)
    .where('code', '=', given.code)
    .where('level', '=', 'territory')
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await saveMembers(writer, edition, given)
  return true
}

/** An edition of the zones, and what was imported of it. */
export interface EditionSummary {
  readonly edition: GeographyEdition
  readonly levels: readonly { readonly level: string; readonly zones: number; readonly outlines: number }[]
}

export async function selectEditions(reader: Reader): Promise<EditionSummary[]> {
  const editions = await reader.selectFrom('geography_edition').selectAll().orderBy('valid_from', 'desc').execute()
  const levels = await reader
    .selectFrom('zone')
    .leftJoin('zone_shape', (join) =>
      join.onRef('zone_shape.edition', '=', 'zone.edition').onRef('zone_shape.code', '=', 'zone.code'),
    )
    .select([
      'zone.edition',
      'zone.level',
      sql<number>`count(*)::int`.as('zones'),
      sql<number>`(count(*) FILTER (WHERE zone_shape.schematic = false))::int`.as('outlines'),
    ])
    .groupBy(['zone.edition', 'zone.level'])
    .execute()
  return editions.map((row) => ({
    edition: {
      code: row.code,
      name: { fr: row.name_fr, en: row.name_en },
      validFrom: row.valid_from,
      source: row.source,
      licence: row.licence,
    },
    levels: levels.filter(({ edition }) => edition === row.code),
  }))
}

/** A file taken in that brought or changed zones. */
export interface ZoneImport {
  readonly id: string
  readonly fileName: string
  readonly kind: string
  readonly importedAt: Date
  readonly by: string | null
  readonly records: number
  readonly undone: boolean
}

export async function selectZoneImports(reader: Reader): Promise<ZoneImport[]> {
  const rows = await reader
    .selectFrom('import')
    .select(['id', 'file_name', 'kind', 'imported_at', 'imported_by_name', 'record_count', 'undone_at'])
    .where('kind', 'in', ['zones', 'boundaries', 'population', 'census'])
    .orderBy('imported_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    kind: row.kind,
    importedAt: row.imported_at,
    by: row.imported_by_name,
    records: row.record_count,
    undone: row.undone_at !== null,
  }))
}
