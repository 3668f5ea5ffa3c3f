import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

const pages = {
  fr: [
    '/fr/enquetes',
    '/fr/nouvelle-enquete',
    '/fr/enquetes/besoins-2026?territory=62',
    '/fr/enquetes/besoins-2026/echantillon?territory=62',
    '/fr/enquetes/besoins-2026/terrain?territory=62',
    '/fr/enquetes/besoins-2026/affiche?territory=62',
    '/fr/enquetes/besoins-2026/cloture?territory=62',
    '/fr/grilles',
    '/fr/grilles/grid%2F1',
    '/fr/grilles/grid%2F1/textes/cost',
    '/fr/grilles/grid%2F1/sans-objet',
    '/fr/grilles/grid%2F1/correspondances/cget2015',
  ],
  en: [
    '/en/surveys',
    '/en/new-survey',
    '/en/surveys/satisfaction-2026?territory=kent',
    '/en/surveys/satisfaction-2026/sample?territory=kent',
    '/en/surveys/satisfaction-2026/field?territory=kent',
  ],
} as const

describe('preparing a survey in a browser', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser
  let cookie = ''

  before(async () => {
    server = await portalServer()
    browser = await launchBrowser()
    cookie = (await signedIn(server, ['analyst'])).cookie
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  for (const scheme of ['light', 'dark'] as const)
    it(`has pages that everybody can use, ${scheme}`, async () => {
      const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true })
      const [name = '', ...value] = cookie.split('=')
      await context.addCookies([{ name, value: value.join('='), url: server.url }])
      try {
        const page = await context.newPage()
        for (const path of [...pages.fr, ...pages.en]) {
          await page.setViewportSize({ width: 360, height: 740 })
          assert.equal((await page.goto(server.url + path))?.status(), 200, path)
          assert.equal(await overflow(page), 0, `${path} at 360`)
          await page.setViewportSize({ width: 1280, height: 900 })
          assert.equal(await overflow(page), 0, `${path} at 1280`)
          assert.deepEqual(await axeViolations(page), [], path)
        }
      } finally {
        await context.close()
      }
    })

  for (const javaScript of [true, false])
    it(`goes from an idea to an open field, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      await visit(browser, `${server.url}/fr/nouvelle-enquete?territory=62`, { cookie, javaScript }, async (page) => {
        await page.getByLabel('Titre en français').fill('Vos démarches')
        await page.getByLabel('Titre en anglais').fill('Your procedures')
        await page.getByLabel('Premier jour du terrain').fill('2026-11-02')
        await page.getByLabel('Dernier jour du terrain').fill('2027-03-31')
        await page.getByLabel('Qui demande, en français').fill('Le Département')
        await page.getByLabel('Qui demande, en anglais').fill('The Département')
        await page.getByRole('button', { name: 'Créer' }).click()
        await page.getByText('À faire maintenant').waitFor()
        await page.getByRole('link', { name: 'Plan de l’échantillon' }).click()
        await page.getByLabel('Réponses en tout').fill('3000')
        await page.getByRole('button', { name: 'Recalculer' }).click()
        await page.getByRole('button', { name: 'Garder ce plan' }).click()
        await page.getByText('C’est le plan gardé').waitFor()
        await page.getByRole('link', { name: 'Vue d’ensemble' }).click()
        await page.getByRole('button', { name: 'Ouvrir l’enquête' }).click()
        await page.getByRole('link', { name: 'Suivre le terrain' }).click()
        await page.getByLabel('Codes à faire').fill('4')
        await page.getByRole('button', { name: 'Faire et montrer' }).click()
        await page.getByText('montrés cette seule fois').first().waitFor()
        assert.equal(await page.locator('.survey-slips li').count(), 4)
      })
    })
})
