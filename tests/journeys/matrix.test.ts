import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { launchBrowser, noBrowser, visit } from '#tests/visit.ts'

describe('reading the matrix', { skip: noBrowser }, () => {
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

  it('leads from the home page to a cell’s evidence and back, without JavaScript', async () => {
    await visit(browser, `${server.url}/fr`, { javaScript: false }, async (page) => {
      await page.locator('nav.subjects').getByRole('link', { name: 'Matrice', exact: true }).click()
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /dans l’Audomarois\u202F\?$/)
      const columns = await page.locator('.matrix thead th').count()
      await page.locator('thead').getByRole('link', { name: 'Transports' }).click()
      assert.equal(await page.locator('.matrix thead th').count(), columns + 4)
      await page.locator('.matrix tbody tr').first().locator('td a').first().click()
      assert.equal(new URL(page.url()).pathname, '/fr/matrice/townHall/information')
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^Mairie, information/)
      await page.getByRole('link', { name: 'Retour à la matrice' }).click()
      assert.equal(new URL(page.url()).pathname, '/fr/matrice')
    })
  })

  it('opens the evidence beside the matrix when scripts run, and gives the focus back', async () => {
    await visit(browser, `${server.url}/fr/matrice`, {}, async (page) => {
      const cell = page.locator('.matrix tbody tr').first().locator('td a').nth(2)
      await cell.focus()
      await page.keyboard.press('Enter')
      const sheet = page.locator('#sheet')
      await sheet.getByRole('heading', { level: 1 }).waitFor()
      await sheet.getByRole('heading', { name: 'La règle' }).waitFor()
      assert.equal(new URL(page.url()).pathname, '/fr/matrice')
      assert.equal(await page.evaluate('document.activeElement.id'), 'sheet')
      await page.keyboard.press('Escape')
      assert.equal(await sheet.isVisible(), false)
      assert.equal(await page.evaluate('document.activeElement.getAttribute("href")'), await cell.getAttribute('href'))
    })
  })

  it('is reached by keyboard alone: skip link, region that scrolls', async () => {
    await visit(browser, `${server.url}/en/matrix`, { width: 360 }, async (page) => {
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate('document.activeElement.className'), 'skip')
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate('document.activeElement.id'), 'main')
      await page.locator('#matrix').focus()
      await page.keyboard.press('ArrowRight')
      let scrolled = 0
      for (let tries = 0; tries < 50 && scrolled === 0; tries++) {
        await page.waitForTimeout(100)
        scrolled = await page.evaluate<number>('document.getElementById("matrix").scrollLeft')
      }
      assert.ok(scrolled > 0)
    })
  })

  it('prints without navigation or controls', async () => {
    await visit(browser, `${server.url}/fr/matrice`, {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      assert.equal(await page.locator('.top').isVisible(), false)
      assert.equal(await page.locator('.filters').isVisible(), false)
      assert.equal(await page.locator('.matrix').isVisible(), true)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      assert.ok(pdf.length > 10_000)
    })
  })

  it('shows one user group when asked, and says so', async () => {
    await visit(browser, `${server.url}/en/matrix`, { javaScript: false }, async (page) => {
      await page.getByLabel('User group').selectOption('age:75+')
      await page.getByRole('button', { name: 'Show' }).click()
      assert.equal(new URL(page.url()).searchParams.get('group'), 'age:75+')
      assert.match(await page.locator('.context').first().innerText(), /User group: aged 75 and over/)
    })
  })
})
