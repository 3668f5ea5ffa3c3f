import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fitToWidth, localProjection } from '#geo/projection.ts'
import { boxOf, isInside, ringArea, type Ring } from '#geo/rings.ts'

const ring: Ring = [
  [2, 50],
  [3, 50],
  [3, 51],
  [2, 51],
  [2, 50],
]

describe('localProjection', () => {
  it('shortens east-west by the cosine of the latitude', () => {
    const [x, y] = localProjection(60).forward([2, 1])
    assert.ok(Math.abs(x - 111.195) < 0.01 && Math.abs(y - 111.195) < 0.01)
  })

  it('comes back to where it started', () => {
    const { forward, inverse } = localProjection(50.5)
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 49, max: 52, noNaN: true }), (lon, lat) => {
        const [a, b] = inverse(forward([lon, lat]))
        assert.ok(Math.abs(a - lon) < 1e-9 && Math.abs(b - lat) < 1e-9)
      }),
      { seed: 3 },
    )
  })
})

describe('fitToWidth', () => {
  it('fills the width, keeps the shape, turns north up', () => {
    const frame = fitToWidth([ring], 320, 10)
    assert.equal(frame.width, 320)
    assert.ok(Math.abs((frame.height - 20) / 300 - 1 / Math.cos((50.5 * Math.PI) / 180)) < 0.01)
    const [left, top] = frame.place([2, 51])
    assert.ok(Math.abs(left - 10) < 1e-9 && Math.abs(top - 10) < 1e-9)
    assert.ok(frame.place([2, 50])[1] > top)
  })

  it('refuses rings without width', () => {
    assert.throws(
      () =>
        fitToWidth(
          [
            [
              [2, 50],
              [2, 51],
              [2, 50],
            ],
          ],
          100,
        ),
      /no width \(2 to 2\)/,
    )
  })
})

describe('rings', () => {
  it('measures, boxes and finds', () => {
    assert.equal(ringArea(ring), 1)
    assert.deepEqual(boxOf([ring]), { west: 2, south: 50, east: 3, north: 51 })
    assert.ok(isInside([2.5, 50.5], [ring]) && !isInside([3.5, 50.5], [ring]))
    assert.throws(() => boxOf([]), /no position/)
  })
})
