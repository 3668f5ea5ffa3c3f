import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTileAddress, tileAt } from '#geo/tiles/tileAddress.ts'
import { placeTiles } from '#geo/tiles/placeTiles.ts'
import { tileExtent } from '#geo/tiles/tileIndex.ts'
import { borderTolerance, zoneTiles } from '#geo/tiles/zoneTiles.ts'
import type { Position, Ring } from '#geo/rings.ts'
import { openTile, type TileFeature, type TileLayer } from '#tests/vectorTile.ts'

/** The one layer of a tile. */
function opened(bytes: Uint8Array | null, name: string): TileLayer {
  assert.ok(bytes)
  const [layer, ...more] = openTile(bytes)
  assert.ok(layer)
  assert.deepEqual([layer.name, more.length], [name, 0])
  return layer
}

type Corner = readonly [x: number, y: number]
const inTile = ([x, y]: Corner): boolean => x >= 0 && y >= 0 && x < tileExtent && y < tileExtent

/** Distance of a corner from the outline of a feature. */
function distanceTo({ parts }: TileFeature, [x, y]: Corner): number {
  const sides = parts.flatMap((ring) => ring.map((from, i) => [from, ring[(i + 1) % ring.length] ?? from] as const))
  return Math.min(
    ...sides.map(([[x0, y0], [x1, y1]]) => {
      const [dx, dy] = [x1 - x0, y1 - y0]
      const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)))
      return Math.hypot(x - x0 - t * dx, y - y0 - t * dy)
    }),
  )
}

/** A border between two zones that no simplification leaves as it is. */
const border: Position[] = Array.from({ length: 201 }, (_, i) => [
  2.2 + 0.004 * Math.sin(i * 1.7) + 0.01 * Math.sin(i / 15),
  50.5 + i * 0.002,
])
const west: Ring = [...border, [1.9, 50.9], [1.9, 50.5], border[0] as Position]
const east: Ring = [...border.toReversed(), [2.5, 50.5], [2.5, 50.9], border.at(-1)]
const pair = [
  { code: 'west', polygons: [[west]] },
  { code: 'east', polygons: [[east]] },
]

describe('addresses of tiles', () => {
  it('exist from zoom 5 to 14, inside the world', () => {
    assert.deepEqual(tileAt(2.25, 50.75, 9), { z: 9, x: 259, y: 171 })
    assert.ok(isTileAddress({ z: 5, x: 0, y: 31 }))
    for (const [z, x, y] of [
      [4, 0, 0],
      [15, 0, 0],
      [5, 32, 0],
      [5, 0, -1],
      [5.5, 1, 1],
      [Number.NaN, 0, 0],
    ] as const)
      assert.equal(isTileAddress({ z, x, y }), false, `${z}/${x}/${y}`)
  })
})

describe('tiles of zones', () => {
  it('hold polygons with their code and no figure', () => {
    const layer = opened(zoneTiles(pair).tile(tileAt(2.2, 50.7, 8)), 'zones')
    assert.deepEqual([layer.extent, layer.version], [tileExtent, 2])
    assert.deepEqual(
      layer.features.map(({ properties, type, id }) => [properties, type, id]),
      [
        [{ code: 'west' }, 3, 1],
        [{ code: 'east' }, 3, 2],
      ],
    )
  })

  it('part neighbours by less than half a pixel, and by no more than rounding at the last zoom', () => {
    const index = zoneTiles(pair)
    for (const [z, allowed] of [
      [8, borderTolerance + 1],
      [10, borderTolerance + 1],
      [14, 1],
    ] as const) {
      const [first, second] = opened(index.tile(tileAt(2.2, 50.7, z)), 'zones').features
      assert.ok(first && second, `zoom ${z}`)
      // Corners of the first zone that the border alone can have brought: all but its far side.
      const far = Math.min(...first.parts.flat().map(([x]) => x)) + 100
      const corners = first.parts.flat().filter((corner) => inTile(corner) && corner[0] > far)
      assert.ok(corners.length > 3, `zoom ${z}`)
      const farthest = Math.max(...corners.map((corner) => distanceTo(second, corner)))
      assert.ok(farthest <= allowed, `zoom ${z}: ${farthest} units apart`)
    }
  })

  it('keep a hole', () => {
    const square = (from: number, to: number): Ring => [
      [from, 50 + from],
      [to, 50 + from],
      [to, 50 + to],
      [from, 50 + to],
      [from, 50 + from],
    ]
    const index = zoneTiles([{ code: 'ring', polygons: [[square(0.1, 0.9), square(0.3, 0.6).toReversed()]] }])
    assert.equal(opened(index.tile(tileAt(0.5, 50.5, 7)), 'zones').features[0]?.parts.length, 2)
  })

  it('are none where there is nothing, and refused outside the world', () => {
    const index = zoneTiles(pair)
    assert.equal(index.tile(tileAt(-40, 10, 6)), null)
    assert.throws(() => index.tile({ z: 3, x: 0, y: 0 }), /no tile at 3\/0\/0/)
    assert.equal(zoneTiles([]).tile(tileAt(2, 50, 6)), null)
  })
})

describe('tiles of places', () => {
  const places = Array.from({ length: 40 }, (_, i) => ({
    code: `p${i}`,
    lon: 2 + (i % 8) * 0.02,
    lat: 50.5 + Math.floor(i / 8) * 0.02,
  }))

  it('gather places that are close, with their number, at the same spot', () => {
    const address = tileAt(2.07, 50.54, 6)
    const layer = opened(placeTiles(places).tile(address), 'places')
    assert.equal(layer.features.length, 1)
    assert.equal(layer.features[0]?.properties['point_count'], 40)
    const [x, y] = layer.features[0]?.parts[0]?.[0] ?? [0, 0]
    const lon = ((address.x + x / tileExtent) / 2 ** 6 - 0.5) * 360
    const lat = (Math.atan(Math.sinh((0.5 - (address.y + y / tileExtent) / 2 ** 6) * 2 * Math.PI)) * 180) / Math.PI
    assert.ok(Math.abs(lon - 2.07) < 0.01 && Math.abs(lat - 50.54) < 0.01, `${lon} ${lat}`)
  })

  it('count every place once at each zoom', () => {
    const index = placeTiles(places)
    for (const z of [6, 8, 9, 13]) {
      const addresses = new Map(places.map(({ lon, lat }) => [JSON.stringify(tileAt(lon, lat, z)), tileAt(lon, lat, z)]))
      // A tile holds a margin of its neighbours.
      const own = [...addresses.values()].flatMap((address) =>
        opened(index.tile(address), 'places').features.filter(({ parts }) => inTile(parts[0]?.[0] ?? [-1, -1])),
      )
      const counted = own.reduce((sum, { properties }) => sum + Number(properties['point_count'] ?? 1), 0)
      assert.equal(counted, places.length, `zoom ${z}`)
    }
  })

  it('tell every place by its code near enough', () => {
    const { features } = opened(placeTiles(places).tile(tileAt(2, 50.5, 14)), 'places')
    assert.ok(features.some(({ properties }) => properties['code'] === 'p0'))
    assert.ok(features.every(({ properties }) => !('point_count' in properties)))
  })
})
