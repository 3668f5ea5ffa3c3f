import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createMapDesk, type MapDesk } from '#app/maps/mapDesk.ts'
import type { MapAsked } from '#app/maps/mapPage.ts'
import type { Observatory } from '#app/observatory.ts'
import { visitor } from '#domain/accounts'
import { areaKm2 } from '#geo/areaKm2.ts'
import { tileAt } from '#geo/tiles/tileAddress.ts'
import { DomainError } from '#kernel/result.ts'
import { closeDatabase, type Database } from '#store/open.ts'
import { testDatabase } from '#tests/database.ts'
import { addFigures, communeOutlines, drawOutlines, noOutlines } from '#tests/mapData.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

function deskOf(obs: Observatory): MapDesk {
  const settings = { oidc: null, smtpUrl: null, mailFrom: null, baseMapUrl: null }
  // The map needs neither queue nor words nor secrets.
  return createMapDesk({ observatory: obs, settings } as unknown as Parameters<typeof createMapDesk>[0])
}

const asked = (more: Partial<MapAsked>): MapAsked => ({
  territory: 'audomarois',
  subject: null,
  method: null,
  classes: null,
  compare: null,
  places: null,
  selected: [],
  area: null,
  ...more,
})

const refuses = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code

describe('the map of the sample observatory', () => {
  let db: Database
  let drop: () => Promise<void>
  let desk: MapDesk

  before(async () => {
    ;({ db, drop } = await testDatabase({ from: 'sample' }))
    desk = deskOf(testObservatory(db))
  })
  after(() => drop?.())

  it('offers the levels that can be drawn, communes as a whole', async () => {
    const { levels, schematic } = await desk.layers(visitor, { territory: '62' })
    assert.deepEqual(
      levels.find((each) => each.level === 'commune'),
      { level: 'commune', zones: 887, outlined: 887 },
    )
    assert.ok(levels.some((each) => each.level === 'epci'))
    assert.ok(schematic)
    assert.ok(!levels.some((each) => each.level === 'country'))
  })

  it('maps the population of every commune', async () => {
    const values = await desk.values(visitor, { territory: '62' })
    assert.deepEqual([values.level, values.figures.length, values.known], ['commune', 887, 887])
    const total = values.figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0)
    assert.ok(total > 1_400_000 && total < 1_500_000, String(total))
    assert.ok(values.source.source.fr.includes('INSEE'))
  })

  it('gives no density to schematic cells', async () => {
    const values = await desk.values(visitor, { territory: 'audomarois', indicator: 'density' })
    assert.equal(values.known, 0)
  })

  it('counts the same places by commune and by body', async () => {
    const count = async (level: string): Promise<number> => {
      const values = await desk.values(visitor, { territory: 'audomarois', level, indicator: 'places', service: 'health' })
      return values.figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0)
    }
    assert.ok((await count('commune')) > 0)
    assert.equal(await count('commune'), await count('epci'))
  })

  it('shows results of the survey by body with level and sureness, from the published matrix', async () => {
    const values = await desk.values(visitor, { territory: '62', indicator: 'level', service: 'health', criterion: 'delays' })
    assert.equal(values.level, 'epci')
    const judged = values.figures.filter((figure) => figure.level !== null)
    assert.ok(judged.length > 0 && judged.every((figure) => figure.sureness !== null))
    assert.ok(values.figures.every((figure) => figure.status !== 'suppressed' || figure.value === null))
    assert.equal(values.source.synthetic, true)
  })

  it('puts both maps of a comparison on the same zones', async () => {
    const view = await desk.page(visitor, asked({ territory: '62', compare: 'score', service: 'health' }))
    const [first, second] = view.maps
    assert.deepEqual(
      first?.values.figures.map((figure) => figure.zone.code),
      second?.values.figures.map((figure) => figure.zone.code),
    )
    assert.equal(view.outlines.length, first?.values.figures.length)
  })

  it('classifies deviations around 0', async () => {
    const view = await desk.page(visitor, asked({ territory: '62', indicator: 'deviation', service: 'health' }))
    const { classified, values } = view.maps[0] ?? assert.fail('no map')
    assert.ok(classified.diverging)
    const half = classified.classes.length / 2
    for (const { zone, value } of values.figures) {
      if (value !== null) assert.equal((classified.classOf.get(zone.code) ?? 0) >= half, value >= 0)
    }
  })

  it('refuses what it does not know', async () => {
    await assert.rejects(desk.values(visitor, { territory: 'nowhere' }), refuses('zone.unknown'))
    await assert.rejects(desk.values(visitor, { territory: '62', indicator: 'luck' }), refuses('indicator.unknown'))
    await assert.rejects(desk.values(visitor, { territory: '62', level: 'ward' }), refuses('level.unknown'))
    await assert.rejects(
      desk.values(visitor, { territory: '62', indicator: 'places', service: 'magic' }),
      refuses('service.unknown'),
    )
    await assert.rejects(desk.tile(visitor, { layer: 'secrets', z: 8, x: 1, y: 1 }), refuses('layer.unknown'))
    await assert.rejects(desk.tile(visitor, { layer: 'zones.commune.62', z: 3, x: 1, y: 1 }), refuses('tile.outside'))
  })

  it('drops selected codes that are no zones of the map, and sums the others', async () => {
    const view = await desk.page(visitor, asked({ selected: ['62765', '62765', 'x'] }))
    assert.deepEqual(view.selected, ['62765'])
    const own = view.maps[0]?.values.figures.find((figure) => figure.zone.code === '62765')?.value
    assert.equal(view.maps[0]?.ofSelection, own)
  })
})

describe('the map with files brought', { skip: noOutlines }, () => {
  let db: Database
  let drop: () => Promise<void>
  let desk: MapDesk
  const outlines = noOutlines ? new Map() : communeOutlines()

  before(async () => {
    ;({ db, drop } = await testDatabase({ from: 'sample' }))
    desk = deskOf(testObservatory(db))
    await desk.page(visitor, asked({}))
    await drawOutlines(db, outlines)
    await addFigures(db)
  })
  after(async () => {
    await drop?.()
    await closeDatabase(db).catch(() => {})
  })

  it('draws real outlines as soon as they are there, and the bodies joined from them', async () => {
    const communes = await desk.shapes(visitor, { territory: '62', level: 'commune' })
    assert.equal(communes.filter((outline) => !outline.schematic).length, 887)
    const bodies = await desk.shapes(visitor, { territory: 'audomarois', level: 'epci' })
    assert.ok(bodies.length > 1 && bodies.every((outline) => outline.joined))
    const of = (some: typeof communes): number => some.reduce((sum, outline) => sum + areaKm2(outline.polygons), 0)
    const inside = await desk.shapes(visitor, { territory: 'audomarois', level: 'commune' })
    assert.ok(Math.abs(of(bodies) - of(inside)) < 0.01 * of(inside))
  })

  it('keeps what a source withholds apart from what it does not name, and neither is zero', async () => {
    const values = await desk.values(visitor, { territory: '62', indicator: 'm:filosofi-2016:MED' })
    const of = (status: string) => values.figures.filter((figure) => figure.status === status)
    assert.deepEqual(
      of('missing').map((figure) => figure.zone.code),
      ['62765'],
    )
    assert.ok(of('withheld').length > 100)
    assert.ok([...of('missing'), ...of('withheld')].every((figure) => figure.value === null))
    assert.equal(values.known, of('ok').length)
    assert.deepEqual([values.source.licence, values.source.date], ['Licence Ouverte 2.0', '2016'])
  })

  it('offers a count as it is and as a share of its denominator', async () => {
    const codes = new Set((await desk.indicators(visitor, { territory: '62' })).map((indicator) => indicator.code))
    assert.ok(codes.has('m:filosofi-2016:NBI') && codes.has('s:filosofi-2016:NBI'))
    assert.ok(!codes.has('s:filosofi-2016:MED'))
    const values = await desk.values(visitor, { territory: '62', indicator: 's:filosofi-2016:NBI' })
    assert.ok(values.figures.every((figure) => figure.value === null || Math.abs(figure.value - 0.4) < 1e-12))
  })

  it('sums counts to bodies and leaves out a body that lacks a part; medians are not summed', async () => {
    const counts = await desk.values(visitor, { territory: '62', level: 'epci', indicator: 'm:filosofi-2016:NBM' })
    assert.ok(counts.summed)
    assert.equal(counts.figures.filter((figure) => figure.value === null).length, 1)
    const medians = await desk.values(visitor, { territory: '62', level: 'epci', indicator: 'm:filosofi-2016:MED' })
    assert.equal(medians.known, 0)
  })

  it('does not offer a territory what was brought for another', async () => {
    const codes = (await desk.indicators(visitor, { territory: 'kent' })).map((indicator) => indicator.code)
    assert.ok(!codes.some((code) => code.includes('filosofi')))
  })

  it('gives whole zones exactly, cut ones between bounds, and two halves that add up', async () => {
    const wide: [number, number][] = [
      [1, 49.5],
      [4, 49.5],
      [4, 51.5],
      [1, 51.5],
    ]
    const all = await desk.apportion(visitor, { territory: '62', polygon: wide })
    assert.equal(all.zones, all.whole)
    assert.deepEqual([all.lower, all.upper], [all.value, all.value])
    const total = (await desk.values(visitor, { territory: '62' })).figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0)
    assert.ok(Math.abs(all.value - total) < 1e-6)
    const half = (from: number, to: number): [number, number][] => [
      [from, 49.5],
      [to, 49.5],
      [to, 51.5],
      [from, 51.5],
    ]
    const west = await desk.apportion(visitor, { territory: '62', polygon: half(1, 2.3) })
    const east = await desk.apportion(visitor, { territory: '62', polygon: half(2.3, 4) })
    assert.ok(Math.abs(west.value + east.value - total) < 1)
    assert.ok(west.lower < west.value && west.value < west.upper)
  })

  it('weighs medians by inhabitants, and refuses results of the survey and drawings without an inside', async () => {
    const polygon: [number, number][] = [
      [2.2, 50.6],
      [2.4, 50.6],
      [2.4, 50.8],
    ]
    const figure = await desk.apportion(visitor, { territory: 'audomarois', indicator: 'm:filosofi-2016:MED', polygon })
    assert.equal(figure.method, 'mean')
    assert.ok(figure.lower <= figure.value && figure.value <= figure.upper && figure.unknown > 0)
    const refused = (more: object, code: string) =>
      assert.rejects(desk.apportion(visitor, { territory: 'audomarois', polygon, ...more }), refuses(code))
    await refused({ indicator: 'score' }, 'area.survey')
    await refused({ polygon: polygon.slice(0, 2) }, 'area.tooFew')
    await refused({ polygon: [...polygon, [2.1, 50.7], [2.5, 50.65]] }, 'area.crossing')
    await refused(
      {
        polygon: [
          [2, 50],
          [500, 50],
          [2, 51],
        ],
      },
      'area.outside',
    )
    await refused(
      {
        polygon: [
          [-40, 10],
          [-41, 10],
          [-40, 11],
        ],
      },
      'area.empty',
    )
  })

  it('cuts a tile once, tells it by its content, and anew when the zones change', async () => {
    const address = { layer: 'zones.commune.62', ...tileAt(2.25, 50.75, 9) }
    const first = await desk.tile(visitor, address)
    assert.equal(await desk.tile(visitor, address), first)
    assert.ok(first.body && first.zipped && first.zipped.length < first.body.length)
    const one = [...outlines].slice(0, 1)
    await drawOutlines(db, new Map(one))
    const again = await desk.tile(visitor, address)
    assert.notEqual(again, first)
    assert.notEqual(again.version, first.version)
    assert.equal(again.etag, first.etag)
    assert.equal((await desk.tile(visitor, { layer: 'zones.commune.62', ...tileAt(-40, 10, 6) })).body, null)
  })

  it('writes files that say whence their figures come and run no formula', async () => {
    const csv = await desk.file(visitor, asked({ territory: '62', indicator: 'm:filosofi-2016:NBI' }), 'csv', 'fr')
    const lines = new TextDecoder().decode(csv.body).trim().split('\r\n')
    assert.equal(lines.length, 888)
    assert.ok(lines[1]?.includes(`'=Ménages imposés`))
    assert.ok(lines[1]?.endsWith('"INSEE, Filosofi 2016",Licence Ouverte 2.0,2016'))
    const deviation = await desk.file(visitor, asked({ territory: '62', indicator: 'deviation' }), 'csv', 'en')
    assert.ok(/,-\d/.test(new TextDecoder().decode(deviation.body)), 'a negative number stays a number')
    const json = await desk.file(visitor, asked({ compare: 'density' }), 'geojson', 'en')
    const parsed = JSON.parse(new TextDecoder().decode(json.body))
    assert.equal(parsed.features.length, 89)
    assert.equal(typeof parsed.features[0].properties.comparedValue, 'number')
    assert.equal(parsed.about[0].indicator, 'population')
  })
})
