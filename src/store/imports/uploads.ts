import { sql } from 'kysely'
import type { Database, Reader, Writer } from '../open.ts'

export const uploadStates = ['receiving', 'reading', 'previewed', 'importing', 'imported', 'refused', 'failed'] as const
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
      state: 'receiving',
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
  return (await uploads(reader).where('state', 'not in', ['imported', 'receiving']).execute()).map(uploadOf)
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

/** Drops a file that waits for its owner; `false` while it is read or taken in. */
export async function deleteUpload(writer: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('upload')
    .where('id', '=', id)
    .where('state', 'in', ['receiving', 'previewed', 'refused', 'failed'])
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}

/** Drops what began to arrive before a moment and never arrived whole. */
export async function deleteUnfinished(writer: Writer, before: Date): Promise<void> {
  await writer.deleteFrom('upload').where('state', '=', 'receiving').where('brought_at', '<', before).execute()
}

/** What was kept of a file that is taken in: its line stays, its bytes go. */
export async function deletePieces(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('upload_piece').where('upload_id', '=', id).execute()
}

/** The bytes of a file, piece by piece; an error when there are not as many as there should be. */
export async function* readPieces(db: Database, id: string, bytes: number): AsyncGenerator<Uint8Array> {
  let read = 0
  for (let number = 0; ; number++) {
    const { rows } = await db.pool.query<{ content: Buffer }>(
      'SELECT content FROM upload_piece WHERE upload_id = $1 AND number = $2',
      [id, number],
    )
    const row = rows[0]
    if (!row) break
    read += row.content.length
    yield row.content
  }
  if (read !== bytes) throw new Error(`the upload ${id} has ${read} of ${bytes} bytes`)
}

/** Tables with what their figures cover: zones with a row, values present, and those that the source withholds; a table of counts lists what there is. */
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
  const { rows } = await sql<Omit<DatasetLine, 'missing'> & { withholds: boolean }>`
    SELECT d.code, d.kind, d.title_fr AS "titleFr", d.title_en AS "titleEn", d.source, d.licence,
      d.reference_date AS "referenceDate",
      COALESCE(f.measures, p.measures, (SELECT count(*) FROM measure AS m WHERE m.dataset = d.code))::int AS measures,
      COALESCE(v.zones, f.zones, p.zones, 0)::int AS zones, COALESCE(v.present, f.present, p.present, 0)::int AS present,
      (v.zones IS NOT NULL) AS withholds
    FROM dataset AS d
    LEFT JOIN (
      SELECT dataset, count(*) AS zones, sum(cardinality(figures) - cardinality(array_positions(figures, NULL))) AS present
      FROM measure_value GROUP BY dataset) AS v ON v.dataset = d.code
    LEFT JOIN (
      SELECT dataset, count(DISTINCT zone) AS zones, count(DISTINCT type) AS measures, count(*) AS present
      FROM facility_count GROUP BY dataset) AS f ON f.dataset = d.code
    LEFT JOIN (
      SELECT dataset, count(DISTINCT zone) AS zones, count(DISTINCT (sex, age, activity)) AS measures, count(*) AS present
      FROM population_count GROUP BY dataset) AS p ON p.dataset = d.code
    ORDER BY d.kind, d.code`.execute(reader)
  return rows.map(({ withholds, ...row }) => ({ ...row, missing: withholds ? row.zones * row.measures - row.present : 0 }))
}
