import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'

const pairs = [
  ['/fr/priorites', '/en/priorities'],
  ['/fr/importance?service=health', '/en/importance?service=health'],
  ['/fr/evolution', '/en/change'],
  ['/fr/cote-a-cote?other=kent&service=library', '/en/side-by-side?other=kent&service=library'],
  ['/fr/matrice?rule=importance-satisfaction/1', '/en/matrix?rule=importance-satisfaction/1'],
] as const

describe('the pages of findings', () => {
  let server: PortalServer

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const get = async (path: string) => {
    const answer = await server.app.request(`http://localhost${path}`)
    return { status: answer.status, html: await answer.text() }
  }

  for (const [fr, en] of pairs)
    it(`answer in both languages: ${en}`, async () => {
      const [french, english] = [await get(fr), await get(en)]
      assert.equal(french.status, 200)
      assert.equal(english.status, 200)
      assert.match(french.html, /<html lang="fr"/)
      assert.equal((english.html.match(/<h1/g) ?? []).length, 1)
      assert.doesNotMatch(french.html + english.html, /undefined|NaN|\[object/)
    })

  it('say the cells of the matrix under the rule by importance in its own words', async () => {
    const { html } = await get('/en/matrix?rule=importance-satisfaction/1')
    assert.match(html, /low score on what matters to users/)
    assert.doesNotMatch(html, /weak everywhere,/)
    const root = await get('/en/matrix?territory=62&rule=importance-satisfaction/1')
    assert.doesNotMatch(root.html, /is the zone that others are compared with/)
  })

  it('refuse an unknown wave, service or zone with a page', async () => {
    for (const path of ['/en/change?since=x', '/en/importance?service=x', '/en/side-by-side?other=x'])
      assert.ok([400, 404].includes((await get(path)).status), path)
  })
})
