import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Effort } from '#geo/features/segments.ts'
import { readFeatures, type FeatureReading } from '#geo/features/readFeatures.ts'
import { ringArea } from '#geo/rings.ts'
import { codes, collection, feature, polygon, ring } from '#tests/geojson.ts'

const shell = [
  [2, 50],
  [3, 50],
  [3, 51],
  [2, 51],
  [2, 50],
]
const hole = [
  [2.2, 50.2],
  [2.2, 50.4],
  [2.4, 50.4],
  [2.4, 50.2],
  [2.2, 50.2],
]

const read = (...geometries: unknown[]): FeatureReading =>
  readFeatures(collection(geometries.map((geometry) => feature(geometry))))

describe('features of a file', () => {
  it('takes collections, single features and geometries alone', () => {
    for (const document of [collection([feature(polygon(shell))]), feature(polygon(shell)), polygon(shell)]) {
      const { features, crs: system, crsGuessed } = readFeatures(document)
      assert.deepEqual([features.length, features[0]?.polygons.length, system, crsGuessed], [1, 1, 'EPSG:4326', false])
    }
  })

  it('takes points, several polygons, collections of geometries, and nothing with a warning', () => {
    const point = { type: 'Point', coordinates: [2.25, 50.75, 12] }
    const several = { type: 'MultiPolygon', coordinates: [[shell], [shell.map(([x = 0, y = 0]) => [x + 2, y])]] }
    const mixed = { type: 'GeometryCollection', geometries: [polygon(shell), point] }
    const { features, warnings } = read(point, several, mixed, null)
    assert.deepEqual(
      features.map(({ polygons, point: place }) => [polygons.length, place]),
      [
        [0, [2.25, 50.75]],
        [2, null],
        [1, [2.25, 50.75]],
        [0, null],
      ],
    )
    assert.deepEqual(warnings, [{ feature: 4, code: 'geo.noGeometry', value: 'null', expected: 'Polygon, MultiPolygon, Point' }])
  })

  it('turns outer rings anticlockwise and holes clockwise (RFC 7946), and drops repeated corners', () => {
    const twice = shell.toReversed().flatMap((corner) => [corner, corner])
    const [outer, inner] = read(polygon(twice, hole.toReversed())).features[0]?.polygons[0] ?? []
    assert.ok(ringArea(outer ?? []) > 0)
    assert.ok(ringArea(inner ?? []) < 0)
    assert.equal(outer?.length, 5)
  })

  it('reads TopoJSON, quantised or not', () => {
    const object = {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', id: 7, properties: { code: 'a' }, arcs: [[0]] }],
    }
    const plain = readFeatures({ type: 'Topology', objects: { zones: object }, arcs: [shell] })
    assert.deepEqual([plain.features[0]?.id, plain.features[0]?.properties], ['7', { code: 'a' }])
    const quantised = readFeatures({
      type: 'Topology',
      transform: { scale: [0.01, 0.01], translate: [2, 50] },
      objects: { zones: object, again: { type: 'Polygon', arcs: [[~0]] } },
      arcs: [ring('0 0, 100 0, 0 100, -100 0, 0 -100')],
    })
    assert.equal(quantised.features.length, 2)
    for (const each of quantised.features) assert.deepEqual(each.polygons[0]?.[0]?.[0], [2, 50])
    assert.ok(quantised.features.every(({ polygons }) => ringArea(polygons[0]?.[0] ?? []) > 0))
  })

  it('lets rings touch themselves and each other in a corner or along an edge', () => {
    const pinched = ring('2 50, 3 50, 3 51, 2.5 50, 2 51, 2 50')
    const touching = ring('2 50, 2.4 50.4, 2.4 50.2, 2 50')
    const neighbour = shell.map(([x = 0, y = 0]) => [x + 1, y])
    assert.deepEqual(codes(read(polygon(pinched))), [])
    assert.deepEqual(codes(read(polygon(shell, touching))), [])
    assert.deepEqual(codes(read({ type: 'MultiPolygon', coordinates: [[shell], [neighbour]] })), [])
  })
})

describe('features that are wrong', () => {
  const wrong: readonly [string, unknown, string][] = [
    ['a ring that is open', polygon(shell.slice(0, 4)), 'geo.ringOpen'],
    ['a ring of three corners', polygon(ring('2 50, 3 50, 2 50')), 'geo.ringShort'],
    ['an empty ring', polygon([]), 'geo.ringShort'],
    ['a flat ring', polygon(ring('2 50, 3 51, 2.5 50.5, 2 50')), 'geo.noArea'],
    ['a bow-tie', polygon(ring('2 50, 3 51, 3 50, 2 51, 2 50')), 'geo.selfCrossing'],
    [
      'an eight with a corner in its middle',
      polygon(ring('2 50, 2.5 50.5, 3 51, 3 50, 2.5 50.5, 2 51, 2 50')),
      'geo.selfCrossing',
    ],
    ['an eight whose corner lies on its own edge', polygon(ring('2 50, 3 51, 3 50, 2.5 50.5, 2 51, 2 50')), 'geo.selfCrossing'],
    [
      'a hole outside',
      polygon(
        shell,
        hole.map(([x = 0, y = 0]) => [x + 2, y]),
      ),
      'geo.holeOutside',
    ],
    [
      'a hole across the border',
      polygon(
        shell,
        hole.map(([x = 0, y = 0]) => [x + 0.7, y]),
      ),
      'geo.selfCrossing',
    ],
    [
      'polygons that cross',
      { type: 'MultiPolygon', coordinates: [[shell], [shell.map(([x = 0, y = 0]) => [x + 0.5, y + 0.5])]] },
      'geo.selfCrossing',
    ],
    ['a polygon within another', { type: 'MultiPolygon', coordinates: [[shell], [hole]] }, 'geo.overlap'],
    ['text for a number', polygon([[2, '50'], ...shell]), 'geo.number'],
    ['null for a number', polygon([[null, 50], ...shell]), 'geo.number'],
    ['a number beyond all', { type: 'Point', coordinates: [2, Number.POSITIVE_INFINITY] }, 'geo.number'],
    ['coordinates that are no list', { type: 'Polygon', coordinates: { x: 1 } }, 'geo.number'],
    ['a position without latitude', { type: 'Point', coordinates: [2] }, 'geo.number'],
    ['a line', { type: 'LineString', coordinates: shell }, 'geo.kind'],
    ['no geometry at all', 'here', 'geo.kind'],
  ]
  for (const [what, geometry, code] of wrong) {
    it(`refuses ${what}, by its number`, () => {
      const { faults } = read(polygon(shell), geometry)
      assert.deepEqual(
        faults.map((fault) => [fault.feature, fault.code]),
        [[2, code]],
      )
    })
  }

  it('refuses zones that overlap, warns of those that do by metres, and lets neighbours and zones within zones be', () => {
    const moved = (east: number, north: number): unknown => polygon(shell.map(([x = 0, y = 0]) => [x + east, y + north]))
    const { faults } = read(polygon(shell), moved(1, 0), moved(0.5, 0.5))
    assert.deepEqual(
      faults.map(({ feature: number, other, code }) => [number, other, code]),
      [
        [3, 1, 'geo.zonesCross'],
        [3, 2, 'geo.zonesCross'],
      ],
    )
    const slight = read(polygon(shell), moved(0.999, 0.001))
    assert.deepEqual([codes(slight), slight.warnings.map(({ code }) => code)], [[], ['geo.slightZonesCross']])
    const fine = read(polygon(shell), polygon(hole), moved(1, 0), moved(0, 1))
    assert.deepEqual([codes(fine), fine.warnings], [[], []])
  })

  it('tells where a border crosses itself', () => {
    const [fault] = read(polygon(ring('2 50, 3 51, 3 50, 2 51, 2 50'))).faults
    assert.equal(fault?.value, '2.5 50.5')
  })

  it('refuses one position off the globe among many, and keeps to what the others say', () => {
    const off = polygon(shell.map(([x = 0, y = 0]) => [x * 1000, y]))
    const { faults, crs: system } = read(polygon(shell), off, polygon(hole))
    assert.deepEqual([faults.map(({ feature: number, code }) => [number, code]), system], [[[2, 'geo.range']], 'EPSG:4326'])
  })

  for (const document of [null, 7, 'x', [], {}, { type: 'Sphere' }, { type: 'FeatureCollection' }]) {
    it(`refuses ${JSON.stringify(document)}`, () => assert.deepEqual(codes(readFeatures(document)), ['geo.notFeatures']))
  }

  const broken: readonly [string, object, string][] = [
    ['arcs that are none', { arcs: 7 }, 'geo.topology'],
    [
      'an arc of text',
      {
        arcs: [
          [
            [0, 'a'],
            [1, 1],
          ],
        ],
      },
      'geo.topology',
    ],
    ['an arc that does not exist', { objects: { a: { type: 'Polygon', arcs: [[5]] } } }, 'geo.topology'],
    ['a half arc', { objects: { a: { type: 'Polygon', arcs: [[0.5]] } } }, 'geo.topology'],
    ['a transform without scale', { transform: {} }, 'geo.topology'],
    ['no objects', { objects: null }, 'geo.topology'],
    [
      'a million copies of an arc',
      { arcs: [Array.from({ length: 1000 }, () => [0, 0])], objects: { a: { type: 'Polygon', arcs: [Array(1e5).fill(0)] } } },
      'geo.topology',
    ],
  ]
  for (const [what, parts, code] of broken) {
    it(`refuses a topology with ${what}`, () => {
      const topology = { type: 'Topology', arcs: [shell], objects: { a: { type: 'Polygon', arcs: [[0]] } }, ...parts }
      assert.deepEqual(codes(readFeatures(topology)), [code])
    })
  }

  it('does not fall over nesting without end', () => {
    const nested = (depth: number, inner: unknown): unknown => {
      let value = inner
      for (let i = 0; i < depth; i++) value = { type: 'GeometryCollection', geometries: [value] }
      return value
    }
    assert.deepEqual(codes(read(nested(100_000, polygon(shell)))), ['geo.tooDeep'])
    assert.deepEqual(codes(readFeatures({ type: 'Topology', arcs: [], objects: { a: nested(100_000, null) } })), ['geo.tooDeep'])
    const lists = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown
    assert.deepEqual(codes(read(polygon(lists))), ['geo.number'])
  })

  it('gives up on a comb whose teeth lie side by side, when comparing them costs more than allowed', () => {
    const teeth = Array.from({ length: 800 }, (_, i) => [
      [2 + i * 1e-5, 50],
      [2.4 + i * 1e-5, 50.4],
      [2.400005 + i * 1e-5, 50.4],
    ]).flat()
    const comb = polygon([...teeth, ...ring('2.7 50.5, 2 50.5, 1.9 50.2, 2 50')])
    const { faults } = readFeatures(collection([feature(polygon(shell)), feature(comb)]), undefined, new Effort(100_000))
    assert.deepEqual(
      faults.map(({ feature: number, code }) => [number, code]),
      [[2, 'geo.tooComplex']],
    )
  })

  it('checks a ring of 10,000 corners in well under a second', () => {
    const ring = Array.from({ length: 10_000 }, (_, i) => {
      const [angle, radius] = [(i / 10_000) * 2 * Math.PI, 0.4 + 0.005 * (i % 2)]
      return [2.5 + radius * Math.cos(angle), 50.5 + radius * Math.sin(angle)]
    })
    const start = process.cpuUsage()
    assert.deepEqual(codes(read(polygon([...ring, ring[0]]))), [])
    const crossed = ring.with(5000, ring[2500] ?? []).with(2500, ring[5000] ?? [])
    assert.deepEqual(codes(read(polygon([...crossed, crossed[0]]))), ['geo.selfCrossing'])
    assert.ok(process.cpuUsage(start).user < 1_000_000)
  })
})
