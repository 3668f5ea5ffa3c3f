import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readOnce } from '#store/open.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'

const origin = 'http://localhost'

describe('the guide at the desk', () => {
  let server: PortalServer

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const look = async (
    where: string,
    language: 'fr' | 'en' = 'en',
  ): Promise<{ status: number; html: string; headers: Headers }> => {
    const answer = await server.app.request(`${origin}/${language}/guide`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ where }),
    })
    return { status: answer.status, html: await answer.text(), headers: answer.headers }
  }
  const shares = (html: string): number[] =>
    [...html.matchAll(/<\/th><td class="number">([\d.]+)%<\/td>/g)].map(([, share]) => Number(share))

  it('gives a mix of groups for a town of either side, adding up to everybody', async () => {
    for (const where of ['Ashford', 'Saint-Omer', 'st omer']) {
      const { status, html } = await look(where)
      assert.equal(status, 200, where)
      const sum = shares(html).reduce((total, share) => total + share, 0)
      assert.ok(shares(html).length > 1 && sum > 96 && sum < 104, `${where}: ${shares(html).join(' ')}`)
    }
  })

  it('widens a postcode of one area to its neighbours, and says of what it speaks', async () => {
    const one = await readOnce(server.observatory.db, (reader) =>
      reader.selectFrom('postcode').select('postcode').where('postcode', 'like', 'ME4 %').limit(1).executeTakeFirstOrThrow(),
    )
    for (const where of ['ME4', one.postcode.toLowerCase().replace(' ', ''), '62500']) {
      const { status, html } = await look(where)
      assert.equal(status, 200, where)
      assert.match(html, /[\d,]+ small areas, [\d,]+ people/)
      assert.ok(!/>1 small areas/.test(html), where)
    }
  })

  it('says at once that a group decides nothing, and names services and questions, in both languages', async () => {
    const { html } = await look('62500', 'fr')
    assert.match(html, /ce que dit la personne l’emporte/)
    assert.match(html, /Que demander/)
    assert.match(html, /href="\/fr\/services\/[a-zA-Z]+"/)
  })

  it('keeps what was typed out of every address and cache', async () => {
    const { html, headers } = await look('Ashford')
    assert.doesNotMatch(html, /(?:href|action)="[^"]*Ashford/i)
    assert.match(headers.get('cache-control') ?? '', /no-store/)
  })

  it('asks again where the place is unknown, missing or too long, and keeps what was typed', async () => {
    for (const [where, said] of [
      ['Zzyzx', /is no postcode and no town/],
      ['  ', /Type a postcode/],
      ['DG9 9ZZ', /is no postcode and no town/],
      ['x'.repeat(81), /too long/],
    ] as const) {
      const { status, html } = await look(where)
      assert.equal(status, 422, where)
      assert.match(html, said)
      assert.match(html, /id="where-fault"/)
    }
    assert.match((await look('<b>"')).html, /value="&lt;b&gt;&quot;"/)
  })
})
