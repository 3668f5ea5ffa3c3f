import type { BoundValue } from '#domain/matrix'
import type { SubCriterionCode } from '#domain/survey'
import type { Language } from '#kernel/bilingual.ts'
import type { Reader, Writer } from './open.ts'

/** What names an analyst's text: the zone of a factsheet, its sub-criterion and the language. */
export interface NoteKey {
  /** Root territory. */
  readonly territory: string
  readonly zone: string
  readonly item: SubCriterionCode
  readonly language: Language
}

export interface FactsheetNote extends NoteKey {
  /** Figures stand in it by their keys, in square brackets. */
  readonly text: string
  /** What each figure was when the text was written or last read again, by its key. */
  readonly issued: Readonly<Record<string, BoundValue>>
  readonly writtenAt: Date
  readonly writtenBy: string
  readonly version: number
}

function notes(reader: Reader) {
  return reader.selectFrom('factsheet_note').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof notes>['execute']>>[number]

function noteOf(row: Row): FactsheetNote {
  return {
    territory: row.territory_id,
    zone: row.zone,
    item: row.item as SubCriterionCode,
    language: row.language as Language,
    text: row.text,
    issued: row.issued as FactsheetNote['issued'],
    writtenAt: row.written_at,
    writtenBy: row.written_by_name,
    version: row.version,
  }
}

/** The texts of all factsheets of a zone, in both languages. */
export async function selectNotes(reader: Reader, territory: string, zone: string): Promise<FactsheetNote[]> {
  const rows = await notes(reader).where('territory_id', '=', territory).where('zone', '=', zone).orderBy('item').execute()
  return rows.map((row) => noteOf(row))
}

/** Zones of a root territory for whose factsheets somebody wrote. */
export async function zonesWithNotes(reader: Reader, territory: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('factsheet_note')
    .select('zone')
    .distinct()
    .where('territory_id', '=', territory)
    .orderBy('zone')
    .execute()
  return rows.map(({ zone }) => zone)
}

export async function selectNote(reader: Reader, key: NoteKey): Promise<FactsheetNote | null> {
  const row = await notes(reader)
    .where('territory_id', '=', key.territory)
    .where('zone', '=', key.zone)
    .where('item', '=', key.item)
    .where('language', '=', key.language)
    .executeTakeFirst()
  return row ? noteOf(row) : null
}

/** Saves a text over the version that was read (0: there was none); `false` when somebody wrote meanwhile. */
export async function saveNote(writer: Writer, note: FactsheetNote): Promise<boolean> {
  const written = {
    text: note.text,
    issued: JSON.stringify(note.issued),
    written_at: note.writtenAt,
    written_by_name: note.writtenBy,
    version: note.version + 1,
  }
  if (note.version === 0) {
    const { numInsertedOrUpdatedRows } = await writer
      .insertInto('factsheet_note')
      .values({ territory_id: note.territory, zone: note.zone, item: note.item, language: note.language, ...written })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await writer
    .updateTable('factsheet_note')
    .set(written)
    .where('territory_id', '=', note.territory)
    .where('zone', '=', note.zone)
    .where('item', '=', note.item)
    .where('language', '=', note.language)
    .where('version', '=', note.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes a text away that is still at `version`; `false` when somebody wrote meanwhile. */
export async function deleteNote(writer: Writer, key: NoteKey, version: number): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('factsheet_note')
    .where('territory_id', '=', key.territory)
    .where('zone', '=', key.zone)
    .where('item', '=', key.item)
    .where('language', '=', key.language)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
