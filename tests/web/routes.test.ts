import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { DomainError } from '#kernel/result.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { createWeb, type LogEntry } from '#web/app.tsx'

const pairs = [
  ['/fr', '/en'],
  ['/fr/matrice?group=age:75%2B&open=transport', '/en/matrix?group=age%3A75%2B&open=transport'],
  ['/fr/matrice/tax/delays?territory=200069037', '/en/matrix/tax/delays?territory=200069037'],
  ['/fr/comparaison?service=tax', '/en/comparison?service=tax'],
  ['/fr/territoire?map=places', '/en/territory?map=places'],
  ['/fr/services', '/en/services'],
  ['/fr/services/health', '/en/services/health'],
  ['/fr/methode', '/en/method'],
  ['/fr/calculs', '/en/calculations'],
  ['/fr/carte?indicator=places&service=health', '/en/map?indicator=places&service=health'],
] as const

describe('the portal', () => {
  let server: PortalServer
  const get = (path: string, headers: Record<string, string> = {}) =>
    Promise.resolve(server.app.request(`http://localhost${path}`, { headers }))

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  it('leads to the reader’s language', async () => {
    const to = async (accept: string) => (await get('/', { 'accept-language': accept })).headers.get('location')
    assert.equal(await to('en-GB,en;q=0.9,fr;q=0.5'), '/en')
    assert.equal(await to('de,fr;q=0.4,en;q=0.2'), '/fr')
    assert.equal(await to('de'), '/fr')
  })

  it('shows every page in both languages, each naming the other with all parameters', async () => {
    for (const [fr, en] of pairs) {
      const [french, english] = await Promise.all([get(fr), get(en)])
      assert.deepEqual([french.status, english.status], [200, 200], fr)
      const html = await french.text()
      assert.ok(html.includes('<html lang="fr">'), fr)
      assert.ok(
        html.includes(`hreflang="en" href="${en.replaceAll('&', '&amp;').replace('group=age:', 'group=age%3A')}"`),
        `${fr} names ${en}`,
      )
      assert.equal((await english.text()).match(/<h1/g)?.length, 1, `${en} has one h1`)
    }
  })

  it('sends strict headers and no inline style or script', async () => {
    const answer = await get('/fr/matrice')
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const part of [
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      assert.ok(policy.includes(part), part)
    assert.doesNotMatch(policy, /unsafe|\*|data:/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    const html = await answer.text()
    assert.doesNotMatch(html, /\sstyle=|<style|<script>|\son\w+=|hx-on/)
  })

  it('counts the cells without a verdict alike on the home page and on the matrix', async () => {
    const count = async (path: string, said: RegExp): Promise<string | undefined> =>
      said.exec(await (await get(path)).text())?.[1]
    const home = await count('/en', /On (\d+) points?, too few people/)
    assert.ok(home)
    assert.equal(await count('/en/matrix', /(\d+) (?:of \d+ )?cells? ha/), home)
  })

  it('answers 304 to who holds the page, and compresses for who can read it', async () => {
    const first = await get('/fr/matrice')
    const tag = first.headers.get('etag') ?? ''
    assert.match(tag, /^W\/"/)
    assert.equal(first.headers.get('cache-control'), 'private, must-revalidate, max-age=0')
    const again = await get('/fr/matrice', { 'if-none-match': tag })
    assert.deepEqual([again.status, await again.text()], [304, ''])
    const zipped = await get('/fr/matrice', { 'accept-encoding': 'gzip' })
    assert.equal(zipped.headers.get('content-encoding'), 'gzip')
    const body = await new Response(zipped.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    assert.equal(body, await first.text())
  })

  it('serves static files under names that never change meaning', async () => {
    const html = await (await get('/fr/matrice')).text()
    const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
    assert.ok(files.length >= 6, `only ${files.length} files`)
    assert.equal(html.match(/rel="preload"/g)?.length, 2)
    for (const file of files) {
      const answer = await get(file)
      assert.equal(answer.status, 200, file)
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/, file)
    }
    assert.equal((await get('/assets/passerelle-0000000000.css')).status, 404)
  })

  it('shows 176 cells with the figures of the use case, each leading to its evidence', async () => {
    const view = await server.portal.matrix({ territory: 'audomarois' })
    const html = await (await get('/en/matrix')).text()
    const body = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
    assert.equal(body.match(/<td class="(?!first)/g)?.length, 176)
    const scored = view.matrix.cells.filter((cell) => cell.level !== null && !cell.item.includes('.'))
    assert.equal(body.match(/<b>\d/g)?.length, scored.length)
    const cell = scored[0]
    assert.ok(cell)
    assert.ok(body.includes(`href="/en/matrix/${cell.service}/${cell.item}"`))
    assert.ok(body.includes(`<b>${cell.score?.toFixed(1)}</b>`))
  })

  it('refuses in words: 404 for what does not exist, 422 for what makes no sense', async () => {
    const cases = [
      ['/fr/nulle-part', 404, 'n’existe pas'],
      ['/fr/matrice?territory=nowhere', 404, 'nowhere'],
      ['/en/matrix/nothing/delays', 404, 'nothing'],
      ['/en/matrix/tax/nothing', 404, 'nothing'],
      ['/en/services/nothing', 404, 'nothing'],
      ['/en/matrix?group=nobody', 422, 'nobody'],
      ['/fr/matrice?rule=none', 422, 'none'],
    ] as const
    for (const [path, status, text] of cases) {
      const answer = await get(path)
      const html = await answer.text()
      assert.equal(answer.status, status, path)
      assert.ok(html.includes(text), `${path} says ${text}`)
      assert.doesNotMatch(html, /DomainError|at .*\.tsx?:/, path)
    }
  })

  it('writes what came from an address as text, never as markup', async () => {
    const evil = '<script>alert(1)</script>"'
    for (const path of [
      `/fr/matrice?territory=${encodeURIComponent(evil)}`,
      `/en/services/${encodeURIComponent(evil)}`,
      `/en?x=${encodeURIComponent(evil)}`,
    ]) {
      const html = await (await get(path)).text()
      assert.ok(!html.includes('<script>alert'), path)
      assert.ok(!html.includes('"><script'), path)
    }
  })

  it('answers only to its own names', async () => {
    assert.equal((await get('/fr', { host: 'evil.example' })).status, 421)
    assert.equal((await get('/fr', { host: '127.0.0.1:4000' })).status, 200)
    assert.equal((await get('/health', { host: 'probe.internal' })).status, 200)
    const named = createWeb(server.portal, server.desks, { version: '0', allowedHosts: ['observatoire.example'], log: () => {} })
    const asked = await named.request('http://observatoire.example/fr', { headers: { host: 'observatoire.example' } })
    assert.equal(asked.status, 200)
  })

  it('changes nothing for a form of another site', async () => {
    const { cookie } = await signedIn(server, ['analyst'])
    const send = (headers: Record<string, string>) =>
      server.app.request('http://localhost/fr/calculs', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
      })
    const before = (await server.portal.jobs()).length
    const refused = await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    assert.equal(refused.status, 403)
    assert.match(await refused.text(), /Demande refusée/)
    assert.equal((await server.portal.jobs()).length, before)
    const accepted = await send({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })
    assert.deepEqual([accepted.status, accepted.headers.get('location')], [303, '/fr/calculs'])
  })

  it('shows a bug as an incident number, and tells the log the rest', async () => {
    const entries: LogEntry[] = []
    const failing = { ...server.portal, home: () => Promise.reject(new Error('secret detail')) }
    const web = createWeb(failing, server.desks, { version: '0', log: (entry) => entries.push(entry) })
    const answer = await web.request('http://localhost/en')
    const html = await answer.text()
    assert.equal(answer.status, 500)
    assert.ok(!html.includes('secret detail'))
    assert.ok(html.includes(`Incident number: ${entries[0]?.trace}`))
    assert.match(String(entries[0]?.error), /secret detail/)
  })

  it('maps a refusal without a sentence of its own to its code', async () => {
    const refusing = { ...server.portal, home: () => Promise.reject(new DomainError('thing.odd')) }
    const web = createWeb(refusing, server.desks, { version: '0', log: () => assert.fail('a refusal is no bug') })
    const answer = await web.request('http://localhost/fr')
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /thing\.odd/)
  })

  it('exports the matrix with the choices of the page', async () => {
    const csv = await get('/fr/matrice.csv')
    assert.match(csv.headers.get('content-type') ?? '', /text\/csv/)
    assert.match(csv.headers.get('content-disposition') ?? '', /^attachment; filename/)
    assert.equal((await csv.text()).trim().split(/\r?\n/).length, 177)
    assert.match((await get('/en/matrix.xlsx')).headers.get('content-type') ?? '', /spreadsheetml/)
    assert.match((await get('/en/matrix.json?territory=62')).headers.get('content-type') ?? '', /json/)
  })
})
