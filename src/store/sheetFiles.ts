import type { AnswerSheet } from '#domain/survey'
import { sql } from 'kysely'
import { insertColumns } from './insertColumns.ts'
import type { Database, Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

export const sheetFileStates = ['receiving', 'checking', 'ready', 'faulty', 'failed', 'taking', 'taken'] as const
export type SheetFileState = (typeof sheetFileStates)[number]

/** A file of answers, from its arrival until it is taken in. */
export interface SheetFile {
  readonly id: string
  readonly survey: SurveyKey
  readonly name: string
  readonly bytes: number
  /** SHA-256 of its bytes; `null` until all have come. */
  readonly hash: string | null
  readonly state: SheetFileState
  readonly mapping: unknown
  readonly options: unknown
  readonly report: unknown
  /** YYYY-MM-DD. */
  readonly broughtOn: string
  readonly broughtByName: string
}

function files(reader: Reader) {
  return reader.selectFrom('sheet_file').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

function fileOf(row: Row): SheetFile {
  return {
    id: row.id,
    survey: { territory: row.territory_id, id: row.survey_id },
    name: row.name,
    bytes: row.bytes,
    hash: row.hash,
    state: row.state as SheetFileState,
    mapping: row.mapping,
    options: row.options,
    report: row.report,
    broughtOn: row.brought_on,
    broughtByName: row.brought_by_name,
  }
}

export async function insertSheetFile(
  writer: Writer,
  file: Pick<SheetFile, 'id' | 'survey' | 'name' | 'options' | 'broughtOn' | 'broughtByName'>,
): Promise<void> {
  await writer
    .insertInto('sheet_file')
    .values({
      id: file.id,
      territory_id: file.survey.territory,
      survey_id: file.survey.id,
      name: file.name,
      state: 'receiving',
      options: JSON.stringify(file.options),
      brought_on: file.broughtOn,
      brought_by_name: file.broughtByName,
    })
    .execute()
}

export async function insertSheetPiece(writer: Writer, id: string, number: number, content: Uint8Array): Promise<void> {
  await writer
    .insertInto('sheet_file_piece')
    .values({ file_id: id, number, content: Buffer.from(content) })
    .execute()
  await writer
    .updateTable('sheet_file')
    .set((eb) => ({ bytes: eb('bytes', '+', content.length) }))
    .where('id', '=', id)
    .execute()
}

export async function selectSheetFile(reader: Reader, survey: SurveyKey, id: string): Promise<SheetFile | null> {
  const row = await files(reader).where('survey_id', '=', survey.id).where('id', '=', id).executeTakeFirst()
  return row ? fileOf(row) : null
}

/** Files of a survey that arrived whole, the latest first. */
export async function selectSheetFiles(reader: Reader, survey: SurveyKey): Promise<SheetFile[]> {
  const rows = await files(reader)
    .where('survey_id', '=', survey.id)
    .where('state', '<>', 'receiving')
    .orderBy('brought_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(fileOf)
}

/** The file of the same bytes that a survey took in before. */
export async function selectTakenFile(reader: Reader, survey: SurveyKey, hash: string): Promise<SheetFile | null> {
  const row = await files(reader)
    .where('survey_id', '=', survey.id)
    .where('hash', '=', hash)
    .where('state', '=', 'taken')
    .executeTakeFirst()
  return row ? fileOf(row) : null
}

/** Moves a file on, only from the states named: whoever comes second is told `false`. */
export async function moveSheetFile(
  writer: Writer,
  id: string,
  from: readonly SheetFileState[],
  to: Partial<Pick<SheetFile, 'mapping' | 'options' | 'report' | 'hash'>> & { readonly state: SheetFileState },
): Promise<boolean> {
  const { mapping, options, report, ...rest } = to
  const done = await writer
    .updateTable('sheet_file')
    .set({
      ...rest,
      ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
      ...(options === undefined ? {} : { options: JSON.stringify(options) }),
      ...(report === undefined ? {} : { report: JSON.stringify(report) }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Drops a file with its bytes; `false` while it is taken in, and once it is. */
export async function deleteSheetFile(writer: Writer, id: string): Promise<boolean> {
  const done = await writer
    .deleteFrom('sheet_file')
    .where('id', '=', id)
    .where('state', 'in', ['receiving', 'checking', 'ready', 'faulty', 'failed'])
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export async function deleteSheetPieces(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('sheet_file_piece').where('file_id', '=', id).execute()
}

/** The bytes of a file, piece by piece; an error when there are not as many as there should be. */
export async function* readSheetPieces(db: Database, id: string, bytes: number): AsyncGenerator<Uint8Array> {
  let read = 0
  for (let number = 0; read < bytes; number++) {
    const { rows } = await db.pool.query<{ content: Buffer }>(
      'SELECT content FROM sheet_file_piece WHERE file_id = $1 AND number = $2',
      [id, number],
    )
    const row = rows[0]
    if (!row) throw new Error(`the file ${id} has ${read} of ${bytes} bytes`)
    read += row.content.length
    yield row.content
  }
}

/** Which of these answers were taken from a file before. */
export async function selectSources(reader: Reader, survey: SurveyKey, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await reader
    .selectFrom('sheet_source')
    .select('key')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('key', '=', sql<string>`ANY(${keys}::text[])`)
    .execute()
  return new Set(rows.map(({ key }) => key))
}

/** Keeps that answers were taken: nothing leads from a key to its sheet. */
export async function insertSources(writer: Writer, survey: SurveyKey, keys: readonly string[]): Promise<void> {
  await insertColumns<string>(
    writer,
    'sheet_source',
    { territory_id: ['text', () => survey.territory], survey_id: ['uuid', () => survey.id], key: ['text', (key) => key] },
    keys,
  )
}

/** Keeps many sheets from a file and counts them under their day. */
export async function insertFileSheets(
  writer: Writer,
  survey: SurveyKey,
  sheets: readonly { readonly id: string; readonly content: AnswerSheet }[],
  day: string,
): Promise<void> {
  await insertColumns<(typeof sheets)[number]>(
    writer,
    'answer_sheet',
    {
      territory_id: ['text', () => survey.territory],
      survey_id: ['uuid', () => survey.id],
      id: ['uuid', ({ id }) => id],
      mode: ['text', () => 'file'],
      content: ['jsonb', ({ content }) => JSON.stringify(content)],
    },
    sheets,
  )
  await writer
    .insertInto('survey_day')
    .values({ territory_id: survey.territory, survey_id: survey.id, day, mode: 'file', sheets: sheets.length })
    .onConflict((conflict) =>
      conflict
        .columns(['territory_id', 'survey_id', 'day', 'mode'])
        .doUpdateSet({ sheets: sql<number>`survey_day.sheets + ${sheets.length}` }),
    )
    .execute()
}
