import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { read } from '#store/open.ts'
import { selectMessages } from '#store/outbox.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn, testPassword, testPerson } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

describe('people', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser
  before(async () => {
    server = await portalServer()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  const signIn = async (page: Page, email: string): Promise<void> => {
    await page.fill('#email', email)
    await page.fill('#password', testPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.includes('sign-in') && !url.pathname.includes('connexion'))
  }

  it('sign in without JavaScript, come back to where they were, and sign out', async () => {
    const person = await testPerson(server, ['analyst'], { name: 'Alix Vasseur' })
    await visit(browser, `${server.url}/en/calculations`, { javaScript: false, width: 360 }, async (page) => {
      await page.click('main a[href*="sign-in"]')
      await signIn(page, person.email)
      assert.equal(new URL(page.url()).pathname, '/en/calculations')
      assert.equal(await page.locator('main form[method=post]').count(), 1)
      await page.click('.account-menu summary')
      await page.click('.account-menu button')
      assert.equal(new URL(page.url()).pathname, '/en')
      assert.equal(await page.locator('.account-link').textContent(), 'Sign in')
    })
  })

  it('invite a partner, who accepts on a phone by keyboard alone', async () => {
    const manager = await testPerson(server, ['administrator'], { name: 'Camille Fournier' })
    const email = 'noor@partenaire.example'
    await visit(browser, `${server.url}/fr/invitations`, {}, async (page) => {
      await page.click('main a.button')
      await signIn(page, manager.email)
      await page.click('form.account-form button')
      assert.equal(await page.locator('.fault-summary a').first().getAttribute('href'), '#email')
      await page.fill('#email', email)
      await page.selectOption('#organisation', 'caf-62')
      await page.selectOption('#role', 'officer')
      await page.click('form.account-form button')
      await page.waitForSelector('.notice')
      assert.match((await page.textContent('.key-list')) ?? '', /noor@partenaire\.example\s+en attente/)
    })
    const messages = await read(server.observatory.db, (reader) => selectMessages(reader, null, 50))
    const link = /http\S+/.exec(messages.find(({ to }) => to === email)?.text ?? '')?.[0] ?? assert.fail('no link')
    // Where no public address is configured, links name the one that the inviter used.
    assert.ok(link.startsWith(`${server.url}/fr/invitation/`), link)
    await visit(browser, link, { width: 360 }, async (page) => {
      await page.focus('#name')
      await page.keyboard.type('Noor Haddad')
      await page.keyboard.press('Tab')
      await page.keyboard.type('trois poules au grenier')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(/compte/)
      assert.match((await page.textContent('main')) ?? '', /Bienvenue.*Agent d’accueil, Caisse d’allocations familiales/s)
    })
  })

  it('add a passkey and sign in with it alone', async () => {
    const person = await testPerson(server, ['officer'])
    await visit(browser, `${server.url}/en/sign-in`, {}, async (page) => {
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('WebAuthn.enable')
      await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      await signIn(page, person.email)
      await page.click('#passkey-add button')
      await page.waitForURL(/saved=passkeyAdded/)
      assert.equal(await page.locator('form[action*="/passkeys/"]').count(), 1)
      await page.click('.account-menu summary')
      await page.click('.account-menu button')
      await page.goto(`${server.url}/en/sign-in?return=/en/matrix`)
      await page.click('#passkey-sign-in button')
      await page.waitForURL(/\/en\/matrix$/)
      assert.match((await page.textContent('.account-menu summary')) ?? '', new RegExp(person.name))
      await page.goto(`${server.url}/en/account`)
      await page.click('form[action*="/passkeys/"] button')
      await page.waitForURL(/saved=passkey$/)
      assert.equal(await page.locator('form[action*="/passkeys/"]').count(), 0)
    })
  })

  const contextWith = async (scheme: 'light' | 'dark', cookie: string): Promise<BrowserContext> => {
    const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true })
    const [name = '', value = ''] = cookie.split('=', 2)
    if (cookie !== '') await context.addCookies([{ name, value: cookie.slice(name.length + 1) || value, url: server.url }])
    return context
  }

  for (const scheme of ['light', 'dark'] as const)
    it(`find pages about themselves without barriers, on a phone and a desk, ${scheme}`, async () => {
      const { cookie } = await signedIn(server, ['administrator'], { name: 'Maximilienne de Montmorency-Laval' })
      const pages: [string, string][] = [
        ['/fr/connexion', ''],
        ['/en/sign-in/code', ''],
        ['/fr/mot-de-passe-oublie', ''],
        ['/en/forgotten-password?sent=1', ''],
        ['/fr/compte', ''],
        ['/fr/compte', cookie],
        ['/en/account?saved=password', cookie],
        ['/fr/compte/seconde-etape', cookie],
        ['/fr/invitations?sent=a%40b.example', cookie],
      ]
      const found: string[] = []
      for (const [path, held] of pages) {
        const context = await contextWith(scheme, held)
        const page = await context.newPage()
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          await page.goto(server.url + path)
          const wide = await overflow(page)
          if (wide > 0) found.push(`${path} at ${width}: ${wide} px too wide`)
          found.push(...(await axeViolations(page)).map((each) => `${path} at ${width}: ${each}`))
        }
        await context.close()
      }
      assert.deepEqual(found, [])
    })
})
