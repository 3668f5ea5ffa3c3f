import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bivariateNormalCdf } from '#stats/bivariateNormal.ts'
import { normalCdf } from '#stats/normal.ts'
import { type QuadrantInput, quadrantProbabilities } from '#stats/quadrant.ts'
import { within } from './near.ts'

// mvtnorm's pmvnorm (TVPACK, abseps 1e-16): x, y, rho, probability.
const PMVNORM = [
  [-3, -2, 0.3, 0.00019503961801009163],
  [-3, -0.3, 0.69, 0.0013444987486971533],
  [-3, -0.3, 0.999999, 0.0013498980316300946],
  [-3, 0.5, -0.95, 4.3473830417724185e-18],
  [-3, 0.5, 0, 0.0009334038154198906],
  [-3, 1.7, -1, -0],
  [-3, 1.7, 0.9, 0.0013498980316300946],
  [-3, 1.7, 0.999999, 0.0013498980316300946],
  [-3, 1.7, 1, 0.0013498980316300946],
  [-1.2, -2, 0.69, 0.016296867208294704],
  [-1.2, -2, 0.71, 0.01687682271818127],
  [-1.2, -2, 0.9, 0.022044346155098024],
  [-1.2, -0.3, 0.999999, 0.11506967022170828],
  [-1.2, 0.5, 1, 0.11506967022170828],
  [0, -2, 0.99, 0.022750131948179212],
  [0, -0.3, -0.9999, -4.20480194332823e-101],
  [0, -0.3, 0.71, 0.3096888949567017],
  [0, 0.5, -1, 0.191462461274013],
  [0, 0.5, 0.69, 0.44942152796458423],
  [0, 1.7, 0.9, 0.4999978826556639],
  [0.5, -2, -1, -0],
  [0.5, -0.3, 1, 0.3820885778110473],
  [0.5, 0.5, -0.95, 0.38295208420439825],
  [0.5, 1.7, -0.9999, 0.64689699851547],
  [0.52, -2, 0.71, 0.02272089200040056],
  [0.52, -0.3, -1, 0.08055679026408114],
  [0.52, -0.3, -0.9999, 0.08055679026408114],
  [0.52, 0.5, 0.3, 0.5216017150119242],
  [0.52, 0.5, 0.9, 0.6320162686514408],
  [0.52, 1.7, -1, 0.6539027496944908],
  [0.52, 1.7, 0, 0.667340653342932],
  [0.52, 1.7, 0.3, 0.678268595138783],
  [2, -2, -0.95, 0.00672564824391268],
  [2, -2, -0.6, 0.01725015597104302],
  [2, -2, 0.9, 0.022750131948179212],
  [2, -0.3, -0.6, 0.3612956864263007],
  [2, -0.3, 0.71, 0.38201206510791985],
  [2, 1.7, -1, 0.9326844052932778],
  [2, 1.7, 0.3, 0.9361314172754915],
  [2, 1.7, 0.69, 0.9432491189600272],
] as const

const point = fc.double({ min: -8, max: 8, noNaN: true })
const correlation = fc.double({ min: -1, max: 1, noNaN: true })

describe('bivariate normal', () => {
  it('reproduces mvtnorm to 1e-14', () => {
    for (const [x, y, rho, expected] of PMVNORM) within(bivariateNormalCdf(x, y, rho), expected, 1e-14, `(${x}, ${y}, ${rho})`)
  })

  it('is 1/4 + asin(rho) / 2π at the origin, for every correlation', () => {
    fc.assert(
      fc.property(correlation, (rho) => within(bivariateNormalCdf(0, 0, rho), 0.25 + Math.asin(rho) / (2 * Math.PI), 1e-15)),
      { seed: 1 },
    )
  })

  it('splits each margin, is symmetric, lies within the Fréchet bounds and grows with rho', () => {
    fc.assert(
      fc.property(point, point, correlation, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, rho, share) => {
        const p = bivariateNormalCdf(x, y, rho)
        within(p + bivariateNormalCdf(x, -y, -rho), normalCdf(x), 1e-14)
        within(p, bivariateNormalCdf(y, x, rho), 1e-14)
        assert.ok(p >= Math.max(0, normalCdf(x) + normalCdf(y) - 1) - 1e-14)
        assert.ok(p <= Math.min(normalCdf(x), normalCdf(y)) + 1e-14)
        assert.ok(bivariateNormalCdf(x, y, Math.min(1, rho + share * (1 - rho))) >= p - 1e-14)
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('is continuous where its two ways of computing meet, and at rho = 1 and -1', () => {
    for (const [x, y] of [
      [0.3, 0.31],
      [-1, 2],
      [1.5, 1.5],
      [-0.7, 0.7],
    ] as const) {
      for (const sign of [1, -1]) {
        within(bivariateNormalCdf(x, y, sign * (0.7 - 1e-12)), bivariateNormalCdf(x, y, sign * (0.7 + 1e-12)), 1e-12)
        within(bivariateNormalCdf(x, y, sign * (1 - 1e-15)), bivariateNormalCdf(x, y, sign), 1e-7)
      }
    }
  })

  it('handles infinities and NaN and refuses what is no correlation', () => {
    assert.equal(bivariateNormalCdf(Infinity, 0.4, 0.5), normalCdf(0.4))
    assert.equal(bivariateNormalCdf(0.4, Infinity, 0.5), normalCdf(0.4))
    assert.equal(bivariateNormalCdf(-Infinity, Infinity, 0.5), 0)
    assert.equal(bivariateNormalCdf(Infinity, -Infinity, 0.5), 0)
    assert.ok(Number.isNaN(bivariateNormalCdf(Number.NaN, 0, 0.5)))
    assert.ok(Number.isNaN(bivariateNormalCdf(0, Number.NaN, 0.5)))
    assert.ok(Number.isNaN(bivariateNormalCdf(Number.NaN, -Infinity, 0.5)))
    assert.ok(Number.isNaN(bivariateNormalCdf(-Infinity, Number.NaN, 0.5)))
    assert.equal(bivariateNormalCdf(-Infinity, -0.3, 0.5), 0)
    assert.equal(bivariateNormalCdf(-0.3, -Infinity, 0.5), 0)
    for (const rho of [-1.001, 1.001, Number.NaN]) assert.throws(() => bivariateNormalCdf(0, 0, rho), /between -1 and 1, got/)
  })
})

const EXAMPLE: QuadrantInput = { x: 6.2, seX: 0.25, y: -0.4, seY: 0.3, covariance: 0, thresholdX: 6.5, thresholdY: 0 }

describe('quadrant probabilities', () => {
  it('reproduces the vector of METHODS 6: .884930 * .908789 = .804215', () => {
    const q = quadrantProbabilities(EXAMPLE)
    within(1 - q.highX, 0.88493, 5e-7)
    within(1 - q.highY, 0.908789, 5e-7)
    within(q.lowLow, 0.804215, 5e-7)
    within(q.lowHigh, 0.080716, 5e-7)
    within(q.highLow, 0.104574, 5e-7)
    within(q.highHigh, 0.010496, 5e-7)
  })

  it('sums to 1 with the right margins, whatever the estimates', () => {
    const se = fc.double({ min: 0.01, max: 4, noNaN: true })
    fc.assert(
      fc.property(point, se, point, se, correlation, (x, seX, y, seY, rho) => {
        const q = quadrantProbabilities({ x, seX, y, seY, covariance: rho * seX * seY, thresholdX: 0.5, thresholdY: -0.2 })
        within(q.highHigh + q.highLow + q.lowHigh + q.lowLow, 1, 1e-13)
        within(q.highHigh + q.highLow, q.highX, 1e-13)
        within(q.highHigh + q.lowHigh, q.highY, 1e-13)
        assert.ok(Math.min(q.highHigh, q.highLow, q.lowHigh, q.lowLow) >= 0)
      }),
      { seed: 3 },
    )
  })

  it('takes the covariance as mvtnorm does, up to perfect correlation', () => {
    within(quadrantProbabilities({ ...EXAMPLE, covariance: 0.05 }).lowLow, 0.838943028927, 1e-11)
    const perfect = quadrantProbabilities({ ...EXAMPLE, covariance: 0.075 })
    within(perfect.lowLow, 1 - Math.max(perfect.highX, perfect.highY), 1e-15)
    within(perfect.highLow, perfect.highX - perfect.highY, 1e-15)
    within(perfect.lowHigh, 0, 1e-15)
    for (const covariance of [0.075 * (1 + 1e-10), -0.075 * (1 + 1e-10)]) {
      within(
        quadrantProbabilities({ ...EXAMPLE, covariance }).lowLow,
        covariance > 0 ? perfect.lowLow : 1 - perfect.highX - perfect.highY,
        1e-15,
      )
    }
    const opposed = quadrantProbabilities({ ...EXAMPLE, covariance: -0.075 })
    within(opposed.highHigh, 0, 1e-15)
  })

  it('names the value it refuses', () => {
    const refuse = (change: Partial<QuadrantInput>, message: RegExp) =>
      assert.throws(
        () => quadrantProbabilities({ ...EXAMPLE, ...change }),
        (error) => error instanceof RangeError && message.test(error.message),
      )
    refuse({ seX: 0 }, /seX .* got 0/)
    refuse({ seX: Infinity }, /seX .* got Infinity/)
    refuse({ seY: -1 }, /seY .* got -1/)
    refuse({ seY: Number.NaN }, /seY .* got NaN/)
    refuse({ x: Number.NaN }, /^x .* got NaN/)
    refuse({ thresholdY: Infinity }, /thresholdY .* got Infinity/)
    refuse({ covariance: 0.0751 }, /covariance 0.0751 exceeds/)
    refuse({ covariance: -0.0751 }, /covariance -0.0751 exceeds/)
  })
})
