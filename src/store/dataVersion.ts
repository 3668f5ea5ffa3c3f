import { sql } from 'kysely'
import type { Writer } from './open.ts'

/** What changed: the zones and their outlines, the places and what is said of them, or any other figure. */
export type VersionScope = 'zones' | 'places' | 'observatory'

/** Tells every page and every memory that something changed; in the transaction that changes it. */
export async function raiseVersion(writer: Writer, scope: VersionScope): Promise<void> {
  await sql`UPDATE data_version SET version = version + 1 WHERE scope = ${scope}`.execute(writer)
}
