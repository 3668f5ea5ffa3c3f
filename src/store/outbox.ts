import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#kernel/bilingual.ts'
import { uuidV7 } from '#kernel/uuid.ts'
import type { Reader, Writer } from './open.ts'

/** What is to be sent to one person. Its text may hold a link that must be followed and then confirmed, never one that signs in by itself. */
export interface NewMessage {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
  /** What the message is for, such as `invitation`; a code for filters and words. */
  readonly kind: string
  readonly language?: Language
}

export const messageStates = ['waiting', 'sent', 'failed', 'withdrawn'] as const
export type MessageState = (typeof messageStates)[number]

export interface Message {
  readonly id: string
  readonly to: string
  readonly subject: string
  /** Empty once the message has left: what was in it is the recipient's. */
  readonly text: string
  readonly kind: string
  readonly language: Language
  readonly queuedAt: Date
  readonly state: MessageState
  readonly attempts: number
  readonly sentAt: Date | null
  /** Why the last attempt failed, in the mail server's words. */
  readonly failure: string | null
}

/** Puts a message in the outbox, in the transaction of what it tells of, and gives its id: neither is there without the other. */
export async function queueMessage(writer: Writer, message: NewMessage): Promise<string> {
  const id = uuidV7(Date.now(), randomBytes(10))
  await writer
    .insertInto('message')
    .values({
      id,
      to_address: message.to,
      // A line break would be another head of the message.
      subject: message.subject.replaceAll(/\s+/g, ' ').trim(),
      body: message.text,
      kind: message.kind,
      language: message.language ?? 'fr',
      queued_at: sql`now()`,
      state: 'waiting',
    })
    .execute()
  return id
}

const columns = [
  'id',
  'to_address',
  'subject',
  'body',
  'kind',
  'language',
  'queued_at',
  'state',
  'attempts',
  'sent_at',
  'failure',
] as const

interface MessageRow {
  readonly id: string
  readonly to_address: string
  readonly subject: string
  readonly body: string
  readonly kind: string
  readonly language: string
  readonly queued_at: Date
  readonly state: string
  readonly attempts: number
  readonly sent_at: Date | null
  readonly failure: string | null
}

function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    text: row.body,
    kind: row.kind,
    language: row.language as Language,
    queuedAt: row.queued_at,
    state: row.state as MessageState,
    attempts: row.attempts,
    sentAt: row.sent_at,
    failure: row.failure,
  }
}

/** Messages of one state (or all), the latest first, at most `limit`. */
export async function selectMessages(reader: Reader, state: MessageState | null, limit: number): Promise<Message[]> {
  const rows = await reader
    .selectFrom('message')
    .select(columns)
    .$if(state !== null, (query) => query.where('state', '=', state ?? ''))
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(messageOf)
}

export async function selectMessage(reader: Reader, id: string): Promise<Message | null> {
  const row = await reader.selectFrom('message').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? messageOf(row) : null
}

/** How many messages are in each state. */
export async function countMessages(reader: Reader): Promise<Readonly<Record<MessageState, number>>> {
  const rows = await reader
    .selectFrom('message')
    .select(['state', sql<number>`count(*)::int`.as('messages')])
    .groupBy('state')
    .execute()
  const of = (state: MessageState): number => rows.find((row) => row.state === state)?.messages ?? 0
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed'), withdrawn: of('withdrawn') }
}

/**
 * Takes the messages that are due and counts the attempt. Until `retryAt` no other process takes them; a process that dies while it sends leaves
 * them to be taken again then.
 */
export async function claimMessages(writer: Writer, now: Date, retryAt: Date, limit: number): Promise<Message[]> {
  const due = await writer
    .selectFrom('message')
    .select('id')
    .where('state', '=', 'waiting')
    .where((where) => where.or([where('next_attempt_at', 'is', null), where('next_attempt_at', '<=', now)]))
    .orderBy('queued_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  if (due.length === 0) return []
  const ids = due.map(({ id }) => id)
  const rows = await writer
    .updateTable('message')
    .set({ attempts: sql`attempts + 1`, next_attempt_at: retryAt })
    .where('id', 'in', ids)
    .returning(columns)
    .execute()
  return rows.map(messageOf).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The message has left, by the mail server or by hand; its text is not kept. Gives whether it was still there to leave. */
export async function markSent(writer: Writer, id: string, at: Date): Promise<boolean> {
  const result = await writer
    .updateTable('message')
    .set({ state: 'sent', sent_at: at, body: '', failure: null, next_attempt_at: null })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** An attempt failed: tried again at `retryAt`, or given up where there is none. */
export async function markFailed(writer: Writer, id: string, failure: string, retryAt: Date | null): Promise<void> {
  await writer
    .updateTable('message')
    .set({ state: retryAt === null ? 'failed' : 'waiting', failure: failure.slice(0, 500), next_attempt_at: retryAt })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Puts a failed message back among those to send. Gives whether it was a failed one. */
export async function markWaiting(writer: Writer, id: string): Promise<boolean> {
  const result = await writer
    .updateTable('message')
    .set({ state: 'waiting', attempts: 0, failure: null, next_attempt_at: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Nobody will send this message; its text is not kept. Gives whether it was still there to withdraw. */
export async function markWithdrawn(writer: Writer, id: string): Promise<boolean> {
  const result = await writer
    .updateTable('message')
    .set({ state: 'withdrawn', body: '', next_attempt_at: null })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
