import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { observedExpected, poissonLimits, standardisedRatio } from '#stats/observedExpected.ts'
import { separation } from '#stats/separation.ts'
import { variableReport } from '#stats/variableReport.ts'
import { near, within } from './near.ts'

type Name = 'counts' | 'lower' | 'upper' | 'mean' | 'sd' | 'skew' | 'correlation' | 'separation'
const expected = JSON.parse(readFileSync(new URL('../golden/segments.expected.json', import.meta.url), 'utf8')) as Readonly<
  Record<Name, readonly number[]>
>

const areas = Array.from({ length: 120 }, (_, i) => i)
const a = areas.map((i) => (i * 37) % 101)
const b = areas.map((i) => ((i * 37) % 101) + (i % 7))
const c = areas.map((i) => Math.exp(((i * 13) % 29) / 6))
const d = areas.map((i) => (i % 17 === 0 ? Number.NaN : (i * i) % 23))
const columns = Object.entries({ a, b, c, d }).map(([name, values]) => ({ name, values: Float64Array.from(values) }))

describe('observed over expected', () => {
  it('has the exact Poisson limits of R', () => {
    for (const [i, count] of expected.counts.entries()) {
      const { lower, upper } = poissonLimits(count)
      near(lower, expected.lower[i] ?? NaN, 1e-9, `lower of ${count}`)
      near(upper, expected.upper[i] ?? NaN, 1e-9, `upper of ${count}`)
    }
  })

  it('reproduces the vector of METHODS 1, plainly and by age', () => {
    for (const { ratio, lower, upper } of [observedExpected(40, 25), standardisedRatio(40, [100, 50], [0.1, 0.3])]) {
      near(ratio, 160, 1e-12)
      within(lower, 114.306, 5e-4)
      within(upper, 217.875, 5e-4)
    }
  })

  it('holds the ratio between its limits', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.double({ min: 0.1, max: 5000, noNaN: true }), (observed, of) => {
        const { ratio, lower, upper } = observedExpected(observed, of)
        assert.ok(lower <= ratio && ratio < upper)
      }),
    )
  })

  it('refuses what is no count', () => {
    assert.throws(() => observedExpected(1.5, 2), /got 1.5/)
    assert.throws(() => observedExpected(-1, 2), /got -1/)
    assert.throws(() => observedExpected(1, 0), /above 0, got 0/)
    assert.throws(() => poissonLimits(1, 1), /level .* got 1/)
    assert.throws(() => standardisedRatio(1, [1], []), /1 ages/)
  })
})

describe('the report on variables', () => {
  it('has the moments and correlations of R', () => {
    const { variables, correlation } = variableReport(columns)
    for (const [i, variable] of variables.entries()) {
      for (const of of ['mean', 'sd', 'skew'] as const)
        near(variable[of], expected[of][i] ?? NaN, 1e-9, `${of} of ${variable.name}`)
    }
    for (const [i, r] of correlation.flat().entries()) near(r, expected.correlation[i] ?? NaN, 1e-9, `correlation ${i}`)
  })

  it('names each variable one may leave out, and why', () => {
    const found = variableReport([
      ...columns,
      { name: 'same', values: new Float64Array(120).fill(0.1) },
      { name: 'rare', values: Float64Array.from(areas, (i) => (i === 3 ? 1 : 0)) },
      { name: 'none', values: new Float64Array(120).fill(NaN) },
    ])
    assert.deepEqual(
      found.suggestions.map(({ variable, reason, other }) => [variable, reason, other]),
      [
        ['d', 'missing', null],
        ['same', 'constant', null],
        ['rare', 'nearlyConstant', null],
        ['rare', 'skewed', null],
        ['none', 'missing', null],
        ['b', 'correlated', 'a'],
      ],
    )
    assert.deepEqual(
      found.pairs.map((pair) => [pair.a, pair.b]),
      [[0, 1]],
    )
    assert.ok(Number.isNaN(found.correlation[4]?.[4]))
  })

  it('refuses columns of different lengths', () => {
    assert.throws(
      () => variableReport([...columns, { name: 'short', values: new Float64Array(2) }]),
      /short has 2 figures for 120/,
    )
  })
})

describe('the separation of areas', () => {
  const points = { n: 120, d: 3, values: Float64Array.from(areas.flatMap((i) => [a[i] ?? 0, b[i] ?? 0, c[i] ?? 0])) }

  it('is that of R', () => {
    const centroids = Float64Array.from([4, 39, 89].flatMap((i) => [a[i] ?? 0, b[i] ?? 0, c[i] ?? 0]))
    const found = separation(points, centroids)
    for (const [i, value] of found.separation.entries()) within(value, expected.separation[i] ?? NaN, 1e-12, `area ${i}`)
    assert.equal(found.nearest[39], 1)
    assert.ok(found.second.every((other, i) => other !== found.nearest[i]))
  })

  it('tells nearest and second whatever the order of centroids, and 0 between equals', () => {
    const one = { n: 2, d: 1, values: Float64Array.of(1, 0) }
    const found = separation(one, Float64Array.of(5, 0, 9))
    assert.deepEqual([...found.nearest, ...found.second], [1, 1, 0, 0])
    assert.deepEqual([...found.separation], [0.75, 1])
    assert.deepEqual([...separation(one, Float64Array.of(0, 0)).separation], [0, 0])
  })

  it('refuses a single centroid', () => {
    assert.throws(() => separation(points, new Float64Array(3)), /3 figures/)
  })
})
