import { visitor, type Viewer } from '#domain/accounts'
import { selectMemberships } from '#store/accounts.ts'
import { readOnce, write } from '#store/open.ts'
import { deleteSession, touchSession } from '#store/sessions.ts'
import type { Observatory } from '../observatory.ts'
import { idleLimit, sessionCookieName, type Auth } from './auth.ts'

/** A use is noted when the last note is older than this: not one write for every page. In milliseconds. */
const noteEvery = 5 * 60_000

/** The session behind a request: its owner and its id, or `null`. */
export interface Session {
  readonly id: string
  readonly token: string
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly twoFactor: boolean }
}

/** The session that a cookie names, as the database knows it now; a forged, expired, revoked or idle one is none. */
export async function sessionOf(obs: Observatory, auth: Auth, headers: Headers): Promise<Session | null> {
  if (!(headers.get('cookie') ?? '').includes(`${sessionCookieName}=`)) return null
  const found = await auth.api.getSession({ headers, query: { disableCookieCache: true, disableRefresh: true } })
  if (!found) return null
  const { session, user } = found
  const now = obs.now()
  const idle = now.getTime() - session.updatedAt.getTime()
  if (idle > idleLimit) {
    await write(obs.db, (writer) => deleteSession(writer, user.id, session.id))
    return null
  }
  if (idle > noteEvery) await write(obs.db, (writer) => touchSession(writer, session.id, now))
  const { id, name, email } = user
  return { id: session.id, token: session.token, user: { id, name, email, twoFactor: user.twoFactorEnabled ?? false } }
}

/** Who sent these headers; without a session's cookie nothing is asked of the database. */
export async function viewerOf(obs: Observatory, auth: Auth, headers: Headers): Promise<Viewer> {
  const session = await sessionOf(obs, auth, headers)
  if (!session) return visitor
  const { id, name, email } = session.user
  const memberships = await readOnce(obs.db, (reader) => selectMemberships(reader, id))
  return { userId: id, name, email, memberships }
}
