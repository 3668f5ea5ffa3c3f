import type { Database } from '../open.ts'

const lasts = new WeakMap<Database, Promise<unknown>>()

/**
 * Imports of one process run one after the other: each holds a connection for long and asks for others meanwhile, so that several at once could hold
 * all connections and wait for one another. Between processes the lock in the database does the same.
 */
export function oneAtATime<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const before = lasts.get(db) ?? Promise.resolve()
  const mine = before.then(work)
  lasts.set(
    db,
    mine.catch(() => {}),
  )
  return mine
}
