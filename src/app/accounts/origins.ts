const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an origin is this machine itself. */
function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && loopbackNames.has(new URL(origin).hostname)
}

/** The portal's address for links: its own, or the name and port of the loopback that was asked while its own is one. */
export function portalOrigin(own: string, asked: string): string {
  return isLoopback(own) && isLoopback(asked) ? asked : own
}

/**
 * A way back after signing in that stays on this site: a path with its query, or `null` for anything that could lead elsewhere (`//evil`, `/\evil`,
 * `/.//evil`, which resolves to one,
 * control characters, an address with a scheme).
 */
export function safeReturn(text: string | null | undefined): string | null {
  if (!text || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || text.length > 2000) return null
  const url = new URL(text, 'http://passerelle.invalid')
  // Dots may resolve to a path that a browser reads as another host.
  if (url.origin !== 'http://passerelle.invalid' || url.pathname.startsWith('//')) return null
  return url.pathname + url.search
}
