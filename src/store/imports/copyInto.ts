import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { DB } from '../database.ts'
import type { Database, Writer } from '../open.ts'

/** A value of a row on its way into a table; arrays hold numbers. */
export type CopyValue = string | number | boolean | null | readonly (number | null)[]

/** Rows on their way into one table. */
export interface CopyTarget {
  /** Adds a row; gives a promise only when the server asks for patience. */
  add(row: readonly CopyValue[]): Promise<void> | undefined
  /** Sends the rest and waits until all is in; gives the number of rows. */
  end(): Promise<number>
}

/** The right to write in a transaction whose connection also takes rows in bulk (COPY). */
export interface BulkWriter {
  readonly writer: Writer
  /** Starts to fill a table; nothing else may be asked of this connection until it has ended. */
  copyInto(table: string, columns: readonly string[]): CopyTarget
}

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function field(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return special.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (c) => escapes[c] ?? c) : value
  if (typeof value === 'object') return `{${value.map((each) => (each === null ? 'NULL' : String(each))).join(',')}}`
  return String(value)
}

/** Rows are sent in pieces of this many characters. */
const pieceLength = 1 << 16

function copyOn(client: PoolClient, table: string, columns: readonly string[]): CopyTarget {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  let failure: Error | null = null
  /** The one wait that is under way: for the stream to drain, or to end. */
  let wait: PromiseWithResolvers<void> | null = null
  stream.on('error', (error: Error) => {
    failure = error
    wait?.reject(error)
  })
  stream.on('drain', () => {
    if (ending) return
    wait?.resolve()
    wait = null
  })
  let ending = false
  let piece = ''
  let rows = 0
  const flush = (): Promise<void> | undefined => {
    if (failure) throw failure
    const text = piece
    piece = ''
    if (stream.write(text)) return undefined
    wait ??= Promise.withResolvers<void>()
    return wait.promise
  }
  return {
    add(row) {
      let line = ''
      for (const value of row) line += line === '' ? field(value) : `\t${field(value)}`
      piece += `${line}\n`
      rows++
      return piece.length > pieceLength ? flush() : undefined
    },
    async end() {
      if (failure) throw failure
      ending = true
      const ended = Promise.withResolvers<void>()
      wait = ended
      stream.once('finish', ended.resolve)
      stream.end(piece)
      await ended.promise
      return rows
    },
  }
}

/** A pool of one connection that is never given back: what lets typed queries run on the connection that copies. */
function poolOf(client: PoolClient): PostgresPool {
  const held = { query: client.query.bind(client), release: () => {} }
  return { connect: () => Promise.resolve(held), end: () => Promise.resolve() } as unknown as PostgresPool
}

/** How a transaction ends: saved, or undone although nothing failed (a preview). */
export interface Ended<T> {
  readonly value: T
  readonly save: boolean
}

/**
 * Runs work in one transaction that may copy rows in bulk; it is saved whole when `save` says so, undone otherwise and on any failure.
 */
export async function writeBulk<T>(db: Database, work: (bulk: BulkWriter) => Promise<Ended<T>>): Promise<T> {
  const client = await db.pool.connect()
  let ended = false
  try {
    const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: poolOf(client) }) })
    await client.query('BEGIN')
    const copyInto = (table: string, columns: readonly string[]): CopyTarget => copyOn(client, table, columns)
    const { value, save } = await work({ writer: kysely as unknown as Writer, copyInto })
    await client.query(save ? 'COMMIT' : 'ROLLBACK')
    ended = true
    return value
  } finally {
    // Where something failed a COPY may be half done, and no query is answered before it ends: the connection is closed, which undoes the transaction.
    client.release(!ended)
  }
}
