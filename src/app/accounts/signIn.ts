import { isAPIError } from 'better-auth/api'
import { DomainError } from '#kernel/result.ts'
import { plainEmail, selectIdToken } from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { readOnce, write } from '#store/open.ts'
import { deleteSessionOfToken } from '#store/sessions.ts'
import type { Observatory } from '../observatory.ts'
import { authHeaders, cookiesOf, type AccountRequest } from './accountRequest.ts'
import type { Auth } from './auth.ts'
import { attemptSucceeded, beginAttempt, lockKey, signInKeys } from './lockout.ts'
import { providerId, type Provider } from './provider.ts'
import { sessionOf } from './viewer.ts'

/** What a step of signing in came to; the cookies belong into the answer. */
export interface SignInStep {
  /** `done`: signed in; `code`: the second step is next. */
  readonly next: 'done' | 'code'
  readonly cookies: readonly string[]
}

/** Runs a call of better-auth; its refusal becomes ours, with the code given. */
export async function orRefuse<T>(call: Promise<T>, code: string): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!isAPIError(error)) throw error
    throw new DomainError(code, {}, { cause: error })
  }
}

/** Whoever signs in leaves the session behind that the browser had: a planted one is worth nothing. */
export async function leaveFormerSession(obs: Observatory, auth: Auth, request: AccountRequest): Promise<void> {
  const former = await sessionOf(obs, auth, request.headers)
  if (former) await write(obs.db, (writer) => deleteSessionOfToken(writer, former.token))
}

export async function noteSignIn(
  obs: Observatory,
  user: { readonly id: string; readonly name: string },
  way: 'password' | 'code' | 'backupCode' | 'passkey' | 'provider',
  request: AccountRequest,
): Promise<void> {
  const actor = { userId: user.id, name: user.name }
  const details = { way, address: request.address }
  await write(obs.db, (writer) => recordAudit(writer, { actor, action: 'signIn.done', subject: user.id, details }))
}

/**
 * Signs in by password. Known and unknown addresses, people with and without a password, are refused alike (`signIn.refused`) and after the same
 * work; too many attempts with `rate.limited`.
 */
export async function signInByPassword(
  obs: Observatory,
  auth: Auth,
  request: AccountRequest,
  given: { readonly email: string; readonly password: string },
): Promise<SignInStep> {
  const email = plainEmail(given.email)
  const keys = [...signInKeys(email, request.address), lockKey('address', request.address)]
  await beginAttempt(obs, keys)
  const body = { email, password: given.password }
  const { headers, response } = await orRefuse(
    auth.api.signInEmail({ body, headers: authHeaders(request), returnHeaders: true }),
    'signIn.refused',
  )
  await attemptSucceeded(obs, keys)
  await leaveFormerSession(obs, auth, request)
  const cookies = cookiesOf(headers)
  if ('twoFactorRedirect' in response) return { next: 'code', cookies }
  await noteSignIn(obs, response.user, 'password', request)
  return { next: 'done', cookies }
}

/** The second step: a code of the authenticator, or one of the backup codes, which then is spent. Refusals: `code.refused`, `rate.limited`. */
export async function signInByCode(obs: Observatory, auth: Auth, request: AccountRequest, code: string): Promise<SignInStep> {
  const address = lockKey('address', request.address)
  await beginAttempt(obs, [address])
  const plain = code.replaceAll(/\s/g, '')
  const digits = /^\d{6}$/.test(plain)
  const given = { headers: authHeaders(request), returnHeaders: true } as const
  const { headers, response } = await orRefuse(
    digits
      ? auth.api.verifyTOTP({ ...given, body: { code: plain } })
      : auth.api.verifyBackupCode({ ...given, body: { code: plain } }),
    'code.refused',
  )
  await attemptSucceeded(obs, [address])
  await noteSignIn(obs, response.user, digits ? 'code' : 'backupCode', request)
  return { next: 'done', cookies: cookiesOf(headers) }
}

/** Where the outside provider ends its own session for who is known there; `null` for anybody else, and while it does not answer. */
async function endAtProvider(obs: Observatory, provider: Provider | null, userId: string, back: string): Promise<string | null> {
  if (provider === null) return null
  const idToken = await readOnce(obs.db, (reader) => selectIdToken(reader, userId, providerId))
  return idToken === null ? null : provider.endSession(idToken, back).catch(() => null)
}

/** Ends the session; `provider` is where the outside provider's own session is ended, for who came through one. */
export async function signOut(
  obs: Observatory,
  auth: Auth,
  outside: Provider | null,
  request: AccountRequest,
  back: string,
): Promise<{ readonly cookies: readonly string[]; readonly provider: string | null }> {
  const session = await sessionOf(obs, auth, request.headers)
  const { headers } = await auth.api.signOut({ headers: authHeaders(request), returnHeaders: true })
  const cookies = cookiesOf(headers)
  if (!session) return { cookies, provider: null }
  const { id, name } = session.user
  await write(obs.db, (writer) => recordAudit(writer, { actor: { userId: id, name }, action: 'signOut.done', subject: id }))
  const home = new URL(back, auth.options.baseURL).href
  return { cookies, provider: await endAtProvider(obs, outside, id, home) }
}
