import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { inspect, launchBrowser, noBrowser, visit } from '#tests/visit.ts'

const pages = [
  '/fr/regroupements',
  '/en/regroupings',
  '/fr/regroupements/kent/1/fusion?k=9&one=0&how=apart&two=1',
  '/en/regroupings/kent/1/merge?k=400',
  '/fr/regroupements/kent/1/actualisation?dataset=areas-kent-2026&mode=frozen',
  '/en/regroupings/62/1/refresh?dataset=areas-audomarois-2026&mode=free',
  '/fr/regroupements/kent/2/passage',
  '/en/regroupings/common?left=kent%2F2&right=62%2F1&scaling=pooled',
  '/fr/groupes-communs',
  '/en/common-groups?one=0&other=1',
]

describe('regrouping', { skip: noBrowser }, () => {
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

  it('merges types into thirteen groups with a lock, names one and keeps it, without script', async () => {
    await visit(browser, `${server.url}/en/regroupings`, { cookie, javaScript: false }, async (page) => {
      const types = page.getByRole('row').filter({ hasText: 'Types of Kent and Medway' })
      await types.getByRole('link', { name: 'Merge' }).click()
      await page.getByLabel('Number of groups').fill('13')
      await page.getByLabel('Lock 1, first type').selectOption({ index: 1 })
      await page.getByLabel('Lock 1, rule').selectOption('never with')
      await page.getByLabel('Lock 1, second type').selectOption({ index: 2 })
      await page.getByRole('button', { name: 'Preview' }).click()
      assert.equal(await page.getByRole('heading', { name: 'The 13 new groups' }).count(), 1)
      await page.getByLabel('English name of group A').fill('Young families in town')
      await page.getByLabel('English name of the version').fill('Local groups')
      await page.getByRole('button', { name: 'Save as a draft' }).click()
      assert.equal(await page.getByRole('status').textContent(), 'Merge saved as a draft.')
      const draft = page.getByRole('row').filter({ hasText: 'Local groups' })
      await draft.getByRole('link', { name: 'Crosswalk' }).click()
      assert.ok(
        (await page.getByText('Young families in town').count()) +
          (await page.locator('abbr[title="Young families in town"]').count()) >
          0,
      )
    })
  })

  it('compares Kent’s and the Audomarois’ groups, for anybody, on a phone', async () => {
    await visit(browser, `${server.url}/fr/groupes-communs`, { width: 360 }, async (page) => {
      await page
        .getByRole('link', { name: /^Comparer / })
        .first()
        .click()
      assert.match(page.url(), /one=\d+&other=\d+/)
      assert.equal(await page.getByRole('heading', { name: 'Où ils diffèrent le plus' }).count(), 1)
    })
  })

  for (const scheme of ['light', 'dark'] as const)
    it(`has no axe violation and never overflows, ${scheme}`, async () => {
      const found = await inspect(
        browser,
        pages.map((path) => server.url + path),
        scheme,
        cookie,
      )
      for (const { url, violations, overflow } of found) {
        assert.deepEqual(violations, [], url)
        assert.deepEqual(overflow, [0, 0], url)
      }
    })
})
