import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Place } from '#domain/territory'
import { raiseVersion } from '#store/dataVersion.ts'
import { write } from '#store/open.ts'
import { insertPlaces } from '#store/places.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'

const real = (code: string, name: string, more: Partial<Place>): Place => ({
  code,
  name: { fr: name, en: name },
  zone: null,
  root: null,
  lon: null,
  lat: null,
  position: 'exact',
  services: ['library'],
  organisation: null,
  openingHours: null,
  phone: null,
  email: null,
  stepFree: null,
  parking: null,
  address: null,
  postcode: null,
  town: null,
  url: null,
  synthetic: false,
  source: 'Trial file',
  checkedOn: '2026-10-01',
  version: 1,
  ...more,
})

const text = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('finding what is real, and where it truly is', () => {
  let server: PortalServer
  const get = async (path: string) => (await server.app.request(`http://localhost${path}`)).text()
  const search = async (language: 'fr' | 'en', question: string): Promise<string> =>
    text(await get(`${language === 'fr' ? '/fr/recherche' : '/en/search'}?q=${encodeURIComponent(question)}`))

  before(async () => {
    server = await portalServer()
    await write(server.observatory.db, async (writer) => {
      // Saint-Omer's own centre, as of a place of which only the town is known.
      await insertPlaces(writer, [
        real('try-town', 'Bibliothèque Brume', { zone: '62765', root: '62', lon: 2.2617, lat: 50.7499, position: 'town' }),
        real('try-canterbury', 'Mist Library', { root: 'kent', lon: 1.08, lat: 51.28, postcode: 'CT1 1AA', town: 'Canterbury' }),
        real('try-house', 'France services Brume', {
          zone: '62765',
          root: '62',
          lon: 2.26,
          lat: 50.75,
          services: ['townHall', 'tax'],
        }),
      ])
      await raiseVersion(writer, 'places')
    })
  })
  after(() => server?.close())

  it('gives no distance to the metre of a place known only by its town, and lists exact places within reach before it', async () => {
    const page = text(await get('/fr/lieux?service=library&where=Saint-Omer'))
    assert.match(page, /Bibliothèque Brume .*?vers Saint-Omer, position approximative/)
    const line = /Bibliothèque Brume.*?approximative/.exec(page)?.[0] ?? ''
    assert.doesNotMatch(line, /100 mètres|à \d/)
    const first = page.indexOf('données d’exemple')
    assert.ok(first > 0 && first < page.indexOf('Bibliothèque Brume'), 'an exact sample library comes first')
  })

  it('knows a French postcode without a directory, and names its communes', async () => {
    const page = text(await get('/fr/lieux?service=library&where=62500'))
    assert.match(page, /au plus près du code postal 62500/)
    assert.match(page, /Ce code postal couvre\s:.*Saint-Omer/)
    const found = await get('/fr/recherche?q=62500')
    assert.match(found, /href="\/fr\/lieux\?where=62500"/)
    assert.match(text(found), /Lieux autour du code postal 62500/)
  })

  it('takes a British postcode that nobody knows whole for its first part, and never for another', async () => {
    assert.match(text(await get('/en/places?where=CT1+2NR')), /nearest to postcode CT1\b(?! 2NR).*Mist Library/)
    assert.match(text(await get('/en/places?where=DG9+9ZZ')), /We know no town or postcode/)
    assert.doesNotMatch(await search('fr', '62599'), /Vouliez-vous dire/)
  })

  it('puts the place that bears every word first, before the services that the words bring to mind', async () => {
    const page = await search('fr', 'France services Saint-Omer')
    const at = page.indexOf('France services Brume')
    const others = ['données d’exemple', 'Services Action'].map((each) => page.indexOf(each)).filter((each) => each >= 0)
    assert.ok(others.length > 0, 'something else is found too')
    assert.ok(at > 0 && others.every((each) => at < each), 'the house comes before samples and services')
  })

  it('sends nobody to a town hall for what is done online, and leads to those who help', async () => {
    for (const question of ['carte grise', 'permis de conduire saint-omer']) {
      const page = await search('fr', question)
      assert.match(page, /ants\.gouv\.fr/)
      assert.match(page, /France services Brume/)
      assert.doesNotMatch(page, /Mairie de|Permis de construire/)
    }
    assert.match(text(await get('/en/search?q=driving+licence&territory=kent')), /online.*DVLA.*France Titres/)
  })

  it('offers the procedures of the country that is looked at first', async () => {
    const countries = async (territory: string): Promise<string[]> => {
      const page = text(await get(`/en/search?q=town+hall&territory=${territory}`))
      return page.slice(page.lastIndexOf('Procedures')).match(/In (?:France|England)/gi) ?? []
    }
    const french = await countries('audomarois')
    const english = await countries('kent')
    assert.ok(french.length > 1, 'there are procedures to sort')
    assert.match(french[0] ?? '', /France/)
    assert.match(english[0] ?? '', /England/)
  })

  it('marks each sample beside real places, and names the thing in the breadcrumb', async () => {
    const page = await get('/fr/communes/62765')
    assert.match(text(page), /Certains lieux sont des exemples/)
    assert.match(page, /Mairie de Saint-Omer<\/a>\s*<span class="tag">données d’exemple/)
    assert.doesNotMatch(page, /France services Brume<\/a>\s*<span class="tag">/)
    assert.match(page, /<li aria-current="page">Saint-Omer<\/li>/)
    assert.match(await get('/fr/services/library'), /<li aria-current="page">Bibliothèque/)
  })

  it('shows visitors the results in plain words, and no calculations', async () => {
    const page = await get('/fr')
    assert.match(page, /<nav class="subjects"[^]*?href="\/fr\/resultats"/)
    assert.doesNotMatch(page, /href="\/fr\/calculs"/)
  })
})
