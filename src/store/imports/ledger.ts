import { sql } from 'kysely'
import type { Reader, Writer } from '../open.ts'

/** A file that was taken in, as the ledger keeps it. */
export interface ImportEntry {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly checksum: string
  readonly bytes: number
  readonly source: string | null
  readonly licence: string | null
  readonly referenceDate: string | null
  readonly importedAt: Date
  readonly importedBy: string | null
  readonly importedByName: string | null
  readonly records: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly missingValues: number
  readonly report: unknown
  readonly undoneAt: Date | null
  readonly undoneByName: string | null
}

export async function insertImport(writer: Writer, entry: ImportEntry): Promise<void> {
  await writer
    .insertInto('import')
    .values({
      id: entry.id,
      kind: entry.kind,
      file_name: entry.fileName,
      checksum: entry.checksum,
      bytes: entry.bytes,
      source: entry.source,
      licence: entry.licence,
      reference_date: entry.referenceDate,
      imported_at: entry.importedAt,
      imported_by: entry.importedBy,
      imported_by_name: entry.importedByName,
      record_count: entry.records,
      added: entry.added,
      changed: entry.changed,
      unchanged: entry.unchanged,
      missing_values: entry.missingValues,
      report: JSON.stringify(entry.report),
    })
    .execute()
}

/** One import at a time: a second one waits here until the first has ended. */
export async function lockImports(writer: Writer): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('passerelle imports'))`.execute(writer)
}

function entries(reader: Reader) {
  return reader.selectFrom('import').selectAll().orderBy('imported_at', 'desc').orderBy('id', 'desc')
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

function entryOf(row: ImportRow): ImportEntry {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    checksum: row.checksum,
    bytes: row.bytes,
    source: row.source,
    licence: row.licence,
    referenceDate: row.reference_date,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    importedByName: row.imported_by_name,
    records: row.record_count,
    added: row.added,
    changed: row.changed,
    unchanged: row.unchanged,
    missingValues: row.missing_values,
    report: row.report,
    undoneAt: row.undone_at,
    undoneByName: row.undone_by_name,
  }
}

/** The latest first. */
export async function selectImports(reader: Reader, limit: number): Promise<ImportEntry[]> {
  return (await entries(reader).limit(limit).execute()).map(entryOf)
}

export async function selectImport(reader: Reader, id: string): Promise<ImportEntry | null> {
  const row = await entries(reader).where('id', '=', id).executeTakeFirst()
  return row ? entryOf(row) : null
}

/** The one that an undo would take back: the latest that is not undone yet. */
export async function lastImport(reader: Reader): Promise<ImportEntry | null> {
  const row = await entries(reader).where('undone_at', 'is', null).limit(1).executeTakeFirst()
  return row ? entryOf(row) : null
}

/** How columns of a head like this one were understood, or `null`. */
export async function selectMapping(
  reader: Reader,
  headerChecksum: string,
): Promise<{ readonly kind: string; readonly mapping: Readonly<Record<string, string>> } | null> {
  const row = await reader
    .selectFrom('import_mapping')
    .select(['kind', 'mapping'])
    .where('header_checksum', '=', headerChecksum)
    .executeTakeFirst()
  return row ? { kind: row.kind, mapping: row.mapping as Readonly<Record<string, string>> } : null
}

export async function rememberMapping(
  writer: Writer,
  row: { headerChecksum: string; kind: string; mapping: Readonly<Record<string, string>>; at: Date },
): Promise<void> {
  const mapping = JSON.stringify(row.mapping)
  await writer
    .insertInto('import_mapping')
    .values({ header_checksum: row.headerChecksum, kind: row.kind, mapping, remembered_at: row.at })
    .onConflict((conflict) => conflict.column('header_checksum').doUpdateSet({ kind: row.kind, mapping, remembered_at: row.at }))
    .execute()
}
