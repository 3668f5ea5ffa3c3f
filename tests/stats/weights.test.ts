import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { effectiveSize, kishDesignEffect } from '#stats/kish.ts'
import { factorise, solve } from '#stats/linearSystem.ts'
import { rake, type RakeMargin } from '#stats/rake.ts'
import { near, within } from './near.ts'

function margin(variable: string, codes: readonly number[], targets: readonly number[]): RakeMargin {
  return {
    variable,
    codes: Int32Array.from(codes),
    targets: Float64Array.from(targets),
    categories: targets.map((_, k) => `${variable}${k}`),
  }
}

describe("Kish's effective size", () => {
  it('is the number of rows for equal weights and counts rows of weight 0 for nothing', () => {
    assert.equal(effectiveSize([3, 3, 3, 3]), 4)
    assert.equal(effectiveSize([3, 3, 0]), 2)
    assert.equal(effectiveSize([]), 0)
    assert.equal(effectiveSize([0, 0]), 0)
    near(effectiveSize([1, 1, 2]), 16 / 6, 1e-15)
    near(kishDesignEffect([1, 1, 2]), 1.125, 1e-15)
    assert.ok(Number.isNaN(kishDesignEffect([0])))
  })

  it('does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 }), (weights) => {
        near(effectiveSize(weights.map((weight) => weight * 7)), effectiveSize(weights), 1e-12)
        near(kishDesignEffect(weights) * effectiveSize(weights), weights.length, 1e-12)
      }),
      { seed: 1 },
    )
  })

  it('names the weight it refuses', () => {
    for (const weight of [-1, Number.NaN, Infinity])
      assert.throws(() => effectiveSize([1, weight]), new RegExp(`got ${weight} \\(row 1\\)`))
  })
})

describe('linear system', () => {
  it('solves a definite system and drops what is aliased', () => {
    const [x, y] = solve(factorise(Float64Array.of(4, 2, 2, 3), 2), Float64Array.of(10, 9))
    near(x ?? 0, 1.5, 1e-14)
    near(y ?? 0, 2, 1e-14)
    const aliased = factorise(Float64Array.of(4, 2, 2, 1), 2)
    assert.deepEqual([aliased.rank, [...aliased.dropped]], [1, [0, 1]])
    assert.deepEqual([...solve(aliased, Float64Array.of(8, 4))], [2, 0])
    const empty = factorise(Float64Array.of(0, 0, 0, 2), 2)
    assert.deepEqual(
      [empty.rank, [...empty.dropped], [...solve(empty, Float64Array.of(0, 8))].map(Math.round)],
      [1, [1, 0], [0, 4]],
    )
  })

  it('judges rank and sign by the size of the entries, large or small', () => {
    for (const scale of [1e-12, 1, 1e12]) {
      const scaled = (...entries: number[]) => Float64Array.from(entries, (entry) => entry * scale)
      assert.equal(factorise(scaled(4, 2, 2, 3), 2).rank, 2)
      // The third column is the sum of the others, up to rounding.
      assert.equal(factorise(scaled(0.1, 0, 0.1, 0, 0.7, 0.7, 0.1, 0.7, 0.1 + 0.7 + 1e-15), 3).rank, 2)
      assert.throws(() => factorise(scaled(1, 2, 2, 1), 2), /not positive semidefinite/)
    }
  })

  it('refuses wrong sizes and indefinite matrices', () => {
    assert.throws(() => factorise(Float64Array.of(1, 2, 3), 2), /4 entries, got 3/)
    assert.throws(() => solve(factorise(Float64Array.of(1), 1), Float64Array.of(1, 2)), /1 equations, got a right-hand side of 2/)
    assert.throws(() => factorise(Float64Array.of(1, 2, 2, 1), 2), /not positive semidefinite: pivot -3 in row 1/)
    assert.throws(() => factorise(Float64Array.of(-1), 1), /pivot -1 in row 0/)
    assert.throws(() => factorise(Float64Array.of(Number.NaN), 1), /pivot NaN/)
  })

  it('solves every consistent system of normal equations, rank deficient ones included', () => {
    const entry = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entry, entry, entry), { minLength: 1, maxLength: 8 }),
        fc.tuple(entry, entry, entry),
        (rows, beta) => {
          // A fourth column that is the sum of the first two.
          const x = rows.map(([a, b, c]) => [a, b, c, a + b])
          const matrix = Float64Array.from(
            [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => x.reduce((s, r) => s + (r[i] ?? 0) * (r[j] ?? 0), 0))),
          )
          const fitted = x.map((r) => (r[0] ?? 0) * beta[0] + (r[1] ?? 0) * beta[1] + (r[2] ?? 0) * beta[2])
          const rhs = Float64Array.from([0, 1, 2, 3].map((i) => x.reduce((s, r, k) => s + (r[i] ?? 0) * (fitted[k] ?? 0), 0)))
          const factor = factorise(matrix, 4)
          const solution = solve(factor, rhs)
          assert.equal(factor.dropped[3], 1)
          for (const [k, r] of x.entries()) {
            within(
              r.reduce((s, value, i) => s + value * (solution[i] ?? 0), 0),
              fitted[k] ?? 0,
              1e-8,
            )
          }
        },
      ),
      { seed: 2 },
    )
  })
})

describe('raking', () => {
  it('meets one margin in one cycle', () => {
    const result = rake({ weights: Float64Array.of(1, 1, 1), margins: [margin('sex', [0, 1, 1], [10, 30])] })
    assert.deepEqual([...result.weights], [10, 15, 15])
    assert.deepEqual([result.converged, result.iterations, result.maxRelativeError, result.totalsDiffer], [true, 1, 0, false])
    assert.deepEqual(result.margins, [
      { variable: 'sex', category: 'sex0', target: 10, before: 1, after: 10, relativeError: 0 },
      { variable: 'sex', category: 'sex1', target: 30, before: 2, after: 30, relativeError: 0 },
    ])
  })

  it('leaves weights that already meet their margins, and takes no margins at all', () => {
    const kept = rake({ weights: Float64Array.of(4, 6), margins: [margin('a', [0, 1], [4, 6])] })
    assert.deepEqual([kept.converged, kept.iterations, [...kept.weights]], [true, 0, [4, 6]])
    const none = rake({ weights: Float64Array.of(4, 6), margins: [] })
    assert.deepEqual([none.converged, none.totalsDiffer, none.maxRelativeError, [...none.weights]], [true, false, 0, [4, 6]])
  })

  it('reproduces the margins of any positive table, keeping the odds ratios of the weights', () => {
    const cell = fc.double({ min: 0.1, max: 50, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(cell, cell, cell, cell, cell, cell),
        fc.tuple(cell, cell, cell, cell, cell, cell),
        (start, population) => {
          const [a, b, c, d, e, f] = population
          const rows = margin('row', [0, 0, 0, 1, 1, 1], [a + b + c, d + e + f])
          const columns = margin('column', [0, 1, 2, 0, 1, 2], [a + d, b + e, c + f])
          const weights = Float64Array.from(start)
          const result = rake({ weights, margins: [rows, columns], tolerance: 1e-11 })
          assert.ok(result.converged && result.maxRelativeError < 1e-11)
          assert.deepEqual([...weights], start)
          for (const { after, target } of result.margins) within(after, target, 1e-9)
          const w = (i: number) => result.weights[i] ?? 0
          near((w(0) * w(4)) / (w(1) * w(3)), (start[0] * start[4]) / (start[1] * start[3]), 1e-9)
        },
      ),
      { seed: 3 },
    )
  })

  it('checks all margins at the same weights: an early margin disturbed by a later one is not met', () => {
    const margins = [margin('a', [0, 0, 1, 1], [10, 20]), margin('b', [0, 1, 0, 1], [12, 18])]
    const result = rake({ weights: Float64Array.of(1, 5, 2, 1), margins, maxIterations: 2 })
    const worst = Math.max(...result.margins.map((row) => row.relativeError))
    assert.equal(result.maxRelativeError, worst)
    assert.deepEqual([result.converged, result.iterations, worst > 1e-8], [false, 2, true])
  })

  it('gives rows of a zero target no weight, and measures small targets absolutely', () => {
    const result = rake({ weights: Float64Array.of(1, 1, 1), margins: [margin('a', [0, 1, 2], [0, 4, 0.5])] })
    assert.deepEqual([...result.weights], [0, 4, 0.5])
    assert.equal(result.converged, true)
    const loose = rake({ weights: Float64Array.of(0.4), margins: [margin('a', [0], [0.5])], tolerance: 0.11 })
    within(loose.maxRelativeError, 0.1, 1e-15)
    assert.equal(loose.iterations, 0)
  })

  it('names infeasible categories: without rows, without weight, or emptied by a zero target', () => {
    const result = rake({
      weights: Float64Array.of(1, 0, 1, 1),
      margins: [margin('a', [0, 1, 0, 2], [10, 20, 3, 5]), margin('b', [0, 0, 0, 1], [38, 0])],
    })
    assert.deepEqual(result.infeasible, [
      { variable: 'a', category: 'a1' },
      { variable: 'a', category: 'a2' },
      { variable: 'a', category: 'a3' },
    ])
    assert.deepEqual([result.converged, result.iterations], [false, 0])
    assert.equal(result.margins[3]?.after, 0)
    assert.equal(result.margins[3]?.relativeError, 1)
    assert.equal(result.margins[2]?.before, 1)
  })

  it('never hides margins whose totals differ, and stops early on them', () => {
    const margins = [margin('a', [0, 1, 0], [10, 20]), margin('b', [0, 0, 1], [15, 16])]
    const result = rake({ weights: Float64Array.of(1, 1, 1), margins })
    assert.deepEqual([result.converged, result.totalsDiffer, result.infeasible.length], [false, true, 0])
    assert.ok(result.maxRelativeError > 0.01)
    assert.ok(result.iterations < 1000, `${result.iterations} cycles`)
    assert.equal(rake({ weights: Float64Array.of(1, 1), margins: [margin('a', [0, 1], [1, 2])] }).totalsDiffer, false)
  })

  it('asks for an error strictly below the tolerance', () => {
    const input = { weights: Float64Array.of(0.75), margins: [margin('a', [0], [1])], tolerance: 0.25 }
    assert.deepEqual([rake(input).iterations, rake(input).converged], [1, true])
    assert.deepEqual(
      [rake({ ...input, maxIterations: 0 }).iterations, rake({ ...input, maxIterations: 0 }).converged],
      [0, false],
    )
  })

  it('looks at the first row too', () => {
    const emptied = rake({ weights: Float64Array.of(1, 1), margins: [margin('a', [0, 1], [5, 5]), margin('b', [0, 1], [0, 10])] })
    assert.deepEqual(emptied.infeasible, [{ variable: 'a', category: 'a0' }])
    assert.throws(() => rake({ weights: Float64Array.of(-1, 1), margins: [] }), /got -1 \(row 0\)/)
    assert.throws(() => rake({ weights: Float64Array.of(1, 1), margins: [margin('a', [7, 0], [1, 2])] }), /Row 0 has category 7/)
  })

  it('names what it refuses', () => {
    const ok = margin('a', [0, 1], [1, 2])
    const weights = Float64Array.of(1, 1)
    for (const weight of [-1, Number.NaN, Infinity]) {
      assert.throws(() => rake({ weights: Float64Array.of(1, weight), margins: [ok] }), new RegExp(`got ${weight} \\(row 1\\)`))
    }
    for (const target of [-1, Number.NaN, Infinity]) {
      assert.throws(
        () => rake({ weights, margins: [margin('a', [0, 1], [1, target])] }),
        new RegExp(`"a" = "a1" .* got ${target}`),
      )
    }
    assert.throws(() => rake({ weights, margins: [margin('a', [0, 2], [1, 2])] }), /Row 1 has category 2 of "a", which has 2/)
    assert.throws(() => rake({ weights, margins: [margin('a', [0, -1], [1, 2])] }), /Row 1 has category -1 of "a"/)
    assert.throws(() => rake({ weights, margins: [margin('a', [0], [1, 2])] }), /"a" has 1 codes for 2 weights/)
    assert.throws(() => rake({ weights, margins: [{ ...ok, categories: ['x'] }] }), /"a" has 2 targets for 1 categories/)
  })

  it('scales: a hundred thousand rows on ten margins', () => {
    const rows = 100_000
    const margins = Array.from({ length: 10 }, (_, m) => {
      const codes = Int32Array.from(
        { length: rows },
        (_, row) => Math.floor(Math.abs(Math.sin((row + 1) * (m + 1.7)) * 1e4)) % (m + 2),
      )
      const targets = new Float64Array(m + 2).fill(1e6 / (m + 2))
      return { variable: `v${m}`, codes, targets, categories: Array.from(targets, (_, k) => `${k}`) }
    })
    assert.ok(rake({ weights: new Float64Array(rows).fill(1), margins }).converged)
  })
})
