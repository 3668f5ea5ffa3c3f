import { sql } from 'kysely'
import { write, type Database, type Writer } from './open.ts'

/** Sees and changes the rows of every organisation: for the observatory's own work, never for a partner's. */
export const everyOrganisation = '*'

/**
 * Runs a transaction that sees, of the tables with row-level security, only the rows of one organisation: `everyOrganisation` for all, `null` for
 * none. The setting ends with the transaction. It is set by a literal, since only that reaches the workers of Citus.
 *
 * @example await asOrganisation(db, 'caf-62', (writer) => listInvitations(writer))
 */
export function asOrganisation<T>(db: Database, organisation: string | null, work: (writer: Writer) => Promise<T>): Promise<T> {
  return write(db, async (writer) => {
    if (organisation !== null) await sql`SET LOCAL app.organisation = ${sql.lit(organisation)}`.execute(writer)
    return work(writer)
  })
}
