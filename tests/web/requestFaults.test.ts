import assert from 'node:assert/strict'
import { request } from 'node:http'
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, describe, it } from 'node:test'
import { DomainError } from '#kernel/result.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { createWeb } from '#web/app.tsx'
import { asUnreadable, isAborted } from '#web/requestFaults.ts'

describe('what no honest browser sends', () => {
  let server: PortalServer
  let cookie = ''
  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['administrator'])).cookie
  })
  after(() => server?.close())

  const get = (path: string) => Promise.resolve(server.app.request(`http://localhost${path}`, { headers: { cookie } }))
  const post = (path: string, body: URLSearchParams | FormData) =>
    Promise.resolve(
      server.app.request(`http://localhost${path}`, { method: 'POST', headers: { cookie, origin: 'http://localhost' }, body }),
    )

  it('is a page of 404 for U+0000 and for a path that cannot be decoded', async () => {
    for (const path of [
      '/en/places/%00',
      '/%00',
      '/en/matrix?territory=%00',
      '/en/search?q=a%00b',
      '/en/administration/audit?text=%00',
      '/%E0%A4%A',
      '/en/places/%FF',
      '/fr/%',
    ]) {
      const answer = await get(path)
      assert.equal(answer.status, 404, path)
      assert.match(await answer.text(), /<h1>/, path)
    }
    assert.equal((await get('/en/places/%2500')).status, 404)
  })

  it('loses U+0000 in forms, whatever their encoding', async () => {
    const email = 'nobody\0@nowhere.example'
    const form = await post('/en/forgotten-password', new URLSearchParams({ email }))
    assert.equal(form.status, 303)
    const parts = new FormData()
    parts.append('nam\0e', 'Mo\0ntreal')
    assert.ok((await post('/en/places/mairie-62765/propose', parts)).status < 500)
  })

  it('is told in words when the database cannot read it, and a bug stays a bug', () => {
    for (const code of ['22021', '22P02', '22003']) {
      const wrapped = new Error('query failed', { cause: Object.assign(new Error('refused'), { code }) })
      const told = asUnreadable(wrapped)
      assert.ok(told instanceof DomainError && told.code === 'request.unreadable', code)
    }
    const bug = Object.assign(new Error('no such table'), { code: '42P01' })
    assert.equal(asUnreadable(bug), bug)
  })

  it('is told apart from a connection of ours that broke', () => {
    const open = new AbortController().signal
    const broken = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    assert.equal(isAborted(broken, open), false)
    assert.equal(isAborted(broken, AbortSignal.abort()), true)
    assert.equal(isAborted(new Error('x', { cause: Object.assign(new Error('aborted'), { code: 'ECONNRESET' }) }), open), true)
    assert.equal(isAborted(new TypeError('x is not a function'), AbortSignal.abort()), false)
  })

  it('is not logged when who asked goes away in the middle of a form', async () => {
    const logged: unknown[] = []
    const web = createWeb(server.portal, server.desks, { version: '0', log: ({ error }) => void logged.push(error) })
    const listening = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((resolve) => listening.once('listening', resolve))
    const { port } = listening.address() as AddressInfo
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' }
    for (const path of ['/en/sign-in', '/en/forgotten-password']) {
      const asked = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, host: 'localhost' } })
      asked.on('error', () => {})
      asked.write('email=a')
      await sleep(100)
      asked.destroy()
    }
    await sleep(300)
    listening.close()
    assert.deepEqual(logged, [])
  })
})
