import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

const origin = 'http://localhost'

describe('the portraits of groups', () => {
  let server: PortalServer
  let cookie = ''

  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['analyst'], { name: 'Léa Analyste' })).cookie
  })
  after(() => server?.close())

  const ask = (path: string, body: URLSearchParams | null = null, session = ''): Promise<Response> =>
    Promise.resolve(
      server.app.request(origin + path, {
        headers: { cookie: session, ...(body && { origin }) },
        ...(body && { method: 'POST', body }),
      }),
    )
  const page = async (path: string, status = 200, session = ''): Promise<string> => {
    const answer = await ask(path, null, session)
    assert.equal(answer.status, status, path)
    return answer.text()
  }
  const seenOn = (html: string): string => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? assert.fail('no seen')

  it('show every group in force of both sides to anybody, and lead to each', async () => {
    const html = await page('/en/portraits')
    assert.equal((html.match(/href="\/en\/portraits\/kent\/[A-Z]+"/g) ?? []).length, 13)
    assert.equal((html.match(/href="\/en\/portraits\/62\/[A-Z]+"/g) ?? []).length, 7)
  })

  it('say who lives there, what sets them apart, what they use and how to reach them, in both languages', async () => {
    const html = await page('/en/portraits/kent/A')
    for (const said of [/Most typical age: /, /Most typical household: /, /Most used services: /, /First contact: /])
      assert.match(html, said)
    assert.match(html, /<svg class="chart apart-chart"/)
    assert.match(html, /<svg class="chart channel-strip"/)
    assert.match(html, /never decides what somebody is entitled to/)
    assert.match(await page('/fr/portraits/62/A'), /Âge le plus typique\u202F: /)
  })

  it('refuse a group that is not there', async () => {
    await page('/en/portraits/kent/ZZ', 404)
    await page('/en/portraits/nowhere/A', 404)
    await page('/en/portraits-compared/nowhere', 404)
  })

  it('set two groups side by side, with every figure of both', async () => {
    const html = await page('/en/portraits-compared/kent?one=B&two=C')
    assert.match(html, /What separates groups B and C/)
    assert.match(html, /<option value="C" selected/)
  })

  it('keep what an analyst writes over a sentence, until it is taken away', async () => {
    const path = '/en/portraits/kent/B/sentences'
    const seen = seenOn(await page(path, 200, cookie))
    const kept = await ask(path, new URLSearchParams({ seen, 'en.strap': 'Busy people <b>by the sea</b>' }), cookie)
    assert.equal(kept.status, 303)
    const html = await page('/en/portraits/kent/B')
    assert.match(html, /Busy people &lt;b&gt;by the sea/)
    assert.match(html, /written by Léa Analyste/)
    assert.doesNotMatch(await page('/fr/portraits/kent/B'), /Busy people/)
    const late = await ask(path, new URLSearchParams({ seen, 'en.strap': 'Mine' }), cookie)
    assert.equal(late.status, 409)
    assert.match(await late.text(), />Mine</)
    const again = seenOn(await page(path, 200, cookie))
    await ask(path, new URLSearchParams({ seen: again, 'en.strap': '' }), cookie)
    assert.doesNotMatch(await page('/en/portraits/kent/B'), /Busy people/)
  })

  it('give back a text that is too long, at its field', async () => {
    const path = '/en/portraits/kent/D/sentences'
    const seen = seenOn(await page(path, 200, cookie))
    const answer = await ask(path, new URLSearchParams({ seen, 'fr.reach': 'é'.repeat(601) }), cookie)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /id="fr\.reach-fault"/)
  })
})
