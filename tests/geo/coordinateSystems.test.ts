import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import proj4 from 'proj4'
import { readFeatures } from '#geo/features/readFeatures.ts'
import { codes, collection, crs, feature, polygon, ring } from '#tests/geojson.ts'

describe('coordinate systems', () => {
  const toGrid = (definition: string, ring: readonly (readonly number[])[]): number[][] =>
    ring.map((corner) => proj4(definition).forward([...corner]))
  const lambert93 = '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m'
  const mercator = '+proj=merc +a=6378137 +b=6378137 +units=m'
  const small = ring('2.2 50.7, 2.3 50.7, 2.3 50.8, 2.2 50.7')

  it('brings the Ordnance Survey’s own points to within 5 m', () => {
    // OSTN15_OSGM15_TestInput_ETRStoOSGB.txt and its output, Ordnance Survey developer pack: TP01, TP04, TP07, TP09.
    const points = [
      [-6.29977752014, 49.9222639373, 91492.146, 11318.804],
      [-1.2978227724, 50.57563665, 449816.371, 75335.861],
      [1.44454730409, 51.3744702555, 639821.835, 169565.858],
      [-0.1199255718, 51.4893656495, 530624.974, 178388.464],
    ] as const
    for (const [lon, lat, east, north] of points) {
      const [at] = readFeatures(
        collection([feature({ type: 'Point', coordinates: [east, north] })], crs('urn:ogc:def:crs:EPSG::27700')),
      ).features
      const metresEast = ((at?.point?.[0] ?? 0) - lon) * 111_320 * Math.cos((lat * Math.PI) / 180)
      const metresNorth = ((at?.point?.[1] ?? 0) - lat) * 111_200
      assert.ok(Math.hypot(metresEast, metresNorth) < 5, `${east} ${north}: ${metresEast} ${metresNorth} m`)
    }
  })

  it('follows IGN’s published formula for Lambert-93', () => {
    // IGN, Projection cartographique conique conforme de Lambert (NTG 71), constants of Lambert-93: n, c, Xs, Ys; first eccentricity of GRS 80.
    const [n, c, xs, ys, e] = [0.725_607_765, 11_754_255.426, 700_000, 12_655_612.05, 0.081_819_191_12]
    const published = (lon: number, lat: number): number[] => {
      const [phi, sine] = [(lat * Math.PI) / 180, Math.sin((lat * Math.PI) / 180)]
      const isometric = Math.log(Math.tan(Math.PI / 4 + phi / 2)) - (e / 2) * Math.log((1 + e * sine) / (1 - e * sine))
      const [radius, angle] = [c * Math.exp(-n * isometric), (n * (lon - 3) * Math.PI) / 180]
      return [xs + radius * Math.sin(angle), ys - radius * Math.cos(angle)]
    }
    fc.assert(
      fc.property(fc.double({ min: -5, max: 9, noNaN: true }), fc.double({ min: 41, max: 51.2, noNaN: true }), (lon, lat) => {
        const [at] = readFeatures({ type: 'Point', coordinates: published(lon, lat), ...crs('EPSG:2154') }).features
        assert.ok(
          Math.abs((at?.point?.[0] ?? 0) - lon) < 1e-8 && Math.abs((at?.point?.[1] ?? 0) - lat) < 1e-8,
          `${lon} ${lat}: ${at?.point?.join(' ')}`,
        )
      }),
      { seed: 17 },
    )
  })

  const named: readonly [string, string][] = [
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'],
    ['EPSG:4258', 'EPSG:4326'],
  ]
  for (const [name, code] of named) {
    it(`knows ${name}`, () => assert.equal(readFeatures(collection([feature(polygon(small))], crs(name))).crs, code))
  }

  it('recognises grids in metres by their numbers, and says that it did', () => {
    const kent = ring('580000 150000, 590000 150000, 590000 160000, 580000 150000')
    const cc50 = '+proj=lcc +lat_1=49.25 +lat_2=50.75 +lat_0=50 +lon_0=3 +x_0=1700000 +y_0=9200000 +ellps=GRS80 +units=m'
    const inKent = ring('0.5 51.2, 0.6 51.2, 0.6 51.3, 0.5 51.2')
    const seen: readonly [unknown, string][] = [
      [kent, 'EPSG:27700'],
      [toGrid(lambert93, small), 'EPSG:2154'],
      [toGrid(mercator, small), 'EPSG:3857'],
      [toGrid(mercator, inKent), 'EPSG:3857'],
      [toGrid(cc50, small), 'EPSG:3950'],
    ]
    for (const [ring, code] of seen) {
      const reading = readFeatures(collection([feature(polygon(ring))]))
      assert.deepEqual([reading.crs, reading.crsGuessed, codes(reading)], [code, true, []])
      assert.deepEqual(
        reading.warnings.map(({ code: warning, value }) => [warning, value]),
        [['geo.crsGuessed', code]],
      )
      const [lon = 0, lat = 0] = reading.features[0]?.polygons[0]?.[0]?.[0] ?? []
      assert.ok(lon > 0 && lon < 3 && lat > 51 - 1 && lat < 52, `${lon} ${lat}`)
    }
  })

  it('recognises metres also where the file says degrees, as programs that forget to ask write', () => {
    const reading = readFeatures(collection([feature(polygon(toGrid(lambert93, small)))], crs('urn:ogc:def:crs:OGC:1.3:CRS84')))
    assert.deepEqual([reading.crs, reading.crsGuessed], ['EPSG:2154', true])
  })

  it('tells latitude and longitude in the wrong order, for France and for Kent, in degrees and in metres', () => {
    const swapped = (ring: readonly (readonly number[])[]): unknown => polygon(ring.map(([x, y]) => [y, x]))
    const inKent = ring('0.5 51.2, 0.6 51.2, 0.6 51.3, 0.5 51.2')
    for (const ring of [small, inKent, toGrid(lambert93, small)])
      assert.deepEqual(codes(readFeatures(collection([feature(swapped(ring))]))), ['geo.swapped'])
  })

  it('takes overseas territories for what they are', () => {
    for (const [lon, lat] of [
      [55.5, -21.1],
      [45.2, -12.8],
      [-61.5, 16.2],
      [-53, 4],
    ]) {
      assert.deepEqual(codes(readFeatures({ type: 'Point', coordinates: [lon, lat] })), [])
    }
  })

  it('asks where numbers or names tell nothing, and takes the answer', () => {
    const unknown = collection([feature(polygon(ring('150000 17000000, 160000 17000000, 160000 17010000, 150000 17000000')))])
    assert.deepEqual(codes(readFeatures(unknown)), ['geo.unknownCrs'])
    const belgian = collection([feature(polygon(toGrid(lambert93, small)))], crs('EPSG:31370'))
    const [fault] = readFeatures(belgian).faults
    assert.equal(fault?.code, 'geo.unknownCrs')
    assert.match(fault?.value ?? '', /31370/)
    const answered = readFeatures(belgian, 'EPSG:2154')
    assert.deepEqual([answered.crs, answered.crsGuessed, codes(answered)], ['EPSG:2154', false, []])
  })

  it('does not believe a national grid whose nation is elsewhere', () => {
    const ring93 = polygon(toGrid(lambert93, small))
    assert.deepEqual(codes(readFeatures(collection([feature(ring93)], crs('EPSG:27700')))), ['geo.unknownCrs'])
    assert.deepEqual(codes(readFeatures(collection([feature(ring93)]), 'EPSG:27700')), ['geo.unknownCrs'])
  })

  it('does not believe that degrees are metres', () => {
    assert.deepEqual(codes(readFeatures(collection([feature(polygon(small))], crs('EPSG:2154')))), ['geo.unknownCrs'])
  })
})
