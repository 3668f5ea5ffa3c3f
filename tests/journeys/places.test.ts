import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { jpegExtras, secret } from '#tests/photos.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { testPassword, testPerson, type TestPerson } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

const code = 'mairie-62765'

describe('correcting a place', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser
  let officer: TestPerson
  let coordinator: TestPerson

  async function signIn(page: Page, person: TestPerson): Promise<void> {
    await page.locator('#email').fill(person.email)
    await page.locator('#password').fill(testPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !/connexion|sign-in/.test(url.pathname))
  }

  before(async () => {
    server = await portalServer()
    browser = await launchBrowser()
    officer = await testPerson(server, [{ organisation: 'commune-62765', role: 'officer' }], { name: 'Odile' })
    coordinator = await testPerson(server, [{ organisation: 'commune-62765', role: 'coordinator' }], { name: 'Colette' })
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  it('on a phone, in French, without JavaScript: search, correct the hours, see who did it', async () => {
    await visit(browser, `${server.url}/fr/connexion`, { width: 360, javaScript: false }, async (page) => {
      await signIn(page, officer)
      await page.goto(`${server.url}/fr/gestion/lieux`)
      await page.getByLabel('Nom, ville ou code').fill('mairie de saint-omer')
      await page.getByRole('button', { name: 'Chercher' }).click()
      await page.getByRole('link', { name: 'Corriger Mairie de Saint-Omer', exact: true }).click()
      await page.getByLabel('Samedi, Première plage, de').fill('09:30')
      await page.getByLabel('Samedi, Première plage, à').fill('08:00')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page
        .getByRole('alert')
        .getByRole('link', { name: /^Samedi, la plage 09:30 – 08:00 ne va pas/ })
        .waitFor()
      await page.getByLabel('Samedi, Première plage, à').fill('12:30')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByText('C’est enregistré.').waitFor()
      assert.equal(await overflow(page), 0)
      await page.getByRole('link', { name: 'Historique' }).click()
      assert.match(await page.locator('.history').innerText(), /Odile[\s\S]*sam\.\s: 9\sh\s30 – 12\sh\s30/)
      assert.equal(await overflow(page), 0)
    })
  })

  it('in English, by keyboard alone: tab to the field, type, save with Enter', async () => {
    await visit(browser, `${server.url}/en/sign-in`, {}, async (page) => {
      await signIn(page, coordinator)
      await page.goto(`${server.url}/en/places/${code}/edit`)
      const focused = () => page.evaluate<string>('document.activeElement.id')
      for (let i = 0; i < 80 && (await focused()) !== 'phone'; i++) await page.keyboard.press('Tab')
      assert.equal(await focused(), 'phone')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('03 21 77 77 77')
      await page.keyboard.press('Enter')
      await page.getByText('Saved.', { exact: true }).waitFor()
      assert.equal(await page.locator('#phone').inputValue(), '03 21 77 77 77')
    })
  })

  it('shows a photo that was sent, upright and without its camera’s data', async () => {
    await visit(browser, `${server.url}/fr/connexion`, {}, async (page) => {
      await signIn(page, coordinator)
      const drawn = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 60, height: 40 } })
      const held = Buffer.concat([drawn.subarray(0, 2), Buffer.from(jpegExtras(6)), drawn.subarray(2)])
      assert.ok(held.includes(secret))
      await page.goto(`${server.url}/fr/signalements/nouveau?place=${code}&kind=photo`)
      await page.getByLabel('Photo', { exact: true }).setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: held })
      await page.getByLabel('Ce que montre la photo, en français').fill('Un coin de page')
      await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
      await page.getByText('Merci.', { exact: false }).waitFor()
      await page.goto(`${server.url}/fr/signalements/a-examiner`)
      await page.getByRole('link', { name: /Ajouter une photo/ }).click()
      const image = page.getByRole('img', { name: 'Un coin de page' })
      await image.waitFor()
      const size = await page.evaluate<number[]>(
        '["naturalWidth", "naturalHeight"].map((side) => document.querySelector("figure img")[side])',
      )
      assert.deepEqual(size, [40, 60])
      await page.getByRole('button', { name: 'Accepter' }).click()
      await page.getByText('Accepté. L’auteur est prévenu.').waitFor()
    })
  })

  it('has no axe violation and never overflows, in both languages', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${server.url}/fr/connexion`)
    await signIn(page, coordinator)
    const paths = [
      '/fr/gestion/lieux?text=saint-omer',
      `/en/places/${code}/edit`,
      `/fr/lieux/${code}/historique`,
      '/fr/gestion/lieux/fusion?first=mairie-62765&second=mairie-62757',
      '/en/manage/places/duplicates',
      `/en/reports/new?place=${code}&kind=wrongHours`,
      `/fr/signalements/nouveau?place=${code}`,
      '/fr/signalements',
      '/en/reports/queue',
    ]
    for (const path of paths) {
      await page.goto(server.url + path)
      assert.deepEqual(await axeViolations(page), [], path)
      assert.equal(await overflow(page), 0, path)
    }
    await context.close()
  })
})
