import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Place } from '#domain/territory'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Database } from '#store/open.ts'
import { insertPlaces } from '#store/places.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'

const pairs = [
  ['/fr/recherche?q=poubelle', '/en/search?q=poubelle'],
  ['/fr/lieux?service=library&where=saint-omer', '/en/places?service=library&where=saint-omer'],
  ['/fr/lieux/mairie-62765', '/en/places/mairie-62765'],
  ['/fr/communes/62765', '/en/communes/62765'],
  ['/fr/resultats', '/en/results'],
  ['/fr/a-propos', '/en/about'],
  ['/fr/accessibilite', '/en/accessibility'],
  ['/fr/vie-privee', '/en/privacy'],
] as const

const lantern: Place = {
  code: 'try-1',
  name: { fr: 'Maison Lanterne', en: 'Lantern House' },
  zone: null,
  root: 'kent',
  lon: 0.87,
  lat: 51.15,
  position: 'postcode',
  services: ['library'],
  organisation: null,
  openingHours: null,
  phone: null,
  email: null,
  stepFree: null,
  parking: null,
  address: '1 High Street',
  postcode: 'TN24 8XY',
  town: 'Ashford',
  url: null,
  synthetic: false,
  source: 'Trial file',
  checkedOn: '2026-10-01',
  version: 1,
}

const text = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('the pages for everybody', () => {
  let server: PortalServer
  const get = (path: string) => Promise.resolve(server.app.request(`http://localhost${path}`))
  const shown = async (path: string): Promise<string> => {
    const answer = await get(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }

  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  it('are shown in both languages, each naming the other, with one h1 and links from the footer', async () => {
    for (const [fr, en] of pairs) {
      const [french, english] = await Promise.all([shown(fr), shown(en)])
      assert.ok(french.includes(`hreflang="en" href="${en.replaceAll('&', '&amp;')}"`), `${fr} names ${en}`)
      for (const html of [french, english]) assert.equal(html.match(/<h1/g)?.length, 1, fr)
      for (const path of ['/fr/a-propos', '/fr/resultats', '/fr/accessibilite', '/fr/vie-privee'])
        assert.ok(french.includes(`href="${path}"`), `${fr} leads to ${path}`)
    }
  })

  it('begin on the home page with one field, the sixteen services and what people say', async () => {
    const html = await shown('/en')
    assert.ok(html.includes('action="/en/search"'))
    assert.equal(html.match(/href="\/en\/services\/\w+"/g)?.length, 16)
    assert.match(text(html), /people wait too long|hard to get there|do not suit people/)
    assert.ok(html.includes('href="/en/matrix"'))
  })

  it('find what was meant through slips, accents and everyday words', async () => {
    for (const [question, ...expected] of [
      ['poubele', 'Waste and recycling centre'],
      ['bin', 'Waste and recycling centre'],
      ['nappy', 'Early childhood'],
      ['council tax', 'Tax office', 'Apply for a Council Tax reduction'],
      ['CAF', 'Family allowance office'],
      ['st omer', 'Saint-Omer', 'Town hall (mairie), Saint-Omer'],
      ['ashfrod', 'Did you mean', 'Ashford'],
      ['library ashford', 'near Ashford', 'Ashford'],
    ] as const) {
      const html = text(await shown(`/en/search?q=${encodeURIComponent(question)}`))
      for (const each of expected) assert.ok(html.includes(each), `${question} shows ${each}`)
    }
  })

  it('teach what to do when nothing is found, and write questions as text', async () => {
    const html = await shown('/fr/recherche?q=xqzwvkj')
    assert.match(text(html), /Rien ne répond à .*xqzwvkj.*Essayez ainsi/)
    const evil = await shown(`/fr/recherche?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    assert.ok(!evil.includes('<script>alert'))
    assert.match(text(await shown('/en/search')), /What are you looking for\?.*Try one of these/)
    await shown(`/en/search?q=${'a'.repeat(5000)}`)
  })

  it('list places nearest first, and say that distances are as the crow flies', async () => {
    const view = await server.desks.public.findPlaces(
      { userId: null, name: '', email: null, memberships: [] },
      {
        territory: 'audomarois',
        service: 'library',
        where: 'St Omer',
        commune: null,
        openOnly: false,
        stepFree: false,
        most: 20,
      },
    )
    const km = view.places.map((card) => card.km ?? Number.NaN)
    assert.ok(km.length === 20 && km.every((each) => Number.isFinite(each)))
    assert.deepEqual(
      km,
      km.toSorted((a, b) => a - b),
    )
    const html = text(await shown('/en/places?service=library&where=St+Omer'))
    assert.match(html, /Library: nearest to Saint-Omer/)
    assert.match(html, /as the crow flies/)
    const names = view.places.map((card) => html.indexOf(card.place.name.en))
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a - b),
      'the page keeps the order',
    )
  })

  it('filter what is open and what is known to be step-free', async () => {
    const visitor = { userId: null, name: '', email: null, memberships: [] }
    const asked = { territory: 'audomarois', service: null, where: '', commune: '62765', most: 40 }
    const open = await server.desks.public.findPlaces(visitor, { ...asked, openOnly: true, stepFree: false })
    assert.ok(open.places.every((card) => card.opening.state === 'open'))
    const free = await server.desks.public.findPlaces(visitor, { ...asked, openOnly: false, stepFree: true })
    assert.ok(free.places.length > 0 && free.places.every((card) => card.place.stepFree === true))
  })

  it('say that a town is unknown, and refuse unknown codes as not found', async () => {
    assert.match(text(await shown('/fr/lieux?service=library&where=Xqzwvkj')), /ni commune ni code postal « Xqzwvkj »/)
    for (const path of [
      '/fr/lieux/nowhere',
      '/en/communes/nowhere',
      '/fr/communes/62',
      '/fr/lieux?service=nothing',
      '/en/results?territory=no',
    ])
      assert.equal((await get(path)).status, 404, path)
    assert.equal((await get('/fr/resultats?territory=62765')).status, 422)
  })

  it('tell of a place what is known, how sure it is, and offer nothing that a visitor may not do', async () => {
    const html = await shown('/fr/lieux/mairie-62765')
    const main = text(html)
    for (const each of ['Mairie de Saint-Omer', 'Horaires', 'Entrée sans marche', 'synthétiques', 'autres lieux à proximité'])
      assert.ok(main.includes(each), each)
    assert.match(main, /Ouvert jusqu’à|Fermé, ouvre|Jour férié/)
    assert.ok(!html.includes('/modifier') && !html.includes('signalements/nouveau'))
    assert.ok(html.includes('<figure class="locator">'))
  })

  it('show for each of the sixteen services a place of the commune or the nearest elsewhere', async () => {
    const html = await shown('/en/communes/62014')
    assert.equal(html.match(/<li class="(present|absent)">/g)?.length, 16)
    assert.match(text(html), /Nearest .* km away/)
  })

  it('say the results in sentences, each with its evidence', async () => {
    const view = await server.portal.matrix({ territory: 'audomarois' })
    const html = await shown('/en/results')
    const links = html.match(/href="\/en\/matrix\/\w+\/\w+"/g) ?? []
    assert.ok(links.length >= 16, `only ${links.length} sentences`)
    assert.doesNotMatch(text(html), /rethink|fine-tune|deviation|p-value/)
    const worst = view.matrix.cells
      .filter((cell) => cell.level === 'rethink' && cell.sureness === 'established' && !cell.item.includes('.'))
      .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))[0]
    assert.ok(worst)
    assert.ok(links[0]?.includes(`/${worst.service}/${worst.item}`), `${links[0]} is first`)
  })

  it('claim no audit, and name whom to complain to', async () => {
    const html = text(await shown('/en/accessibility'))
    for (const each of ['partially compliant', 'no independent audit', 'Défenseur des droits', 'Equality Advisory'])
      assert.ok(html.includes(each), each)
  })
})

describe('the pages for everybody after a change', () => {
  let server: PortalServer
  let db: Database
  const get = async (path: string) => (await server.app.request(`http://localhost${path}`)).text()

  before(async () => {
    server = await portalServer()
    db = server.observatory.db
  })
  after(() => server?.close())

  it('find a new place by its name, with its source and its uncertain position, and its postcode', async () => {
    assert.doesNotMatch(text(await get('/en/search?q=Lantern+House')), /Lantern House [A-Z]/)
    await write(db, async (writer) => {
      await insertPlaces(writer, [lantern])
      await raiseVersion(writer, 'places')
    })
    assert.match(text(await get('/en/search?q=lantren+house')), /Lantern House/)
    assert.match(text(await get('/en/search?q=TN24+8XY')), /Lantern House/)
    const page = text(await get('/en/places/try-1'))
    for (const each of [
      'approximate: that of the postcode',
      'Source: Trial file.',
      'Checked on 1 October 2026.',
      'Opening hours unknown',
    ])
      assert.ok(page.includes(each), each)
    assert.match(text(await get('/en/places?where=tn248xy')), /nearest to postcode TN24 8XY.*Lantern House/)
    assert.match(text(await get('/en/places?where=TN24')), /nearest to postcode TN24.*Lantern House/)
    await write(db, async (writer) => {
      await sql`UPDATE place SET closed_on = '2026-11-01' WHERE code = 'try-1'`.execute(writer)
      await raiseVersion(writer, 'places')
    })
    assert.equal((await server.app.request('http://localhost/en/places/try-1')).status, 404)
    assert.doesNotMatch(text(await get('/en/search?q=lantern+house')), /Lantern House Open|Opening hours unknown/)
  })

  it('show figures with their source, and what is withheld as such, never as zero', async () => {
    await write(db, async (writer) => {
      await sql`INSERT INTO dataset (code, kind, title_fr, title_en, source, licence, reference_date)
        VALUES ('trial', 'filosofi', 'Revenus', 'Incomes', 'INSEE', 'Licence ouverte', '2021')`.execute(writer)
      await sql`INSERT INTO measure (dataset, position, code, label_fr, label_en, unit)
        VALUES ('trial', 0, 'MED', 'Revenu médian', 'Median income', 'euros'), ('trial', 1, 'TP', 'Taux de pauvreté', 'Poverty rate', 'percent')`.execute(
        writer,
      )
      await sql`INSERT INTO measure_value (territory_id, dataset, zone, figures) VALUES ('62', 'trial', '62765', '{19870,NULL}')`.execute(
        writer,
      )
      await raiseVersion(writer, 'observatory')
    })
    const page = text(await get('/en/communes/62765'))
    assert.match(page, /Median income 19,870.€ Poverty rate not published/)
    assert.match(page, /Source: INSEE. Licence: Licence ouverte. Reference date: 2021./)
    assert.match(page, /does not mean zero/)
  })
})
