import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { classOf, countClasses, type ClassLows } from '#stats/classBreaks.ts'
import { divergingBreaks } from '#stats/divergingBreaks.ts'
import { equalBreaks } from '#stats/equalBreaks.ts'
import { jenksBreaks } from '#stats/jenksBreaks.ts'
import { quantileBreaks } from '#stats/quantileBreaks.ts'

type Cut = (values: readonly number[], classes: number) => ClassLows
const methods: Readonly<Record<string, Cut>> = { quantileBreaks, jenksBreaks, equalBreaks }

const someValues = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 9 })
const manyValues = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })
const seeded = { seed: 20261123 } as const

/** Sum of squared deviations from the means of the classes. */
function within(values: readonly number[], lows: ClassLows): number {
  const groups = Map.groupBy(values, (value) => classOf(value, lows))
  return [...groups.values()].reduce((sum, group) => {
    const mean = group.reduce((total, value) => total + value, 0) / group.length
    return sum + group.reduce((total, value) => total + (value - mean) ** 2, 0)
  }, 0)
}

/** Every way to begin so many classes at distinct values: what the dynamic programme must find the best of. */
function everyBreaks(values: readonly number[], classes: number): ClassLows[] {
  const [first, ...rest] = [...new Set(values)].toSorted((a, b) => a - b)
  const choose = (from: readonly number[], count: number): number[][] =>
    count === 0 ? [[]] : from.flatMap((value, i) => choose(from.slice(i + 1), count - 1).map((tail) => [value, ...tail]))
  return choose(rest, Math.min(classes - 1, rest.length)).map((lows) => [first ?? 0, ...lows])
}

describe('classes of a map', () => {
  it('agree with published natural breaks', () => {
    // Wang and Song, "Ckmeans.1d.dp", The R Journal 3/2 (2011), and its help page.
    assert.deepEqual(jenksBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3), [-1, 2, 4])
    // simple-statistics, `jenks`: breaks 1, 7, 20, 20.
    assert.deepEqual(jenksBreaks([1, 2, 4, 5, 7, 9, 10, 20], 3), [1, 7, 20])
  })

  it('are the best of all by an exhaustive search', () => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: 1, max: 5 }), (values, classes) => {
        const best = Math.min(...everyBreaks(values, classes).map((lows) => within(values, lows)))
        assert.ok(within(values, jenksBreaks(values, classes)) <= best + 1e-9)
      }),
      { ...seeded, numRuns: 400 },
    )
  })

  it('do not lose digits to a large common part', () => {
    const base = 1e9
    assert.deepEqual(
      jenksBreaks([base + 1, base + 1.5, base + 7, base + 7.25], 2).map((low) => low - base),
      [1, 7],
    )
  })

  it('of 5,306 values are found in a moment', () => {
    const values = Array.from({ length: 5306 }, (_, i) => ((i * 7919) % 100_003) ** 1.3)
    for (const classes of [5, 9]) jenksBreaks(values, classes)
    const start = performance.now()
    jenksBreaks(values, 9)
    assert.ok(performance.now() - start < 400, 'the search is no longer quick: it should take under 100 ms on a free machine')
  })

  it('hold about as many values each by quantiles', () => {
    assert.deepEqual(quantileBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5), [1, 3, 5, 7, 9])
    assert.deepEqual(quantileBreaks([3, 1, 2], 7), [1, 2, 3])
    assert.deepEqual(quantileBreaks([5, 5, 5, 5, 9], 4), [5, 9])
  })

  it('are equally wide by width', () => {
    assert.deepEqual(equalBreaks([0, 1, 10], 5), [0, 2, 4, 6, 8])
    assert.deepEqual(equalBreaks([4, 4], 5), [4])
  })

  for (const [name, cut] of Object.entries(methods)) {
    it(`begin with the least value, rise, and hold every value once: ${name}`, () => {
      fc.assert(
        fc.property(manyValues, fc.integer({ min: 1, max: 9 }), (values, classes) => {
          const lows = cut(values, classes)
          assert.ok(lows.length >= 1 && lows.length <= classes)
          assert.equal(lows[0], Math.min(...values))
          assert.ok(lows.every((low, i) => i === 0 || low > (lows[i - 1] ?? 0)))
          const counted = countClasses(values, lows)
          assert.equal(
            counted.reduce((sum, each) => sum + each.count, 0),
            values.length,
          )
          for (const [i, { least, greatest }] of counted.entries()) {
            if (least === null || greatest === null) continue
            assert.ok(least >= (lows[i] ?? 0) && greatest < (lows[i + 1] ?? Infinity))
          }
        }),
        seeded,
      )
    })

    it(`refuse what is no number, and no class at all: ${name}`, () => {
      assert.throws(() => cut([1, Number.NaN], 3), /NaN at place 1/)
      assert.throws(() => cut([Infinity], 3), /Infinity at place 0/)
      assert.throws(() => cut([1], 0), /0 is no number of classes/)
      assert.deepEqual(cut([], 3), [])
    })
  }

  it('say where a value falls, under all classes in the first', () => {
    assert.deepEqual(
      [0, 1, 2.9, 3, 7, 8, 99].map((value) => classOf(value, [1, 3, 8])),
      [0, 0, 0, 1, 1, 2, 2],
    )
  })
})

describe('classes around a centre', () => {
  it('are equally far from it on both sides', () => {
    assert.deepEqual(divergingBreaks([-4, -1, 2, 3], 0, 2, equalBreaks), [-4, -1.5, 0, 2])
    const lows = divergingBreaks([96, 104, 98, 102, 100], 100, 2, equalBreaks)
    assert.deepEqual(
      [96, 98, 100, 102, 104].map((value) => classOf(value, lows)),
      [0, 0, 2, 3, 3],
    )
  })

  it('keep a side that holds nothing', () => {
    const lows = divergingBreaks([1, 2, 3, 4], 0, 2, quantileBreaks)
    assert.deepEqual(
      countClasses([1, 2, 3, 4], lows).map(({ count }) => count),
      [0, 0, 2, 2],
    )
    assert.equal(lows.indexOf(0), 2)
  })

  it('mirror: turning all values round turns the classes round', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(2, 3),
        fc.constantFrom(...Object.values(methods)),
        (values, sides, cut) => {
          const away = values.filter((value) => value !== 0)
          const turned = away.map((value) => -value)
          const [lows, mirrored] = [divergingBreaks(away, 0, sides, cut), divergingBreaks(turned, 0, sides, cut)]
          assert.equal(lows.length, mirrored.length)
          assert.equal(lows.length % 2, 0)
          for (const value of away) assert.equal(classOf(value, lows), lows.length - 1 - classOf(-value, mirrored))
        },
      ),
      seeded,
    )
  })

  it('put every value on its own side', () => {
    fc.assert(
      fc.property(manyValues, (values) => {
        const lows = divergingBreaks(values, 0, 3, jenksBreaks)
        for (const value of values) assert.equal(classOf(value, lows) >= lows.length / 2, value >= 0)
      }),
      seeded,
    )
  })
})
