import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { marshall } from '#stats/marshall.ts'
import { near } from './near.ts'

describe("Marshall's empirical Bayes estimates of rates", () => {
  it('are those of METHODS 8', () => {
    const { m, A, estimates } = marshall([3, 10, 25, 7], [20, 50, 110, 90])
    near(m, 1 / 6, 1e-12)
    near(A, 0.0018873924, 3e-8)
    for (const [i, value] of [0.1635889458, 0.1787173056, 0.2002848718, 0.1217997888].entries())
      near(estimates[i] ?? 0, value, 1e-9)
  })

  it('lie between the own rate and the common one, and are the common one without a difference or without people', () => {
    const area = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 200 }))
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 20 }), (areas) => {
        const { m, A, estimates } = marshall(
          areas.map(([y]) => y),
          areas.map(([, n]) => n),
        )
        assert.ok(A >= 0)
        for (const [i, [y, n]] of areas.entries()) {
          const estimate = estimates[i] ?? Number.NaN
          assert.ok(estimate >= Math.min(m, y / n) - 1e-12 && estimate <= Math.max(m, y / n) + 1e-12)
        }
      }),
      { seed: 4 },
    )
    assert.deepEqual([...marshall([1, 1], [10, 10]).estimates], [0.1, 0.1])
    const { m, estimates } = marshall([30, 0, 0], [100, 100, 0])
    assert.deepEqual([estimates[2], m], [m, 0.15])
    assert.deepEqual([...marshall([0, 0], [3, 4]).estimates], [0, 0])
  })

  it('name what they refuse', () => {
    assert.throws(() => marshall([1], [1, 2]), /1 counts need as many at risk, got 2/)
    assert.throws(() => marshall([1, -1], [1, 2]), /events of area 1 .* got -1/)
    assert.throws(() => marshall([1, 1], [1, Number.NaN]), /people at risk of area 1 .* got NaN/)
    assert.throws(() => marshall([1, Infinity], [1, 1]), /events of area 1 .* got Infinity/)
    assert.throws(() => marshall([0, 0], [0, 0]), /Nobody is at risk in any of 2 areas/)
  })
})
