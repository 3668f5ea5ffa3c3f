import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { write } from '#store/open.ts'
import type { Observatory } from '../observatory.ts'
import { authHeaders, cookiesOf, type AccountRequest } from './accountRequest.ts'
import type { Auth } from './auth.ts'
import { attemptSucceeded, beginAttempt, lockKey } from './lockout.ts'
import { ownSession } from './ownAccount.ts'
import { leaveFormerSession, noteSignIn, orRefuse } from './signIn.ts'

/** An answer for the script that talks to the browser's key store: JSON, and the cookies to set. */
export interface KeyStep {
  readonly body: object
  readonly cookies: readonly string[]
}

/** Checked by the library, part by part. */
type KeyAnswer = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

/** The question that a passkey answers to sign in; it holds for a few minutes and is bound to this browser by a cookie. */
export async function passkeyQuestion(auth: Auth, request: AccountRequest): Promise<KeyStep> {
  const headers = authHeaders(request)
  // For whoever asks, not for a session that is left behind.
  headers.delete('cookie')
  const answer = await auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
  return { body: { ...answer.response, userVerification: 'required' }, cookies: cookiesOf(answer.headers) }
}

/** Signs in by a passkey's answer, or refuses with `passkey.refused`. */
export async function signInByPasskey(
  obs: Observatory,
  auth: Auth,
  request: AccountRequest,
  given: unknown,
): Promise<readonly string[]> {
  const keys = [lockKey('address', request.address)]
  await beginAttempt(obs, keys)
  const { headers, response } = await orRefuse(
    auth.api.verifyPasskeyAuthentication({
      body: { response: given as KeyAnswer },
      headers: authHeaders(request),
      returnHeaders: true,
    }),
    'passkey.refused',
  )
  await attemptSucceeded(obs, keys)
  await leaveFormerSession(obs, auth, request)
  await noteSignIn(obs, response.user, 'passkey', request)
  return cookiesOf(headers)
}

/** What a browser needs to make a new passkey for whoever is signed in. */
export async function newPasskeyQuestion(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
): Promise<KeyStep> {
  const { user } = await ownSession(obs, auth, viewer, request)
  const query = { name: user.email }
  const answer = await auth.api.generatePasskeyRegistrationOptions({ query, headers: authHeaders(request), returnHeaders: true })
  return { body: answer.response, cookies: cookiesOf(answer.headers) }
}

/** Keeps a passkey that the browser made, or refuses with `passkey.refused`. */
export async function addPasskey(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
  given: unknown,
): Promise<void> {
  const { user } = await ownSession(obs, auth, viewer, request)
  await orRefuse(
    auth.api.verifyPasskeyRegistration({ body: { response: given }, headers: authHeaders(request) }),
    'passkey.refused',
  )
  await write(obs.db, (writer) => recordAudit(writer, { actor: viewer, action: 'passkey.added', subject: user.id }))
}

/** Takes one of one's own passkeys away; `passkey.refused` for any other. */
export async function removePasskey(
  obs: Observatory,
  auth: Auth,
  viewer: Viewer,
  request: AccountRequest,
  id: string,
): Promise<void> {
  await ownSession(obs, auth, viewer, request)
  const removed = await orRefuse(auth.api.deletePasskey({ body: { id }, headers: authHeaders(request) }), 'passkey.refused')
  if (!removed.status) throw new DomainError('passkey.refused')
  await write(obs.db, (writer) => recordAudit(writer, { actor: viewer, action: 'passkey.removed', subject: id }))
}
