import type { Readable } from 'node:stream'
import { escapeIdentifier, type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Database } from './open.ts'

/**
 * Tables that a backup leaves out: what is only valid for the moment (sessions, tokens, attempts, files on their way in, the queue's own state), and
 * what tells of this database rather than of the observatory.
 */
const leftOut: ReadonlySet<string> = new Set([
  'auth_session',
  'auth_verification',
  'auth_rate_limit',
  'sign_in_attempt',
  'upload',
  'upload_piece',
  'sheet_file',
  'sheet_file_piece',
  'job_progress',
  'job_request',
  'data_version',
  'migration',
])

/** A table in a backup: its columns in order, and whether row-level security guards it. */
export interface BackupTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns of the primary key, with how they are ordered. */
  readonly order: readonly string[]
  readonly guarded: boolean
  /** Tables that its rows point at, which come before it. */
  readonly after: readonly string[]
}

const tablesSql = `
SELECT c.relname AS name, c.relrowsecurity AS guarded,
  ARRAY(SELECT a.attname::text FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
  ARRAY(SELECT quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
    FROM pg_constraint n, unnest(n.conkey) WITH ORDINALITY AS k(attnum, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
    WHERE n.conrelid = c.oid AND n.contype = 'p' ORDER BY k.place) AS "order",
  ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint n JOIN pg_class f ON f.oid = n.confrelid
    WHERE n.conrelid = c.oid AND n.contype = 'f' AND f.oid <> c.oid) AS after
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
ORDER BY c.relname COLLATE "C"`

/** Every table after those that its rows point at. Throws when tables point at each other in a ring. */
function inOrder(tables: readonly BackupTable[]): BackupTable[] {
  const names = new Set(tables.map(({ name }) => name))
  const done = new Set<string>()
  const ordered: BackupTable[] = []
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name, after }) => !done.has(name) && after.every((other) => done.has(other) || !names.has(other)),
    )
    if (ready.length === 0)
      throw new Error(`These tables point at each other: ${[...names].filter((name) => !done.has(name)).join(', ')}`)
    for (const table of ready) done.add(table.name)
    ordered.push(...ready)
  }
  return ordered
}

/** The tables that a backup of this database holds, each after those that it points at. */
export async function backupTables(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(tablesSql)
  return inOrder(rows.filter(({ name }) => !leftOut.has(name)))
}

/** The number of the last plain migration that landed; 0 in a database without a schema. Those of Citus are numbered from 100,001. */
export async function landedMigration(client: ClientBase): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migration') IS NOT NULL AS there`)
  if (!found[0]?.there) return 0
  const { rows } = await client.query<{ number: number }>(
    'SELECT coalesce(max(number), 0) AS number FROM migration WHERE number < 100000',
  )
  return rows[0]?.number ?? 0
}

/** Settings under which equal rows are written as equal bytes on every server, and under which row-level security hides nothing. */
export const plainOutput = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL app.organisation = '*'`

/** The rows of a table in the text format of COPY, in the order of the primary key: one line each. */
export function copyOut(client: ClientBase, table: BackupTable): Readable {
  const columns = table.columns.map((column) => escapeIdentifier(column)).join(', ')
  const order = table.order.length === 0 ? '' : ` ORDER BY ${table.order.join(', ')}`
  return client.query(copyTo(`COPY (SELECT ${columns} FROM ${escapeIdentifier(table.name)}${order}) TO STDOUT`))
}

/** One state of the database, held by one connection for as long as the backup takes; writers are not held up. */
export interface Snapshot {
  readonly migration: number
  readonly tables: readonly BackupTable[]
  readonly rows: (table: BackupTable) => Readable
  /** Gives the connection back; one whose COPY was broken off is closed. */
  readonly end: (clean: boolean) => Promise<void>
}

export async function openSnapshot(db: Database): Promise<Snapshot> {
  const client = await db.pool.connect()
  const end = async (clean: boolean): Promise<void> => {
    if (clean) await client.query('COMMIT')
    client.release(!clean)
  }
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${plainOutput}`)
    const tables = await backupTables(client)
    return { migration: await landedMigration(client), tables, rows: (table) => copyOut(client, table), end }
  } catch (error) {
    client.release(true)
    throw error
  }
}
