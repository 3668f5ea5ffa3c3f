import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { numberOf } from '#tests/importing.ts'
import { signedIn } from '#tests/signedIn.ts'

const good = 'CODGEO,LIBGEO,MED16\n62765,Saint-Omer,18500\n62160,Calais,NA\n'
const bad = good.replace('18500', '<script>alert(1)</script>')

describe('bringing files through the portal', () => {
  let server: PortalServer
  let cookie = ''
  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['administrator'])).cookie
  })
  after(() => server.close())

  const get = async (path: string): Promise<string> =>
    (await server.app.request(`http://localhost${path}`, { headers: { cookie } })).text()

  async function post(path: string, body: FormData | URLSearchParams | string): Promise<Response> {
    const headers = { cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    return server.app.request(`http://localhost${path}`, { method: 'POST', body, headers })
  }

  /** Sends a file and gives the address of its check, when that has ended. */
  async function bring(name: string, content: string, kind = ''): Promise<string> {
    const form = new FormData()
    form.set('kind', kind)
    form.set('crs', '')
    form.set('file', new File([content], name))
    const answer = await post('/fr/imports', form)
    assert.equal(answer.status, 303)
    await server.desks.imports.idle()
    return answer.headers.get('location') ?? ''
  }

  it('shows what a file would change, takes it in when told, and undoes it', async () => {
    // A year that no other test brings: they run in any order.
    const address = await bring('filosofi.csv', good.replace('MED16', 'MED19'))
    const preview = await get(address)
    assert.match(preview, /Revenus et pauvreté/)
    assert.match(preview, /2 lignes à ajouter/)
    const rows = sql<{ n: number }>`SELECT count(*)::int AS n FROM measure_value WHERE dataset = 'filosofi-2019'`
    assert.equal(await numberOf(server.observatory.db, rows), 0)
    const confirmed = await post(`${address}/confirmer`, new URLSearchParams())
    assert.equal(confirmed.status, 303)
    await server.desks.imports.idle()
    assert.equal(await numberOf(server.observatory.db, rows), 2)
    assert.match(await get(address), /Ces données sont dans l’observatoire/)
    const list = await get('/fr/imports')
    const [, id] = /href="\/fr\/imports\/([0-9a-f-]+)"/.exec(list) ?? []
    assert.ok(id)
    assert.match(await get(`/fr/imports/${id}`), /Licence Ouverte/)
    const undone = await post(`/fr/imports/${id}/defaire`, new URLSearchParams())
    assert.equal(undone.status, 303)
    assert.equal(await numberOf(server.observatory.db, rows), 0)
    assert.match(await get(`/fr/imports/${id}`), /Import défait/)
  })

  it('shows errors by line in either language, with the value as text, and offers no confirmation', async () => {
    const address = await bring('filosofi.csv', bad)
    const french = await get(address)
    assert.match(french, /Rien n’a été enregistré/)
    assert.ok(french.includes('&lt;script&gt;alert(1)&lt;/script&gt;') && !french.includes('<script>alert'))
    assert.ok(!french.includes('/confirmer"'))
    assert.match(await get(address.replace('/fr/fichiers/', '/en/files/')), /Nothing was saved/)
    const refused = await post(`${address}/confirmer`, new URLSearchParams())
    assert.equal(refused.status, 422)
    const discarded = await post(`${address}/ecarter`, new URLSearchParams())
    assert.equal(discarded.status, 303)
    assert.equal((await server.app.request(`http://localhost${address}`, { headers: { cookie } })).status, 404)
  })

  it('asks which column gives what, and reads the file again', async () => {
    const address = await bring('miennes.csv', 'mon code,mon nom,combien\n62765,Saint-Omer,14000\n', 'zones')
    const page = await get(address)
    assert.match(page, /Quelle colonne donne quoi/)
    const choices = new URLSearchParams({
      kind: 'zones',
      'field-code': 'mon code',
      'field-name': 'mon nom',
      'field-population': 'combien',
    })
    const mapped = await post(`${address}/colonnes`, choices)
    assert.equal(mapped.status, 303)
    await server.desks.imports.idle()
    assert.match(await get(address), /Faire entrer ces données/)
  })

  it('says so when no file was chosen, and keeps the page', async () => {
    const form = new FormData()
    form.set('kind', 'places')
    const answer = await post('/fr/imports', form)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Choisissez au moins un fichier/)
  })

  it('keeps answering while many files wait for their check, and takes each in its turn', async () => {
    const addresses = await Promise.all(
      Array.from({ length: 14 }, async (_, i) => {
        const form = new FormData()
        form.set('file', new File([good.replace('18500', `${19_000 + i}`)], `filosofi-${i}.csv`))
        return (await post('/fr/imports', form)).headers.get('location') ?? ''
      }),
    )
    assert.equal((await server.app.request('http://localhost/fr/a-propos')).status, 200)
    await server.desks.imports.idle()
    for (const address of addresses) assert.match(await get(address), /Faire entrer ces données/)
  })

  it('keeps nothing of a file that was cut off, and does not drop one that is being taken in', async () => {
    const before = sql<{ n: number }>`SELECT count(*)::int AS n FROM upload`
    const had = await numberOf(server.observatory.db, before)
    const viewer = await server.desks.accounts.viewerOf(new Headers({ cookie }))
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new TextEncoder().encode(good))
      throw new Error('the connection was cut')
    }
    const file = { fileName: 'half.csv', kind: null, crs: null, content: broken(), isCut: () => false }
    await assert.rejects(server.desks.imports.receive(viewer, file))
    assert.equal(await numberOf(server.observatory.db, before), had)
    const address = await bring('filosofi.csv', good.replace('18500', '18900'))
    const confirming = post(`${address}/confirmer`, new URLSearchParams())
    await confirming
    const dropped = await post(`${address}/ecarter`, new URLSearchParams())
    await server.desks.imports.idle()
    assert.equal(dropped.status, 422)
    assert.match(await get(address), /Ces données sont dans l’observatoire/)
  })

  it('takes up what a process that died had begun', async () => {
    const address = await bring('filosofi.csv', good.replace('18500', '18700'))
    const id = address.split('/').at(-1) ?? ''
    await sql`UPDATE upload SET state = 'reading', preview = NULL WHERE id = ${id}::uuid`.execute(server.observatory.db.kysely)
    await server.desks.imports.resume()
    await server.desks.imports.idle()
    assert.match(await get(address), /Faire entrer ces données/)
  })
})
