import type { Visit } from '../page.ts'
import type { WebContext } from '../routing.ts'

/**
 * Sends the browser to the outside provider after a form. Not by a redirect: the policy lets forms lead to this site only, and holds it for every
 * redirect after one; so a page says where one is being taken, goes there by itself, and has the link.
 */
export function leave(c: WebContext, visit: Visit, address: string, title: string, name: string): Response | Promise<Response> {
  const { signIn } = visit.words.accounts
  c.header('Refresh', `0; url=${address}`)
  c.header('Cache-Control', 'no-store')
  const document = (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            {signIn.leavingText} <a href={address}>{signIn.leavingLink(name)}</a>
          </p>
        </main>
      </body>
    </html>
  )
  return c.html(`<!doctype html>${document.toString()}`)
}
