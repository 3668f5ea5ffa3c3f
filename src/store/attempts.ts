import { sql } from 'kysely'
import type { Writer } from './open.ts'

/** How often something was tried in vain, and until when it may not be tried again. */
export interface Attempt {
  readonly key: string
  readonly failures: number
  readonly lastAt: Date
  readonly lockedUntil: Date | null
}

/** The attempt of a key, locked until the transaction ends, so that two processes count one after the other; made with none when it is new. */
export async function lockAttempt(writer: Writer, key: string, now: Date): Promise<Attempt> {
  await writer
    .insertInto('sign_in_attempt')
    .values({ key, failures: 0, last_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await writer.selectFrom('sign_in_attempt').selectAll().where('key', '=', key).forUpdate().executeTakeFirst()
  return { key, failures: row?.failures ?? 0, lastAt: row?.last_at ?? now, lockedUntil: row?.locked_until ?? null }
}

export async function saveAttempt(writer: Writer, attempt: Attempt): Promise<void> {
  await writer
    .updateTable('sign_in_attempt')
    .set({ failures: attempt.failures, last_at: attempt.lastAt, locked_until: attempt.lockedUntil })
    .where('key', '=', attempt.key)
    .execute()
}

/** Forgets what was tried under these keys, with what belongs to them (`key@…`), or before a moment. */
export async function forgetAttempts(writer: Writer, keys: readonly string[], before: Date): Promise<void> {
  await writer
    .deleteFrom('sign_in_attempt')
    .where((eb) =>
      eb.or([
        eb('key', 'in', [...keys, '']),
        eb(sql<string>`split_part(key, '@', 1)`, 'in', [...keys, '']),
        eb('last_at', '<', before),
      ]),
    )
    .execute()
}
