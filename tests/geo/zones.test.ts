import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openFile } from '#app/files/openFile.ts'
import { areaKm2 } from '#geo/areaKm2.ts'
import { centroidOf, pointInside } from '#geo/centroid.ts'
import { pointInPolygons, ringArea, type Polygons, type Ring } from '#geo/rings.ts'
import { zoneLocator } from '#geo/zoneLocator.ts'
import { realFile, withoutRealFiles } from '#tests/sourceFiles.ts'

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

describe('area on the ellipsoid', () => {
  it('is that of WGS 84: a degree square at the equator, the whole globe, a square of northern France', () => {
    assert.ok(Math.abs(areaKm2([[box(0, 0, 1, 1)]]) - 12_308.4639) < 1e-4)
    // Surface of the ellipsoid: 510,065,621.724 km² (Moritz, Geodetic Reference System 1980, with WGS 84's axis).
    assert.ok(Math.abs(areaKm2([[box(-180, -90, 180, 90)]]) - 510_065_621.724) < 1)
    // The first and the last are the sum of cos φ · M · N over 2,000 strips, M and N being the radii of curvature.
    assert.ok(Math.abs(areaKm2([[box(2, 50.495, 2.01, 50.505)]]) - 0.789_232_27) < 1e-8)
  })

  it('takes holes off and does not care how rings turn', () => {
    const whole = areaKm2([[box(2, 50, 3, 51)]])
    const part = areaKm2([[box(2.2, 50.2, 2.4, 50.4)]])
    assert.ok(Math.abs(areaKm2([[box(2, 50, 3, 51).toReversed(), box(2.2, 50.2, 2.4, 50.4)]]) - (whole - part)) < 1e-6)
    assert.equal(areaKm2([]), 0)
  })

  it('adds up when a zone is cut', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (share) => {
        const cut = 50 + share
        const parts = areaKm2([[box(2, 50, 3, cut)], [box(2, cut, 3, 51)]])
        assert.ok(Math.abs(parts / areaKm2([[box(2, 50, 3, 51)]]) - 1) < 1e-12)
      }),
      { seed: 19 },
    )
  })
})

describe('points of a zone', () => {
  const horseshoe: Polygons = [
    [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [8, 9],
        [8, 1],
        [1, 1],
        [1, 9],
        [0, 9],
        [0, 0],
      ],
    ],
  ]

  it('has its centre of gravity where balance has it', () => {
    const [lon, lat] = centroidOf([[box(2, 50, 4, 51)]])
    assert.ok(Math.abs(lon - 3) < 1e-12 && Math.abs(lat - 50.5) < 1e-12)
    const [east] = centroidOf([[box(0, 0, 1, 1)], [box(3, 0, 4, 3)]])
    assert.ok(Math.abs(east - (0.5 + 3 * 3.5) / 4) < 1e-12)
    const [, north] = centroidOf([[box(0, 0, 3, 3), box(1, 0.5, 2, 1.5)]])
    assert.ok(Math.abs(north - (9 * 1.5 - 1) / 8) < 1e-12)
  })

  it('has a point inside also where the centre of gravity lies outside', () => {
    assert.ok(!pointInPolygons(centroidOf(horseshoe), horseshoe))
    assert.ok(pointInPolygons(pointInside(horseshoe), horseshoe))
    const ring: Polygons = [[box(0, 0, 9, 9), box(1, 1, 8, 8)]]
    assert.ok(pointInPolygons(pointInside(ring), ring))
    const islands: Polygons = [[box(0, 0, 1, 1)], [box(8, 0, 10, 2)]]
    assert.ok(pointInPolygons(pointInside(islands), islands))
  })

  it('has a point inside, whatever the star', () => {
    const star = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 })
    fc.assert(
      fc.property(star, (radii) => {
        const corners = radii.map((radius, i): [number, number] => {
          const angle = (2 * Math.PI * i) / radii.length
          return [2 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)]
        })
        const polygons: Polygons = [[[...corners, corners[0] ?? [0, 0]]]]
        assert.ok(pointInPolygons(pointInside(polygons), polygons))
      }),
      { seed: 23, numRuns: 500 },
    )
  })

  it('has none without area', () => assert.throws(() => centroidOf([]), /0 polygons/))
})

describe('zones at a position', () => {
  it('names all that hold it, in the order given', () => {
    const locator = zoneLocator([
      { code: 'district', polygons: [[box(0, 0, 4, 4), box(1, 1, 2, 2)], [box(8, 8, 9, 9)]] },
      { code: 'area', polygons: [[box(0, 0, 1, 1)]] },
      { code: 'nowhere', polygons: [] },
    ])
    assert.deepEqual(locator.at(0.5, 0.5), ['district', 'area'])
    assert.deepEqual(locator.at(1.5, 1.5), [])
    assert.deepEqual(locator.at(8.5, 8.5), ['district'])
    assert.deepEqual(locator.at(20, 20), [])
    assert.deepEqual(zoneLocator([]).at(0, 0), [])
  })

  it('finds every commune of the Pas-de-Calais by a point inside, quickly', { skip: withoutRealFiles }, async () => {
    const opened = await openFile(realFile('boundaries/pas-de-calais/communes-62-pas-de-calais.geojson'))
    const communes = opened.form === 'features' ? opened.features : []
    const zones = communes.map(({ properties, polygons }) => ({ code: String(properties['code']), polygons }))
    const locator = zoneLocator(zones)
    const start = process.cpuUsage()
    for (const { code, polygons } of zones) assert.deepEqual(locator.at(...pointInside(polygons)), [code])
    assert.ok(process.cpuUsage(start).user < 500_000)
    assert.ok(zones.every(({ polygons }) => polygons.every(([outer = []]) => ringArea(outer) > 0)))
    // Saint-Omer's town hall, Dover.
    assert.deepEqual([locator.at(2.2524, 50.7489), locator.at(1.313, 51.128)], [['62765'], []])
  })
})
