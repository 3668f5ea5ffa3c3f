import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { write } from '#store/open.ts'
import { queueMessage } from '#store/outbox.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { testPassword, testPerson } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, noBrowser, overflow } from '#tests/visit.ts'

const pages = {
  fr: [
    '',
    '/organisations?q=caf',
    '/nouvelle-organisation',
    '/organisations/caf-62',
    '/personnes',
    '/territoires',
    '/territoires/audomarois',
  ].concat(['/services', '/services/tax', '/demarches', '/messages', '/journal', '/sauvegarde', '/reglages']),
  en: ['', '/people', '/services/library?side=GB', '/backup', '/audit'],
} as const

describe('administering the observatory', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser
  let email = ''
  let person = ''

  before(async () => {
    server = await portalServer()
    browser = await launchBrowser()
    const made = await testPerson(server, ['administrator'], { name: 'Ada Lovelace' })
    email = made.email
    person = made.id
    const message = {
      to: 'bea@example.org',
      subject: 'Invitation',
      text: 'Bonjour,\n\nhttps://example.org/a\n',
      kind: 'invitation',
    }
    await write(server.observatory.db, (writer) => queueMessage(writer, message))
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  /** A signed-in administrator's browser; errors of the console fail the test. */
  const asAdministrator = async (
    options: { scheme?: 'light' | 'dark'; width?: number; javaScript?: boolean },
    act: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> => {
    const { scheme = 'light', width = 1280, javaScript = true } = options
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: javaScript,
      bypassCSP: javaScript,
    })
    const faults: string[] = []
    try {
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('status of 4')) faults.push(message.text())
      })
      await page.goto(`${server.url}/en/sign-in`)
      await page.getByLabel('E-mail', { exact: false }).first().fill(email)
      await page.locator('#password').fill(testPassword)
      await page.locator('main form').first().getByRole('button').first().click()
      await page.waitForURL(/\/account/)
      await act(page, context)
      assert.deepEqual(faults, [])
    } finally {
      await context.close()
    }
  }

  for (const scheme of ['light', 'dark'] as const) {
    it(`has pages that everybody can use, ${scheme}`, async () => {
      await asAdministrator({ scheme }, async (page) => {
        const list = [
          ...pages.fr.map((path) => `/fr/administration${path}`),
          ...pages.en.map((path) => `/en/administration${path}`),
          `/fr/administration/personnes/${person}`,
        ]
        for (const path of list) {
          await page.setViewportSize({ width: 360, height: 740 })
          await page.goto(server.url + path)
          assert.equal(await overflow(page), 0, `${path} at 360`)
          const onPhone = await axeViolations(page)
          await page.setViewportSize({ width: 1280, height: 900 })
          assert.equal(await overflow(page), 0, `${path} at 1280`)
          assert.deepEqual([...onPhone, ...(await axeViolations(page))], [], path)
        }
      })
    })
  }

  it('mends an organisation with the keyboard alone, from the fault to the field', async () => {
    await asAdministrator({}, async (page) => {
      await page.goto(`${server.url}/en/administration/organisations/caf-62`)
      await page.locator('#nameEn').focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Delete')
      await page.keyboard.press('Enter')
      const fault = page.locator('.fault-summary a')
      await fault.waitFor()
      await fault.focus()
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate('document.activeElement.id'), 'nameEn')
      await page.keyboard.type('Family allowance fund')
      await page.keyboard.press('Enter')
      await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Family allowance fund')
    })
  })

  it('hands a message over on a phone without JavaScript', async () => {
    await asAdministrator({ width: 360, javaScript: false }, async (page) => {
      await page.goto(`${server.url}/fr/administration`)
      await page.getByRole('link', { name: /à remettre/ }).click()
      await page.getByRole('link', { name: 'bea@example.org' }).click()
      await page.getByRole('button', { name: 'Noter comme remis' }).click()
      await page.getByText('Le texte n’est pas gardé').waitFor()
    })
  })

  it('downloads a backup while it is made', async () => {
    await asAdministrator({}, async (page) => {
      await page.goto(`${server.url}/en/administration/backup`)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download the backup' }).click(),
      ])
      assert.match(download.suggestedFilename(), /^observatory-\d{4}-\d{2}-\d{2}\.passerelle$/)
      assert.equal(await download.failure(), null)
      await page.goto(`${server.url}/en/administration/backup`)
      await page.getByText('by Ada Lovelace.').waitFor()
    })
  })
})
