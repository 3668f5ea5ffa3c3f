import { randomBytes } from 'node:crypto'
import { sql, type SelectQueryBuilder } from 'kysely'
import type { Viewer } from '#domain/accounts'
import { uuidV7 } from '#kernel/uuid.ts'
import type { DB } from './database.ts'
import type { Reader, Writer } from './open.ts'

/** What was done: `action` is a code such as `invitation.created`, `subject` what it was done to, such as an id or an address. */
export interface AuditRecord {
  /** Who did it: a viewer, or the program itself, as from the command line. */
  readonly actor: Pick<Viewer, 'userId' | 'name'>
  readonly action: string
  readonly subject: string
  readonly organisation?: string | null
  /** Codes and figures that tell more; no password, no token. */
  readonly details?: Readonly<Record<string, unknown>>
}

export interface AuditEntry {
  readonly id: string
  readonly at: Date
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly organisation: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** Parts that are absent or empty do not narrow the search. `from` and `to` are days ('YYYY-MM-DD', UTC), both included; pages count from 1. */
export interface AuditQuery {
  readonly text?: string | null
  readonly action?: string | null
  readonly actor?: string | null
  readonly from?: string | null
  readonly to?: string | null
  readonly page?: number
}

export const auditPageSize = 50

/** Adds an entry to the audit log, in the transaction that does what it tells. */
export async function recordAudit(writer: Writer, record: AuditRecord): Promise<void> {
  const at = new Date()
  await writer
    .insertInto('audit_entry')
    .values({
      id: uuidV7(at.getTime(), randomBytes(10)),
      at,
      actor_id: record.actor.userId,
      actor_name: record.actor.name,
      action: record.action,
      subject: record.subject,
      organisation: record.organisation ?? null,
      details: JSON.stringify(record.details ?? {}),
    })
    .execute()
}

/** The pattern that finds a text anywhere, its own wildcards taken as they stand. */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`
}

type Narrowing = SelectQueryBuilder<DB, 'audit_entry', object>

function narrowed(reader: Reader, query: AuditQuery): Narrowing {
  let found: Narrowing = reader.selectFrom('audit_entry')
  const text = query.text?.trim()
  if (text) {
    const pattern = containing(text)
    found = found.where((eb) =>
      eb.or([
        eb('subject', 'ilike', pattern),
        eb('actor_name', 'ilike', pattern),
        eb('organisation', 'ilike', pattern),
        eb(sql<string>`details::text`, 'ilike', pattern),
      ]),
    )
  }
  if (query.action) found = found.where('action', '=', query.action)
  if (query.actor) found = found.where('actor_name', 'ilike', containing(query.actor.trim()))
  if (query.from) found = found.where('at', '>=', sql<Date>`${query.from}::date`)
  if (query.to) found = found.where('at', '<', sql<Date>`${query.to}::date + 1`)
  return found
}

/** The entries that a search finds, the latest first, a page at a time; `total` counts all of them. */
export async function searchAudit(
  reader: Reader,
  query: AuditQuery,
): Promise<{ readonly total: number; readonly entries: readonly AuditEntry[] }> {
  const counted = await narrowed(reader, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirst()
  const rows = await narrowed(reader, query)
    .selectAll('audit_entry')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(auditPageSize)
    .offset(auditPageSize * Math.max(0, (query.page ?? 1) - 1))
    .execute()
  return {
    total: counted?.total ?? 0,
    entries: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actorId: row.actor_id,
      actorName: row.actor_name,
      action: row.action,
      subject: row.subject,
      organisation: row.organisation,
      details: row.details as Readonly<Record<string, unknown>>,
    })),
  }
}

/** Every action that the log holds, for the choice in a search. */
export async function auditActions(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('audit_entry').select('action').distinct().orderBy('action').execute()
  return rows.map((row) => row.action)
}
