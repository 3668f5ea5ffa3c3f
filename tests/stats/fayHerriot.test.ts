import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { random } from '#kernel/random.ts'
import { benchmarkFactor, fayHerriot, type FayHerriotInput } from '#stats/fayHerriot.ts'
import { near, within } from './near.ts'

interface Case {
  name: string
  direct: (number | null)[]
  variance: number[]
  covariates: number[][]
  A: number
  beta: number[]
  estimate: number[]
  gamma: number[]
  mse: number[]
}

const golden: { cases: Case[] } = JSON.parse(readFileSync(new URL('../golden/fayHerriot.expected.json', import.meta.url), 'utf8'))

const inputOf = ({ direct, variance, covariates }: Pick<Case, 'direct' | 'variance' | 'covariates'>): FayHerriotInput => ({
  direct: Float64Array.from(direct, (y) => y ?? Number.NaN),
  variance: Float64Array.from(variance),
  covariates: covariates.map((column) => Float64Array.from(column)),
})

function madeUp(seed: number, areas: number): FayHerriotInput {
  const chance = random(seed)
  const x = Float64Array.from({ length: areas }, () => chance.next())
  return {
    direct: x.map((value) => 5 + 2 * value + chance.next() - 0.5),
    variance: x.map(() => 0.05 + chance.next()),
    covariates: [new Float64Array(areas).fill(1), x],
  }
}

describe("Fay-Herriot's model, against a restricted likelihood maximised in R", () => {
  for (const one of golden.cases) {
    it(one.name, () => {
      const { A, beta, areas } = fayHerriot(inputOf(one))
      if (one.A === 0) assert.equal(A, 0)
      else near(A, one.A, 1e-6, 'A')
      for (const [k, value] of beta.entries()) near(value, one.beta[k] ?? Number.NaN, 1e-6, `beta ${k}`)
      for (const [i, area] of areas.entries()) {
        near(area.estimate, one.estimate[i] ?? Number.NaN, 1e-6, `estimate ${i}`)
        within(area.gamma, one.gamma[i] ?? Number.NaN, 1e-6, `gamma ${i}`)
        near(area.mse, one.mse[i] ?? Number.NaN, 1e-6, `mse ${i}`)
        near(area.g1 + area.g2 + 2 * area.g3, area.mse, 1e-12)
        assert.equal(area.kind, one.direct[i] === null ? 'synthetic' : 'eblup')
      }
    })
  }
})

describe("Fay-Herriot's model", () => {
  it('with equal variances and no covariates is the variance of the areas less that of sampling', () => {
    const { A, beta, areas } = fayHerriot(inputOf({ direct: [1, 3, 8, 8], variance: [1, 1, 1, 1], covariates: [[1, 1, 1, 1]] }))
    near(A, 38 / 3 - 1, 1e-10)
    near(beta[0] ?? 0, 5, 1e-12)
    near(areas[0]?.gamma ?? 0, 1 - 3 / 38, 1e-10)
    near(areas[0]?.estimate ?? 0, 1 + (4 * 3) / 38, 1e-10)
  })

  it('leaves the regression alone where nothing is left between areas', () => {
    const x = [1, 2, 3, 4, 5]
    const { A, areas } = fayHerriot(
      inputOf({ direct: [3, 5, 7, 9, 11], variance: [1, 1, 1, 1, 1], covariates: [[1, 1, 1, 1, 1], x] }),
    )
    assert.equal(A, 0)
    for (const [i, area] of areas.entries()) {
      near(area.estimate, 1 + 2 * (x[i] ?? 0), 1e-12)
      assert.deepEqual([area.gamma, area.g1], [0, 0])
      assert.ok(area.mse > 0)
    }
  })

  it('shrinks between direct estimate and regression, errs less than sampling does, and drops a covariate given twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 6, max: 40 }), (seed, areas) => {
        const input = madeUp(seed, areas)
        const result = fayHerriot(input)
        assert.ok(result.A >= 0)
        for (const [i, area] of result.areas.entries()) {
          const y = input.direct[i] ?? 0
          const low = Math.min(y, area.regression) - 1e-12
          assert.ok(area.estimate >= low && area.estimate <= Math.max(y, area.regression) + 1e-12)
          assert.ok(area.gamma >= 0 && area.gamma < 1 && area.mse > 0 && area.g1 < (input.variance[i] ?? 0))
        }
        const twice = fayHerriot({ ...input, covariates: [...input.covariates, ...input.covariates] })
        within(twice.A, result.A, 1e-8)
        for (const [i, area] of twice.areas.entries()) near(area.mse, result.areas[i]?.mse ?? 0, 1e-6)
      }),
      { seed: 8, numRuns: 80 },
    )
  })

  it('is a maximum of the likelihood: other units give the same areas', () => {
    const input = madeUp(12, 25)
    const { A, areas } = fayHerriot(input)
    const scaled = fayHerriot({
      ...input,
      direct: input.direct.map((y) => 100 * y),
      variance: input.variance.map((D) => 1e4 * D),
    })
    near(scaled.A, 1e4 * A, 1e-8)
    for (const [i, area] of scaled.areas.entries()) near(area.estimate, 100 * (areas[i]?.estimate ?? 0), 1e-9)
  })

  it('gives areas without a direct estimate the regression with all its uncertainty', () => {
    const input = madeUp(5, 20)
    const direct = input.direct.map((y, i) => (i === 4 ? Number.NaN : y))
    const { A, areas } = fayHerriot({ ...input, direct })
    const area = areas[4]
    assert.deepEqual([area?.kind, area?.gamma, area?.estimate], ['synthetic', 0, area?.regression])
    assert.ok((area?.mse ?? 0) > A)
    // The variance of an area without an estimate is not read.
    const unread = fayHerriot({ ...input, direct, variance: input.variance.map((D, i) => (i === 4 ? Number.NaN : D)) })
    assert.deepEqual(unread, fayHerriot({ ...input, direct }))
  })

  it('names what it refuses', () => {
    const ok = { direct: [1, 2, 3], variance: [1, 1, 1], covariates: [[1, 1, 1]] }
    const run = (change: Partial<typeof ok>) => () => fayHerriot(inputOf({ ...ok, ...change }))
    for (const D of [0, -1, Number.NaN, Infinity])
      assert.throws(run({ variance: [1, D, 1] }), new RegExp(`area 1 is above 0, got ${D}`))
    assert.throws(run({ direct: [1, Infinity, 3] }), /estimate of area 1 is Infinity/)
    assert.throws(run({ variance: [1, 1] }), /3 direct estimates need as many variances, got 2/)
    assert.throws(run({ covariates: [] }), /no covariate/)
    assert.throws(run({ covariates: [[1, 1]] }), /Covariate 0 has 2 values for 3 areas/)
    assert.throws(run({ covariates: [[1, 1, Number.NaN]] }), /Covariate 0 of area 2 is NaN/)
    const three = [
      [1, 1, 1],
      [1, 2, 4],
      [0, 0, 1],
    ]
    assert.throws(run({ covariates: three }), /3 covariates need more areas with a direct estimate, got 3/)
    assert.throws(
      () => fayHerriot({ ...inputOf(ok), direct: Float64Array.of(1, Number.NaN, Number.NaN) }),
      /1 covariates need more areas .* got 1/,
    )
  })
})

describe('benchmarking by ratio', () => {
  it('makes the weighted mean of the modelled estimates the direct one', () => {
    const estimates = Float64Array.of(4, 6)
    const factor = benchmarkFactor(estimates, Float64Array.of(1, 3), 6.05)
    near(factor, 1.1, 1e-12)
    near((4 * factor + 3 * 6 * factor) / 4, 6.05, 1e-12)
  })

  it('refuses what gives no ratio', () => {
    assert.throws(() => benchmarkFactor(Float64Array.of(1), Float64Array.of(1, 2), 1), /1 estimates need as many shares, got 2/)
    assert.throws(() => benchmarkFactor(Float64Array.of(0), Float64Array.of(1), 1), /no ratio to the modelled 0/)
    assert.throws(() => benchmarkFactor(Float64Array.of(1), Float64Array.of(0), 1), /modelled NaN/)
  })
})
