import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { benjaminiHochberg } from '#stats/benjaminiHochberg.ts'
import { within } from './near.ts'

describe('Benjamini-Hochberg', () => {
  it('reproduces the vector of METHODS 6 in any order, without changing its input', () => {
    const p = Object.freeze([0.205, 0.001, 0.042, 0.008, 0.06, 0.039, 0.074, 0.041])
    const expected = [0.205, 0.008, 0.0672, 0.032, 0.08, 0.0672, 0.084571, 0.0672]
    for (const [index, adjusted] of benjaminiHochberg(p).entries()) within(adjusted, expected[index] ?? Number.NaN, 5e-7)
  })

  it('keeps equal p-values equal and reproduces its example', () => {
    assert.deepEqual(benjaminiHochberg([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04])
    assert.deepEqual(benjaminiHochberg([0.5, 0.5]), [0.5, 0.5])
    assert.deepEqual(benjaminiHochberg([]), [])
    assert.deepEqual(benjaminiHochberg([0, 1]), [0, 1])
  })

  it('refuses what is no p-value', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => benjaminiHochberg([0.1, p]), new RegExp(`got ${p}`))
  })

  it('is monotone, between p and 1, and rejects what the step-up rule rejects', () => {
    const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(family, (p) => {
        const adjusted = benjaminiHochberg(p)
        const sorted = p.map((value, i) => ({ value, adjusted: adjusted[i] ?? 0 })).sort((a, b) => a.value - b.value)
        for (const [i, item] of sorted.entries()) {
          assert.ok(item.adjusted >= item.value && item.adjusted <= 1)
          assert.ok(item.adjusted >= (sorted[i - 1]?.adjusted ?? 0))
        }
        const rejected = sorted.findLastIndex((item, i) => item.value <= ((0.1 * (i + 1)) / p.length) * (1 - 1e-12)) + 1
        assert.ok(sorted.slice(0, rejected).every((item) => item.adjusted <= 0.1))
      }),
      { seed: 1 },
    )
  })
})
