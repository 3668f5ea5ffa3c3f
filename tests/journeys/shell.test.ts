import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { launchBrowser, noBrowser, visit } from '#tests/visit.ts'

describe('moving between territories and languages', { skip: noBrowser }, () => {
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

  it('changes the language and keeps the page with all its choices', async () => {
    await visit(browser, `${server.url}/fr/matrice/health/delays?territory=200069037&group=sex:female`, {}, async (page) => {
      await page.getByRole('link', { name: 'English' }).click()
      const { pathname, searchParams } = new URL(page.url())
      assert.equal(pathname, '/en/matrix/health/delays')
      assert.deepEqual(
        [...searchParams],
        [
          ['territory', '200069037'],
          ['group', 'sex:female'],
        ],
      )
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    })
  })

  it('changes the territory in view on the same page, without JavaScript, and every link carries it', async () => {
    await visit(browser, `${server.url}/fr/comparaison?service=tax`, { javaScript: false }, async (page) => {
      await page.getByLabel('Territoire', { exact: true }).selectOption('62')
      await page.getByRole('button', { name: 'Changer' }).click()
      const { pathname, searchParams } = new URL(page.url())
      assert.equal(pathname, '/fr/comparaison')
      assert.equal(searchParams.get('territory'), '62')
      assert.equal(searchParams.get('service'), 'tax')
      await page.getByRole('link', { name: 'Territoire', exact: true }).first().click()
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /dans le Pas-de-Calais/)
    })
  })

  it('starts the main job, shows it and follows it to its end', async () => {
    const { cookie } = await signedIn(server, ['analyst'])
    await visit(browser, `${server.url}/en/calculations`, { cookie }, async (page) => {
      await page.getByRole('button', { name: /^Compute the figures/ }).click()
      await page.locator('.job.done').first().waitFor({ timeout: 60_000 })
      assert.equal(new URL(page.url()).pathname, '/en/calculations')
    })
  })

  it('opens the menu on a phone without JavaScript', async () => {
    await visit(browser, `${server.url}/en`, { width: 360, javaScript: false }, async (page) => {
      await page.getByText('Menu', { exact: true }).click()
      await page.locator('.subjects-menu').getByRole('link', { name: 'Method' }).click()
      assert.equal(new URL(page.url()).pathname, '/en/method')
    })
  })
})
