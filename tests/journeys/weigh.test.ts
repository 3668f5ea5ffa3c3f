import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { inspect, launchBrowser, noBrowser, visit } from '#tests/visit.ts'

const words = {
  fr: {
    path: '/fr/poids',
    root: 'le Pas-de-Calais',
    others: 'Essayer d’autres réglages',
    rest: 'Activité',
    tryIt: 'Essayer',
    name: 'Nom de la version',
    freeze: 'Figer comme version',
    force: 'Mettre en vigueur',
    frozen: /Version figée/,
    forced: /est en vigueur/,
    tight: /trop étroites/,
  },
  en: {
    path: '/en/weights',
    root: 'Kent',
    others: 'Try other settings',
    rest: 'Activity',
    tryIt: 'Try',
    name: 'Name of the version',
    freeze: 'Freeze as a version',
    force: 'Put in force',
    frozen: /Version frozen/,
    forced: /is in force/,
    tight: /too tight/,
  },
} as const

describe('weighing a survey', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser
  let cookie = ''

  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['analyst'], { name: 'Léa Analyste' })).cookie
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  /** From the list to a version in force: bounds too tight first, then wide enough. */
  const walk = async (page: Page, language: 'fr' | 'en'): Promise<void> => {
    const { root, others, rest, tryIt, name, freeze, force, frozen, forced, tight } = words[language]
    await page
      .getByRole('row')
      .filter({ hasText: new RegExp(root, 'i') })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('link', { name: others }).click()
    await page.getByRole('radio', { name: /logit/ }).check()
    await page.getByRole('checkbox', { name: new RegExp(`^${rest}`) }).uncheck()
    await page.locator('#lower').fill('0.95')
    await page.locator('#upper').fill('1.05')
    await page.getByRole('button', { name: tryIt, exact: true }).click()
    assert.match(await page.getByRole('alert').innerText(), tight)
    assert.equal(await page.locator('#lower').inputValue(), '0.95')
    await page.locator('#lower').fill('0.3')
    await page.locator('#upper').fill('4')
    await page.getByRole('button', { name: tryIt, exact: true }).click()
    await page.getByLabel(name).fill(`Essai ${language}`)
    await page.getByRole('button', { name: freeze }).click()
    assert.match(await page.getByRole('status').innerText(), frozen)
    assert.match(await page.locator('h1').innerText(), new RegExp(`Essai ${language}`))
    await page.getByRole('button', { name: force }).click()
    assert.match(await page.getByRole('status').innerText(), forced)
  }

  it('goes from the list to a version in force, in French and without JavaScript', () =>
    visit(browser, server.url + words.fr.path, { cookie, javaScript: false }, (page) => walk(page, 'fr')))

  it('does so in English on a phone', () =>
    visit(browser, server.url + words.en.path, { cookie, width: 360 }, (page) => walk(page, 'en')))
})

describe('the pages of weights', { skip: noBrowser }, () => {
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

  for (const scheme of ['light', 'dark'] as const)
    it(`are open to all and fit a phone, ${scheme}`, async () => {
      const { cookie, viewer } = await signedIn(server, ['analyst'])
      const code = (await server.desks.weights.list(viewer)).find(({ survey }) => survey.root.code === '62')?.survey.code ?? ''
      const urls = [
        '/fr/poids',
        `/en/weights/62/${code}`,
        `/fr/poids/62/${code}/essai?method=raking&variable=stratum&variable=activity`,
        `/en/weights/62/${code}/try?method=logit&lower=3&upper=1`,
        `/fr/poids/62/${code}/marges`,
        `/en/weights/62/${code}/versions/1`,
        `/fr/poids/62/${code}/ecarts?from=1&to=1`,
      ].map((path) => server.url + path)
      for (const { url, violations, overflow } of await inspect(browser, urls, scheme, cookie)) {
        assert.deepEqual(violations, [], url)
        assert.deepEqual(overflow, [0, 0], url)
      }
    })
})
