import { Readable, type Writable } from 'node:stream'
import { Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { DomainError } from '#kernel/result.ts'
import { backupTables, copyOut, landedMigration, plainOutput, type BackupTable } from './backup.ts'
import { asEnvironmentError } from './errors.ts'
import { migrate } from './migrate.ts'
import { plainMigrations } from './migrationFiles.ts'

/** Tables that a started observatory fills by itself; what the backup holds of them replaces it. */
const replaced: ReadonlySet<string> = new Set(['setting', 'grid_version'])

/** The database a backup is put into, inside one transaction. */
export interface RestoreTarget {
  readonly tables: readonly BackupTable[]
  readonly put: (table: BackupTable, columns: readonly string[]) => Writable
  readonly rows: (table: BackupTable) => Readable
}

async function connected<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'passerelle restore' })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw asEnvironmentError(error, { url: ownerUrl })
  } finally {
    await client.end().catch(() => {})
  }
}

/** Refuses with `restore.notEmpty`, naming the tables that hold most. */
async function refuseUnlessEmpty(client: Client, tables: readonly BackupTable[]): Promise<void> {
  const held: { name: string; count: number }[] = []
  for (const { name } of tables.filter((table) => !replaced.has(table.name))) {
    const { rows } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${escapeIdentifier(name)}`)
    const count = Number(rows[0]?.rows ?? 0)
    if (count > 0) held.push({ name, count })
  }
  if (held.length === 0) return
  const largest = held.toSorted((a, b) => b.count - a.count).slice(0, 4)
  const named = largest.map(({ name, count }) => `${name} ${count}`).join(', ')
  throw new DomainError('restore.notEmpty', { tables: named, count: held.length })
}

/**
 * Brings an empty database to the schema that the backup was made with. Refuses with `restore.newer` a backup of a newer program, with
 * `restore.schemaAhead` a database that has gone past the backup's schema already.
 */
async function migrateTo(ownerUrl: string, number: number): Promise<void> {
  const known = plainMigrations()
  const last = known.at(-1)?.number ?? 0
  if (number > last) throw new DomainError('restore.newer', { backup: number, program: last })
  const landed = await connected(ownerUrl, landedMigration)
  if (landed > number) throw new DomainError('restore.schemaAhead', { backup: number, database: landed })
  if (number === last) await migrate(ownerUrl)
  else await migrate(ownerUrl, { migrations: known.filter((migration) => migration.number <= number) })
}

/** One at a time, and nobody writes meanwhile; a lock that is held for longer than a moment is waited for. */
async function begin(client: Client): Promise<readonly BackupTable[]> {
  await client.query(`BEGIN; ${plainOutput}; SELECT pg_advisory_xact_lock(hashtext('passerelle loading'))`)
  const tables = await backupTables(client)
  const names = tables.map(({ name }) => escapeIdentifier(name)).join(', ')
  await client.query(`LOCK TABLE ${names} IN SHARE ROW EXCLUSIVE MODE`)
  await refuseUnlessEmpty(client, tables)
  // The owner is bound by its own row-level security, under which COPY cannot write; in this transaction alone it is not.
  for (const { name } of tables.filter(({ guarded }) => guarded))
    await client.query(`ALTER TABLE ${escapeIdentifier(name)} NO FORCE ROW LEVEL SECURITY`)
  for (const { name } of tables.filter((table) => replaced.has(table.name)))
    await client.query(`DELETE FROM ${escapeIdentifier(name)}`)
  return tables
}

async function finish(client: Client, tables: readonly BackupTable[]): Promise<void> {
  for (const { name } of tables.filter(({ guarded }) => guarded))
    await client.query(`ALTER TABLE ${escapeIdentifier(name)} FORCE ROW LEVEL SECURITY`)
  // Whatever a browser or a process kept of this database's earlier pages is older than this.
  await client.query('UPDATE data_version SET version = version + extract(epoch FROM now())::bigint')
  await client.query('COMMIT')
}

/**
 * Puts a backup into an empty database: `work` writes and compares, and what it wrote is saved whole when it ends without an error, else not at all;
 * a process that dies meanwhile leaves the database as empty as it was. Needs the owner of the schema.
 */
export async function restoring(
  ownerUrl: string,
  migration: number,
  work: (target: RestoreTarget) => Promise<void>,
): Promise<void> {
  await migrateTo(ownerUrl, migration)
  await connected(ownerUrl, async (client) => {
    const tables = await begin(client)
    const put = (table: BackupTable, columns: readonly string[]): Writable => {
      const names = columns.map((column) => escapeIdentifier(column)).join(', ')
      return client.query(copyFrom(`COPY ${escapeIdentifier(table.name)} (${names}) FROM STDIN`))
    }
    await work({ tables, put, rows: (table) => copyOut(client, table) })
    await finish(client, tables)
  })
  await migrate(ownerUrl)
}
