import { passwordFault, type Membership, type Viewer } from '#domain/accounts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { renamePerson, selectOrganisationNames, selectPerson, selectSignInWays } from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { read, write } from '#store/open.ts'
import { selectPasskeys, type KeptPasskey } from '#store/passkeys.ts'
import { deleteSession, deleteSessions, selectSessions, type OpenSession } from '#store/sessions.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { authHeaders, cookiesOf, type AccountRequest } from './accountRequest.ts'
import type { Auth } from './auth.ts'
import { attemptSucceeded, beginAttempt, lockKey } from './lockout.ts'
import { cleanName } from './personName.ts'
import { orRefuse } from './signIn.ts'
import { sessionOf, type Session } from './viewer.ts'

/** What a person sees of their own account. */
export interface OwnAccount {
  readonly name: string
  readonly email: string
  readonly createdAt: Date
  readonly memberships: readonly (Membership & { readonly organisationName: Bilingual })[]
  readonly password: boolean
  readonly twoFactor: boolean
  readonly passkeys: readonly KeptPasskey[]
  readonly sessions: readonly (OpenSession & { readonly here: boolean })[]
}

/** The session of whoever asks for their own account, or `signIn.needed`. */
export async function ownSession(obs: Observatory, auth: Auth, viewer: Viewer, request: AccountRequest): Promise<Session> {
  authorise(viewer, 'account.own')
  const session = await sessionOf(obs, auth, request.headers)
  if (!session || session.user.id !== viewer.userId) throw new DomainError('signIn.needed')
  return session
}

export async function ownAccount(obs: Observatory, auth: Auth, viewer: Viewer, request: AccountRequest): Promise<OwnAccount> {
  const { id: sessionId, user } = await ownSession(obs, auth, viewer, request)
  return read(obs.db, async (reader) => {
    const person = await selectPerson(reader, user.id)
    if (!person) throw new DomainError('signIn.needed')
    const names = new Map((await selectOrganisationNames(reader)).map(({ code, name }) => [code, name]))
    const sessions = await selectSessions(reader, user.id, obs.now())
    return {
      name: person.name,
      email: person.email,
      createdAt: person.createdAt,
      memberships: person.memberships.map((held) => ({
        ...held,
        organisationName: names.get(held.organisation) ?? { fr: held.organisation, en: held.organisation },
      })),
      password: (await selectSignInWays(reader, user.id)).password,
      twoFactor: person.twoFactor,
      passkeys: await selectPasskeys(reader, user.id),
      sessions: sessions.map((session) => ({ ...session, here: session.id === sessionId })),
    }
  })
}

export async function rename(obs: Observatory, viewer: Viewer, given: string): Promise<void> {
  authorise(viewer, 'account.own')
  const name = cleanName(given)
  const id = viewer.userId ?? ''
  await write(obs.db, async (writer) => {
    await renamePerson(writer, id, name, obs.now())
    await recordAudit(writer, { actor: viewer, action: 'account.renamed', subject: id, details: { from: viewer.name, to: name } })
  })
}

/** Guesses at a password from inside an open session are counted too. */
export async function withOwnPassword<T>(obs: Observatory, session: Session, work: () => Promise<T>): Promise<T> {
  const keys = [lockKey('account', `own ${session.user.id}`)]
  await beginAttempt(obs, keys)
  const done = await orRefuse(work(), 'password.wrong')
  await attemptSucceeded(obs, keys)
  return done
}

/** Changes the password for who knows the present one; every other session ends, this one gets a new token. Gives the cookies to set. */
export async function changePassword(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
  given: { readonly current: string; readonly next: string },
): Promise<readonly string[]> {
  const session = await ownSession(obs, auth, viewer, request)
  const fault = passwordFault(given.next, [session.user.name, session.user.email])
  if (fault) throw new DomainError(fault)
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true }
  const { headers } = await withOwnPassword(obs, session, () =>
    auth.api.changePassword({ body, headers: authHeaders(request), returnHeaders: true }),
  )
  const subject = session.user.id
  await write(obs.db, (writer) => recordAudit(writer, { actor: viewer, action: 'password.changed', subject }))
  return cookiesOf(headers)
}

/** Ends one of one's own sessions, at once; `session.unknown` for any other. */
export async function endSession(obs: Observatory, viewer: Viewer, id: string): Promise<void> {
  authorise(viewer, 'account.own')
  await write(obs.db, async (writer) => {
    if (!(await deleteSession(writer, viewer.userId ?? '', id))) throw new DomainError('session.unknown')
    await recordAudit(writer, { actor: viewer, action: 'session.ended', subject: id })
  })
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(obs: Observatory, auth: Auth, viewer: Viewer, request: AccountRequest): Promise<void> {
  const session = await ownSession(obs, auth, viewer, request)
  await write(obs.db, async (writer) => {
    const sessions = await deleteSessions(writer, session.user.id, session.id)
    const record = { actor: viewer, action: 'session.othersEnded', subject: session.user.id, details: { sessions } }
    await recordAudit(writer, record)
  })
}
