import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** What a page may load: this site's own, and data of one other origin where that is given. */
function policy(outside: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    outside === null ? "connect-src 'self'" : `connect-src 'self' ${outside}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const ownPolicy = policy(null)

const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** The page of the map and the worker that fetches its tiles. */
const mapsOnly = /^\/(fr\/carte|en\/map|assets\/map-worker-\w+\.js)$/

/** The strict headers of every answer. Where an outside base map is set, the map's page may ask its origin for data, and no other page. */
export function securityHeaders(baseMapUrl: string | null): MiddlewareHandler {
  const mapPolicy = baseMapUrl === null ? ownPolicy : policy(new URL(baseMapUrl).origin)
  return async (c, next) => {
    await next()
    c.res.headers.set('Content-Security-Policy', mapsOnly.test(c.req.path) ? mapPolicy : ownPolicy)
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  }
}

const loopback = ['localhost', '127.0.0.1', '[::1]'] as const

/** The host without its port; an IPv6 address keeps its brackets. */
export function hostName(header: string): string {
  return header.trim().toLowerCase().replace(/:\d+$/, '')
}

/**
 * Answers only to the names it was given: a page of another site whose name is made to point here (DNS rebinding) is refused.
 * Without names, the loopback's own.
 */
export function hostCheck(allowedHosts: readonly string[] | undefined, refuse: MiddlewareHandler): MiddlewareHandler {
  const allowed = new Set((allowedHosts ?? loopback).map((name) => hostName(name)))
  return (c, next) => {
    const host = hostName(c.req.header('host') ?? new URL(c.req.url).host)
    return allowed.has(host) ? next() : refuse(c, next)
  }
}

/**
 * Refuses what changes something when it comes from a page of another site, whatever its form: browsers say whence in Origin. `own` gives the portal's
 * public address for one that was asked: another server that speaks HTTPS may stand before it.
 */
export function ownOrigin(own: (asked: string) => string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const asked = new URL(c.req.url).origin
    const foreign = origin !== undefined && origin !== asked && origin !== own(asked)
    if (foreign && c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new HTTPException(403)
    await next()
  }
}
