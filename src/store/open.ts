import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig, types } from 'pg'
import type { DB } from './database.ts'

declare const reading: unique symbol
declare const writing: unique symbol

/** The right to read, inside one transaction that sees one state of the database. First parameter of every query that changes nothing. */
export type Reader = Kysely<DB> & { readonly [reading]: true }
/** The right to read and change, inside one transaction. First parameter of every query that changes something; may be passed where a Reader is asked. */
export type Writer = Reader & { readonly [writing]: true }

/** An open database: only `read` and `write` give the right to query it. */
export type Database = { readonly kysely: Kysely<DB>; readonly pool: Pool; readonly url: string }

/**
 * Opens a database; no connection is made before the first query.
 * Values come as: int8 (counts) a number, numeric a string, date 'YYYY-MM-DD', timestamptz a Date, json parsed.
 *
 * @example const db = openDatabase(url); const zones = await read(db, (reader) => listZones(reader)); await closeDatabase(db)
 */
export function openDatabase(url: string, options: { readonly max?: number } = {}): Database {
  const config: PoolConfig = {
    connectionString: url,
    max: options.max ?? 10,
    application_name: 'passerelle',
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: { getTypeParser: parserFor },
  }
  const pool = new Pool(config)
  // An idle connection that the server closed; the next query opens another or reports why it cannot.
  pool.on('error', () => {})
  // A connection at work that the server closed: its query fails and tells.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { kysely: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), pool, url }
}

export async function closeDatabase(db: Database): Promise<void> {
  await db.kysely.destroy()
}

/** Runs queries on one unchanging state of the database (REPEATABLE READ, READ ONLY). */
export function read<T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  return db.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => work(transaction as unknown as Reader))
}

/** Runs a single query, which sees one state of the database by itself, without the two round trips of a transaction. */
export function readOnce<T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  return work(db.kysely as unknown as Reader)
}

/**
 * Runs queries in one transaction that is saved whole or not at all. When it met another one (deadlock, serialisation) it is run once more, so
 * `work` must do nothing but query.
 */
export async function write<T>(db: Database, work: (writer: Writer) => Promise<T>): Promise<T> {
  const once = () => db.kysely.transaction().execute((transaction) => work(transaction as unknown as Writer))
  try {
    return await once()
  } catch (error) {
    if (!isCollision(error)) throw error
    return once()
  }
}

function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
}

const { builtins } = types

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: safeInteger,
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMP]: (text) => text,
}

function parserFor(oid: number, format?: 'text' | 'binary') {
  const own = parsers[oid]
  return own && format !== 'binary' ? own : types.getTypeParser(oid, 'text')
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} of the database does not fit a number exactly`)
  return value
}
