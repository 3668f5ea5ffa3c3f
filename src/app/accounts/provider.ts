import type { GenericOAuthConfig } from 'better-auth/plugins'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { ServiceSettings } from '../deskTools.ts'

type OidcSettings = NonNullable<ServiceSettings['oidc']>
/** What a provider says about a person, as its userinfo names it. */
type Claims = Readonly<Record<string, unknown>>

/** Name under which accounts of the outside provider are kept; part of the callback's address. */
export const providerId = 'oidc'
/** The claims that ProConnect gives about an agent and the organisation behind. */
const scopes = ['openid', 'given_name', 'usual_name', 'email', 'siret', 'idp_id'] as const
const patience = 10_000
/** A signature under a key that both sides know, or none at all, proves nothing here. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

interface Discovered {
  readonly issuer: string
  /** Where the provider ends its own session, if it does. */
  readonly endSession: string | null
  readonly userInfo: string
  readonly keys: ReturnType<typeof createRemoteJWKSet>
}

/** What the provider says of itself under its well-known address; it must be the issuer that it was asked as. */
async function discover(settings: OidcSettings): Promise<Discovered> {
  const answer = await fetch(discoveryUrl(settings), { signal: AbortSignal.timeout(patience) })
  const document = (await answer.json()) as Readonly<Record<string, unknown>>
  const { issuer, userinfo_endpoint: userInfo, jwks_uri: keys, end_session_endpoint: end } = document
  if (typeof issuer !== 'string' || typeof userInfo !== 'string' || typeof keys !== 'string')
    throw new Error(`${settings.issuer} tells no issuer, userinfo endpoint or keys`)
  if (issuer.replace(/\/$/, '') !== settings.issuer.replace(/\/$/, ''))
    throw new Error(`${settings.issuer} calls itself ${issuer}`)
  return { issuer, userInfo, keys: createRemoteJWKSet(new URL(keys)), endSession: typeof end === 'string' ? end : null }
}

function discoveryUrl(settings: OidcSettings): string {
  return `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

function textOf(claims: Claims, name: string): string | null {
  const value = claims[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The person's claims, from plain JSON or, as ProConnect sends them, from a signed JWT: signature, issuer and audience are checked. */
async function readUserInfo(answer: Response, settings: OidcSettings, { issuer, keys }: Discovered): Promise<Claims> {
  if (!(answer.headers.get('content-type') ?? '').includes('application/jwt')) return (await answer.json()) as Claims
  const { payload } = await jwtVerify(await answer.text(), keys, { issuer, audience: settings.clientId, algorithms })
  return payload
}

/**
 * Who signed in: asked of the userinfo endpoint, and the same subject as in the ID token. better-auth checked that token's signature, issuer,
 * audience, expiry and nonce before; without a token nobody signs in. `null` refuses.
 */
async function userInfo(settings: OidcSettings, discovery: () => Promise<Discovered>, tokens: Tokens): Promise<Profile | null> {
  if (!tokens.idToken || !tokens.accessToken) return null
  const discovered = await discovery()
  const { payload: verified } = await jwtVerify(tokens.idToken, discovered.keys, {
    issuer: discovered.issuer,
    audience: settings.clientId,
    algorithms,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
  })
  const answer = await fetch(discovered.userInfo, {
    headers: { authorization: `Bearer ${tokens.accessToken}`, accept: 'application/jwt, application/json' },
    signal: AbortSignal.timeout(patience),
  })
  if (!answer.ok) return null
  const claims = await readUserInfo(answer, settings, discovered)
  const email = textOf(claims, 'email')
  if (textOf(claims, 'sub') !== verified.sub || email === null) return null
  // ProConnect vouches for the professional address and sends no such claim; from a provider that says "not verified" nobody is let in under it.
  if (claims['email_verified'] === false || claims['email_verified'] === 'false') return null
  const name = [textOf(claims, 'given_name'), textOf(claims, 'usual_name') ?? textOf(claims, 'family_name')]
    .filter((part) => part !== null)
    .join(' ')
  return {
    sub: verified.sub ?? '',
    email,
    emailVerified: true,
    name: name || (textOf(claims, 'name') ?? email),
    siret: textOf(claims, 'siret'),
    idpId: textOf(claims, 'idp_id'),
    acr: textOf(verified, 'acr'),
  }
}

interface Tokens {
  readonly idToken?: string | undefined
  readonly accessToken?: string | undefined
}

type Profile = {
  readonly sub: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
  readonly siret: string | null
  readonly idpId: string | null
  readonly acr: string | null
}

/** An OpenID Connect provider. */
export interface Provider {
  /** How better-auth is to speak with it. */
  readonly config: GenericOAuthConfig
  /** Fails within some seconds when the provider does not answer: nothing else waits for it. */
  readonly ask: () => Promise<unknown>
  /** Where to end the provider's own session, coming back to `back`; `null` where it has no such address. */
  readonly endSession: (idToken: string, back: string) => Promise<string | null>
}

/** Asks once, and again only after a failure. */
function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | null = null
  return () => {
    held ??= make()
    held.catch(() => (held = null))
    return held
  }
}

function configOf(settings: OidcSettings, discovery: () => Promise<Discovered>): GenericOAuthConfig {
  return {
    providerId,
    name: settings.name,
    discoveryUrl: discoveryUrl(settings),
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    requireIdTokenVerification: true,
    scopes: [...scopes],
    pkce: true,
    getUserInfo: (tokens) => userInfo(settings, discovery, tokens).catch(() => null),
    accountSubject: ({ profile }) => profile.sub ?? '',
    mapProfileToUser: ({ name, email, emailVerified }) => ({
      ...(typeof name === 'string' && { name }),
      ...(typeof email === 'string' && { email }),
      emailVerified: emailVerified ?? false,
    }),
  }
}

/** A provider with the profile of ProConnect. */
export function createProvider(settings: OidcSettings): Provider {
  const discovery = remembered(() => discover(settings))
  return {
    config: configOf(settings, discovery),
    ask: discovery,
    async endSession(idToken, back) {
      const { endSession } = await discovery()
      if (endSession === null) return null
      const url = new URL(endSession)
      url.searchParams.set('id_token_hint', idToken)
      url.searchParams.set('client_id', settings.clientId)
      url.searchParams.set('post_logout_redirect_uri', back)
      return url.href
    },
  }
}
