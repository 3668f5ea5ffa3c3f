import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { testValue, type TestCounts } from '#stats/testValue.ts'
import { near, within } from './near.ts'

type Golden = TestCounts & { readonly p: number; readonly value: number | string }

const golden: Golden[] = JSON.parse(readFileSync(new URL('../golden/testValue.expected.json', import.meta.url), 'utf8'))

/** A table that can be, by its margins and where the common cell lies between its ends. */
const table = fc
  .record({
    n: fc.integer({ min: 1, max: 400 }),
    j: fc.double({ min: 0, max: 1, noNaN: true }),
    k: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ n, j, k, at }) => {
    const inGroup = Math.round(j * n)
    const citing = Math.round(k * n)
    const least = Math.max(0, inGroup + citing - n)
    return { n, inGroup, citing, both: least + Math.round(at * (Math.min(inGroup, citing) - least)) }
  })

describe('the test value', () => {
  it('is that of the methods', () => {
    const { p, value } = testValue({ n: 89, inGroup: 20, citing: 30, both: 12 })
    within(p, 0.0060540034, 5e-11)
    within(value, 2.50898, 5e-6)
  })

  it('equals R to 1e-9, in the tails too', () => {
    assert.ok(golden.length > 130)
    assert.ok(golden.some(({ p }) => p < 1e-50))
    for (const each of golden) {
      const found = testValue(each)
      const name = JSON.stringify(each)
      near(found.p, each.p, 1e-9, name)
      if (typeof each.value === 'string') assert.equal(found.value, each.value === 'Inf' ? Infinity : -Infinity, name)
      else if (Math.abs(each.value) < 1e-3) within(found.value, each.value, 1e-12, name)
      else near(found.value, each.value, 1e-9, name)
    }
  })

  it('does not care which of the two is called the group', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const other = testValue({ ...counts, inGroup: counts.citing, citing: counts.inGroup })
        near(testValue(counts).p, other.p, 1e-10)
      }),
    )
  })

  it('falls as the group names it more often', () => {
    fc.assert(
      fc.property(table, (counts) => {
        if (counts.both === Math.min(counts.inGroup, counts.citing)) return
        assert.ok(testValue({ ...counts, both: counts.both + 1 }).p <= testValue(counts).p)
      }),
    )
  })

  it('refuses tables that cannot be, naming the count', () => {
    assert.throws(() => testValue({ n: 10, inGroup: 11, citing: 3, both: 2 }), /inGroup .* got 11/)
    assert.throws(() => testValue({ n: 10, inGroup: 4, citing: 3, both: 4 }), /both .* 0 to 3, got 4/)
    assert.throws(() => testValue({ n: 10, inGroup: 8, citing: 7, both: 2 }), /at least 5/)
    assert.throws(() => testValue({ n: 10.5, inGroup: 8, citing: 7, both: 6 }), /n is a whole number/)
  })
})
