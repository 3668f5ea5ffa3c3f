import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { calibratedInfluence, calibration, residualise, tracedWeights } from '#stats/calibrationResiduals.ts'
import { degreesOfFreedom, designCovariance, designVariance, unitTotals } from '#stats/linearisedVariance.ts'
import { deviationInfluence, domainMean, meanInfluence } from '#stats/mean.ts'
import { sampleDesign, unitsPerStratum, unitsWithRows } from '#stats/sampleDesign.ts'
import { near, within } from './near.ts'

describe('sample design', () => {
  it('indexes units and strata in order of appearance', () => {
    const design = sampleDesign({ unit: ['b', 'a', 'b', 'c'], stratum: ['x', 'y', 'x', 'x'] })
    assert.deepEqual([design.units, [...design.unit], [...design.stratumOfUnit], design.strata], [3, [0, 1, 0, 2], [0, 1, 0], 2])
    assert.deepEqual([...unitsPerStratum(design)], [2, 1])
    assert.deepEqual([...unitsPerStratum(design, Uint8Array.of(0, 1, 1))], [1, 1])
    assert.deepEqual([...unitsWithRows(design, Uint8Array.of(0, 0, 1, 1))], [1, 0, 1])
    assert.equal(design.fraction, undefined)
    assert.equal(sampleDesign({ unit: [1, 2] }).strata, 1)
  })

  it('names a unit that lies in two strata', () => {
    assert.throws(
      () => sampleDesign({ unit: ['a', 'b', 'a'], stratum: [1, 1, 2] }),
      /Unit "a" lies in two strata, "1" and "2" \(row 2\)/,
    )
  })

  it('reads a population correction as a fraction up to 1 and as a number of units above', () => {
    const codes = { unit: [1, 2, 3, 4, 5], stratum: ['a', 'a', 'b', 'b', 'c'] }
    assert.deepEqual([...(sampleDesign({ ...codes, fraction: [0.25, 0.25, 8, 8, 1] }).fraction ?? [])], [0.25, 0.25, 1])
    assert.throws(
      () => sampleDesign({ ...codes, fraction: [0.25, 0.5, 8, 8, 1] }),
      /Stratum "a" has two population corrections, 0.25 and 0.5/,
    )
    assert.throws(
      () => sampleDesign({ ...codes, fraction: [1.5, 1.5, 8, 8, 1] }),
      /Stratum "a" has 2 units in the sample but 1.5/,
    )
    assert.equal(sampleDesign({ ...codes, fraction: [2, 2, 8, 8, 1] }).fraction?.[0], 1)
    for (const value of [0, -1, Number.NaN]) {
      assert.throws(() => sampleDesign({ ...codes, fraction: [value, value, 8, 8, 1] }), new RegExp(`above 0, got ${value}`))
    }
  })

  it('refuses columns of other lengths', () => {
    assert.throws(() => sampleDesign({ unit: [1, 2], stratum: [1] }), /2 units need as many values of stratum, got 1/)
    assert.throws(() => sampleDesign({ unit: [1, 2], fraction: [1] }), /2 units need as many values of fraction, got 1/)
  })
})

describe('linearised variance', () => {
  it('is n/(n-1) times the sum of squares in each stratum, times 1 - f', () => {
    const codes = { unit: [1, 2, 3, 4, 5], stratum: ['a', 'a', 'a', 'b', 'b'] }
    const totals = Float64Array.of(1, 2, 6, -1, 3)
    near(designVariance(sampleDesign(codes), totals), 1.5 * 14 + 2 * 8, 1e-14)
    near(designVariance(sampleDesign({ ...codes, fraction: [0.5, 0.5, 0.5, 8, 8] }), totals), 0.5 * 21 + 0.75 * 16, 1e-14)
    near(designCovariance(sampleDesign(codes), totals, Float64Array.of(3, 0, 0, 5, 1)), 1.5 * -6 + 2 * -8, 1e-14)
  })

  it('is not estimable with one unit in a stratum, unless that stratum was taken whole', () => {
    const codes = { unit: [1, 2, 3], stratum: ['a', 'a', 'b'] }
    const totals = Float64Array.of(1, 2, 5)
    assert.ok(Number.isNaN(designVariance(sampleDesign(codes), totals)))
    assert.ok(Number.isNaN(designVariance(sampleDesign({ ...codes, fraction: [0.5, 0.5, 0.9] }), totals)))
    near(designVariance(sampleDesign({ ...codes, fraction: [0.5, 0.5, 1] }), totals), 0.5, 1e-14)
  })

  it('counts degrees of freedom over all units or those of the domain', () => {
    const design = sampleDesign({ unit: [1, 2, 3, 4, 5], stratum: ['a', 'a', 'a', 'b', 'b'] })
    assert.equal(degreesOfFreedom(design, null), 3)
    assert.equal(degreesOfFreedom(design, Uint8Array.of(1, 1, 0, 0, 0)), 1)
    assert.equal(degreesOfFreedom(design, Uint8Array.of(1, 0, 0, 0, 1)), 0)
    assert.equal(degreesOfFreedom(design, new Uint8Array(5)), 0)
  })

  it('sums influences by unit and refuses other lengths', () => {
    const design = sampleDesign({ unit: ['a', 'b', 'a'] })
    assert.deepEqual([...unitTotals(design, Float64Array.of(1, 2, 3))], [4, 2])
    assert.throws(() => unitTotals(design, Float64Array.of(1)), /3 rows, got 1 influences/)
    assert.throws(() => designVariance(design, Float64Array.of(1)), /2 units, got totals of 1 and 1/)
    assert.throws(() => designCovariance(design, Float64Array.of(1, 2), Float64Array.of(1)), /2 units, got totals of 2 and 1/)
  })
})

describe('calibration residuals', () => {
  const a = { codes: Int32Array.of(0, 0, 1, 1, 1), categories: ['p', 'q'] }
  const b = { codes: Int32Array.of(0, 1, 0, 1, 1), categories: ['r', 's', 'unused'] }
  const weights = Float64Array.of(1, 2, 1, 3, 1)

  it('are deviations from the weighted mean of the category with one margin', () => {
    const one = calibration(Float64Array.of(1, 1, 3), [{ codes: Int32Array.of(0, 1, 1), categories: ['a', 'b'] }])
    assert.deepEqual(
      [...residualise(one, Float64Array.of(5, 1, 3))].map((e) => Math.round(e * 1e12) / 1e12),
      [0, -1.5, 0.5],
    )
    assert.equal(one.factor.rank, 2)
  })

  it('are orthogonal to every category, leave what the margins explain at 0, and repeat nothing twice', () => {
    const prepared = calibration(weights, [a, b])
    assert.deepEqual([prepared.factor.rank, prepared.factor.size, prepared.columns.size], [3, 5, 5])
    const z = Float64Array.of(3, -1, 4, 1, -5)
    const residuals = residualise(prepared, z)
    assert.deepEqual([...z], [3, -1, 4, 1, -5])
    for (const { codes, categories } of [a, b]) {
      for (const k of categories.keys()) {
        within(
          residuals.reduce((sum, e, i) => sum + (codes[i] === k ? e * (weights[i] ?? 0) : 0), 0),
          0,
          1e-13,
        )
      }
    }
    for (const [i, e] of residualise(prepared, residuals).entries()) within(e, residuals[i] ?? 0, 1e-13)
    const explained = Float64Array.from(z, (_, i) => 10 * (a.codes[i] ?? 0) - 3 * (b.codes[i] ?? 0) + 2)
    for (const e of residualise(prepared, explained)) within(e, 0, 1e-13)
  })

  it('multiply back by the calibrated weight, rows of weight 0 staying 0', () => {
    const prepared = calibration(weights, [a])
    const calibrated = Float64Array.of(2, 4, 0, 6, 2)
    const influence = Float64Array.of(1, 2, 0, 12, 8)
    const expected = residualise(prepared, Float64Array.of(0.5, 0.5, 0, 2, 4))
    for (const [i, value] of calibratedInfluence(prepared, influence, calibrated).entries()) {
      within(value, (expected[i] ?? 0) * (calibrated[i] ?? 0), 1e-14)
    }
    const design = sampleDesign({ unit: [1, 2, 3, 4, 4], calibration: prepared })
    near(unitTotals(design, influence, calibrated)[3] ?? 0, (expected[3] ?? 0) * 6 + (expected[4] ?? 0) * 2, 1e-12)
    assert.throws(() => unitTotals(design, influence), /calibrated weight of each of the 5 rows, got undefined/)
    assert.throws(() => unitTotals(design, influence, Float64Array.of(1)), /got 1/)
  })

  it('refuse codes outside their categories and other lengths', () => {
    assert.throws(() => calibration(Float64Array.of(1), [a]), /1 design weights need as many codes, got 5/)
    assert.throws(() => calibration(weights, [{ ...a, categories: ['p'] }]), /Row 2 has category 1, the margin has 1/)
    assert.throws(() => calibration(weights, [{ ...a, codes: Int32Array.of(-1, 0, 0, 0, 0) }]), /Row 0 has category -1/)
    assert.throws(() => residualise(calibration(weights, [a]), Float64Array.of(1)), /5 rows, got 1 values/)
    assert.throws(() => calibration(weights, [{ values: Float64Array.of(1, 2) }]), /5 design weights need as many values, got 2/)
    const values = Float64Array.of(1, 2, Number.NaN, 4, 5)
    assert.throws(() => calibration(weights, [a, { values }]), /Row 2 has the value NaN/)
    assert.throws(() => tracedWeights(weights, Float64Array.of(1)), /1 design weights need as many calibrated ones, got 5/)
  })

  it('are those of a regression line where a variable is numeric', () => {
    const x = Float64Array.of(1, 2, 3, 4, 5)
    const line = calibration(new Float64Array(5).fill(2), [{ codes: new Int32Array(5), categories: ['all'] }, { values: x }])
    assert.equal(line.factor.rank, 2)
    // Slope 0.6, intercept 2.2.
    const residuals = residualise(line, Float64Array.of(2, 4, 5, 4, 5))
    for (const [i, e] of [-0.8, 0.6, 1, -0.6, -0.2].entries()) within(residuals[i] ?? 0, e, 1e-13)
    const explained = x.map((value) => 7 * value - 3)
    for (const e of residualise(line, explained)) within(e, 0, 1e-13)
    const doubled = calibration(weights, [{ values: x }, a, { values: x.map((value) => -2 * value) }])
    assert.equal(doubled.factor.rank, 3)
  })

  it('keep a trace of rows that weigh nothing, which no total shows', () => {
    const traced = tracedWeights(Float64Array.of(0, 3, 0), Float64Array.of(2, 2, 0))
    assert.deepEqual([...traced], [2e-150, 3, 0])
    assert.equal(
      traced.reduce((sum, weight) => sum + weight, 0),
      3,
    )
    assert.equal(
      traced.reduce((sum, weight) => sum + weight * weight, 0),
      9,
    )
  })
})

const row = fc.record({
  value: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constant(Number.NaN)),
  weight: fc.double({ min: 0.1, max: 20, noNaN: true }),
  inside: fc.integer({ min: 0, max: 1 }),
  unit: fc.integer({ min: 0, max: 9 }),
})
const sample = fc.array(row, { minLength: 4, maxLength: 40 }).filter((rows) => {
  const units = new Set(rows.map((r) => r.unit))
  const strata = [0, 1].map((parity) => [...units].filter((u) => u % 2 === parity).length)
  return rows.some((r) => r.inside === 1 && r.value === r.value) && strata.every((count) => count !== 1)
})

interface Row {
  value: number
  weight: number
  inside: number
  unit: number
}

/** Deviation of the rows inside from all rows, with its variance and the mean's, units in two strata by parity. */
function estimate(rows: readonly Row[], scale = 1) {
  const values = Float64Array.from(rows, (r) => r.value)
  const weights = Float64Array.from(rows, (r) => r.weight * scale)
  const d = deviationInfluence(
    values,
    weights,
    Uint8Array.from(rows, (r) => r.inside),
  )
  const design = sampleDesign({ unit: rows.map((r) => r.unit), stratum: rows.map((r) => r.unit % 2) })
  const totals = unitTotals(design, d.influence)
  const territory = unitTotals(design, d.territory.influence)
  return { ...d, variance: designVariance(design, totals), meanVariance: designVariance(design, territory) }
}

describe('means and deviations', () => {
  it('reproduce the documented examples', () => {
    const values = Float64Array.of(1, 3, Number.NaN)
    assert.equal(domainMean(values, Float64Array.of(1, 3, 5)), 2.5)
    const m = meanInfluence(values, Float64Array.of(1, 3, 5))
    assert.deepEqual([m.mean, m.totalWeight, m.count, [...m.influence]], [2.5, 4, 2, [-0.375, 0.375, 0]])
    const d = deviationInfluence(Float64Array.of(0, 1, 1, 1), Float64Array.of(1, 1, 1, 1), Uint8Array.of(1, 1, 0, 0))
    assert.deepEqual([d.deviation, [...d.influence]], [-0.25, [-0.0625, 0.1875, -0.0625, -0.0625]])
  })

  it('take the mean of the domain alone', () => {
    const values = Float64Array.of(1, 3, 8)
    const weights = Float64Array.of(1, 3, 5)
    const m = meanInfluence(values, weights, Uint8Array.of(1, 0, 1))
    near(m.mean, 41 / 6, 1e-15)
    assert.deepEqual([m.totalWeight, m.count, m.influence[1]], [6, 2, 0])
    near(m.influence[2] ?? 0, (5 * (8 - 41 / 6)) / 6, 1e-14)
  })

  it('give NaN for an empty domain', () => {
    const m = meanInfluence(Float64Array.of(1, 2), Float64Array.of(1, 0), Uint8Array.of(0, 1))
    assert.deepEqual([m.mean, m.totalWeight, m.count, [...m.influence]], [Number.NaN, 0, 1, [0, 0]])
  })

  it('compare with the rest, or with a whole that is not every row', () => {
    const values = Float64Array.of(0, 2, 4, 10)
    const ones = Float64Array.of(1, 1, 1, 1)
    const territory = Uint8Array.of(1, 1, 0, 0)
    assert.equal(deviationInfluence(values, ones, territory, null, 'rest').deviation, 1 - 7)
    assert.equal(deviationInfluence(values, ones, territory, Uint8Array.of(1, 1, 1, 0)).deviation, 1 - 2)
    assert.equal(deviationInfluence(values, ones, territory, Uint8Array.of(1, 1, 1, 0), 'rest').deviation, 1 - 4)
    assert.throws(
      () => deviationInfluence(values, ones, territory, Uint8Array.of(1, 0, 1, 0)),
      /Row 1 lies in the territory but not/,
    )
  })

  it('refuse arrays of other lengths', () => {
    assert.throws(
      () => meanInfluence(Float64Array.of(1), Float64Array.of(1, 2)),
      /1 values need as many weights and marks, got 2/,
    )
    assert.throws(() => meanInfluence(Float64Array.of(1), Float64Array.of(1), Uint8Array.of(1, 1)), /got 1 and 2/)
  })

  it('have influences that sum to 0, and do not depend on the scale of weights or the order of rows', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0.001, max: 1000, noNaN: true }), (rows, scale) => {
        const plain = estimate(rows)
        within(
          plain.influence.reduce((sum, u) => sum + u, 0),
          0,
          1e-12,
        )
        for (const other of [estimate(rows, scale), estimate(rows.toReversed())]) {
          within(other.deviation, plain.deviation, 1e-11)
          within(other.variance, plain.variance, 1e-10)
          within(other.meanVariance, plain.meanVariance, 1e-10)
        }
      }),
      { seed: 1 },
    )
  })

  it('deviate by exactly 0, surely, when the domain is the whole', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const whole = estimate(rows.map((r) => ({ ...r, inside: 1 })))
        assert.deepEqual([whole.deviation, whole.variance], [0, 0])
      }),
      { seed: 2 },
    )
  })

  it('deviate from the rest by D / (1 - share of the domain)', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const values = Float64Array.from(rows, (r) => r.value)
        const weights = Float64Array.from(rows, (r) => r.weight)
        const inside = Uint8Array.from(rows, (r) => r.inside)
        const fromRest = deviationInfluence(values, weights, inside, null, 'rest')
        if (fromRest.against.count === 0) return
        const fromWhole = deviationInfluence(values, weights, inside)
        within(
          fromRest.deviation * (1 - fromWhole.territory.totalWeight / fromWhole.against.totalWeight),
          fromWhole.deviation,
          1e-11,
        )
      }),
      { seed: 3 },
    )
  })
})
