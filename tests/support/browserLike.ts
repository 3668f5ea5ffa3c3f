import type { PortalServer } from './portalServer.ts'

/** Asks the portal as a browser would: keeps cookies, sends forms with their origin, follows nothing by itself. */
export interface BrowserLike {
  readonly cookie: () => string
  readonly get: (path: string) => Promise<Response>
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
}

export function browserLike(server: Pick<PortalServer, 'app'>, cookie = '', origin = 'http://localhost'): BrowserLike {
  const jar = new Map<string, string>()
  for (const pair of cookie.split('; ').filter((each) => each !== ''))
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  const held = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (answer: Response): Response => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  const send = async (
    path: string,
    init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> },
  ): Promise<Response> =>
    keep(
      await server.app.request(new URL(path, origin).href, {
        ...init,
        headers: { ...init.headers, ...(held() !== '' && { cookie: held() }) },
      }),
    )
  return {
    cookie: held,
    get: (path) => send(path, {}),
    post: (path, fields = {}, headers = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, ...headers } }),
  }
}
