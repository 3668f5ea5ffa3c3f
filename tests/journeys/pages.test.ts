import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { inspect, launchBrowser, noBrowser } from '#tests/visit.ts'

const pages = [
  '/fr',
  '/en',
  '/fr/matrice',
  '/en/matrix',
  '/fr/matrice?open=transport',
  '/en/matrix?open=transport&group=age:75%2B',
  '/fr/matrice?territory=62',
  '/fr/matrice/health/delays',
  '/en/matrix/health/delays',
  '/fr/matrice/socialService/opening',
  '/en/matrix/townHall/transport.public',
  '/fr/comparaison?service=mobility',
  '/en/comparison',
  '/fr/territoire',
  '/en/territory?territory=kent&map=places',
  '/fr/services',
  '/en/services',
  '/fr/services/townHall',
  '/en/services/health?territory=kent',
  '/fr/methode',
  '/en/method',
  '/fr/carte',
  '/en/map?territory=kent&compare=places&places=library&zone=E07000110&sort=name',
  '/fr/carte?indicator=level&subject=survey&service=health&territory=62&area=2.2*50.6_2.4',
  '/fr/calculs',
  '/en/calculations',
  '/en/matrix?territory=ternois',
  '/fr/matrice?territory=200072460',
  '/fr/matrice?territory=62765',
  '/fr/territoire?territory=E07000110',
  '/fr/nulle-part',
  '/en/nowhere',
  '/en/matrix?territory=nowhere',
]

describe('every page, in both languages', { skip: noBrowser }, () => {
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
    it(`has no axe violation and never overflows, ${scheme}`, async () => {
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
})
