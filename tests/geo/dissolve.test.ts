import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { GeometryCollection } from 'geojson'
import { feature, mergeArcs } from 'topojson-client'
import { topology } from 'topojson-server'
import { openFile } from '#app/files/openFile.ts'
import type { GeoFeature } from '#app/files/sourceFile.ts'
import { areaKm2 } from '#geo/areaKm2.ts'
import { dissolve } from '#geo/dissolve.ts'
import { isInside, pointInPolygons, ringArea, type Polygons, type Position, type Ring } from '#geo/rings.ts'
import { pointInside } from '#geo/centroid.ts'
import { realFile, realFiles, withoutRealFiles } from '#tests/sourceFiles.ts'

const square = (x: number, y: number, size = 1): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

const sameCorner = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** What holds for any union: closed rings, outer ones anticlockwise and holes clockwise, no border walked both ways. */
function assertWellFormed(polygons: Polygons): void {
  const walked = new Set<string>()
  for (const polygon of polygons) {
    polygon.forEach((ring, i) => {
      assert.ok(ring.length >= 4 && sameCorner(ring[0], ring.at(-1)), 'a ring is open')
      assert.equal(ringArea(ring) > 0, i === 0, 'a ring turns the wrong way')
      assert.equal(new Set(ring.map(String)).size, ring.length - 1, 'a ring passes a corner twice')
      ring.slice(1).forEach((to, k) => walked.add(`${String(ring[k])}>${String(to)}`))
    })
  }
  for (const edge of walked) assert.ok(!walked.has(edge.split('>').toReversed().join('>')), `an inner border is left: ${edge}`)
}

type Cells = (x: number, y: number) => boolean

/** Pieces of a grid that hang together by edges, told by flooding; a margin lets what lies around be one piece. */
function pieces(size: number, filled: Cells, margin: number): Set<string>[] {
  const found: Set<string>[] = []
  const flood = (x: number, y: number): Set<string> => {
    const piece = new Set<string>()
    const waiting = [[x, y] as const]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [cx, cy] = next
      const within = cx >= -margin && cy >= -margin && cx < size + margin && cy < size + margin
      if (!within || !filled(cx, cy) || piece.has(`${cx} ${cy}`)) continue
      piece.add(`${cx} ${cy}`)
      waiting.push([cx + 1, cy], [cx - 1, cy], [cx, cy + 1], [cx, cy - 1])
    }
    return piece
  }
  for (let x = -margin; x < size + margin; x++) {
    for (let y = -margin; y < size + margin; y++) {
      if (filled(x, y) && !found.some((piece) => piece.has(`${x} ${y}`))) found.push(flood(x, y))
    }
  }
  return found
}

describe('dissolve', () => {
  it('joins two neighbours and drops the border between them', () => {
    const [polygon, ...others] = dissolve([[[square(0, 0)]], [[square(1, 0)]]])
    assert.deepEqual(others, [])
    assert.equal(polygon?.length, 1)
    assert.equal(ringArea(polygon?.[0] ?? []), 2)
  })

  it('keeps a hole where nobody is, and none where somebody fills it', () => {
    const around: Polygons = [[square(0, 0, 3), square(1, 1).toReversed()]]
    assert.equal(dissolve([around])[0]?.length, 2)
    assert.deepEqual(
      dissolve([around, [[square(1, 1)]]]).map((polygon) => polygon.length),
      [1],
    )
  })

  it('takes rings that turn either way', () => {
    assert.equal(dissolve([[[square(0, 0).toReversed()]], [[square(1, 0)]]]).length, 1)
  })

  it('gives nothing for nothing', () => assert.deepEqual(dissolve([]), []))

  it('has as many outer rings as pieces and as many holes as each encloses, on any grid', () => {
    const size = 6
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: size * size, maxLength: size * size }), (cells) => {
        const filled: Cells = (x, y) => x >= 0 && y >= 0 && x < size && y < size && cells[x * size + y] === true
        const members = cells.flatMap((full, i) => (full ? [[[square(Math.floor(i / size), i % size)]]] : []))
        const union = dissolve(members)
        assertWellFormed(union)
        const islands = pieces(size, filled, 0)
        assert.equal(union.length, islands.length)
        const gaps = islands.map((island) => pieces(size, (x, y) => !island.has(`${x} ${y}`), 1).length - 1)
        assert.equal(
          union.flatMap(([, ...holes]) => holes).length,
          gaps.reduce((sum, each) => sum + each, 0),
        )
        assert.equal(
          union.flat().reduce((sum, ring) => sum + ringArea(ring), 0),
          members.length,
        )
        cells.forEach((full, i) => {
          const middle: Position = [Math.floor(i / size) + 0.5, (i % size) + 0.5]
          assert.equal(union.filter((polygon) => isInside(middle, polygon)).length, full ? 1 : 0)
        })
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})

describe('dissolve of real zones', { skip: withoutRealFiles }, () => {
  let communes: readonly GeoFeature[] = []

  before(async () => {
    const opened = await openFile(realFile('boundaries/pas-de-calais/communes-62-pas-de-calais.geojson'))
    communes = opened.form === 'features' ? opened.features : []
    assert.equal(communes.length, 891)
  })

  const total = (members: readonly Polygons[]): number => members.reduce((sum, each) => sum + areaKm2(each), 0)
  const assertSameArea = (union: Polygons, members: readonly Polygons[]): void => {
    const [got, wanted] = [areaKm2(union), total(members)]
    assert.ok(Math.abs(got - wanted) <= 1e-9 * wanted, `${got} km², members ${wanted} km²`)
  }

  it('keeps the area of any grouping of the communes of the Pas-de-Calais', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.nat()), (groups, stream) => {
        const members = new Map<number, Polygons[]>()
        for (const { polygons } of communes) {
          const group = (stream.next().value as number) % groups
          members.set(group, [...(members.get(group) ?? []), polygons])
        }
        for (const group of members.values()) {
          const union = dissolve(group)
          assertWellFormed(union)
          assertSameArea(union, group)
        }
      }),
      { seed: 5, numRuns: 10 },
    )
  })

  it('makes one mainland of all communes, which holds a point of each, with the published area of the département', () => {
    const union = dissolve(communes.map(({ polygons }) => polygons))
    assertWellFormed(union)
    for (const { polygons } of communes) assert.ok(pointInPolygons(pointInside(polygons), union))
    // INSEE: 6,671.4 km² (comparateur de territoires); the outlines are generalised.
    assert.ok(Math.abs(areaKm2(union) - 6671.4) < 0.01 * 6671.4, `${areaKm2(union)} km²`)
    const largest = Math.max(...union.map((polygon) => areaKm2([polygon])))
    assert.ok(largest > 0.999 * areaKm2(union), 'the mainland falls apart')
  })

  it('agrees with topojson on neighbours chosen by place', () => {
    for (const west of [1.6, 2.1, 2.6]) {
      const group = communes.filter(({ polygons }) => Math.abs(pointInside(polygons)[0] - west) < 0.25)
      const geometries = group.map(({ polygons }) => ({
        type: 'MultiPolygon' as const,
        coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
      }))
      const made = topology({ group: { type: 'GeometryCollection', geometries } as GeometryCollection })
      const arcs = (made.objects['group'] as { geometries: Parameters<typeof mergeArcs>[1] }).geometries
      const theirs = feature(made, mergeArcs(made, arcs)).geometry.coordinates as unknown as Polygons
      const ours = dissolve(group.map(({ polygons }) => polygons))
      assert.ok(Math.abs(areaKm2(ours) - areaKm2(theirs)) < 1e-6, `${areaKm2(ours)} and ${areaKm2(theirs)}`)
      const corners = (polygons: Polygons): string[] => [...new Set(polygons.flat(2).map(String))].toSorted()
      assert.deepEqual(corners(ours), corners(theirs))
    }
  })

  it('makes the districts of Kent of their small areas', async () => {
    for (const file of [...realFiles('boundaries/kent/lsoa'), ...realFiles('boundaries/kent/oa').slice(0, 4)]) {
      const opened = await openFile(file)
      assert.equal(opened.form, 'features')
      if (opened.form !== 'features') continue
      const members = opened.features.map(({ polygons }) => polygons)
      const union = dissolve(members)
      assertWellFormed(union)
      assertSameArea(union, members)
    }
  })

  it('takes well under a second for a whole département', () => {
    const start = process.cpuUsage()
    dissolve(communes.map(({ polygons }) => polygons))
    assert.ok(process.cpuUsage(start).user < 1_000_000)
  })
})
