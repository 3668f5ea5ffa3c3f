import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addStatements, addWords } from '#tests/factsheetWords.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { axeViolations, inspect, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

/** Sheets of paper that a page takes. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

describe('factsheets in a browser', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser
  let analyst = ''

  before(async () => {
    server = await portalServer()
    browser = await launchBrowser()
    analyst = (await signedIn(server, ['analyst'], { name: 'Anne' })).cookie
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  for (const scheme of ['light', 'dark'] as const)
    it(`have no axe violation and never overflow, ${scheme}`, async () => {
      const paths = [
        '/fr/fiches',
        '/en/factsheets?territory=kent',
        '/fr/fiches/contact.phone',
        '/en/factsheets/transport.public?territory=62',
      ]
      const found = await inspect(
        browser,
        paths.map((path) => server.url + path),
        scheme,
      )
      for (const { url, violations, overflow: wider } of found) {
        assert.deepEqual(violations, [], url)
        assert.deepEqual(wider, [0, 0], url)
      }
    })

  it('are read by a partner before a meeting, and print on one or two sheets, in both languages', async () => {
    for (const path of [
      '/fr/fiches/procedures.online',
      '/en/factsheets/procedures.online',
      '/en/factsheets/delays.queue?territory=62',
    ])
      await visit(browser, server.url + path, { javaScript: false }, async (page) => {
        const sheets = await printedPages(page)
        assert.ok(sheets >= 1 && sheets <= 2, `${path} prints on ${sheets} sheets`)
      })
  })

  it('print all at once, each from the top of a sheet', async () => {
    await visit(browser, `${server.url}/en/all-factsheets`, { javaScript: false }, async (page) => {
      const sheets = await printedPages(page)
      assert.ok(sheets >= 37 && sheets <= 73, `${sheets} sheets`)
    })
  })

  it('are written on by an analyst without script, who sees what a figure is', async () => {
    await visit(browser, `${server.url}/fr/fiches/opening.hours`, { cookie: analyst, javaScript: false }, async (page) => {
      await page.getByRole('link', { name: 'Écrire sur cette fiche' }).click()
      await page.getByLabel('Texte de la fiche').fill('Sur [effectif] personnes, [service le plus faible] est le plus mal noté.')
      await page.getByRole('button', { name: 'Enregistrer et publier' }).click()
      await page.getByText('Le texte est publié.').waitFor()
      const figure = page.locator('a.bound').first()
      assert.match((await figure.getAttribute('title')) ?? '', /personnes interrogées/)
      await figure.click()
      assert.match(page.url(), /#opening-hours-note-1$/)
    })
  })

  it('show people’s words once a moderator cut the name out', async () => {
    const [id = ''] = await addWords(server.observatory, '62', [
      { original: 'Mme Roussel m’a laissé attendre dehors.', service: 'tax' },
    ])
    const { cookie } = await signedIn(server, ['moderator'])
    await visit(browser, `${server.url}/fr/paroles/${id}`, { cookie }, async (page) => {
      assert.equal(await page.getByLabel('Tel que cela paraîtra').inputValue(), '[…] m’a laissé attendre dehors.')
      await page.getByLabel('Sous-critère').selectOption('building.comfort')
      await page.getByRole('button', { name: 'Publier' }).click()
      await page.getByText(/^Publiée\./).waitFor()
    })
    await visit(browser, `${server.url}/fr/fiches/building.comfort`, {}, async (page) => {
      await page.getByText('m’a laissé attendre dehors.').waitFor()
      assert.equal(await page.getByText('Roussel').count(), 0)
    })
  })

  it('have pages for work without axe violation on a phone', async () => {
    const survey = await addStatements(server.observatory, '62', ['Le téléphone sonne dans le vide', 'Des marches partout'])
    const [id = ''] = await addWords(server.observatory, '62', [{ original: 'My name is John Miller.', language: 'en' }])
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    const [name = '', ...value] = analyst.split('=')
    await context.addCookies([{ name, value: value.join('='), url: server.url }])
    const page = await context.newPage()
    for (const path of [
      '/fr/fiches/contact.phone/texte',
      '/en/factsheets-to-reread',
      '/fr/paroles',
      `/en/in-their-words/${id}`,
      '/fr/citations',
      `/en/citations/${survey}/1/1`,
    ]) {
      await page.goto(server.url + path)
      assert.deepEqual(await axeViolations(page), [], path)
      assert.equal(await overflow(page), 0, path)
    }
    await context.close()
  })
})
