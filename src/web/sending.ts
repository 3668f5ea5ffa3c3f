import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const utf8 = new TextEncoder()
const compress = promisify(gzip)
/** Under this size a packet is sent whole anyway. */
const worthCompressing = 1400
/** Compressed bodies of the latest pages, by their hash: the same page is not compressed twice. */
const compressed = new Map<string, Uint8Array<ArrayBuffer>>()
const keptPages = 64

async function compressedBody(tag: string, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const held = compressed.get(tag)
  if (held) return held
  const made = new Uint8Array(await compress(body, { level: 5 }))
  const oldest = compressed.keys().next()
  if (compressed.size >= keptPages && !oldest.done) compressed.delete(oldest.value)
  compressed.set(tag, made)
  return made
}

function matches(header: string | undefined, tag: string): boolean {
  return header !== undefined && header.split(',').some((each) => each.trim() === tag)
}

function headers(c: Context, tag: string): void {
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, must-revalidate, max-age=0')
  c.header('Vary', 'Accept-Encoding, Cookie')
}

/**
 * The weak tag of a page that depends on nothing but its address, the program and the state of the data: known before anything is loaded or set.
 * `stamp` is that state, `version` the program's.
 */
export function tagOf(c: Context, stamp: string, version: string): string {
  const { pathname, search } = new URL(c.req.url)
  return `W/"${hash('sha1', [pathname, search, stamp, version].join('\n'), 'base64url')}"`
}

/** An empty 304 when the browser holds the page of this tag. */
export function answerHeld(c: Context, tag: string): Response | null {
  if (!matches(c.req.header('if-none-match'), tag)) return null
  headers(c, tag)
  return c.body(null, 304)
}

export function acceptsGzip(c: Context): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('accept-encoding') ?? '')
}

/** Sends a page under its tag, or under one of its content where none is known before: a browser that holds it already gets an empty 304. */
export async function sendPage(c: Context, html: string, language: string, known: string | null = null): Promise<Response> {
  // Written as bytes once, for the tag and for the wire.
  const body = utf8.encode(html)
  const tag = known ?? `W/"${hash('sha1', body, 'base64url')}"`
  const held = answerHeld(c, tag)
  if (held) return held
  headers(c, tag)
  c.header('Content-Type', 'text/html; charset=utf-8')
  c.header('Content-Language', language)
  if (!acceptsGzip(c) || body.length < worthCompressing) return c.body(body)
  c.header('Content-Encoding', 'gzip')
  return c.body(await compressedBody(tag, body))
}

/** Sends a page made for one person: kept by nobody. */
export async function sendPrivate(c: Context, html: string, language: string, status: 200 | 409 | 422 = 200): Promise<Response> {
  const body = utf8.encode(html)
  c.header('Cache-Control', 'private, no-store')
  c.header('Content-Type', 'text/html; charset=utf-8')
  c.header('Content-Language', language)
  if (!acceptsGzip(c) || body.length < worthCompressing) return c.body(body, status)
  c.header('Content-Encoding', 'gzip')
  return c.body(new Uint8Array(await compress(body, { level: 5 })), status)
}
