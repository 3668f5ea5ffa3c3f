import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { allocate, meanError, proportionError, sampleSize } from '#stats/samplePlanning.ts'
import { near } from './near.ts'

describe('the size of a sample', () => {
  it('is 500 for ± 5 points at a design effect of 1.3', () => {
    near(sampleSize({ error: 0.05, designEffect: 1.3 }), 499.3896466902361, 1e-9)
    assert.equal(Math.ceil(sampleSize({ error: 0.05, designEffect: 1.3 })), 500)
  })

  it('gives ± 10.9 points with 105 respondents at the same effect, ± 10.4 with 89 at none', () => {
    assert.equal((proportionError(105, { designEffect: 1.3 }) * 100).toFixed(1), '10.9')
    assert.equal((proportionError(105) * 100).toFixed(1), '9.6')
    assert.equal((proportionError(89) * 100).toFixed(1), '10.4')
  })

  it('shrinks with a small population, of which everybody leaves nothing unknown', () => {
    near(sampleSize({ error: 0.05, population: 1000 }), 277.5327998628891, 1e-9)
    assert.equal(proportionError(1000, { population: 1000 }), 0)
    near(meanError(100, 2), 0.3919928, 1e-6)
  })

  it('is the inverse of the error, whatever is assumed', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    const effect = fc.double({ min: 1, max: 5, noNaN: true })
    fc.assert(
      fc.property(share, effect, fc.integer({ min: 1, max: 5000 }), (proportion, designEffect, n) => {
        const assumed = { designEffect, proportion, population: 10_000 }
        const error = proportionError(n, assumed)
        fc.pre(error < 1)
        near(sampleSize({ ...assumed, error }), n, 1e-9)
      }),
      { seed: 13 },
    )
  })

  it('names a value outside its range', () => {
    assert.throws(() => sampleSize({ error: 0 }), /error must lie between 0 and 1, got 0/)
    assert.throws(() => proportionError(0), /n must be a finite number above 0, got 0/)
    assert.throws(() => meanError(10, -1), /standardDeviation .* got -1/)
    assert.throws(() => allocate([-1], { total: 1, power: 1 }), /got -1/)
  })
})

describe('the allocation of a sample', () => {
  it('is proportional, equal, or between', () => {
    assert.deepEqual(allocate([900, 100], { total: 100, power: 1 }), [90, 10])
    assert.deepEqual(allocate([900, 100], { total: 100, power: 0 }), [50, 50])
    assert.deepEqual(allocate([900, 100], { total: 100, power: 0.5 }), [75, 25])
    assert.deepEqual(allocate([900, 100], { total: 100, power: 1, minimum: 20 }), [80, 20])
  })

  it('keeps its total and its minima, and asks nobody who is not there', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 })
    const total = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(
        sizes,
        total,
        fc.constantFrom(0, 0.5, 1),
        fc.integer({ min: 0, max: 120 }),
        (people, wanted, power, minimum) => {
          const given = allocate(people, { total: wanted, power, minimum })
          const all = people.reduce((sum, n) => sum + n, 0)
          const least = people.reduce((sum, n) => sum + Math.min(n, minimum), 0)
          for (const [i, n] of given.entries()) {
            assert.ok(n <= (people[i] ?? 0), `${n} of ${people[i]}`)
            assert.ok(n >= Math.min(people[i] ?? 0, minimum))
          }
          assert.ok(given.reduce((sum, n) => sum + n, 0) <= Math.max(wanted, least))
          if (wanted >= least && wanted <= all)
            assert.equal(
              given.reduce((sum, n) => sum + n, 0),
              wanted,
            )
        },
      ),
      { seed: 7 },
    )
  })
})
