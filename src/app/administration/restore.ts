import { pipeline } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { DomainError } from '#kernel/result.ts'
import type { BackupTable } from '#store/backup.ts'
import { restoring, type RestoreTarget } from '#store/restore.ts'
import { tally } from './backup.ts'
import { frameReader, framesOf, type FrameReader, type Manifest, type TableSum } from './backupFrames.ts'
import { checkFile, opened } from './backupSeal.ts'

/** A backup file, opened anew from its first byte as often as it is asked. */
export type BackupSource = () => AsyncIterable<Uint8Array>

export interface RestoreOrder {
  /** The database, as the owner of its schema. */
  readonly ownerUrl: string
  readonly passphrase: string | null
  readonly onTable?: (table: string, share: number) => void
}

export interface RestoreReport {
  readonly schema: 'restore/1'
  readonly program: string
  readonly migration: number
  readonly madeAt: string
  readonly rows: number
  readonly tables: readonly ({ readonly name: string } & TableSum)[]
}

/** Whether PostgreSQL found rows that cannot be: values of another type (class 22), broken references (class 23). */
function isRowFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]...$/.test(String(error.code))
}

/** The bytes of a table on their way in, added up. */
async function put(
  target: RestoreTarget,
  table: BackupTable,
  columns: readonly string[],
  rows: AsyncIterable<Buffer>,
): Promise<TableSum> {
  const counted = tally()
  const counting = async function* (): AsyncGenerator<Buffer> {
    for await (const part of rows) {
      counted.add(part)
      yield part
    }
  }
  const into: Writable = target.put(table, columns)
  try {
    await pipeline(counting, into)
  } catch (error) {
    throw isRowFault(error) ? new DomainError('backup.damaged', { table: table.name }, { cause: error }) : error
  }
  return counted.sum()
}

async function sumInDatabase(target: RestoreTarget, table: BackupTable): Promise<TableSum> {
  const counted = tally()
  for await (const part of target.rows(table)) counted.add(part as Uint8Array)
  return counted.sum()
}

function refuseUnlessEqual(table: string, expected: TableSum, found: TableSum, code: string): void {
  if (expected.rows === found.rows && expected.checksum === found.checksum) return
  throw new DomainError(code, { table, expected: expected.rows, found: found.rows })
}

/** The table of the database that takes these rows, or a refusal when the file was made for another schema than it says. */
function tableFor(target: RestoreTarget, manifest: Manifest, name: string): { table: BackupTable; columns: readonly string[] } {
  const table = target.tables.find((each) => each.name === name)
  const columns = manifest.tables.find((each) => each.name === name)?.columns
  if (!table || !columns || columns.join() !== table.columns.join()) throw new DomainError('backup.otherSchema', { table: name })
  return { table, columns }
}

async function fill(
  target: RestoreTarget,
  manifest: Manifest,
  file: FrameReader,
  onTable: RestoreOrder['onTable'],
): Promise<({ name: string } & TableSum)[]> {
  const sums: ({ name: string } & TableSum)[] = []
  for (let name = await file.table(); name !== null; name = await file.table()) {
    onTable?.(name, sums.length / manifest.tables.length)
    const { table, columns } = tableFor(target, manifest, name)
    const taken = await put(target, table, columns, file.rows())
    const said = await file.sum()
    refuseUnlessEqual(name, said, taken, 'backup.damaged')
    sums.push({ name, ...said })
  }
  const total = await file.total()
  const rows = sums.reduce((all, each) => all + each.rows, 0)
  if (total.tables !== sums.length || sums.length !== manifest.tables.length || total.rows !== rows)
    throw new DomainError('backup.damaged')
  // What the database gives back, in the same transaction: what was not taken in as it stood is not kept.
  for (const sum of sums) {
    const { table } = tableFor(target, manifest, sum.name)
    refuseUnlessEqual(sum.name, sum, await sumInDatabase(target, table), 'restore.differs')
  }
  return sums
}

/** Reads the file once from end to end and compares its checksum; then a wrong passphrase is told, before the database is touched. */
async function manifestOf(source: BackupSource, passphrase: string | null): Promise<Manifest> {
  await checkFile(source())
  const frames = framesOf(opened(source(), passphrase))
  try {
    return await frameReader(frames).manifest()
  } finally {
    await frames.return(null)
  }
}

/**
 * Puts a backup into an empty observatory, whole or not at all: the file's checksum is compared before, rows and checksums of every table afterwards,
 * inside the one transaction. Refuses with `backup.*` what is wrong with the file, with `restore.*` what is wrong with the database.
 */
export async function restoreBackup(source: BackupSource, order: RestoreOrder): Promise<RestoreReport> {
  const { program, migration, madeAt } = await manifestOf(source, order.passphrase)
  let tables: RestoreReport['tables'] = []
  await restoring(order.ownerUrl, migration, async (target) => {
    const frames = framesOf(opened(source(), order.passphrase))
    const file = frameReader(frames)
    try {
      tables = await fill(target, await file.manifest(), file, order.onTable)
    } finally {
      await frames.return(null)
    }
  })
  return { schema: 'restore/1', program, migration, madeAt, rows: tables.reduce((all, { rows }) => all + rows, 0), tables }
}
