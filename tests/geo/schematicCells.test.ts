import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isInside, ringArea, type Ring } from '#geo/rings.ts'
import { schematicCells } from '#geo/schematicCells.ts'
import { sharedBorders } from '#geo/sharedBorders.ts'

const square: Ring = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
]
/** Even-odd area of the rings of one cell without holes. */
const area = (rings: readonly Ring[]): number => rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)

describe('schematicCells', () => {
  it('halves a square between two points', () => {
    const cells = schematicCells(
      [
        { code: 'west', lon: 0.5, lat: 1 },
        { code: 'east', lon: 1.5, lat: 1 },
      ],
      [square],
    )
    assert.ok(Math.abs(area(cells.get('west') ?? []) - 2) < 1e-4)
    assert.ok(Math.abs(area(cells.get('east') ?? []) - 2) < 1e-4)
    assert.ok(
      cells
        .get('west')
        ?.flat()
        .every(([lon]) => lon <= 1.000_01),
    )
  })

  it('cuts a cell in two where a concave outline does', () => {
    const horseshoe: Ring = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ]
    const cells = schematicCells(
      [
        { code: 'low', lon: 1.5, lat: 0.5 },
        { code: 'high', lon: 0.5, lat: 2.5 },
      ],
      [horseshoe],
    )
    const total = [...cells.values()].reduce((sum, rings) => sum + area(rings), 0)
    assert.ok(Math.abs(total - 7) < 1e-3, `${total}`)
    assert.equal(cells.get('low')?.length, 1)
    const one = schematicCells(
      [
        { code: 'above', lon: 1.5, lat: 5 },
        { code: 'below', lon: 1.5, lat: -1 },
      ],
      [horseshoe],
    )
    assert.equal(one.get('above')?.length, 2)
  })

  it('leaves a hole empty', () => {
    const hole: Ring = [
      [0.5, 0.5],
      [1.5, 0.5],
      [1.5, 1.5],
      [0.5, 1.5],
      [0.5, 0.5],
    ]
    const rings = schematicCells([{ code: 'only', lon: 0.2, lat: 0.2 }], [square, hole]).get('only') ?? []
    assert.equal(rings.length, 2)
    assert.ok(!isInside([1, 1], rings) && isInside([0.3, 1], rings))
  })

  it('refuses two points at one position, by name', () => {
    const twins = ['a', 'b'].map((code) => ({ code, lon: 1, lat: 1 }))
    assert.throws(() => schematicCells(twins, [square]), /a and b share the position 1 1/)
  })

  it('gives a point far outside nothing when its cell misses the outline', () => {
    const cells = schematicCells(
      [
        { code: 'in', lon: 1, lat: 1 },
        { code: 'out', lon: 8, lat: 1 },
      ],
      [square],
    )
    assert.deepEqual(cells.get('out'), [])
  })

  it('fills the outline without overlap, whatever the points', () => {
    const points = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 199 }), fc.integer({ min: 1, max: 199 })), {
      minLength: 1,
      maxLength: 30,
      selector: ([x, y]) => `${x} ${y}`,
    })
    fc.assert(
      fc.property(points, (pairs) => {
        const cells = schematicCells(
          pairs.map(([x, y], i) => ({ code: `${i}`, lon: x / 100, lat: y / 100 })),
          [square],
        )
        const total = [...cells.values()].reduce((sum, rings) => sum + area(rings), 0)
        assert.ok(Math.abs(total - 4) < 1e-3, `${total}`)
        pairs.forEach(([x, y], i) => assert.ok(isInside([x / 100 + 1e-4, y / 100 + 1e-4], cells.get(`${i}`) ?? [])))
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

describe('sharedBorders', () => {
  it('draws the one line between two groups, from edge to edge', () => {
    const points = [
      { code: 'a1', lon: 0.5, lat: 0.5 },
      { code: 'a2', lon: 0.5, lat: 1.5 },
      { code: 'b1', lon: 1.5, lat: 0.5 },
      { code: 'b2', lon: 1.5, lat: 1.5 },
    ]
    const borders = sharedBorders(points, [square], (code) => code.slice(0, 1))
    const length = borders.reduce((sum, [from, to]) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]), 0)
    assert.ok(Math.abs(length - 2) < 1e-3, `${length}`)
    assert.ok(borders.flat().every(([lon]) => Math.abs(lon - 1) < 1e-4))
  })

  it('draws nothing within one group', () => {
    const points = [
      { code: 'a1', lon: 0.5, lat: 0.5 },
      { code: 'a2', lon: 0.5, lat: 1.5 },
    ]
    assert.deepEqual(
      sharedBorders(points, [square], () => 'a'),
      [],
    )
  })
})
