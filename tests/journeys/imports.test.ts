import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

const mended = 'CODGEO,LIBGEO,MED16\n62765,Saint-Omer,18500\n62160,Calais,NA\n'
const broken = mended.replace('18500', 'dix-huit mille')

const words = {
  fr: {
    list: '/fr/imports',
    file: 'Fichiers',
    send: 'Lire et vérifier',
    error: /À corriger\s: 1/,
    unit: /nombre/,
    confirm: 'Faire entrer ces données',
    saved: /Ces données sont dans l’observatoire/,
  },
  en: {
    list: '/en/imports',
    file: 'Files',
    send: 'Read and check',
    error: /To mend: 1/,
    unit: /number/,
    confirm: 'Take these data in',
    saved: /These data are in the observatory/,
  },
} as const

describe('bringing a file', { skip: noBrowser }, () => {
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

  /** Sends a table by the page's form, and waits for what was understood of it. */
  const sendFile = async (page: Page, language: 'fr' | 'en', content: string, javaScript: boolean): Promise<void> => {
    const texts = words[language]
    await page.goto(`${server.url}${texts.list}`)
    await page
      .getByLabel(texts.file, { exact: true })
      .setInputFiles({ name: 'filosofi.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
    await page.getByRole('button', { name: texts.send }).click()
    await page.waitForURL(/\/(fichiers|files)\//)
    await server.desks.imports.idle()
    await page.waitForLoadState('networkidle')
    if (!javaScript) await page.reload()
  }

  for (const language of ['fr', 'en'] as const) {
    for (const [width, javaScript] of [
      [360, false],
      [1280, true],
    ] as const) {
      it(`with an error, then mended, ${language}, ${width} pixels, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
        const texts = words[language]
        const { cookie } = await signedIn(server, ['analyst'])
        // Another value each time: what is known already would change nothing.
        const now = mended.replace('18500', `${18000 + width + (language === 'fr' ? 1 : 0)}`)
        const send = (page: Page, content: string): Promise<void> => sendFile(page, language, content, javaScript)
        await visit(browser, `${server.url}${texts.list}`, { cookie, width, javaScript }, async (page) => {
          await send(page, broken)
          await page.getByText(texts.error).first().waitFor()
          const row = page.locator('table.issues tbody tr').first()
          assert.match(await row.innerText(), /dix-huit mille/)
          assert.match(await row.innerText(), texts.unit)
          assert.equal(await overflow(page), 0)
          await send(page, now)
          await page.getByRole('button', { name: texts.confirm }).click()
          await page.waitForLoadState()
          await server.desks.imports.idle()
          await page.waitForLoadState('networkidle')
          if (!javaScript) await page.reload()
          await page.getByText(texts.saved).first().waitFor()
          assert.equal(await overflow(page), 0)
        })
      })
    }
  }

  it('has pages that everybody can use', async () => {
    const { cookie } = await signedIn(server, ['administrator'])
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 740 } })
    const [name = '', ...value] = cookie.split('=')
    await context.addCookies([{ name, value: value.join('='), url: server.url }])
    try {
      const page = await context.newPage()
      // Of its own, so that there is one to open in whatever order tests run.
      await sendFile(page, 'en', broken, true)
      for (const path of ['/fr/imports', '/en/imports']) {
        await page.goto(server.url + path)
        assert.deepEqual(await axeViolations(page), [], path)
        assert.equal(await overflow(page), 0, path)
      }
      const first = await page.locator('.file-list a').first().getAttribute('href')
      assert.ok(first)
      await page.goto(server.url + first)
      assert.deepEqual(await axeViolations(page), [], first)
    } finally {
      await context.close()
    }
  })
})
