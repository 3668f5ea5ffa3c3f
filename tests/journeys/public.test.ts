import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { inspect, launchBrowser, noBrowser, visit } from '#tests/visit.ts'

const pages = [
  '/fr',
  '/en',
  '/fr/recherche?q=poubelle+st+omer',
  '/en/search?q=ashfrod',
  '/fr/recherche?q=xqzwvkj',
  '/en/search',
  '/fr/lieux?service=library&where=Arras',
  '/en/places?service=health&where=Ashford&stepfree=1',
  '/fr/lieux?where=Xqzwvkj',
  '/fr/lieux/mairie-62765',
  '/en/places/mairie-62765',
  '/fr/communes/62765',
  '/en/communes/62014',
  '/fr/resultats',
  '/en/results',
  '/fr/resultats?territory=62',
  '/fr/a-propos',
  '/en/about',
  '/fr/accessibilite',
  '/en/accessibility',
  '/fr/vie-privee',
  '/en/privacy',
]

const tongues = [
  {
    language: 'fr',
    question: 'bibliothèque st omer',
    search: 'Chercher',
    all: 'Voir tous les lieux, du plus proche au plus lointain',
    open: 'ouvert maintenant',
    find: 'Trouver',
    title: /au plus près de Saint-Omer/,
    openNow: /^Ouvert/,
    none: /Aucun lieu ne répond/,
    hours: 'Horaires',
  },
  {
    language: 'en',
    question: 'ashfrod doctor',
    search: 'Search',
    all: 'See all places, nearest first',
    open: 'open now',
    find: 'Find',
    title: /nearest to Ashford/,
    openNow: /^Open/,
    none: /No place matches/,
    hours: 'Opening hours',
  },
] as const

/** Presses Tab until the element with the focus has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(
      '(document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? "").trim()',
    )
    if (focused === name) return
  }
  assert.fail(`the keyboard never reaches “${name}”`)
}

describe('a citizen without an account', { skip: noBrowser }, () => {
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

  for (const scheme of ['light', 'dark'] as const) {
    it(`finds no barrier that axe knows, and no page wider than the screen, ${scheme}`, async () => {
      const found = await inspect(
        browser,
        pages.map((path) => server.url + path),
        scheme,
      )
      assert.equal(found.length, pages.length)
      for (const { url, violations, overflow } of found) {
        assert.deepEqual(violations, [], url)
        assert.deepEqual(overflow, [0, 0], `${url} is wider than its window`)
      }
    })
  }

  for (const { language, question, search, all, open, find, title, openNow, none, hours } of tongues) {
    for (const width of [360, 1280]) {
      it(`finds the nearest place that is open, ${language}, ${width} pixels, without JavaScript`, async () => {
        await visit(browser, `${server.url}/${language}`, { width, javaScript: false }, async (page) => {
          await page.getByRole('searchbox').fill(question)
          await page.getByRole('button', { name: search }).click()
          await page.getByRole('link', { name: all }).click()
          assert.match(await page.getByRole('heading', { level: 1 }).innerText(), title)
          const before = await page.locator('.place-cards li').count()
          assert.ok(before > 1, 'places are listed')
          await page.getByLabel(open, { exact: true }).check()
          await page.getByRole('button', { name: find }).click()
          assert.match(await page.getByRole('heading', { level: 1 }).innerText(), title)
          const states = await page.locator('.place-cards .opening').allInnerTexts()
          // At night nothing may be open: then the page says so.
          if (states.length === 0) {
            assert.match(await page.locator('main').innerText(), none)
            return
          }
          for (const state of states) assert.match(state.trim(), openNow)
          const first = page.locator('.place-cards a').first()
          const name = await first.innerText()
          await first.click()
          assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), name)
          assert.match((await page.locator('.lead .opening').innerText()).trim(), openNow)
          assert.ok(await page.getByRole('heading', { name: hours }).isVisible())
        })
      })
    }
  }

  it('goes from the home page to a place by the keyboard alone', async () => {
    await visit(browser, `${server.url}/en`, {}, async (page) => {
      await tabTo(page, 'What do you need, and where?')
      await page.keyboard.type('town hall saint-omer')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\/search\?q=town/)
      await tabTo(page, 'Town hall (mairie), Saint-Omer')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\/places\/mairie-62765/)
      await tabTo(page, 'All services: Saint-Omer')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\/communes\/62765/)
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Saint-Omer/)
    })
  })

  it('corrects a misspelt name by one link, and a question without answer by the examples', async () => {
    await visit(browser, `${server.url}/en/search?q=ashfrod`, { width: 360 }, async (page) => {
      await page.locator('.meant a').click()
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Results for “Ashford”/)
      assert.equal(await page.locator('.meant').count(), 0)
    })
    await visit(browser, `${server.url}/fr/recherche?q=xqzwvkj`, {}, async (page) => {
      assert.match(await page.locator('main').innerText(), /Essayez ainsi/)
      await page.getByRole('link', { name: /seize services/ }).click()
      assert.equal(new URL(page.url()).pathname, '/fr/services')
    })
  })

  it('reads the results in sentences and opens the evidence of one', async () => {
    await visit(browser, `${server.url}/fr`, {}, async (page) => {
      await page.getByRole('link', { name: 'Lire tous les résultats en clair' }).click()
      await page.locator('.plain-cells a').first().click()
      assert.match(new URL(page.url()).pathname, /^\/fr\/matrice\/\w+\/\w+$/)
    })
  })
})
