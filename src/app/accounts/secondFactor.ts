import type { Viewer } from '#domain/accounts'
import { recordAudit } from '#store/audit.ts'
import { write } from '#store/open.ts'
import type { Observatory } from '../observatory.ts'
import { authHeaders, cookiesOf, type AccountRequest } from './accountRequest.ts'
import type { Auth } from './auth.ts'
import { attemptSucceeded, beginAttempt, lockKey } from './lockout.ts'
import { ownSession, withOwnPassword } from './ownAccount.ts'
import { orRefuse } from './signIn.ts'

/** What an authenticator is set up with, shown once. */
export interface TwoFactorSetUp {
  /** The address that authenticator apps understand. */
  readonly uri: string
  /** The key in it, for typing. */
  readonly key: string
  readonly backupCodes: readonly string[]
}

/** Begins two-step verification for who knows their password; nothing changes at sign-in before a first code is confirmed. */
export async function startTwoFactor(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
  password: string,
): Promise<TwoFactorSetUp> {
  const session = await ownSession(obs, auth, viewer, request)
  const made = await withOwnPassword(obs, session, () =>
    auth.api.enableTwoFactor({ body: { password }, headers: authHeaders(request) }),
  )
  const uri = 'totpURI' in made ? made.totpURI : ''
  const backupCodes = 'backupCodes' in made ? made.backupCodes : []
  return { uri, key: new URL(uri).searchParams.get('secret') ?? '', backupCodes }
}

/** Turns two-step verification on by a first code, or refuses with `code.refused`. Gives the cookies to set: the session gets a new token. */
export async function confirmTwoFactor(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
  code: string,
): Promise<readonly string[]> {
  const session = await ownSession(obs, auth, viewer, request)
  const keys = [lockKey('code', session.user.id)]
  await beginAttempt(obs, keys)
  const given = { body: { code: code.replaceAll(/\s/g, '') }, headers: authHeaders(request), returnHeaders: true } as const
  const { headers } = await orRefuse(auth.api.verifyTOTP(given), 'code.refused')
  await attemptSucceeded(obs, keys)
  const subject = session.user.id
  await write(obs.db, (writer) => recordAudit(writer, { actor: viewer, action: 'twoFactor.enabled', subject }))
  return cookiesOf(headers)
}

/** Turns two-step verification off for who knows their password. Gives the cookies to set. */
export async function stopTwoFactor(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
  password: string,
): Promise<readonly string[]> {
  const session = await ownSession(obs, auth, viewer, request)
  const { headers } = await withOwnPassword(obs, session, () =>
    auth.api.disableTwoFactor({ body: { password }, headers: authHeaders(request), returnHeaders: true }),
  )
  const subject = session.user.id
  await write(obs.db, (writer) => recordAudit(writer, { actor: viewer, action: 'twoFactor.disabled', subject }))
  return cookiesOf(headers)
}
