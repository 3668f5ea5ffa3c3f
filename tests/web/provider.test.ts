import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Viewer } from '#domain/accounts'
import { browserLike, type BrowserLike } from '#tests/browserLike.ts'
import { byStrangeKey, oidcProvider, passThrough, unsigned, type Falsify, type OidcProvider } from '#tests/oidcProvider.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn, testPerson } from '#tests/signedIn.ts'

const origin = 'http://localhost'
const hour = 3600

describe('signing in through an outside provider', () => {
  let provider: OidcProvider
  let server: PortalServer
  before(async () => {
    provider = await oidcProvider(`${origin}/api/auth/callback/oidc`, `${origin}/en`)
    server = await portalServer({ oidc: { issuer: provider.issuer, ...provider.client, name: 'ProConnect' } })
  })
  after(async () => {
    await server?.close()
    await provider?.close()
  })

  /** The address at the provider that the sign-in page sends a browser to. */
  const start = async (browser: BrowserLike, back = '/en/account'): Promise<string> => {
    const answer = await browser.post('/en/sign-in/provider', { return: back })
    assert.equal(answer.status, 200)
    const address = /^0; url=(.*)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? assert.fail('leads nowhere')
    assert.ok((await answer.text()).includes(`href="${address.replaceAll('&', '&amp;')}"`), 'the page has the link too')
    return address
  }
  const through = async (browser: BrowserLike, back?: string): Promise<string> =>
    passThrough(provider.issuer, await start(browser, back))
  const local = (address: string): string => address.slice(origin.length)
  const viewerIn = (browser: BrowserLike): Promise<Viewer> =>
    server.desks.accounts.viewerOf(new Headers({ cookie: browser.cookie() }))
  let count = 0
  const newAgent = (more: Partial<OidcProvider['agent']> = {}): void => {
    count += 1
    provider.agent = {
      sub: `agent-${count}`,
      given_name: 'Angela',
      usual_name: `Dubois ${count}`,
      email: `agent-${count}@ministere.example`,
      siret: '13002526500013',
      idp_id: 'a-b-c',
      ...more,
    }
  }

  it('asks with state, nonce and PKCE, for the claims of ProConnect', async () => {
    const address = new URL(await start(browserLike(server)))
    assert.equal(address.origin, provider.issuer)
    const asked = Object.fromEntries(address.searchParams)
    assert.equal(asked['response_type'], 'code')
    assert.equal(asked['code_challenge_method'], 'S256')
    assert.equal(asked['redirect_uri'], `${origin}/api/auth/callback/oidc`)
    assert.ok((asked['state'] ?? '').length >= 32 && (asked['nonce'] ?? '').length >= 16)
    assert.deepEqual((asked['scope'] ?? '').split(' ').toSorted(), [
      'email',
      'given_name',
      'idp_id',
      'openid',
      'siret',
      'usual_name',
    ])
  })

  it('makes an account without rights for who was not invited, and tells so', async () => {
    newAgent()
    const browser = browserLike(server)
    const answer = await browser.get(local(await through(browser, '/en/matrix?x=1')))
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/en/matrix?x=1'])
    const viewer = await viewerIn(browser)
    assert.deepEqual([viewer.name, viewer.email, viewer.memberships], [`Angela Dubois ${count}`, provider.agent.email, []])
    const page = await (await browser.get('/en/account')).text()
    assert.match(page, /has no role yet/)
    assert.match(page, /has no password here/)
    assert.equal((await browser.get('/en/invitations')).status, 403)
  })

  it('is the same person the next time, also under a new address', async () => {
    newAgent()
    const first = browserLike(server)
    await first.get(local(await through(first)))
    provider.agent = { ...provider.agent, email: `moved-${count}@ministere.example` }
    const second = browserLike(server)
    await second.get(local(await through(second)))
    assert.equal((await viewerIn(second)).userId, (await viewerIn(first)).userId)
  })

  it('joins an invited account of the same, verified address, and none of an unverified one', async () => {
    const person = await testPerson(server, ['officer'])
    newAgent({ email: person.email, email_verified: false })
    const refused = browserLike(server)
    assert.equal((await refused.get(local(await through(refused)))).status, 422)
    assert.equal((await viewerIn(refused)).userId, null)
    newAgent({ email: person.email })
    const joined = browserLike(server)
    await joined.get(local(await through(joined)))
    const viewer = await viewerIn(joined)
    assert.equal(viewer.userId, person.id)
    assert.equal(viewer.memberships[0]?.role, 'officer')
  })

  it('ends the session here, then at the provider, with the ID token as a hint', async () => {
    newAgent()
    const browser = browserLike(server)
    await browser.get(local(await through(browser)))
    const answer = await browser.post('/en/sign-out')
    const address = new URL(/url=(.*)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? assert.fail('leads nowhere'))
    assert.equal(address.origin, provider.issuer)
    assert.equal(address.searchParams.get('post_logout_redirect_uri'), `${origin}/en`)
    assert.match(address.searchParams.get('id_token_hint') ?? '', /^ey/)
    assert.equal((await viewerIn(browser)).userId, null)
    // The provider knows the hint and the way back: it asks whether to end its session instead of refusing.
    const page = await fetch(address)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /op\.logoutForm|logout/i)
  })

  const falsified: Readonly<Record<string, Falsify>> = {
    'a wrong nonce': (claims, sign) => sign({ ...claims, nonce: 'another' }),
    'no nonce': ({ nonce: _nonce, ...claims }, sign) => sign(claims),
    'a wrong issuer': (claims, sign) => sign({ ...claims, iss: 'https://evil.example' }),
    'a wrong audience': (claims, sign) => sign({ ...claims, aud: 'another-client' }),
    'an expired token': (claims, sign) => sign({ ...claims, iat: (claims.iat ?? 0) - 2 * hour, exp: (claims.iat ?? 0) - hour }),
    'another subject': (claims, sign) => sign({ ...claims, sub: 'agent-of-another' }),
    'no signature': unsigned,
    'a strange key': byStrangeKey,
    'a token that is none': () => Promise.resolve('not.a.token'),
    'an empty token': () => Promise.resolve(''),
  }
  for (const [what, falsify] of Object.entries(falsified))
    it(`refuses ${what} in the ID token, with a page in words`, async () => {
      newAgent()
      const browser = browserLike(server)
      const back = await through(browser)
      provider.falsifyIdToken = falsify
      const answer = await browser.get(local(back))
      provider.falsifyIdToken = null
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /could not be verified|n’a pas pu être vérifiée/)
      assert.equal((await viewerIn(browser)).userId, null)
    })

  const { 'a wrong nonce': _n, 'no nonce': _no, 'an empty token': _e, ...ofUserInfo } = falsified
  for (const [what, falsify] of Object.entries(ofUserInfo))
    it(`refuses ${what} in the signed userinfo`, async () => {
      newAgent()
      const browser = browserLike(server)
      const back = await through(browser)
      provider.falsifyUserInfo = falsify
      const answer = await browser.get(local(back))
      provider.falsifyUserInfo = null
      assert.equal(answer.status, 422)
      assert.equal((await viewerIn(browser)).userId, null)
    })

  it('lets in what was signed anew and not falsified, so that the refusals above are for what was', async () => {
    newAgent()
    const browser = browserLike(server)
    const back = await through(browser)
    let signed = 0
    const honestly: Falsify = (claims, sign) => {
      signed += 1
      return sign(claims)
    }
    Object.assign(provider, { falsifyIdToken: honestly, falsifyUserInfo: honestly })
    const answer = await browser.get(local(back))
    Object.assign(provider, { falsifyIdToken: null, falsifyUserInfo: null })
    assert.deepEqual([answer.status, signed], [303, 2])
  })

  it('refuses an answer used twice, of another browser, of another issuer, or made up', async () => {
    newAgent()
    const browser = browserLike(server)
    const back = local(await through(browser))
    const thief = browserLike(server)
    assert.equal((await thief.get(back)).status, 422, 'another browser')
    assert.equal((await viewerIn(thief)).userId, null)
    const mixed = browserLike(server)
    const other = new URL(await through(mixed))
    other.searchParams.set('iss', 'https://evil.example')
    assert.equal((await mixed.get(local(other.href))).status, 422, 'another issuer')
    const honest = browserLike(server)
    const own = local(await through(honest))
    assert.equal((await honest.get(own)).status, 303)
    const { cookie } = await signedIn(server, [])
    const again = await browserLike(server, cookie).get(own)
    assert.equal(again.status, 422, 'used twice')
    for (const made of ['', '?code=x', '?state=x&code=y', '?error=access_denied&state=x'])
      assert.equal((await browserLike(server).get(`/api/auth/callback/oidc${made}`)).status, 422, made)
    assert.equal((await browserLike(server).get('/api/auth/callback/oidc?state=%00')).status, 404)
  })

  it('says so when the person gave up at the provider', async () => {
    const browser = browserLike(server)
    const state = new URL(await start(browser)).searchParams.get('state') ?? ''
    const answer = await browser.get(
      `/api/auth/callback/oidc?${new URLSearchParams({ error: 'access_denied', state }).toString()}`,
    )
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /You interrupted|Vous avez interrompu/)
  })

  it('lets others sign in while the provider is away', async () => {
    const away = await portalServer({
      oidc: { issuer: 'http://localhost:9', clientId: 'x', clientSecret: 'y', name: 'ProConnect' },
    })
    try {
      const { viewer } = await signedIn(away, ['analyst'])
      assert.equal(viewer.memberships.length, 1)
      const answer = await browserLike(away).post('/en/sign-in/provider')
      assert.equal(answer.status, 422)
    } finally {
      await away.close()
    }
  })

  it('is not offered where none is configured', async () => {
    const without = await portalServer()
    try {
      assert.doesNotMatch(await (await browserLike(without).get('/en/sign-in')).text(), /ProConnect|sign-in\/provider/)
      assert.equal((await browserLike(without).post('/en/sign-in/provider')).status, 422)
    } finally {
      await without.close()
    }
  })
})
