import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addStatements, addWords } from '#tests/factsheetWords.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

describe('pages of factsheets', () => {
  let server: PortalServer
  let analyst = ''
  let moderator = ''

  before(async () => {
    server = await portalServer()
    analyst = (await signedIn(server, ['analyst'], { name: 'Anne' })).cookie
    moderator = (await signedIn(server, ['moderator'], { name: 'Max' })).cookie
  })
  after(() => server?.close())

  const get = (path: string, cookie = '') =>
    server.app.request(`http://localhost${path}`, { headers: { ...(cookie && { cookie }) } })
  const page = async (path: string, cookie = '') => (await get(path, cookie)).text()
  const post = (path: string, cookie: string, form: Record<string, string>) =>
    server.app.request(`http://localhost${path}`, {
      method: 'POST',
      headers: { origin: 'http://localhost', cookie },
      body: new URLSearchParams(form),
    })

  it('list the 36 for anybody, under their criteria, in both languages', async () => {
    for (const [path, name] of [
      ['/fr/fiches', 'fiches'],
      ['/en/factsheets', 'factsheets'],
    ] as const) {
      const html = await page(path)
      const links = [...html.matchAll(new RegExp(`href="/(?:fr|en)/${name}/([a-zA-Z]+\\.[a-zA-Z]+)"`, 'g'))].map(
        ([, item]) => item,
      )
      assert.equal(new Set(links).size, 36)
      assert.equal(html.match(/<h2 id="/g)?.length, 11)
    }
  })

  it('say for whom and where, with a table beside each chart', async () => {
    const html = await page('/en/factsheets/procedures.online')
    assert.match(html, /It is clearly harder for .*people ill at ease online/)
    assert.match(html, /Lowest score: /)
    assert.equal(html.match(/<svg class="chart"/g)?.length, 2)
    assert.ok((html.match(/<table/g)?.length ?? 0) >= 2)
    assert.doesNotMatch(html, /Write on this factsheet/)
  })

  it('bring all 36 together for one print', async () => {
    const html = await page('/fr/toutes-les-fiches')
    assert.equal(html.match(/<article class="fiche"/g)?.length, 36)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length)
  })

  it('show an analyst’s text with its figures, and never its markup', async () => {
    const text = 'La mairie est à [note mairie] sur 10.\r\n\r\n<script>alert(1)</script> [n] personnes.'
    const saved = await post('/fr/fiches/delays.queue/texte', analyst, { text, version: '0', language: 'fr' })
    assert.equal(saved.status, 303)
    assert.equal(saved.headers.get('location'), '/fr/fiches/delays.queue?done=saved')
    const html = await page('/fr/fiches/delays.queue')
    assert.match(html, /La mairie est à <a class="bound" href="#delays-queue-note-1" title="note moyenne sur 10, mairie"/)
    assert.match(html, /&lt;script&gt;alert\(1\)/)
    assert.doesNotMatch(html, /<script>alert/)
    // The form shows the names of figures again, in the reader's language.
    assert.match(await page('/fr/fiches/delays.queue/texte', analyst), /\[note mairie\]/)
    assert.match(await page('/en/factsheets/delays.queue/text?text=fr', analyst), /\[score town hall\]/)
    assert.doesNotMatch(await page('/en/factsheets/delays.queue'), /La mairie est à/)
  })

  it('bring back what was typed when a figure is unknown, with the error at the field', async () => {
    const answer = await post('/fr/fiches/delays.answer/texte', analyst, {
      text: 'Ceci : [note martienne].',
      version: '0',
      language: 'fr',
    })
    assert.equal(answer.status, 422)
    const html = await answer.text()
    assert.match(html, /id="text-fault">Aucun chiffre ne s’appelle \[note martienne\]/)
    assert.match(html, /Ceci : \[note martienne\]\.<\/textarea>/)
    assert.match(html, /href="#text"/)
  })

  it('keep both texts in sight when two analysts write at once', async () => {
    await post('/en/factsheets/cost.price/text', analyst, { text: 'The first text.', version: '0', language: 'en' })
    const answer = await post('/en/factsheets/cost.price/text', analyst, {
      text: 'The second text.',
      version: '0',
      language: 'en',
    })
    assert.equal(answer.status, 409)
    const html = await answer.text()
    assert.match(html, /The second text\.<\/textarea>/)
    assert.match(html, /<p>The first text\.<\/p>/)
    assert.match(html, /name="version" value="1"/)
  })

  it('change what anybody gets when something is published', async () => {
    const tag = (await get('/en/factsheets/welcome.courtesy')).headers.get('etag')
    const [id = ''] = await addWords(server.observatory, '62', [{ original: 'They smiled and John helped.', language: 'en' }])
    const shown = 'They smiled and […] helped.'
    const answer = await post(`/en/in-their-words/${id}/publish`, moderator, { version: '1', shown, item: 'welcome.courtesy' })
    assert.equal(answer.status, 303)
    const after = await get('/en/factsheets/welcome.courtesy')
    assert.notEqual(after.headers.get('etag'), tag)
    assert.match(await after.text(), /They smiled and \[…\] helped\./)
  })

  it('ask a moderator to check what may name somebody, and keep what was typed', async () => {
    const [id = ''] = await addWords(server.observatory, '62', [{ original: 'Voir Mme Petit au 06 11 22 33 44.' }])
    const html = await page(`/fr/paroles/${id}`, moderator)
    assert.match(html, /<mark title="nom possible">Mme Petit/)
    assert.doesNotMatch(html, /name="checked"/)
    const answer = await post(`/fr/paroles/${id}/publier`, moderator, { version: '1', shown: 'Voir Mme Petit.', item: '' })
    assert.equal(answer.status, 422)
    const again = await answer.text()
    assert.match(again, /id="shown-fault">[^<]*Mme Petit/)
    assert.match(again, /id="item-fault"/)
    assert.match(again, /name="checked"/)
    assert.match(again, /Voir Mme Petit\.<\/textarea>/)
    assert.equal((await post(`/fr/paroles/${id}/refuser`, moderator, { version: '1', reason: '' })).status, 422)
  })

  it('lead a coder from one citation to the next by the keyboard alone', async () => {
    const survey = await addStatements(server.observatory, '62', ['Le téléphone sonne dans le vide', 'Des marches partout'])
    const address = `/fr/citations/${survey}/1/1`
    const html = await page(address, analyst)
    assert.match(html, /<input id="typed"[^>]* autofocus/)
    assert.equal(html.match(/type="checkbox" name="item"/g)?.length, 36)
    assert.match(await (await post(address, analyst, { typed: 'délai', version: '1' })).text(), /id="typed-fault">[^<]*délai/)
    const answer = await post(address, analyst, { typed: '2.1', version: '1' })
    assert.equal(answer.headers.get('location'), `/fr/citations/${survey}/1/2?done=coded`)
    assert.match(await page('/fr/citations?show=done', analyst), /2\.1 téléphone/)
  })
})
