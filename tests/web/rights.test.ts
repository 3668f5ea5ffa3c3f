import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { may, rights, useCases } from '#app/rights.ts'
import { roleCodes, visitor, type Role, type Viewer } from '#domain/accounts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import type { Route } from '#web/routing.ts'

type Asker = Role | 'visitor' | 'nobodys'

/** Parts of an address that fit none: the rights are asked before anything is looked up. */
function addressOf(route: Route): string {
  return route.path.replaceAll(/:[a-z]+/g, '0')
}

describe('the rights', () => {
  let server: PortalServer
  const askers = new Map<Asker, { readonly cookie: string; readonly viewer: Viewer }>()

  before(async () => {
    server = await portalServer()
    askers.set('visitor', { cookie: '', viewer: visitor })
    askers.set('nobodys', await signedIn(server, []))
    for (const role of roleCodes) askers.set(role, await signedIn(server, [role]))
  })
  after(() => server?.close())

  const ask = ({ method, path }: { method: string; path: string }, cookie: string) =>
    server.app.request(`http://localhost${path}`, {
      method,
      headers: {
        origin: 'http://localhost',
        ...(cookie !== '' && { cookie }),
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { body: '' }),
    })

  it('are a table of which every row is held by somebody and used by a route', () => {
    for (const useCase of useCases) assert.ok(rights[useCase].length > 0, useCase)
    assert.ok(server.app.routes.length > 40, `only ${server.app.routes.length} routes were seen`)
  })

  for (const asker of ['visitor', 'nobodys', ...roleCodes] as const)
    it(`let ${asker} pass exactly where the table says`, async () => {
      const held = askers.get(asker) ?? assert.fail(asker)
      // A sign-out would end the session that all others are asked with: last.
      const routes = server.app.routes.toSorted((a, b) => Number(a.path.includes('out')) - Number(b.path.includes('out')))
      const leaving = (path: string): boolean => path.endsWith('/sign-out') || path.endsWith('/deconnexion')
      const wrong: string[] = []
      for (const route of routes) {
        const allowed = may(held.viewer, route.useCase)
        const cookie = leaving(route.path) && allowed ? (await signedIn(server, [])).cookie : held.cookie
        // What the log is told fails a request here: it is a bug of that route, listed like the others.
        const status = await Promise.resolve(ask({ method: route.method, path: addressOf(route) }, cookie)).then(
          async (answer) => {
            // A file that nobody reads to its end would keep its connection.
            await answer.body?.cancel()
            return answer.status
          },
          (error: unknown) => String(error),
        )
        const expected = allowed ? 'passes' : asker === 'visitor' ? 401 : 403
        const got = typeof status === 'number' && status < 500 && status !== 401 && status !== 403 ? 'passes' : status
        if (got !== expected) wrong.push(`${route.method} ${route.path} (${route.useCase}): ${got}, not ${expected}`)
      }
      assert.deepEqual(wrong, [])
    })

  it('offer a visitor to sign in and come back, to a page of this site alone', async () => {
    const answer = await ask({ method: 'GET', path: '/en/account?x=1' }, '')
    assert.equal(answer.status, 401)
    assert.match(await answer.text(), /href="\/en\/sign-in\?return=%2Fen%2Faccount%3Fx%3D1"/)
    const refused = await ask({ method: 'POST', path: '/fr/calculs' }, '')
    assert.equal(refused.status, 401)
    assert.doesNotMatch(await refused.text(), /return=/)
  })

  it('tell who is signed in why not, with their own page', async () => {
    const answer = await ask({ method: 'GET', path: '/en/invitations' }, askers.get('officer')?.cookie ?? '')
    assert.equal(answer.status, 403)
    const html = await answer.text()
    assert.match(html, /Your account does not open this page/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  it('show links and buttons only to those who may use them', async () => {
    const pageOf = async (asker: Asker, path: string) =>
      (await ask({ method: 'GET', path }, askers.get(asker)?.cookie ?? '')).text()
    assert.match(await pageOf('visitor', '/en/calculations'), /for analysts and administrators/)
    assert.doesNotMatch(await pageOf('visitor', '/en/calculations'), /Recalculate|<form method="post"/)
    assert.match(await pageOf('analyst', '/en/calculations'), /<form method="post" action="\/en\/calculations"/)
    assert.match(await pageOf('administrator', '/en/method'), /href="\/en\/administration"/)
    assert.doesNotMatch(await pageOf('analyst', '/en/method'), /href="\/en\/administration"/)
    assert.match(await pageOf('partnerManager', '/en/method'), /href="\/en\/invitations"/)
  })

  it('keep the pages of whoever is signed in from every cache', async () => {
    const answer = await ask({ method: 'GET', path: '/en/matrix' }, askers.get('analyst')?.cookie ?? '')
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('etag'), null)
  })
})
