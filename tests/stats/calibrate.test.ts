import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { random } from '#kernel/random.ts'
import { calibrate, type CalibrateInput } from '#stats/calibrate.ts'
import type { CalibrationMethod, CalibrationTarget } from '#stats/calibrationTarget.ts'
import { near, within } from './near.ts'

function categories(variable: string, codes: readonly number[], targets: readonly number[]): CalibrationTarget {
  return {
    kind: 'categories',
    variable,
    codes: Int32Array.from(codes),
    targets: Float64Array.from(targets),
    categories: targets.map((_, k) => `${variable}${k}`),
  }
}

function numeric(variable: string, values: readonly number[], target: number): CalibrationTarget {
  return { kind: 'numeric', variable, values: Float64Array.from(values), target }
}

const METHODS: readonly CalibrationMethod[] = ['raking', 'linear', 'logit']
const limitsOf = (method: CalibrationMethod) => (method === 'logit' ? { bounds: { lower: 0.2, upper: 3 } } : {})

/** Targets that some weights within the bounds meet: the totals of design weights moved by up to a fifth. */
function sampleOf({ seed, rows, method }: { seed: number; rows: number; method: CalibrationMethod }): CalibrateInput {
  const chance = random(seed)
  const weights = Float64Array.from({ length: rows }, () => 1 + 9 * chance.next())
  const goal = weights.map((weight) => weight * (0.8 + 0.4 * chance.next()))
  const pick = (k: number) => Array.from({ length: rows }, () => chance.below(k))
  const values = (at: () => number) => Array.from({ length: rows }, at)
  const total = (xs: readonly number[]) => xs.reduce((sum, x, row) => sum + x * (goal[row] ?? 0), 0)
  const byCategory = (codes: readonly number[], k: number) =>
    Array.from({ length: k }, (_, c) => total(codes.map((code) => (code === c ? 1 : 0))))
  const a = pick(2)
  const b = pick(3)
  const age = values(() => 18 + chance.below(70))
  const balance = values(() => Math.round(1e5 * (chance.next() - 0.3)))
  return {
    weights,
    method,
    ...limitsOf(method),
    targets: [
      categories('a', a, byCategory(a, 2)),
      numeric('age', age, total(age)),
      categories('b', b, byCategory(b, 3)),
      numeric('balance', balance, total(balance)),
    ],
  }
}

const samples = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  rows: fc.integer({ min: 40, max: 90 }),
  method: fc.constantFrom(...METHODS),
})

const weightedMean = (values: readonly number[], weights: Float64Array): number =>
  values.reduce((sum, y, row) => sum + y * (weights[row] ?? 0), 0) / weights.reduce((sum, w) => sum + w, 0)

describe('calibration', () => {
  it('reproduces every margin with weights of the form d F', () => {
    fc.assert(
      fc.property(samples, (shape) => {
        const input = sampleOf(shape)
        const design = [...input.weights]
        const result = calibrate(input)
        assert.deepEqual([...input.weights], design)
        assert.ok(result.converged && result.maxRelativeError < 1e-8, `${shape.method}: ${result.maxRelativeError}`)
        assert.deepEqual([result.infeasible, result.totalsDiffer, result.margins.length], [[], false, 7])
        for (const { after, target } of result.margins) within(after, target, 1e-8 * Math.max(1, Math.abs(target)))
        for (const target of input.targets) {
          const margins = result.margins.filter((margin) => margin.variable === target.variable)
          const sums =
            target.kind === 'numeric'
              ? [target.values.reduce((sum, x, row) => sum + x * (result.weights[row] ?? 0), 0)]
              : target.categories.map((_, k) =>
                  target.codes.reduce((sum, code, row) => sum + (code === k ? (result.weights[row] ?? 0) : 0), 0),
                )
          for (const [k, sum] of sums.entries()) within(sum, margins[k]?.after ?? 0, 1e-6)
        }
        const g = result.weights.map((weight, row) => weight / (design[row] ?? 0))
        if (shape.method === 'logit') assert.ok(g.every((each) => each > 0.2 && each < 3))
        if (shape.method === 'raking') assert.ok(g.every((each) => each > 0))
      }),
      { seed: 31, numRuns: 150 },
    )
  })

  it('changes no mean when all weights are multiplied', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.1, max: 30, noNaN: true }), (shape, times) => {
        fc.pre(shape.method !== 'logit')
        const input = sampleOf(shape)
        const y = Array.from(input.weights, (_, row) => Math.sin(row))
        const plain = calibrate({ ...input, tolerance: 1e-11 })
        const scaled = calibrate({ ...input, tolerance: 1e-11, weights: input.weights.map((weight) => weight * times) })
        near(weightedMean(y, scaled.weights), weightedMean(y, plain.weights), 1e-8)
      }),
      { seed: 32, numRuns: 60 },
    )
  })

  it('changes nothing but the order when rows are permuted', () => {
    fc.assert(
      fc.property(samples, (shape) => {
        const input = sampleOf(shape)
        const order = Array.from(input.weights.keys()).reverse()
        const moved = <T extends Float64Array | Int32Array>(values: T): T =>
          values.map((_, row) => values[order[row] ?? 0] ?? 0) as T
        const targets = input.targets.map((target) =>
          target.kind === 'numeric' ? { ...target, values: moved(target.values) } : { ...target, codes: moved(target.codes) },
        )
        const plain = calibrate(input).weights
        const permuted = calibrate({ ...input, weights: moved(input.weights), targets }).weights
        for (const [row, weight] of permuted.entries()) near(weight, plain[order[row] ?? 0] ?? 0, 1e-7)
      }),
      { seed: 33, numRuns: 60 },
    )
  })

  it('changes nothing when a margin is given twice', () => {
    fc.assert(
      fc.property(samples, (shape) => {
        const input = sampleOf(shape)
        const twice = calibrate({ ...input, tolerance: 1e-10, targets: [...input.targets, ...input.targets] })
        assert.ok(twice.converged)
        const once = calibrate({ ...input, tolerance: 1e-10 })
        for (const [row, weight] of twice.weights.entries()) near(weight, once.weights[row] ?? 0, 1e-7)
      }),
      { seed: 34, numRuns: 60 },
    )
  })

  it('leaves weights that meet their margins, takes no margins, and keeps rows of weight 0', () => {
    for (const method of METHODS) {
      const limits = limitsOf(method)
      const weights = Float64Array.of(4, 6, 0)
      const kept = calibrate({
        weights,
        method,
        ...limits,
        targets: [categories('a', [0, 1, 1], [4, 6]), numeric('x', [1, 2, 9], 16)],
      })
      assert.deepEqual([kept.converged, kept.iterations, [...kept.weights]], [true, 0, [4, 6, 0]])
      const none = calibrate({ weights, method, ...limits, targets: [] })
      assert.deepEqual([none.converged, none.maxRelativeError, none.totalsDiffer, [...none.weights]], [true, 0, false, [4, 6, 0]])
      const moved = calibrate({ weights, method, ...limits, targets: [categories('a', [0, 1, 1], [5, 6])] })
      assert.deepEqual(
        [...moved.weights].map((weight) => Math.round(weight * 1e6) / 1e6),
        [5, 6, 0],
      )
    }
  })

  it('meets one linear margin as the example says, and reports before and after', () => {
    const weights = Float64Array.of(1, 1, 1)
    const result = calibrate({
      weights,
      method: 'linear',
      targets: [categories('sex', [0, 1, 1], [10, 30]), numeric('x', [1, -1, -1], -20)],
    })
    for (const [row, weight] of [10, 15, 15].entries()) near(result.weights[row] ?? 0, weight, 1e-12)
    const [, , x] = result.margins
    assert.deepEqual([x?.variable, x?.category, x?.target, x?.before], ['x', '', -20, -1])
    within(x?.after ?? 0, -20, 1e-12)
  })

  it('gives rows of a zero target no weight by raking and by a logit from 0 up', () => {
    const weights = Float64Array.of(2, 1, 1, 1)
    const targets = [categories('a', [0, 0, 1, 2], [3, 1.5, 0]), numeric('x', [1, 2, 3, 4], 8.8)]
    for (const limits of [{ method: 'raking' }, { method: 'logit', bounds: { lower: 0, upper: 3 } }] as const) {
      const { weights: found, converged } = calibrate({ weights, targets, ...limits })
      assert.equal(converged, true)
      for (const [row, weight] of [1.7, 1.3, 1.5, 0].entries()) within(found[row] ?? 0, weight, 1e-7)
      assert.equal(found[3], 0)
    }
    const refused = calibrate({ weights, targets, method: 'logit', bounds: { lower: 0.1, upper: 3 } })
    assert.deepEqual([refused.converged, refused.infeasible], [false, [{ variable: 'a', category: 'a2' }]])
    const linear = calibrate({
      weights: Float64Array.of(1, 1, 1, 1),
      targets: [categories('a', [0, 0, 1, 1], [4, 0]), categories('b', [0, 1, 0, 1], [3, 1])],
      method: 'linear',
    })
    assert.ok(linear.converged)
    within((linear.weights[2] ?? 0) + (linear.weights[3] ?? 0), 0, 1e-10)
    within(linear.weights[2] ?? 0, 0.5, 1e-10)
  })

  it('names margins that are out of reach by themselves, and moves nothing', () => {
    const weights = Float64Array.of(1, 1, 0)
    const targets = [
      categories('a', [0, 0, 1], [2, 5]),
      numeric('up', [1, 2, 3], -4),
      numeric('down', [-1, -2, -3], 4),
      numeric('nothing', [0, 0, 3], 1),
      numeric('both', [-1, 2, 0], -400),
    ]
    const names = (method: CalibrationMethod, limits = {}) =>
      calibrate({ weights, targets, method, ...limits }).infeasible.map(({ variable, category }) => variable + category)
    assert.deepEqual(names('raking'), ['aa1', 'up', 'down', 'nothing'])
    assert.deepEqual(names('linear'), ['aa1', 'nothing'])
    assert.deepEqual(names('logit', { bounds: { lower: -2, upper: 3 } }), ['aa1', 'nothing', 'both'])
    assert.deepEqual(names('logit', { bounds: { lower: 0.5, upper: 3 } }), ['aa1', 'up', 'down', 'nothing', 'both'])
    const result = calibrate({ weights, targets, method: 'raking' })
    assert.deepEqual([result.converged, result.iterations, [...result.weights]], [false, 0, [1, 1, 0]])
  })

  it('names the worst margins when they cannot be met together, with finite weights', () => {
    const weights = new Float64Array(6).fill(1)
    const sex = categories('sex', [0, 0, 0, 1, 1, 1], [3, 3])
    const x = [1, 2, 3, 4, 5, 6]
    for (const [method, target, limits] of [
      ['raking', 9, {}],
      ['logit', 18, { bounds: { lower: 0.5, upper: 1.5 } }],
    ] as const) {
      const result = calibrate({
        weights,
        targets: [sex, numeric('x', x, target), numeric('odd', [1, 0, 1, 0, 1, 0], 3)],
        method,
        ...limits,
      })
      assert.equal(result.converged, false, method)
      assert.ok(result.infeasible.length > 0 && result.maxRelativeError > 1e-3)
      assert.ok(result.weights.every(Number.isFinite))
    }
    const contradictory = calibrate({ weights, targets: [numeric('x', x, 21), numeric('again', x, 22)], method: 'linear' })
    assert.deepEqual([contradictory.converged, contradictory.infeasible.length], [false, 1])
  })

  it('says when the totals of margins of categories differ', () => {
    for (const method of METHODS) {
      const targets = [categories('a', [0, 1, 0], [2, 1]), categories('b', [0, 0, 1], [2, 2]), numeric('x', [1, 2, 3], 6)]
      const result = calibrate({ weights: Float64Array.of(1, 1, 1), targets, method, ...limitsOf(method) })
      assert.deepEqual([result.converged, result.totalsDiffer], [false, true])
      assert.ok(result.infeasible.length > 0)
    }
  })

  it('stops at the number of steps and the tolerance asked for', () => {
    const input = sampleOf({ seed: 7, rows: 60, method: 'raking' })
    assert.equal(calibrate({ ...input, maxIterations: 1 }).iterations, 1)
    assert.equal(calibrate({ ...input, maxIterations: 1 }).converged, false)
    const loose = calibrate({ ...input, tolerance: 0.5 })
    assert.deepEqual([loose.converged, loose.iterations], [true, 0])
    const two = { ...input, targets: input.targets.filter((target) => target.kind === 'categories') }
    assert.deepEqual([calibrate({ ...two, maxIterations: 1, tolerance: 1e-14 }).iterations, calibrate(two).converged], [1, true])
  })

  it('names what it refuses', () => {
    const weights = Float64Array.of(1, 1)
    const a = categories('a', [0, 1], [1, 2])
    const run = (change: Partial<CalibrateInput>) => () => calibrate({ weights, targets: [a], method: 'linear', ...change })
    assert.throws(run({ weights: Float64Array.of(1, -2) }), /got -2 \(row 1\)/)
    assert.throws(run({ targets: [categories('a', [0, 2], [1, 2])] }), /Row 1 has category 2 of "a"/)
    assert.throws(run({ targets: [categories('a', [0, 1], [1, -2])] }), /"a" = "a1" .* got -2/)
    assert.throws(run({ targets: [numeric('x', [1], 1)] }), /"x" has 1 values for 2 weights/)
    assert.throws(run({ targets: [numeric('x', [1, Number.NaN], 1)] }), /Row 1 has NaN for "x"/)
    assert.throws(run({ targets: [numeric('x', [1, 2], Infinity)] }), /target of "x" is a finite number, got Infinity/)
    assert.throws(run({ method: 'logit' }), /needs bounds/)
    for (const [lower, upper] of [
      [1, 2],
      [0.5, 1],
      [-Infinity, 2],
      [0, Infinity],
      [Number.NaN, 2],
      [2, 0.5],
    ] as const) {
      assert.throws(run({ method: 'logit', bounds: { lower, upper } }), new RegExp(`got ${lower} and ${upper}`))
    }
  })
})
