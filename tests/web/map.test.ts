import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { tileAt } from '#geo/tiles/tileAddress.ts'
import { openTile } from '#tests/vectorTile.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { readArea, writeArea } from '#web/map/mapAddress.ts'
import { classColours, colourRules } from '#web/map/palette.ts'
import { securityHeaders } from '#web/security.ts'

const drawn = (html: string): number => html.match(/data-zone="\w+" d="/g)?.length ?? 0
const rows = (html: string): number => html.match(/<tr data-zone=/g)?.length ?? 0

describe('the page of the map', () => {
  let server: PortalServer
  const get = (path: string, headers: Record<string, string> = {}) =>
    Promise.resolve(server.app.request(`http://localhost${path}`, { headers }))
  const html = async (path: string): Promise<string> => (await get(path)).text()

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  it('draws every commune and lists it, with a legend that counts them all', async () => {
    const page = await html('/fr/carte')
    assert.match(page, /<h1>Habitants par commune dans l’Audomarois<\/h1>/)
    assert.deepEqual([drawn(page), rows(page)], [89, 89])
    const legend = page.slice(page.indexOf('map-key'), page.indexOf('</ul>', page.indexOf('map-key')))
    const counted = [...legend.matchAll(/\((\d+) communes?\)/g)].reduce((sum, [, n]) => sum + Number(n), 0)
    assert.equal(counted, 89)
    assert.match(page, /Source\s:/)
  })

  it('pages a table of many zones, all of which the map draws', async () => {
    const page = await html('/en/map?territory=62')
    assert.deepEqual([drawn(page), rows(page)], [887, 200])
    assert.match(page, /Rows 1 to 200 of 887/)
    const last = await html('/en/map?territory=62&rows=5')
    assert.equal(rows(last), 87)
    assert.match(last, /Rows 801 to 887 of 887/)
    assert.equal(rows(await html('/en/map?territory=62&rows=99')), 87)
  })

  it('keeps its whole state in the address, and names the other language with it', async () => {
    const query =
      'indicator=places&service=health&method=jenks&classes=4&compare=population&zone=62765&area=2.2*50.6_2.4*50.6_2.4*50.8'
    const page = await html(`/fr/carte?${query}`)
    assert.ok(page.includes(`hreflang="en" href="/en/map?${query.replaceAll('&', '&amp;')}"`))
    assert.match(page, /<option value="jenks" selected/)
    assert.match(page, /<option value="4" selected/)
    assert.equal(page.match(/<figure/g)?.length, 2)
    assert.match(page, /value="62765" checked/)
    assert.equal(page.match(/class="area-result"/g)?.length, 2)
    assert.match(page, /name="zone" value="62765"/)
  })

  it('sorts by a link', async () => {
    const names = (page: string): string[] => [...page.matchAll(/<th scope="row">([^<]+)/g)].map(([, name]) => name ?? '')
    const byName = names(await html('/fr/carte?sort=name'))
    assert.deepEqual(byName, byName.toSorted(new Intl.Collator('fr').compare))
    assert.equal(names(await html('/fr/carte'))[0], 'Saint-Omer')
  })

  it('shows a level with its symbol and sureness, never by colour alone', async () => {
    const page = await html('/en/map?territory=62&indicator=level&subject=survey&service=health&criterion=delays')
    assert.match(page, /Level of accessibility, health centre and doctors, waiting times by inter-municipal body/)
    assert.ok((page.match(/class="mark-ground"/g)?.length ?? 0) > 0)
    assert.match(page, /\(established\)|\(likely\)/)
  })

  it('shows a fault of the drawing at its field and above, and keeps what was typed', async () => {
    for (const [area, said] of [
      ['2.2 50.6 2.4', 'A number is missing'],
      ['2.2 50.6', 'At least three different points'],
      ['2 50 3 51 3 50 2 51', 'crosses itself'],
      ['2 50 300 51 3 50', 'outside the world'],
    ] as const) {
      const page = await html(`/en/map?area=${encodeURIComponent(area)}`)
      assert.equal(page.match(new RegExp(said, 'g'))?.length, 2, area)
      assert.match(page, /href="#area"/)
      assert.match(page, /aria-invalid="true"/)
    }
    assert.ok((await html(`/en/map?area=${encodeURIComponent('2.2 oops')}`)).includes('2.2 oops</textarea>'))
  })

  it('refuses in words what does not exist', async () => {
    for (const [path, status] of [
      ['/fr/carte?territory=nulle-part', 404],
      ['/fr/carte?indicator=chance', 422],
      ['/fr/carte?level=ward', 422],
      ['/fr/carte?places=magie', 404],
    ] as const) {
      const answer = await get(path)
      assert.equal(answer.status, status, path)
      assert.doesNotMatch(await answer.text(), /DomainError/)
    }
  })

  it('writes what came from an address as text', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script>')
    const page = await html(`/fr/carte?zone=${evil}&view=${evil}&sort=${evil}&rows=${evil}&method=${evil}&area=${evil}`)
    assert.ok(!page.includes('<script>alert'))
  })

  it('loads the script of the map on its own page alone, under the strict policy', async () => {
    const [page, other] = [await get('/fr/carte'), await get('/fr/matrice')]
    const scripts = (text: string): string[] => [...text.matchAll(/src="(\/assets\/[^"]+\.js)"/g)].map(([, src]) => src ?? '')
    const [script] = scripts(await page.text())
    assert.match(script ?? '', /^\/assets\/map-\w+\.js$/)
    assert.ok(!scripts(await other.text()).some((src) => src.includes('/map-')))
    assert.equal(page.headers.get('content-security-policy'), other.headers.get('content-security-policy'))
    const code = await html(script ?? '')
    const worker = /\/assets\/map-worker-\w+\.js/.exec(code)?.[0]
    assert.ok(worker)
    assert.equal((await get(worker)).status, 200)
  })

  it('answers with tiles: whole, compressed, held, empty, impossible', async () => {
    const { z, x, y } = tileAt(2.25, 50.75, 9)
    const path = `/tiles/zones.commune.62/${z}/${x}/${y}`
    const whole = await get(path)
    assert.deepEqual([whole.status, whole.headers.get('content-type')], [200, 'application/vnd.mapbox-vector-tile'])
    const [layer] = openTile(new Uint8Array(await whole.arrayBuffer()))
    assert.ok((layer?.features.length ?? 0) > 10)
    const tag = whole.headers.get('etag') ?? ''
    assert.equal((await get(path, { 'if-none-match': tag })).status, 304)
    const zipped = await get(path, { 'accept-encoding': 'gzip' })
    assert.equal(zipped.headers.get('content-encoding'), 'gzip')
    assert.equal((await get('/tiles/zones.commune.62/6/0/0')).status, 204)
    for (const none of [
      '/tiles/zones.commune.62/4/1/1',
      '/tiles/zones.commune.62/9/512/1',
      '/tiles/zones.commune.62/9/x/1',
      '/tiles/zones.commune.nowhere/9/1/1',
      '/tiles/zones.magic.62/9/1/1',
      '/tiles/secrets/9/1/1',
    ])
      assert.equal((await get(none)).status, 404, none)
    assert.match(whole.headers.get('cache-control') ?? '', /no-cache/)
    const page = await html('/fr/carte?territory=62')
    const version = /data-zones="[^"]*\?v=([^"]+)"/.exec(page)?.[1] ?? ''
    assert.match((await get(`${path}?v=${version}`)).headers.get('cache-control') ?? '', /immutable/)
  })

  it('exports figures and drawing with the choices of the page', async () => {
    const csv = await get('/fr/carte.csv?compare=places')
    assert.match(csv.headers.get('content-disposition') ?? '', /^attachment/)
    assert.equal((await csv.text()).trim().split('\r\n').length, 1 + 2 * 89)
    assert.match((await get('/en/map.geojson')).headers.get('content-type') ?? '', /geo\+json/)
    const svg = await html('/fr/carte.svg?compare=places&zone=62765')
    assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'))
    assert.doesNotMatch(svg, /class="(?!hollow)|style=|<script|var\(/)
    assert.equal(drawn(svg), 2 * 89)
    assert.ok(/Source\s:/.test(svg) && svg.includes('km</text>') && /\(\d+ communes\)/.test(svg))
  })

  it('gives the panel of the selection by itself', async () => {
    const part = await html('/fr/carte/selection?zone=62765,62757')
    assert.ok(part.startsWith('<div id="map-selection"'))
    assert.match(part, /2 communes/)
    assert.match(part, /ensemble/)
  })
})

describe('what the map’s page is made of', () => {
  it('reads corners as people type them and as addresses hold them', () => {
    const corners = [
      [2.2, 50.6],
      [-0.5, 51],
    ] as const
    assert.deepEqual(readArea(writeArea(corners)), { corners, unreadable: false })
    assert.deepEqual(readArea('2.2, 50.6\n−0.5, 51'), { corners, unreadable: false })
    assert.equal(readArea('2.2 50.6 3')?.unreadable, true)
    assert.equal(readArea('here')?.unreadable, true)
    assert.equal(readArea(null), null)
  })

  it('has the colours of its palette in the style sheet', () => {
    assert.equal(readFileSync('src/web/styles/mapColours.css', 'utf8'), colourRules())
    assert.deepEqual(classColours('light', 'seq', 5), ['#e3eef2', '#b5d2dc', '#7aaec0', '#3c8099', '#14536b'])
    assert.equal(classColours('dark', 'div', 4).length, 4)
  })

  it('lets the map alone ask an outside base map for data', async () => {
    const policyOf = async (path: string): Promise<string> => {
      const res = new Response('')
      await securityHeaders('https://tiles.example/styles/plain.json')(
        { req: { path }, res } as unknown as Parameters<ReturnType<typeof securityHeaders>>[0],
        () => Promise.resolve(),
      )
      return res.headers.get('content-security-policy') ?? ''
    }
    assert.match(await policyOf('/fr/carte'), /connect-src 'self' https:\/\/tiles\.example;/)
    assert.match(await policyOf('/assets/map-worker-0a1b2c3d4e.js'), /tiles\.example/)
    assert.doesNotMatch(await policyOf('/fr/matrice'), /tiles\.example/)
    assert.doesNotMatch(await policyOf('/fr/carte/selection'), /tiles\.example/)
  })
})
