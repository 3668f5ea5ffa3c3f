import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { random } from '#kernel/random.ts'
import { rake, type RakeMargin } from '#stats/rake.ts'
import { blockTotals, rakeBlocks, tallyRows } from '#stats/rakeBlocks.ts'
import { near, within } from './near.ts'

function sampleOf(seed: number, rows: number, sizes: readonly number[]) {
  const chance = random(seed)
  const weights = Float64Array.from({ length: rows }, () => 1 + chance.next())
  const goal = weights.map((weight) => weight * (0.5 + chance.next()))
  const margins = sizes.map((size, m): RakeMargin => {
    const codes = Int32Array.from({ length: rows }, (_, row) => (row < size ? row : chance.below(size)))
    const targets = new Float64Array(size)
    for (const [row, code] of codes.entries()) targets[code] = (targets[code] ?? 0) + (goal[row] ?? 0)
    return { variable: `v${m}`, codes, targets, categories: Array.from(targets, (_, k) => `${k}`) }
  })
  return { weights, margins }
}

/** The definition: margin after margin, row by row, for a number of cycles. */
function rakePlainly(weights: Float64Array, margins: readonly RakeMargin[], cycles: number): Float64Array {
  const raked = weights.slice()
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const { codes, targets } of margins) {
      const totals = new Float64Array(targets.length)
      for (const [row, code] of codes.entries()) totals[code] = (totals[code] ?? 0) + (raked[row] ?? 0)
      for (const [row, code] of codes.entries()) raked[row] = ((raked[row] ?? 0) * (targets[code] ?? 0)) / (totals[code] ?? 0)
    }
  }
  return raked
}

// Tables of more than 256 cells are split for so few rows: one block, two, three, four.
const SHAPES = [
  [2, 3],
  [5, 4, 12],
  [16, 16, 3],
  [2, 3, 50, 4, 60, 5],
  [7, 40, 7, 40, 7, 40, 2, 3],
  [300, 2, 200],
] as const

describe('margins crossed in blocks', () => {
  it('are as few blocks of tables as small as can be, margins in their order', () => {
    const sizes = (rows: number, shape: readonly number[]) =>
      rakeBlocks(sampleOf(1, 300, shape).margins, rows).map(({ table }) => table.length)
    assert.deepEqual(sizes(300, [2, 3]), [6])
    assert.deepEqual(sizes(300, [5, 4, 12]), [240])
    assert.deepEqual(sizes(300, [16, 16, 3]), [16, 48])
    assert.deepEqual(sizes(300, [2, 3, 50, 4, 60, 5]), [6, 200, 60, 5])
    assert.deepEqual(sizes(300, [300, 2, 200]), [300, 2, 200])
    assert.deepEqual(sizes(8 * 4000, [16, 16, 3]), [768])
    assert.deepEqual(sizes(10 ** 9, [2, 8, 6, 5, 12, 3, 3, 4, 5, 4]), [5760, 720])
    assert.deepEqual(rakeBlocks([], 5), [])
  })

  it('hold the totals of every margin', () => {
    const { weights, margins } = sampleOf(3, 400, [2, 3, 20, 4, 60, 5])
    const blocks = rakeBlocks(margins, 400)
    assert.ok(blocks.length > 1)
    for (const block of blocks) tallyRows(block, weights)
    const totals = blocks.flatMap(blockTotals)
    for (const [m, { codes, categories }] of margins.entries()) {
      for (const k of categories.keys()) {
        near(
          totals[m]?.[k] ?? Number.NaN,
          weights.reduce((sum, weight, row) => sum + (codes[row] === k ? weight : 0), 0),
          1e-12,
        )
      }
    }
  })

  it('give the weights of raking margin after margin, cycle by cycle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...SHAPES),
        fc.integer({ min: 1, max: 4 }),
        (seed, shape, cycles) => {
          const { weights, margins } = sampleOf(seed, 350, shape)
          const result = rake({ weights, margins, maxIterations: cycles, tolerance: 0 })
          const expected = rakePlainly(weights, margins, cycles)
          assert.equal(result.iterations, cycles)
          for (const [row, weight] of result.weights.entries()) near(weight, expected[row] ?? 0, 1e-11)
          for (const { variable, category, after } of result.margins) {
            const codes = margins.find((margin) => margin.variable === variable)?.codes ?? []
            near(
              after,
              expected.reduce((sum, weight, row) => sum + (codes[row] === Number(category) ? weight : 0), 0),
              1e-10,
            )
          }
        },
      ),
      { seed: 5, numRuns: 60 },
    )
  })

  it('meet every margin, zero targets in any block included', () => {
    for (const shape of SHAPES) {
      const { weights, margins } = sampleOf(11, 2000, shape)
      for (const { codes, targets } of [margins[0], margins.at(-1)].filter((margin) => margin !== undefined)) {
        for (const row of weights.keys()) if (codes[row] === 0) weights[row] = 0
        targets[0] = 0
      }
      const kept = margins.map((margin) => {
        const targets = new Float64Array(margin.targets.length)
        for (const [row, code] of margin.codes.entries()) targets[code] = (targets[code] ?? 0) + 3 * (weights[row] ?? 0)
        return { ...margin, targets }
      })
      const design = new Float64Array(weights.length).fill(1)
      const result = rake({ weights: design, margins: kept })
      assert.ok(result.converged, shape.join())
      for (const [row, weight] of weights.entries()) if (weight === 0) assert.equal(result.weights[row], 0)
      for (const { after, target } of result.margins) within(after, target, 1e-8 * Math.max(1, target))
    }
  })

  it('keep weights numbers where a category has next to nothing', () => {
    const margin = { variable: 'a', codes: Int32Array.of(0, 1), targets: Float64Array.of(1e10, 1), categories: ['x', 'y'] }
    const result = rake({ weights: Float64Array.of(5e-324, 1), margins: [margin] })
    assert.equal(result.converged, false)
    assert.deepEqual([...result.weights], [0, 1])
  })
})
