import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { random } from '#kernel/random.ts'
import { calibration } from '#stats/calibrationResiduals.ts'
import { degreesOfFreedom, designCovariance, designVariance, unitTotals } from '#stats/linearisedVariance.ts'
import { meanInfluence } from '#stats/mean.ts'
import { sampleDesign, unitsWithRows } from '#stats/sampleDesign.ts'
import { addInfluence, sparseMean } from '#stats/sparseMean.ts'
import { sparseCovariance, sparseDegreesOfFreedom, varianceFrame } from '#stats/sparseVariance.ts'

interface Shape {
  readonly seed: number
  readonly rows: number
  readonly strata: number
  readonly perUnit: number
  readonly calibrated: boolean
  /** The first stratum was taken whole, the others by three tenths. */
  readonly finite: boolean
}

const shapes = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  rows: fc.integer({ min: 12, max: 80 }),
  strata: fc.integer({ min: 1, max: 3 }),
  perUnit: fc.integer({ min: 1, max: 3 }),
  calibrated: fc.boolean(),
  finite: fc.boolean(),
})

function sampleOf({ seed, rows, strata, perUnit, calibrated, finite }: Shape) {
  const chance = random(seed)
  const unit = Array.from({ length: rows }, (_, i) => Math.floor(i / perUnit))
  const stratum = unit.map((u) => u % strata)
  const fraction = finite ? stratum.map((h) => (h === 0 ? 1 : 0.3)) : undefined
  const designWeights = Float64Array.from({ length: rows }, () => 0.5 + chance.next() * 3)
  const weights = designWeights.map((d) => d * (0.5 + chance.next()))
  const margin = (k: number) => ({
    codes: Int32Array.from({ length: rows }, () => chance.below(k)),
    categories: Array.from({ length: k }, (_, i) => `c${i}`),
  })
  const fit = calibrated
    ? calibration(designWeights, [margin(2), { values: designWeights.map(() => chance.below(9) - 2) }, margin(3)])
    : undefined
  const answered = Array.from({ length: rows }, (_, i) => i).filter(() => chance.next() < 0.5)
  const value = Float64Array.from(answered, () => chance.below(11))
  const domain = Uint8Array.from({ length: rows }, () => (chance.next() < 0.6 ? 1 : 0))
  return { design: sampleDesign({ unit, stratum, fraction, calibration: fit }), weights, answered, value, domain }
}

describe('sparse estimates', () => {
  it('equal the dense ones, with and without strata, clusters and calibration', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { design, weights, answered, value, domain } = sampleOf(shape)
        const dense = new Float64Array(design.unit.length).fill(Number.NaN)
        for (const [k, row] of answered.entries()) dense[row] = value[k] ?? 0
        const whole = new Uint8Array(dense.length).fill(1)
        const values = { row: Int32Array.from(answered), value, factor: new Float64Array(value.length).fill(1) }
        const own = sparseMean(values, weights, domain)
        const all = sparseMean(values, weights, whole)
        fc.pre(own.n > 1)
        const score = new Float64Array(value.length)
        addInfluence(score, values, weights, domain, own, 1)
        const difference = score.slice()
        addInfluence(difference, values, weights, whole, all, -1)

        const a = meanInfluence(dense, weights, domain)
        const b = meanInfluence(dense, weights, whole)
        const first = unitTotals(design, a.influence, weights)
        const second = unitTotals(
          design,
          a.influence.map((u, i) => u - (b.influence[i] ?? 0)),
          weights,
        )
        const frame = varianceFrame(design, weights)
        const sparse = sparseCovariance(frame, values.row, score, difference)
        const expected = [designVariance(design, first), designVariance(design, second), designCovariance(design, first, second)]
        const scale = Math.max(...expected.map(Math.abs), 1e-12)
        for (const [i, got] of [sparse.first, sparse.second, sparse.covariance].entries()) {
          if (Number.isNaN(expected[i])) assert.ok(Number.isNaN(got))
          else assert.ok(Math.abs(got - (expected[i] ?? 0)) <= 1e-9 * scale, `${got} is not ${expected[i]}`)
        }
        const inside = Uint8Array.from(dense, (y, i) => (Number.isNaN(y) ? 0 : (domain[i] ?? 0)))
        assert.equal(sparseDegreesOfFreedom(frame, values.row, domain), degreesOfFreedom(design, unitsWithRows(design, inside)))
        assert.equal(sparseDegreesOfFreedom(frame, values.row, domain), sparseDegreesOfFreedom(frame, values.row, domain))
      }),
      { seed: 62, numRuns: 300 },
    )
  })

  it('cannot estimate a variance when a stratum has one unit', () => {
    const frame = varianceFrame(sampleDesign({ unit: [1, 2, 3], stratum: ['a', 'a', 'b'] }), Float64Array.of(1, 1, 1))
    const { first } = sparseCovariance(frame, Int32Array.of(0, 1), Float64Array.of(-1, 1), Float64Array.of(-1, 1))
    assert.ok(Number.isNaN(first))
  })

  it('weigh each value by its row and its factor, within the domain', () => {
    const values = { row: Int32Array.of(0, 2, 3), value: Float64Array.of(4, 8, 1), factor: Float64Array.of(2, 1, 5) }
    const weight = Float64Array.of(1, 9, 3, 7)
    const domain = Uint8Array.of(1, 1, 1, 0)
    const mean = sparseMean(values, weight, domain)
    assert.deepEqual(mean, { n: 2, total: 5, effectiveN: 25 / 13, mean: 32 / 5 })
    const influence = Float64Array.of(10, 10, 10)
    addInfluence(influence, values, weight, domain, mean, -1)
    for (const [i, u] of [10.96, 9.04, 10].entries()) assert.ok(Math.abs((influence[i] ?? 0) - u) < 1e-12)
    const nobody = sparseMean(values, weight, new Uint8Array(4))
    assert.deepEqual([nobody.n, nobody.total, nobody.effectiveN], [0, 0, 0])
    assert.ok(Number.isNaN(nobody.mean))
  })
})
