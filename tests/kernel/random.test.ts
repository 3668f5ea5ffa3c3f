import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { random, seedOf } from '#kernel/random.ts'
import { uuidV7 } from '#kernel/uuid.ts'

describe('seeded random numbers', () => {
  it('repeat for equal seeds and part for others', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, random(seed).next)
    assert.deepEqual(draw(62), draw(62))
    assert.notDeepEqual(draw(62), draw(63))
    assert.notEqual(seedOf('kent'), seedOf('62'))
  })

  it('are uniform and normal to what 100,000 draws can tell', () => {
    const chance = random(7)
    const n = 100_000
    const uniform = Array.from({ length: n }, chance.next)
    const normal = Array.from({ length: n }, chance.normal)
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / n
    assert.ok(uniform.every((u) => u >= 0 && u < 1))
    assert.ok(Math.abs(mean(uniform) - 0.5) < 0.004)
    assert.ok(Math.abs(mean(normal)) < 0.013)
    assert.ok(Math.abs(mean(normal.map((z) => z * z)) - 1) < 0.02)
  })

  it('sample without replacement and draw by weight', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uniqueArray(fc.integer(), { maxLength: 20 }), fc.nat(25), (seed, items, count) => {
        const drawn = random(seed).sample(items, count)
        assert.equal(drawn.length, Math.min(count, items.length))
        assert.equal(new Set(drawn).size, drawn.length)
        assert.ok(drawn.every((item) => items.includes(item)))
      }),
      { seed: 62 },
    )
    const chance = random(1)
    const heavy = Array.from({ length: 3000 }, () => chance.weighted(['a', 'b', 'c'], (x) => (x === 'c' ? 8 : 1))).filter(
      (x) => x === 'c',
    )
    assert.ok(Math.abs(heavy.length / 3000 - 0.8) < 0.03)
    assert.equal(
      chance.weighted(['a', 'b'], (x) => (x === 'a' ? 0 : 1)),
      'b',
    )
    assert.throws(() => chance.weighted([], () => 1), /nothing to draw/)
  })
})

describe('uuidV7', () => {
  it('is that of RFC 9562 and sorts by time', () => {
    const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
    assert.equal(uuidV7(1645557742000, bytes), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
    assert.ok(uuidV7(1, bytes) < uuidV7(2, bytes))
    assert.throws(() => uuidV7(1, new Uint8Array(3)), /got 3/)
  })
})
