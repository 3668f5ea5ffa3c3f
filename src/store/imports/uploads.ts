import { sql } from 'kysely'
import type { Database, Reader, Writer } from '../open.ts'

export const uploadStates = ['reading', 'previewed', 'importing', 'imported', 'refused', 'failed'] as const
export type UploadState = (typeof uploadStates)[number]

/** A file brought through the portal, from its arrival to its import. */
export interface Upload {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly broughtBy: string | null
  readonly broughtByName: string | null
  readonly broughtAt: Date
  readonly state: UploadState
  readonly kind: string | null
  readonly options: unknown
  readonly preview: unknown
  /** Rows read so far. */
  readonly progress: number
  readonly failure: string | null
}

function uploads(reader: Reader) {
  return reader.selectFrom('upload').selectAll().orderBy('brought_at', 'desc').orderBy('id', 'desc')
}

function uploadOf(row: Awaited<ReturnType<ReturnType<typeof uploads>['execute']>>[number]): Upload {
  return {
    id: row.id,
    fileName: row.file_name,
    bytes: row.bytes,
    broughtBy: row.brought_by,
    broughtByName: row.brought_by_name,
    broughtAt: row.brought_at,
    state: row.state as UploadState,
    kind: row.kind,
    options: row.options,
    preview: row.preview,
    progress: row.progress,
    failure: row.failure,
  }
}

export async function insertUpload(
  writer: Writer,
  upload: Pick<Upload, 'id' | 'fileName' | 'broughtBy' | 'broughtByName' | 'broughtAt' | 'kind' | 'options'>,
): Promise<void> {
  await writer
    .insertInto('upload')
    .values({
      id: upload.id,
      file_name: upload.fileName,
      bytes: 0,
      brought_by: upload.broughtBy,
      brought_by_name: upload.broughtByName,
      brought_at: upload.broughtAt,
      state: 'reading',
      kind: upload.kind,
      options: JSON.stringify(upload.options),
    })
    .execute()
}

export async function insertPiece(writer: Writer, id: string, number: number, content: Uint8Array): Promise<void> {
  await writer
    .insertInto('upload_piece')
    .values({ upload_id: id, number, content: Buffer.from(content) })
    .execute()
  await writer
    .updateTable('upload')
    .set((eb) => ({ bytes: eb('bytes', '+', content.length) }))
    .where('id', '=', id)
    .execute()
}

/** Files that are not done with: waiting for their owner, being read, or at fault. */
export async function selectWaiting(reader: Reader): Promise<Upload[]> {
  return (await uploads(reader).where('state', '<>', 'imported').execute()).map(uploadOf)
}

export async function selectUpload(reader: Reader, id: string): Promise<Upload | null> {
  const row = await uploads(reader).where('id', '=', id).executeTakeFirst()
  return row ? uploadOf(row) : null
}

/** Moves a file on, only from the states named: whoever comes second is told `false`. */
export async function moveUpload(
  writer: Writer,
  id: string,
  from: readonly UploadState[],
  to: Partial<Pick<Upload, 'kind' | 'options' | 'preview' | 'failure' | 'progress'>> & { readonly state: UploadState },
): Promise<boolean> {
  const { options, preview, ...rest } = to
  const { numUpdatedRows } = await writer
    .updateTable('upload')
    .set({
      ...rest,
      ...(options === undefined ? {} : { options: JSON.stringify(options) }),
      ...(preview === undefined ? {} : { preview: JSON.stringify(preview) }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function deleteUpload(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('upload').where('id', '=', id).execute()
}

/** What was kept of a file that is taken in: its line stays, its bytes go. */
export async function deletePieces(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('upload_piece').where('upload_id', '=', id).execute()
}

/** The bytes of a file, piece by piece. */
export async function* readPieces(db: Database, id: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const { rows } = await db.pool.query<{ content: Buffer }>(
      'SELECT content FROM upload_piece WHERE upload_id = $1 AND number = $2',
      [id, number],
    )
    const row = rows[0]
    if (!row) return
    yield row.content
  }
}

/** Names of datasets with what their figures cover: zones with a row, and values present and missing. */
export interface DatasetLine {
  readonly code: string
  readonly kind: string
  readonly titleFr: string
  readonly titleEn: string
  readonly source: string
  readonly licence: string | null
  readonly referenceDate: string | null
  readonly measures: number
  readonly zones: number
  readonly present: number
  readonly missing: number
}

export async function selectDatasetLines(reader: Reader): Promise<DatasetLine[]> {
  const { rows } = await sql<Omit<DatasetLine, 'missing'>>`
    SELECT d.code, d.kind, d.title_fr AS "titleFr", d.title_en AS "titleEn", d.source, d.licence,
      d.reference_date AS "referenceDate",
      (SELECT count(*) FROM measure AS m WHERE m.dataset = d.code)::int AS measures,
      COALESCE(v.zones, 0)::int AS zones, COALESCE(v.present, 0)::int AS present
    FROM dataset AS d LEFT JOIN (
      SELECT dataset, count(*) AS zones, sum(cardinality(figures) - cardinality(array_positions(figures, NULL))) AS present
      FROM measure_value GROUP BY dataset) AS v ON v.dataset = d.code
    ORDER BY d.kind, d.code`.execute(reader)
  return rows.map((row) => ({ ...row, missing: row.zones * row.measures - row.present }))
}
