import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { phoneJpeg } from '#tests/photos.ts'
import { signedIn } from '#tests/signedIn.ts'
import { placeActions } from '#web/addresses/places.ts'

const code = 'mairie-62765'
const own = 'commune-62765'

describe('the pages about places', () => {
  let server: PortalServer
  let coordinator: string
  let officer: string
  let moderator: string

  const get = (path: string, cookie = '') =>
    Promise.resolve(server.app.request(`http://localhost${path}`, { headers: { cookie } }))
  const post = (path: string, cookie: string, form: Record<string, string> | [string, string][] | FormData) => {
    const body = form instanceof FormData ? form : new URLSearchParams(form)
    const headers = { cookie, origin: 'http://localhost' }
    return Promise.resolve(server.app.request(`http://localhost${path}`, { method: 'POST', headers, body }))
  }
  const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

  before(async () => {
    server = await portalServer()
    const cookieOf = async (role: 'coordinator' | 'officer' | 'moderator', name: string) =>
      (await signedIn(server, [{ organisation: own, role }], { name })).cookie
    coordinator = await cookieOf('coordinator', 'Colette')
    officer = await cookieOf('officer', 'Odile')
    moderator = await cookieOf('moderator', 'Max')
  })
  after(() => server?.close())

  it('offer a desk its own fields to edit and the others to propose', async () => {
    const html = await (await get(`/fr/lieux/${code}/modifier`, officer)).text()
    assert.match(html, /name="phone"/)
    assert.doesNotMatch(html, /name="nameFr"/)
    assert.match(html, /Ce que vous pouvez proposer/)
    const all = await (await get(`/en/places/${code}/edit`, coordinator)).text()
    assert.match(all, /name="nameFr"/)
    assert.doesNotMatch(all, /What you can propose/)
  })

  it('say no to who has not signed in and to who may not, and 404 to a place that nobody knows', async () => {
    assert.equal((await get(`/fr/lieux/${code}/modifier`)).status, 401)
    assert.equal((await get(`/fr/lieux/${code}/modifier`, moderator)).status, 403)
    assert.equal((await get('/fr/gestion/lieux/doublons', officer)).status, 403)
    assert.equal((await get('/en/places/nowhere/edit', officer)).status, 404)
    assert.equal((await post(`/fr/lieux/${code}/modifier`, '', {})).status, 401)
  })

  it('count what is no version as an old one', async () => {
    for (const version of ['1e30', '99999999999', '2147483648', '-1', '1.5', '', 'x'])
      for (const [path, form] of [
        [`/en/places/${code}/edit`, { fields: 'phone', phone: '0321000000' }],
        [placeActions.close.en.replace(':code', code), { on: '2026-01-01' }],
      ] as const)
        assert.equal((await post(path, coordinator, { ...form, version })).status, 409, `${path} ${version}`)
  })

  it('show faults at the field and in a summary, and lose nothing that was typed', async () => {
    const version = versionIn(await (await get(`/en/places/${code}/edit`, officer)).text())
    const form: [string, string][] = [
      ['version', version],
      ['fields', 'phone'],
      ['fields', 'openingHours'],
      ['phone', 'ask <Odile>'],
      ['hoursBy', 'days'],
      ['hours.We.1.from', '09:00'],
      ['hours.We.1.to', '08:00'],
    ]
    const answer = await post(`/en/places/${code}/edit`, officer, form)
    assert.equal(answer.status, 422)
    const html = await answer.text()
    assert.match(html, /<a href="#phone">“ask &lt;Odile&gt;” is not a phone number/)
    assert.match(html, /On Wednesday, 09:00 – 08:00 cannot be/)
    assert.match(html, /id="phone-fault"/)
    assert.match(html, /name="phone" type="tel" value="ask &lt;Odile&gt;"/)
    assert.match(html, /name="hours.We.1.from" value="09:00"/)
  })

  it('answer 409 to the second of two, with both versions and what was typed, and save what is chosen', async () => {
    const path = `/en/places/${code}/edit`
    const version = versionIn(await (await get(path, coordinator)).text())
    const phone = (value: string, more: Record<string, string> = {}) => ({ version, fields: 'phone', phone: value, ...more })
    const first = await post(path, officer, phone('03 21 10 10 10'))
    assert.deepEqual([first.status, first.headers.get('location')], [303, `${path}?done=saved`])
    const second = await post(path, coordinator, phone('03 21 20 20 20', { note: 'from the desk' }))
    assert.equal(second.status, 409)
    const html = await second.text()
    assert.match(html, /Odile saved on/)
    assert.ok(html.includes('03 21 10 10 10') && html.includes('03 21 20 20 20'))
    assert.match(html, /<input type="hidden" name="phone" value="03 21 20 20 20"/)
    assert.match(html, /<input type="hidden" name="note" value="from the desk"/)
    const chosen = phone('03 21 20 20 20', { version: versionIn(html), 'choose.phone': 'mine' })
    assert.equal((await post(path, coordinator, chosen)).status, 303)
    const history = await (await get(`/fr/lieux/${code}/historique`, coordinator)).text()
    assert.ok(history.indexOf('03 21 20 20 20') < history.indexOf('Odile'), 'the latest change comes first')
  })

  it('change the public pages’ stamp at once', async () => {
    const before = await server.portal.stamp()
    const version = versionIn(await (await get(`/fr/lieux/${code}/modifier`, officer)).text())
    await post(`/fr/lieux/${code}/modifier`, officer, { version, fields: 'email', email: 'mairie@example.org' })
    assert.notEqual(await server.portal.stamp(), before)
  })

  it('take a photo, keep it from the public until it is accepted, then serve it as a picture and nothing else', async () => {
    const form = new FormData()
    form.set('photo', new File([new Uint8Array(phoneJpeg())], 'x.php', { type: 'text/html' }))
    form.set('altFr', 'La façade')
    const path = `/fr/signalements/nouveau?place=${code}&kind=photo`
    const sent = await post(path, officer, form)
    assert.deepEqual([sent.status, sent.headers.get('location')], [303, '/fr/signalements?done=sent'])
    const queue = await (await get('/en/reports/queue', moderator)).text()
    const review = /href="(\/en\/reports\/[^"]+\/review)"/.exec(queue)?.[1] ?? ''
    const html = await (await get(review, moderator)).text()
    const photo = /src="(\/photos\/[^"]+)"/.exec(html)?.[1] ?? ''
    assert.equal((await get(photo)).status, 404)
    const preview = await get(photo, moderator)
    assert.deepEqual([preview.status, preview.headers.get('cache-control')], [200, 'private, no-store'])
    const accepted = await post(review.replace(/review$/, 'accept'), moderator, { version: versionIn(html) })
    assert.equal(accepted.headers.get('location'), '/en/reports/queue?done=accepted')
    const open = await get(photo)
    assert.deepEqual(
      [open.status, ...['content-type', 'content-disposition', 'x-content-type-options'].map((name) => open.headers.get(name))],
      [200, 'image/jpeg', 'inline', 'nosniff'],
    )
    const again = await server.app.request(`http://localhost${photo}`, {
      headers: { 'if-none-match': open.headers.get('etag') ?? '' },
    })
    assert.equal(again.status, 304)
  })

  it('keep a photo’s words when the photo is too big, and refuse more than that unread', async () => {
    const send = (bytes: number) => {
      const form = new FormData()
      form.set('photo', new File([new Uint8Array(bytes)], 'big.jpg'))
      form.set('altFr', 'Très grande')
      return post(`/fr/signalements/nouveau?place=${code}&kind=photo`, officer, form)
    }
    const big = await send(6 * 1024 * 1024)
    assert.equal(big.status, 422)
    const html = await big.text()
    assert.ok(html.includes('plus de 5 Mo') && html.includes('value="Très grande"'))
    assert.equal((await send(17 * 1024 * 1024)).status, 422)
  })

  it('refuse a report only with a reason, which its author reads', async () => {
    await post(`/fr/signalements/nouveau?place=${code}&kind=note`, officer, { text: 'La sonnette est cassée' })
    const queue = await (await get('/fr/signalements/a-examiner', moderator)).text()
    const review = /href="(\/fr\/signalements\/[^"]+\/examen)"/.exec(queue)?.[1] ?? ''
    const refuse = review.replace(/examen$/, 'refuser')
    assert.equal((await post(refuse, moderator, { reason: ' ' })).status, 422)
    assert.equal((await post(refuse, moderator, { reason: 'Réparée hier' })).status, 303)
    const settled = await post(refuse, moderator, { reason: 'encore' })
    assert.equal(settled.status, 422)
    assert.match(await settled.text(), /Max a déjà traité ce signalement/)
    assert.match(await (await get('/fr/signalements', officer)).text(), /Réparée hier/)
  })

  it('close a place for who runs it, and open it again', async () => {
    const place = 'mairie-62757'
    const path = `/en/places/${place}`
    const version = versionIn(await (await get(`${path}/edit`, coordinator)).text())
    assert.equal((await post(`${path}/close`, officer, { version, on: '2026-01-01' })).status, 403)
    assert.equal((await post(`${path}/close`, coordinator, { version, on: '2026-01-01' })).status, 303)
    const closed = await (await get(`${path}/edit`, coordinator)).text()
    assert.match(closed, /This place closed on 1 January 2026/)
    assert.equal((await post(`${path}/reopen`, coordinator, { version: versionIn(closed) })).status, 303)
  })
})
