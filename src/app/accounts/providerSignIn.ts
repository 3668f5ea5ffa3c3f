import { DomainError } from '#kernel/result.ts'
import type { Observatory } from '../observatory.ts'
import { authHeaders, cookiesOf, type AccountRequest } from './accountRequest.ts'
import type { Auth } from './auth.ts'
import { providerId, type Provider } from './provider.ts'
import { leaveFormerSession, noteSignIn, orRefuse } from './signIn.ts'
import { sessionOf } from './viewer.ts'

/** Where to send the browser to identify, with the cookie that binds the answer to it. Refuses with `provider.refused` a provider that is away. */
export async function startProvider(
  provider: Provider,
  authFor: (origin: string) => Auth,
  request: AccountRequest,
  back: string,
): Promise<{ readonly address: string; readonly cookies: readonly string[] }> {
  await provider.ask().catch((cause: unknown) => {
    throw new DomainError('provider.refused', {}, { cause })
  })
  const auth = authFor(request.origin)
  const body = { provider: providerId, callbackURL: back, disableRedirect: true }
  const { headers, response } = await orRefuse(
    auth.api.signInSocial({ body, headers: authHeaders(request), returnHeaders: true }),
    'provider.refused',
  )
  if (!response.url) throw new DomainError('provider.refused')
  return { address: response.url, cookies: cookiesOf(headers) }
}

const refusals: Readonly<Record<string, string>> = {
  access_denied: 'provider.cancelled',
  account_not_linked: 'provider.notLinked',
}

function cookieHeaderOf(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') })
}

/**
 * Takes the provider's answer, from its query. The state must be the one that this browser was given, the code is exchanged with its PKCE verifier, the
 * ID token's signature, issuer, audience, expiry and nonce are checked, then the userinfo. Anything else is refused: `provider.cancelled`,
 * `provider.notLinked` (an account of this address exists and was not proven), `provider.refused`.
 */
export async function finishProvider(
  obs: Observatory,
  auth: Auth,
  request: AccountRequest,
  address: string,
): Promise<{ readonly next: string; readonly cookies: readonly string[] }> {
  const { origin } = new URL(auth.options.baseURL)
  const given = new URL(address)
  const asked = new URL(given.pathname + given.search, origin)
  const answer = await auth.handler(new Request(asked, { headers: authHeaders(request) }))
  if (answer.status === 429) throw new DomainError('rate.limited', { minutes: 1 })
  const location = answer.headers.get('location')
  const next = location === null ? null : new URL(location, origin)
  const error = next?.searchParams.get('error') ?? null
  if (next === null || next.origin !== origin || error !== null || next.pathname.startsWith('/api/auth'))
    throw new DomainError(refusals[error ?? ''] ?? 'provider.refused')
  const cookies = cookiesOf(answer.headers)
  const session = await sessionOf(obs, auth, cookieHeaderOf(cookies))
  if (!session) throw new DomainError('provider.refused')
  await leaveFormerSession(obs, auth, request)
  await noteSignIn(obs, session.user, 'provider', request)
  return { next: next.pathname + next.search, cookies }
}
