import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { passwordLengths } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import { portalOrigin } from './origins.ts'
import type { Provider } from './provider.ts'

/** A session ends after this long, used or not: a working day. In seconds. */
export const sessionLifetime = 12 * 60 * 60
/** A session that nobody used for this long is closed. In milliseconds. */
export const idleLimit = 2 * 60 * 60_000
/** Passwords are reset by a link that holds for an hour. In seconds. */
export const resetLifetime = 60 * 60

/** Header by which we tell better-auth the address of the network; what a browser sends under this name is overwritten. */
export const addressHeader = 'x-passerelle-address'
const cookiePrefix = 'passerelle'
/** Name of the session's cookie, as it stands in the header with or without the prefix that HTTPS adds. */
export const sessionCookieName = `${cookiePrefix}.session_token`

function secondFactor(name: string) {
  return twoFactor({
    issuer: name,
    twoFactorTable: 'auth_two_factor',
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
  })
}

/** A passkey stands for password and second step together, so the device must have verified its owner; the plugin asks for that but does not insist. */
function passkeys(name: string, origin: string) {
  return passkey({
    rpID: new URL(origin).hostname,
    rpName: name,
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: ({ verification }) => insist(verification.registrationInfo?.userVerified) },
    authentication: { afterVerification: ({ verification }) => insist(verification.authenticationInfo.userVerified) },
    schema: { passkey: { modelName: 'auth_passkey' } },
  })
}

function insist(userVerified: boolean | undefined): void {
  if (userVerified !== true) throw new APIError('UNAUTHORIZED', { message: 'the device did not verify its owner' })
}

/** Keeps the tables' names apart from the observatory's own. */
const tables = {
  user: { modelName: 'auth_user' },
  account: {
    modelName: 'auth_account',
    encryptOAuthTokens: true,
    // Only an address that the provider has verified, for a person who was invited under it: their row's address is proven.
    accountLinking: { enabled: true, requireLocalEmailVerified: true, allowDifferentEmails: false },
  },
  verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
} as const

function build(tools: DeskTools, origin: string, provider: Provider | null) {
  const name = 'Passerelle'
  return betterAuth({
    appName: name,
    baseURL: origin,
    basePath: '/api/auth',
    trustedOrigins: [origin],
    secret: tools.secret,
    database: tools.observatory.db.pool,
    ...tables,
    session: {
      modelName: 'auth_session',
      expiresIn: sessionLifetime,
      // We note the use ourselves and close idle sessions; nothing of a session is believed from a cookie, so that its end is immediate.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      freshAge: 0,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.shortest,
      maxPasswordLength: passwordLengths.longest,
    },
    rateLimit: { enabled: true, storage: 'database', modelName: 'auth_rate_limit', window: 60, max: 60 },
    advanced: {
      cookiePrefix,
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => tools.observatory.newId(), validateSchema: false },
    },
    onAPIError: { errorURL: `${origin}/api/auth/failed` },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [secondFactor(name), passkeys(name, origin), genericOAuth({ config: provider ? [provider.config] : [] })],
  })
}

export type Auth = ReturnType<typeof build>

const keptOrigins = 8

/**
 * better-auth for the address that a request came to: the portal's own, or any name and port of the loopback while the portal's own is one. A
 * passkey and a redirect belong to one origin, so there is an instance for each. Only what speaks with the outside provider is given one: better-auth
 * asks it for its addresses at the start, and nobody else shall wait for that.
 */
export function authByOrigin(tools: DeskTools, provider: Provider | null): (origin: string) => Auth {
  const made = new Map<string, Auth>()
  return (asked) => {
    const origin = portalOrigin(tools.origin, asked)
    const auth = made.get(origin) ?? build(tools, origin, provider)
    made.set(origin, auth)
    const [oldest] = made.keys()
    if (made.size > keptOrigins && oldest !== undefined) made.delete(oldest)
    return auth
  }
}
