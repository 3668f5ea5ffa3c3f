import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { suppressedParts } from '#stats/suppression.ts'

const hidden = (counts: number[], threshold = 5, unshown: number[] = []) => [...suppressedParts(counts, threshold, unshown)]

describe('suppressed parts', () => {
  it('hides a small part and the smallest other, so that neither can be subtracted out', () => {
    assert.deepEqual(hidden([40, 3, 12, 20]), [0, 1, 1, 0])
    assert.deepEqual(hidden([1, 2, 40, 20]), [1, 1, 0, 1])
    assert.deepEqual(hidden([3, 4, 40]), [1, 1, 0])
    assert.deepEqual(hidden([6, 2]), [1, 1])
  })

  it('hides nothing where no part is small, and counts empty parts for nothing', () => {
    assert.deepEqual(hidden([40, 5, 12]), [0, 0, 0])
    assert.deepEqual(hidden([0, 0, 12]), [0, 0, 0])
    assert.deepEqual(hidden([3, 0, 0]), [1, 0, 0])
  })

  it('takes parts that no page shows as hidden already', () => {
    assert.deepEqual(hidden([3, 30, 9], 5, [0, 0, 1]), [1, 0, 1])
    assert.deepEqual(hidden([40, 30, 2], 5, [0, 0, 1]), [0, 1, 1])
  })

  it('leaves of every hidden part an interval at least the threshold wide', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 10 }), (parts, threshold) => {
        const flags = suppressedParts(parts, threshold)
        const unknown = parts.filter((_, i) => flags[i] === 1)
        const total = unknown.reduce((a, b) => a + b, 0)
        for (const [i, n] of parts.entries()) if (n > 0 && n < threshold) assert.equal(flags[i], 1)
        // What the whole less the shown parts leaves; unless every part is hidden already.
        const allHidden = parts.every((n, i) => n === 0 || flags[i] === 1)
        if (unknown.length > 0 && !allHidden) assert.ok(unknown.length >= 2 && total >= threshold)
      }),
      { seed: 62, numRuns: 500 },
    )
  })
})
