import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { median } from '#stats/median.ts'

describe('the median', () => {
  it('is the middle value, or the mean of the two in the middle, and leaves the values as they are', () => {
    const values = Object.freeze([10, 2, 33])
    assert.equal(median(values), 10)
    assert.equal(median([4, 1, 2, 3]), 2.5)
    assert.deepEqual(values, [10, 2, 33])
  })

  it('is not a number without values', () => {
    assert.equal(median([]), Number.NaN)
  })
})
