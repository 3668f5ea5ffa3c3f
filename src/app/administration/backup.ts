import { createHash } from 'node:crypto'
import { recordAudit, type AuditRecord } from '#store/audit.ts'
import { openSnapshot, type Snapshot } from '#store/backup.ts'
import { insertBackupMade } from '#store/backupsMade.ts'
import { write } from '#store/open.ts'
import type { Observatory } from '../observatory.ts'
import { compressed, frame, type Manifest, type TableSum } from './backupFrames.ts'
import { sealed } from './backupSeal.ts'

export interface BackupOrder {
  /** Version of the program. */
  readonly program: string
  /** Seals the file (scrypt, AES-256-GCM); `null` leaves it readable to whoever has it. */
  readonly passphrase: string | null
  /** Told before each table, with how many tables are done, 0-1. */
  readonly onTable?: (table: string, share: number) => void
}

/** What a backup holds, known once it is written. */
export interface BackupReport {
  readonly schema: 'backup/1'
  readonly program: string
  readonly migration: number
  readonly madeAt: string
  readonly bytes: number
  /** SHA-256 of the file without its last 32 bytes, which hold it. */
  readonly checksum: string
  readonly encrypted: boolean
  readonly rows: number
  readonly tables: readonly ({ readonly name: string } & TableSum)[]
}

/** Adds up lines as they pass: their number and their SHA-256. A line break inside a value is escaped by COPY, so that each one ends a row. */
export function tally(): { readonly add: (part: Uint8Array) => void; readonly sum: () => TableSum } {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(part) {
      hash.update(part)
      for (let at = part.indexOf(0x0a); at !== -1; at = part.indexOf(0x0a, at + 1)) rows += 1
    },
    sum: () => ({ rows, checksum: hash.digest('hex') }),
  }
}

const piece = 64 * 1024

/** Parts of about one size: the server sends one per row, of a few bytes or of megabytes. */
async function* gathered(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const part of source) {
    parts.push(part)
    size += part.length
    if (size < piece) continue
    const all = Buffer.concat(parts)
    for (let at = 0; at < all.length; at += 16 * piece) yield all.subarray(at, at + 16 * piece)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}

async function* framesFrom(
  snapshot: Snapshot,
  manifest: Manifest,
  sums: ({ name: string } & TableSum)[],
  onTable: BackupOrder['onTable'],
): AsyncGenerator<Buffer> {
  yield frame('manifest', manifest)
  for (const [i, table] of snapshot.tables.entries()) {
    onTable?.(table.name, i / snapshot.tables.length)
    yield frame('table', Buffer.from(table.name))
    const counted = tally()
    for await (const part of gathered(snapshot.rows(table))) {
      counted.add(part)
      yield frame('rows', part)
    }
    const sum = counted.sum()
    sums.push({ name: table.name, ...sum })
    yield frame('sum', sum)
  }
  yield frame('total', { tables: sums.length, rows: sums.reduce((all, { rows }) => all + rows, 0) })
}

/**
 * Writes all that the observatory keeps, as it is at one moment, while others go on working: gives the file's bytes as they come and the report at
 * the end. Sessions, tokens, uploads and the queue are left out. The file holds password hashes and people's data, and the key that signs sessions.
 */
export async function* backupBytes(obs: Observatory, order: BackupOrder): AsyncGenerator<Uint8Array, BackupReport> {
  const snapshot = await openSnapshot(obs.db)
  let clean = false
  try {
    const manifest: Manifest = {
      program: order.program,
      migration: snapshot.migration,
      madeAt: obs.now().toISOString(),
      tables: snapshot.tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    }
    const sums: ({ name: string } & TableSum)[] = []
    let bytes = 0
    let last: Uint8Array = new Uint8Array()
    for await (const part of sealed(compressed(framesFrom(snapshot, manifest, sums, order.onTable)), order.passphrase)) {
      bytes += part.length
      last = part
      yield part
    }
    clean = true
    return {
      schema: 'backup/1',
      program: manifest.program,
      migration: manifest.migration,
      madeAt: manifest.madeAt,
      bytes,
      checksum: Buffer.from(last.subarray(-32)).toString('hex'),
      encrypted: order.passphrase !== null,
      rows: sums.reduce((all, { rows }) => all + rows, 0),
      tables: sums,
    }
  } finally {
    await snapshot.end(clean)
  }
}

/** Notes that a backup was made, for the page that tells when the last one was, and in the audit log. */
export async function noteBackup(obs: Observatory, report: BackupReport, actor: AuditRecord['actor']): Promise<void> {
  const { rows, bytes, checksum, encrypted } = report
  await write(obs.db, async (writer) => {
    await insertBackupMade(writer, { ...report, id: obs.newId(), madeBy: actor.name })
    await recordAudit(writer, { actor, action: 'backup.made', subject: checksum, details: { rows, bytes, encrypted } })
  })
}
