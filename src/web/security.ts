import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** The strict headers of every answer. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
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

/** Refuses what changes something when it comes from a page of another site, whatever its form: browsers say whence in Origin. */
export function ownOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && origin !== new URL(c.req.url).origin
    if (foreign && c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new HTTPException(403)
    await next()
  }
}
