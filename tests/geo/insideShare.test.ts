import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { insideShare } from '#geo/insideShare.ts'
import type { Polygons, Ring } from '#geo/rings.ts'
import { crossesItself } from '#geo/selfCrossing.ts'

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const seeded = { seed: 20261123, numRuns: 60 } as const

describe('the part of a zone inside an area', () => {
  it('is a quarter of a square that a corner covers', () => {
    assert.ok(Math.abs(insideShare([[box(0, 0, 2, 2)]], box(1, 1, 3, 3)) - 0.25) < 1e-12)
  })

  it('is all of it under a larger area, nothing beside it', () => {
    assert.equal(insideShare([[box(0, 0, 2, 2)]], box(-1, -1, 3, 3)), 1)
    assert.equal(insideShare([[box(0, 0, 2, 2)]], box(5, 5, 6, 6)), 0)
  })

  it('leaves holes out, and takes all parts of a zone together', () => {
    const holed: Polygons = [[box(0, 0, 4, 4), box(0, 0, 2, 4).toReversed()]]
    assert.ok(Math.abs(insideShare(holed, box(0, 0, 3, 4)) - 0.5) < 1e-9)
    assert.ok(Math.abs(insideShare([[box(0, 0, 1, 1)], [box(3, 0, 4, 1)]], box(-1, -1, 2, 2)) - 0.5) < 1e-12)
  })

  it('adds up when an area is cut in two', () => {
    const zone: Polygons = [
      [
        [
          [0, 0],
          [3, 0.4],
          [2.2, 2.7],
          [1.1, 1.4],
          [0.2, 2.2],
          [0, 0],
        ],
      ],
    ]
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 2.9, noNaN: true }), (cut) => {
        const parts = insideShare(zone, box(-1, -1, cut, 2)) + insideShare(zone, box(cut, -1, 4, 2))
        assert.ok(Math.abs(parts - insideShare(zone, box(-1, -1, 4, 2))) < 1e-9)
      }),
      seeded,
    )
  })
})

describe('a drawing that crosses itself', () => {
  it('is told from one that does not', () => {
    assert.equal(crossesItself(box(0, 0, 1, 1)), false)
    const bow: Ring = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]
    assert.equal(crossesItself(bow), true)
    const touching: Ring = [
      [0, 0],
      [2, 0],
      [2, 2],
      [1, 0],
      [0, 2],
      [0, 0],
    ]
    assert.equal(crossesItself(touching), true)
  })
})
