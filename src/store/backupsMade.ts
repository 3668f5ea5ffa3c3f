import type { Reader, Writer } from './open.ts'

/** A backup that was made: never its content. */
export interface BackupMade {
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly bytes: number
  readonly rows: number
  readonly checksum: string
  readonly encrypted: boolean
}

export async function insertBackupMade(
  writer: Writer,
  made: Omit<BackupMade, 'madeAt'> & { readonly id: string; readonly madeAt: string },
): Promise<void> {
  await writer
    .insertInto('backup_made')
    .values({
      id: made.id,
      made_at: made.madeAt,
      made_by_name: made.madeBy,
      bytes: made.bytes,
      row_count: made.rows,
      checksum: made.checksum,
      encrypted: made.encrypted,
    })
    .execute()
}

/** The latest backup, or `null` before the first. */
export async function lastBackupMade(reader: Reader): Promise<BackupMade | null> {
  const row = await reader.selectFrom('backup_made').selectAll().orderBy('made_at', 'desc').limit(1).executeTakeFirst()
  if (!row) return null
  const { made_at: madeAt, made_by_name: madeBy, bytes, row_count: rows, checksum, encrypted } = row
  return { madeAt, madeBy, bytes, rows, checksum, encrypted }
}
