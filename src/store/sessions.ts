import type { Reader, Writer } from './open.ts'

/** An open session as its owner sees it in a list; never its token. */
export interface OpenSession {
  readonly id: string
  readonly startedAt: Date
  readonly usedAt: Date
  readonly address: string | null
  readonly browser: string | null
}

export async function selectSessions(reader: Reader, userId: string, now: Date): Promise<OpenSession[]> {
  const rows = await reader
    .selectFrom('auth_session')
    .select(['id', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.createdAt,
    usedAt: row.updatedAt,
    address: row.ipAddress || null,
    browser: row.userAgent || null,
  }))
}

/** Notes that a session was used just now. */
export async function touchSession(writer: Writer, id: string, at: Date): Promise<void> {
  await writer.updateTable('auth_session').set({ updatedAt: at }).where('id', '=', id).execute()
}

/** Ends one session of a person; `false` when the person has none of this id. */
export async function deleteSession(writer: Writer, userId: string, id: string): Promise<boolean> {
  const done = await writer.deleteFrom('auth_session').where('userId', '=', userId).where('id', '=', id).executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** Ends all sessions of a person, but the one to keep; gives how many. */
export async function deleteSessions(writer: Writer, userId: string, kept: string | null): Promise<number> {
  const done = await writer
    .deleteFrom('auth_session')
    .where('userId', '=', userId)
    .$if(kept !== null, (query) => query.where('id', '<>', kept ?? ''))
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

export async function deleteSessionOfToken(writer: Writer, token: string): Promise<void> {
  await writer.deleteFrom('auth_session').where('token', '=', token).execute()
}
