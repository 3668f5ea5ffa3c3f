import { getConnInfo } from '@hono/node-server/conninfo'
import type { AccountRequest } from '#app/accounts/accountRequest.ts'
import type { WebContext } from '../routing.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** The socket's other end; a server of our own machine in front of the portal tells in X-Forwarded-For whom it speaks for, in its last part. */
export function requestAddress(c: WebContext): string {
  const hasSocket = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  const socket = hasSocket ? (getConnInfo(c).remote.address ?? '') : ''
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return loopback.has(socket) && forwarded ? forwarded.slice(0, 64) : socket || 'unknown'
}

/** What accounts need to know of a request. */
export function accountRequest(c: WebContext): AccountRequest {
  return { headers: c.req.raw.headers, origin: new URL(c.req.url).origin, address: requestAddress(c) }
}

/** Puts cookies that a use case gave into the answer. */
export function setCookies(c: WebContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
