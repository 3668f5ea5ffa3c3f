import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { safeReturn } from '#app/accounts/origins.ts'
import { visitor } from '#domain/accounts'
import { write } from '#store/open.ts'
import { browserLike } from '#tests/browserLike.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { cookieHeader, sendSignIn, signedIn, testPassword, testPerson } from '#tests/signedIn.ts'

describe('signing in', () => {
  let server: PortalServer
  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const statusWith = async (cookie: string) => (await browserLike(server, cookie).get('/en/account')).status
  const forget = () => write(server.observatory.db, (writer) => writer.deleteFrom('sign_in_attempt').execute())

  it('makes a viewer with the roles of the person', async () => {
    const { viewer, person } = await signedIn(server, ['analyst', 'moderator'])
    assert.equal(viewer.userId, person.id)
    assert.deepEqual(
      viewer.memberships.map(({ role }) => role),
      ['analyst', 'moderator'],
    )
  })

  it('gives a cookie that scripts and other sites do not get, until the working day ends', async () => {
    const person = await testPerson(server, ['analyst'])
    const [cookie = ''] = (await sendSignIn(server, person.email, testPassword)).headers.getSetCookie()
    assert.match(cookie, /^passerelle\.session_token=/)
    for (const part of [/; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i, /; Max-Age=43200/i]) assert.match(cookie, part)
    assert.doesNotMatch(cookie, /; Secure/i)
  })

  it('does not ask the database about a visitor without a cookie', async () => {
    let asked = 0
    const count = (): void => void (asked += 1)
    const { pool } = server.observatory.db
    pool.on('acquire', count)
    const viewer = await server.desks.accounts.viewerOf(new Headers({ cookie: 'other=1' }))
    pool.off('acquire', count)
    assert.equal(viewer, visitor)
    assert.equal(asked, 0)
  })

  it('refuses known and unknown addresses, with and without password, in the same words and the same time', async () => {
    const known = await testPerson(server, ['analyst'])
    const times: Record<string, number[]> = { known: [], unknown: [] }
    const pages = new Set<string>()
    for (let round = 0; round < 4; round++)
      for (const [kind, email] of [
        ['known', known.email],
        ['unknown', `person-${round}@nowhere.example`],
      ] as const) {
        const started = performance.now()
        const answer = await sendSignIn(server, email, 'not the password at all')
        times[kind]?.push(performance.now() - started)
        assert.equal(answer.status, 422)
        assert.deepEqual(answer.headers.getSetCookie(), [])
        pages.add((await answer.text()).replaceAll(email, 'ADDRESS'))
      }
    assert.equal(pages.size, 1)
    const least = (kind: string): number => Math.min(...(times[kind] ?? []))
    // Both hash a password: a refusal without that would be many times faster.
    assert.ok(least('unknown') > least('known') / 3, JSON.stringify(times))
    assert.ok(least('known') > least('unknown') / 3, JSON.stringify(times))
  })

  it('locks an account for the address that guessed wrong five times, in every process, also for the right one; unknown ones alike', async () => {
    await forget()
    const person = await testPerson(server, ['analyst'])
    const { createDesks } = await import('#app/desks.ts')
    const other = createDesks(server.tools)
    const try_ = (desks: typeof other, email: string, password: string, address: string) =>
      desks.accounts
        .signIn({ headers: new Headers(), origin: 'http://localhost', address }, { email, password })
        .then(() => 'in')
        .catch((error: { code?: string }) => error.code ?? String(error))
    for (const email of [person.email, 'unknown@nowhere.example']) {
      const seen: string[] = []
      for (let i = 0; i < 6; i++) seen.push(await try_(i % 2 ? server.desks : other, email, 'wrong wrong wrong', '10.0.0.9'))
      assert.deepEqual(seen, [...Array.from({ length: 5 }, () => 'signIn.refused'), 'rate.limited'])
    }
    assert.equal(await try_(other, person.email, testPassword, '10.0.0.9'), 'rate.limited')
    await write(server.observatory.db, (writer) => sql`UPDATE sign_in_attempt SET locked_until = now()`.execute(writer))
    assert.equal(await try_(other, person.email, testPassword, '10.0.0.9'), 'in')
    await forget()
  })

  it('keeps nobody out for what a stranger guesses elsewhere, but slows many addresses down, for five minutes at most', async () => {
    await forget()
    const { email } = await testPerson(server, ['analyst'])
    const attempt = (password: string, address: string) =>
      server.desks.accounts
        .signIn({ headers: new Headers(), origin: 'http://localhost', address }, { email, password })
        .then(() => 'in')
        .catch((error: { code?: string; params?: { minutes?: number } }) => `${error.code} ${error.params?.minutes ?? ''}`)
    for (let i = 0; i < 6; i++) await attempt('wrong wrong wrong', '10.1.0.1')
    assert.equal(await attempt(testPassword, '10.1.0.1'), 'rate.limited 1')
    assert.equal(await attempt(testPassword, '10.1.0.2'), 'in')
    assert.equal(await attempt(testPassword, '10.1.0.1'), 'rate.limited 1')
    await attempt('wrong wrong wrong', '10.1.0.3')
    await write(server.observatory.db, (writer) =>
      sql`UPDATE sign_in_attempt SET failures = 90 WHERE key LIKE 'everywhere:%'`.execute(writer),
    )
    assert.equal(await attempt('wrong wrong wrong', '10.1.0.4'), 'signIn.refused ')
    assert.equal(await attempt('wrong wrong wrong', '10.1.0.5'), 'rate.limited 5')
    await forget()
  })

  it('counts a hundred attempts at once as a hundred', async () => {
    await forget()
    const person = await testPerson(server, ['analyst'])
    const all = await Promise.all(Array.from({ length: 12 }, () => sendSignIn(server, person.email, 'wrong wrong wrong')))
    const tally = Map.groupBy(all, ({ status }) => status)
    assert.equal(tally.get(422)?.length, 5)
    assert.equal(tally.get(429)?.length, 7)
    assert.match(await (tally.get(429)?.[0] ?? assert.fail()).text(), /Wait a minute/)
    await forget()
  })

  it('gives a new session each time, and leaves none behind that was planted', async () => {
    const planted = await signedIn(server, ['officer'])
    const person = await testPerson(server, ['analyst'])
    const answer = await sendSignIn(server, person.email, testPassword, planted.cookie)
    const fresh = cookieHeader(answer)
    assert.notEqual(fresh, planted.cookie)
    assert.equal((await server.desks.accounts.viewerOf(new Headers({ cookie: fresh }))).userId, person.id)
    assert.equal(await statusWith(planted.cookie), 401)
    const invented = 'passerelle.session_token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.c2lnbmVk'
    const again = cookieHeader(await sendSignIn(server, person.email, testPassword, invented))
    assert.ok(!again.includes('AAAAAAAA'))
  })

  it('gives nothing for an expired, idle, revoked, foreign or forged session', async () => {
    const change = (cookie: string, set: ReturnType<typeof sql>) => {
      const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? ''
      return write(server.observatory.db, (writer) => sql`${set} WHERE token = ${token}`.execute(writer))
    }
    const changes = {
      expired: sql`UPDATE auth_session SET "expiresAt" = now() - interval '1 second'`,
      idle: sql`UPDATE auth_session SET "updatedAt" = now() - interval '3 hours'`,
      revoked: sql`DELETE FROM auth_session`,
    }
    for (const [kind, set] of Object.entries(changes)) {
      const { cookie } = await signedIn(server, ['administrator'])
      assert.equal(await statusWith(cookie), 200, kind)
      await change(cookie, set)
      assert.equal(await statusWith(cookie), 401, kind)
      assert.equal((await browserLike(server, cookie).get('/en/invitations')).status, 401, kind)
    }
    const { cookie } = await signedIn(server, ['administrator'])
    const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? ''
    const signed = createHmac('sha256', 'a secret of another portal, thirty-two').update(token).digest('base64')
    for (const forged of [
      `passerelle.session_token=${encodeURIComponent(`${token}.${signed}`)}`,
      `passerelle.session_token=${token}`,
      `passerelle.session_token=${token}.`,
      'passerelle.session_token=',
      'passerelle.session_token=%00.%FF',
      `${cookie.slice(0, -6)}AAAAAA`,
    ])
      assert.equal(await statusWith(forged), 401, forged)
    assert.equal(await statusWith(cookie), 200)
  })

  it('notes the use of a session, so that a working one does not become idle', async () => {
    const { cookie, person } = await signedIn(server, ['analyst'])
    const { db } = server.observatory
    await write(db, (writer) =>
      sql`UPDATE auth_session SET "updatedAt" = now() - interval '1 hour' WHERE "userId" = ${person.id}`.execute(writer),
    )
    assert.equal(await statusWith(cookie), 200)
    const { rows } = await write(db, (writer) =>
      sql<{
        fresh: boolean
      }>`SELECT "updatedAt" > now() - interval '1 minute' AS fresh FROM auth_session WHERE "userId" = ${person.id}`.execute(
        writer,
      ),
    )
    assert.deepEqual(rows, [{ fresh: true }])
  })

  it('signs out by a form, at once and for good', async () => {
    const { cookie } = await signedIn(server, ['analyst'])
    const browser = browserLike(server, cookie)
    const answer = await browser.post('/en/sign-out')
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/en'])
    assert.equal(browser.cookie(), '')
    assert.equal(await statusWith(cookie), 401)
  })

  it('does nothing for a form of another site, whatever its cookies', async () => {
    const { cookie } = await signedIn(server, ['administrator'])
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
      for (const path of ['/en/sign-out', '/en/account/name', '/en/invitations', '/en/sign-in', '/api/auth/passkey/new']) {
        const answer = await browserLike(server, cookie).post(
          path,
          { name: 'Mallory' },
          { origin, 'sec-fetch-site': 'cross-site' },
        )
        assert.equal(answer.status, 403, `${path} from ${origin}`)
      }
    assert.equal(await statusWith(cookie), 200)
  })

  it('leads back to a page of this site, and nowhere else', async () => {
    const person = await testPerson(server, ['analyst'])
    const leads = async (back: string) =>
      (await browserLike(server).post('/en/sign-in', { email: person.email, password: testPassword, return: back })).headers.get(
        'location',
      )
    assert.equal(await leads('/en/matrix?group=age%3A75%2B'), '/en/matrix?group=age%3A75%2B')
    for (const evil of [
      'https://evil.example/',
      '//evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      '/%2e//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '\\/evil',
      '/%0d%0aSet-Cookie:x',
      'evil',
    ])
      assert.match((await leads(evil)) ?? '', /^\/(en\/account$|%0d)/, evil)
    for (const evil of ['//evil', '/.//evil.com', '/\\evil', '/a\nb', 'http://evil', '', null])
      assert.equal(safeReturn(evil), null)
  })

  it('keeps what was typed, but never the password, and names each fault at its field', async () => {
    const answer = await browserLike(server).post('/fr/connexion', {
      email: 'pas une adresse',
      password: '',
      return: '/fr/compte',
    })
    assert.equal(answer.status, 422)
    const html = await answer.text()
    assert.match(html, /value="pas une adresse"/)
    assert.match(html, /href="#email"/)
    assert.match(html, /href="#password"/)
    assert.match(html, /name="return" value="\/fr\/compte"/)
    const wrong = await (
      await browserLike(server).post('/fr/connexion', { email: 'a@b.example', password: 'secret typed here' })
    ).text()
    assert.doesNotMatch(wrong, /secret typed here/)
  })

  it('refuses a form of a megabyte in a sentence', async () => {
    const answer = await browserLike(server).post('/en/sign-in', { email: 'a@b.example', password: 'x'.repeat(1_000_000) })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /too long/)
  })

  it('works behind a server that speaks HTTPS under a public name, with secure cookies', async () => {
    const { createDesks } = await import('#app/desks.ts')
    const { createWeb } = await import('#web/app.tsx')
    const desks = createDesks({ ...server.tools, origin: 'https://observatoire.example' })
    const options = { version: '0', allowedHosts: ['observatoire.example'], log: () => assert.fail('a bug') }
    const app = createWeb(server.portal, desks, options)
    const person = await testPerson(server, ['analyst'])
    const send = (origin: string) =>
      app.request('http://observatoire.example/en/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ email: person.email, password: testPassword }),
        headers: { origin, host: 'observatoire.example' },
      })
    assert.equal((await send('https://evil.example')).status, 403)
    const answer = await send('https://observatoire.example')
    assert.equal(answer.status, 303)
    const [cookie = ''] = answer.headers.getSetCookie()
    assert.match(cookie, /^__Secure-passerelle\.session_token=.*; Secure/)
    const held = { cookie: cookieHeader(answer), host: 'observatoire.example' }
    assert.equal((await app.request('http://observatoire.example/en/account', { headers: held })).status, 200)
  })
})
