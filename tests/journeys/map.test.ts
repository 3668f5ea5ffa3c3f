import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { axeViolations, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

/** Until the script has laid its maps over the drawings; software rendering takes its time. */
const ready = (page: Page): Promise<unknown> => page.locator('.maps-ready').waitFor({ timeout: 30_000 })
const zonesOf = (page: Page): string[] => (new URL(page.url()).searchParams.get('zone') ?? '').split(',').filter(Boolean)

describe('finding an indicator’s map', { skip: noBrowser }, () => {
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

  for (const width of [360, 1280]) {
    it(`from the home page to a choice of zones, without JavaScript, ${width} pixels`, async () => {
      await visit(browser, `${server.url}/fr`, { javaScript: false, width }, async (page) => {
        if (width === 360) await page.getByText('Menu', { exact: true }).click()
        await page.getByRole('link', { name: 'Carte', exact: true }).filter({ visible: true }).first().click()
        assert.equal(new URL(page.url()).pathname, '/fr/carte')
        await page.getByLabel('Sujet', { exact: true }).selectOption('survey')
        await page.getByRole('button', { name: 'Afficher' }).click()
        await page.getByLabel('Chiffre', { exact: true }).selectOption('level')
        await page.getByLabel('Service', { exact: true }).selectOption('health')
        await page.getByLabel('Critère', { exact: true }).selectOption('delays')
        await page.getByRole('button', { name: 'Afficher' }).click()
        assert.match(
          await page.getByRole('heading', { level: 1 }).innerText(),
          /^Niveau d’accessibilité, santé, médecins, délais/,
        )
        const boxes = page.locator('.map-table input[name=zone]')
        await boxes.first().check()
        await page.getByRole('button', { name: 'Montrer la sélection' }).click()
        assert.equal(zonesOf(page).length, 1)
        assert.equal(await page.locator('.chosen-figures dd').count(), 1)
        assert.equal(
          await page
            .locator('.map-drawing .chosen-zones')
            .getAttribute('d')
            .then((path) => (path ?? '').length > 10),
          true,
        )
        assert.equal(await overflow(page), 0)
      })
    })
  }

  it('by keyboard alone, table and map sharing the selection', async () => {
    await visit(browser, `${server.url}/en/map`, {}, async (page) => {
      await ready(page)
      await page.locator('.map-table input[name=zone]').first().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await page.locator('.chosen-figures dd').first().waitFor()
      const second = await page.locator('.map-table input[name=zone]').nth(1).getAttribute('value')
      assert.deepEqual(zonesOf(page), [second])
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Space')
      await page.locator('.chosen-figures .together').waitFor()
      assert.equal(zonesOf(page).length, 2)
      await page.locator('#clear-selection').focus()
      await page.keyboard.press('Enter')
      await page.locator('.chosen-figures').waitFor({ state: 'detached' })
      assert.deepEqual(zonesOf(page), [])
      assert.equal(await page.locator('.map-table input:checked').count(), 0)
    })
  })

  it('by a click on the map, kept when the page is opened again in the other language', async () => {
    await visit(browser, `${server.url}/fr/carte`, {}, async (page) => {
      await ready(page)
      await page.waitForTimeout(500)
      const frame = await page.locator('.map-canvas').boundingBox()
      assert.ok(frame)
      await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2)
      await page.locator('.chosen-figures dd').first().waitFor()
      const chosen = zonesOf(page)
      assert.equal(chosen.length, 1)
      await page.getByRole('link', { name: 'English' }).click()
      assert.equal(new URL(page.url()).pathname, '/en/map')
      assert.deepEqual(zonesOf(page), chosen)
      assert.equal(await page.locator(`.map-table input[value="${chosen[0]}"]`).isChecked(), true)
    })
  })

  it('draws an area and says what lives in it, between bounds', async () => {
    await visit(browser, `${server.url}/en/map`, {}, async (page) => {
      await ready(page)
      await page.getByRole('button', { name: 'Draw an area' }).click()
      const frame = await page.locator('.map-canvas').boundingBox()
      assert.ok(frame)
      for (const [x, y] of [
        [0.4, 0.4],
        [0.6, 0.4],
        [0.6, 0.6],
        [0.4, 0.6],
      ] as const)
        await page.mouse.click(frame.x + frame.width * x, frame.y + frame.height * y)
      await page.keyboard.press('Enter')
      await page.locator('.area-result').waitFor()
      assert.match(await page.locator('.area-result').innerText(), /certainly between [\d,]+ and [\d,]+/)
      assert.equal(new URL(page.url()).searchParams.get('area')?.split('_').length, 4)
    })
  })

  it('works out an area typed as coordinates, without JavaScript', async () => {
    await visit(browser, `${server.url}/fr/carte`, { javaScript: false, width: 360 }, async (page) => {
      await page.getByText('Saisir les coordonnées').click()
      await page.getByLabel('Coins de la zone').fill('2.2 50.7\n2.3 50.7\n2.3 50.8')
      await page.getByRole('button', { name: 'Calculer pour cette zone' }).click()
      assert.match(await page.locator('.area-result').innerText(), /certainement entre/)
    })
  })

  it('moves two maps together', async () => {
    await visit(browser, `${server.url}/en/map?compare=places&places=all`, {}, async (page) => {
      await ready(page)
      assert.equal(await page.locator('.map-canvas canvas').count(), 2)
      await page.getByRole('button', { name: 'Zoom in' }).click()
      await page.waitForURL(/[?&]view=/)
      const [lon, lat, zoom] = (new URL(page.url()).searchParams.get('view') ?? '').split('*').map(Number)
      assert.ok((lon ?? 0) > 1 && (lat ?? 0) > 49 && (zoom ?? 0) > 8)
    })
  })

  it('saves a picture with legend and source', async () => {
    await visit(browser, `${server.url}/en/map`, {}, async (page) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#map-as-png').click()])
      assert.match(download.suggestedFilename(), /\.png$/)
    })
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no axe violation once the maps are there, ${scheme}`, async () => {
      const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true, viewport: { width: 1280, height: 900 } })
      try {
        const page = await context.newPage()
        await page.goto(
          `${server.url}/fr/carte?indicator=level&subject=survey&service=health&compare=places&places=health&territory=62`,
        )
        await ready(page)
        assert.deepEqual(await axeViolations(page), [])
        assert.equal(await overflow(page), 0)
      } finally {
        await context.close()
      }
    })
  }
})
