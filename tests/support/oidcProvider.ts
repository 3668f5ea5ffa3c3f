import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, decodeJwt, type JWTPayload } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'

/** What a person is to the provider, in the claims of ProConnect. */
export interface Agent {
  readonly sub: string
  readonly given_name: string
  readonly usual_name: string
  readonly email: string
  readonly siret?: string
  readonly idp_id?: string
  readonly email_verified?: boolean
}

/** How the next answers are falsified; signed, where nothing else is said, by the provider's own key. */
export type Falsify = (claims: JWTPayload, sign: (claims: JWTPayload) => Promise<string>) => Promise<string>

export interface OidcProvider {
  readonly issuer: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  /** Who signs in next. */
  agent: Agent
  /** Falsifies ID tokens, or userinfo, until it is `null` again. */
  falsifyIdToken: Falsify | null
  falsifyUserInfo: Falsify | null
  readonly close: () => Promise<void>
}

/** Claims signed by a key that the provider does not publish. */
export async function byStrangeKey(claims: JWTPayload): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'provider-key' }).sign(privateKey)
}

export const unsigned: Falsify = (claims) => Promise.resolve(new UnsecuredJWT(claims).encode())

const claimNames = ['given_name', 'usual_name', 'email', 'email_verified', 'siret', 'idp_id'] as const

function configuration(found: OidcProvider, redirect: string, home: string, jwk: object): Configuration {
  const { clientId, clientSecret } = found.client
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [redirect],
        post_logout_redirect_uris: [home],
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [jwk] },
    pkce: { required: () => true },
    scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret', 'idp_id'],
    claims: { ...Object.fromEntries(claimNames.map((name) => [name, [name]])), email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...found.agent, sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid given_name usual_name email siret idp_id')
      await grant.save()
      return grant
    },
    cookies: { keys: ['a key for tests only'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  }
}

/** A real OpenID Connect provider on a free port of the loopback, with the profile of ProConnect: signed userinfo, its claims, logout. Nobody types anything there. */
export async function oidcProvider(redirect: string, home: string): Promise<OidcProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'provider-key', alg: 'RS256', use: 'sig' }
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'provider-key' }).sign(privateKey)
  const found: OidcProvider = {
    issuer,
    client: { clientId: 'passerelle', clientSecret: 'a secret of the client for tests' },
    agent: { sub: 'agent-1', given_name: 'Angela Claire Louise', usual_name: 'Dubois', email: 'angela@ministere.example' },
    falsifyIdToken: null,
    falsifyUserInfo: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(issuer, configuration(found, redirect, home, jwk))
  provider.use(async (ctx, next) => {
    await next()
    const { falsifyIdToken, falsifyUserInfo } = found
    const body = ctx.body as { id_token?: string } | string
    if (ctx.path === '/token' && falsifyIdToken && typeof body === 'object' && body.id_token)
      ctx.body = { ...body, id_token: await falsifyIdToken(decodeJwt(body.id_token), sign) }
    if (ctx.path === '/me' && falsifyUserInfo && typeof body === 'string') ctx.body = await falsifyUserInfo(decodeJwt(body), sign)
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    // Whoever comes is the agent of the moment.
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, { login: { accountId: found.agent.sub } })
    else void answer(request, response)
  })
  return found
}

/** Follows the provider's redirects as a browser, until they lead away from it. */
export async function passThrough(issuer: string, address: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let hops = 0; next.startsWith(issuer); hops++) {
    if (hops > 10) throw new Error(`the provider leads in circles at ${next}`)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${next} answered ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next).href
  }
  return next
}
