import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'

const pairs = [
  ['/fr/petites-zones', '/en/small-areas'],
  ['/fr/petites-zones?service=library&criterion=welcome', '/en/small-areas?service=library&criterion=welcome'],
  ['/fr/petites-zones?territory=62&level=epci', '/en/small-areas?territory=62&level=epci'],
] as const

describe('the page of modelled figures', () => {
  let server: PortalServer

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const get = async (path: string) => {
    const answer = await server.app.request(`http://localhost${path}`)
    return { status: answer.status, html: await answer.text() }
  }
  const rowsOf = (html: string) => html.slice(html.indexOf('<tbody')).match(/<tr>.*?<\/tr>/gs) ?? []

  for (const [fr, en] of pairs)
    it(`answers in both languages: ${en}`, async () => {
      const [french, english] = [await get(fr), await get(en)]
      assert.deepEqual([french.status, english.status], [200, 200])
      assert.match(french.html, /<strong class="tag">modélisé<\/strong>/)
      assert.match(english.html, /<strong class="tag">modelled<\/strong>/)
      assert.equal((english.html.match(/<h1/g) ?? []).length, 1)
      assert.doesNotMatch(french.html + english.html, /undefined|NaN|\[object/)
    })

  it('draws every commune and lists it below, by name and without a rank', async () => {
    const { html } = await get('/en/small-areas')
    const rows = rowsOf(html)
    assert.ok(rows.length > 50)
    assert.equal((html.match(/<title>[^<]*, modelled score \d/g) ?? []).length, rows.length)
    assert.match(html, /Modelled score/)
    const names = rows.map((row) => /<th scope="row">([^<]*)/.exec(row)?.[1] ?? '')
    assert.ok(names.indexOf('Aire-sur-la-Lys') < names.indexOf('Saint-Omer') && names.includes('Saint-Omer'))
  })

  it('says fewer than five instead of how many, and never a direct score', async () => {
    const { html } = await get('/en/small-areas')
    const counts = rowsOf(html).map((row) => /<td>([^<]*)<\/td><td class="text">(?:answers and model|model alone)/.exec(row)?.[1])
    assert.ok(counts.includes('fewer than 5'))
    for (const count of counts) assert.ok(count === 'fewer than 5' || Number(count) >= 5, count)
    assert.doesNotMatch(html, /<th[^>]*>\s*Direct/)
  })

  it('keeps what was chosen in the form and refuses what it does not know', async () => {
    const { html } = await get('/fr/petites-zones?service=library&criterion=welcome&level=epci')
    for (const code of ['library', 'welcome', 'epci']) assert.match(html, new RegExp(`<option value="${code}" selected`))
    for (const path of ['/en/small-areas?service=x', '/en/small-areas?criterion=x', '/en/small-areas?territory=x'])
      assert.ok([400, 404].includes((await get(path)).status), path)
  })
})
