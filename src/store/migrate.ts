import { Client } from 'pg'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { asEnvironmentError, oldestServer } from './errors.ts'
import { grantTo } from './grants.ts'
import { type Migration, citusMigrations, plainMigrations } from './migrationFiles.ts'

type Landed = { readonly number: number; readonly name: string; readonly checksum: string }

export type MigrateOptions = {
  /** The role that serves and owns nothing; it is granted its rights where it exists. Default `passerelle_web`. */
  readonly webRole?: string
  /** The migrations to apply instead of the folder's, for tests. */
  readonly migrations?: readonly Migration[]
  readonly onMigration?: (migration: Migration) => void
}

const journal = `CREATE TABLE IF NOT EXISTS migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

/**
 * Brings the schema to the present state, as its owner: every migration that has not landed, each in one transaction with its row in `migration`.
 * Two processes at once: the second waits, then finds nothing to do. Throws an EnvironmentError when the server cannot be used, is older than
 * PostgreSQL 15, or holds a schema of a newer program; an Error when a landed migration was edited.
 *
 * @returns how many migrations were applied
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<number> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'passerelle migrate' })
  client.on('error', () => {})
  try {
    await client.connect()
    await refuseUnfitServer(client)
    // Held by the session, so it is free when this process dies.
    await client.query(`SELECT pg_advisory_lock(hashtext('passerelle migrate'))`)
    return await migrateLocked(client, options)
  } catch (error) {
    throw asEnvironmentError(error, { url: ownerUrl })
  } finally {
    await client.end().catch(() => {})
  }
}

async function refuseUnfitServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: string; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number, current_setting('server_encoding') AS encoding`,
  )
  const server = rows[0]
  if (!server) return
  if (Number(server.number) < oldestServer * 10_000) {
    throw new EnvironmentError(
      `The server of DATABASE_URL is PostgreSQL ${server.version}; use PostgreSQL ${oldestServer} or later.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new EnvironmentError(
      `The database of DATABASE_URL has the encoding ${server.encoding}; create one with UTF8 (createdb --encoding=UTF8 --template=template0).`,
    )
  }
}

async function migrateLocked(client: Client, options: MigrateOptions): Promise<number> {
  await client.query(journal)
  const { rows: landed } = await client.query<Landed>('SELECT number, name, checksum FROM migration ORDER BY number')
  const plain = options.migrations ?? plainMigrations()
  const citus = options.migrations ? [] : citusMigrations()
  refuseNewer(landed, [...plain, ...citus])
  const { rowCount: hasCitus } = await client.query(`SELECT FROM pg_extension WHERE extname = 'citus'`)
  const pending = [...plain, ...(hasCitus ? citus : [])].filter((migration) => !hasLanded(migration, landed))
  for (const migration of pending) {
    options.onMigration?.(migration)
    await apply(client, migration)
  }
  await grantTo(client, options.webRole ?? 'passerelle_web')
  return pending.length
}

function refuseNewer(landed: readonly Landed[], known: readonly Migration[]): void {
  const unknown = landed.find(({ number }) => !known.some((migration) => migration.number === number))
  if (!unknown) return
  throw new EnvironmentError(
    `The database holds the schema of a newer Passerelle (migration ${unknown.number} ${unknown.name}); update this program (git pull) or use another database.`,
  )
}

function hasLanded(migration: Migration, landed: readonly Landed[]): boolean {
  const found = landed.find(({ number }) => number === migration.number)
  if (found && found.checksum !== migration.checksum) {
    throw new EnvironmentError(
      `Migration ${migration.number} ${migration.name} was edited after it had landed in this database; put it back (git checkout) and write a new migration.`,
    )
  }
  return found !== undefined
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    // First, so that a second process without our lock would wait here and then fail, instead of doing the work twice.
    await client.query('INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await client.query(migration.sql)
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    const known = asEnvironmentError(cause, { url: '' })
    throw known === cause
      ? new Error(`Migration ${migration.number} ${migration.name} failed: ${String(cause)}`, { cause })
      : cause
  }
}
