import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { incompleteBeta } from '#stats/incompleteBeta.ts'
import { betaInterval, clopperPearson, type Interval, logitInterval, tInterval, wilsonInterval } from '#stats/intervals.ts'
import { near, within } from './near.ts'

function assertInterval(actual: Interval, lower: number, upper: number, relative = 1e-8): void {
  near(actual.lower, lower, relative)
  near(actual.upper, upper, relative)
}

const NONE = { lower: Number.NaN, upper: Number.NaN }

describe('intervals', () => {
  it('reproduce the vectors of METHODS 1 and 4', () => {
    assertInterval(clopperPearson(0, 89), 0, 0.0406008576, 2e-9)
    assertInterval(betaInterval(0, Number.NaN, 88, 89), 0, 0.0406008576, 2e-9)
    assertInterval(tInterval(662.287363159, 9.408940803, 197), 643.732188272, 680.842538047, 1e-11)
    // Byker: 11 of 5,996 against a base share of 13,872 in 119,048, index 0.9-2.8; then 62.0-75.0.
    const base = 13_872 / 119_048
    const low = wilsonInterval(11, 5996)
    within((100 * low.lower) / base, 0.9, 0.05)
    within((100 * low.upper) / base, 2.8, 0.05)
    const high = wilsonInterval(400, 5996)
    within((100 * high.lower) / (11_643 / 119_048), 62, 0.05)
    within((100 * high.upper) / (11_643 / 119_048), 75, 0.05)
  })

  it("reproduce R's prop.test without continuity correction and binom.test", () => {
    assertInterval(wilsonInterval(7, 20, 0.9), 0.2022600401, 0.5334873112, 1e-9)
    assertInterval(wilsonInterval(0, 10), 0, 0.27753279, 1e-6)
    assertInterval(wilsonInterval(10, 10), 0.72246721, 1, 1e-6)
    assertInterval(clopperPearson(7, 20, 0.9), 0.1773109176, 0.5580345113, 1e-9)
    assertInterval(clopperPearson(10, 10), 0.6915029, 1, 1e-6)
  })

  it('are not estimable without degrees of freedom, nor by logit at 0 and 1', () => {
    assert.deepEqual(tInterval(5, 1, 0), NONE)
    assert.deepEqual(tInterval(5, 1, Number.NaN), NONE)
    assert.deepEqual(logitInterval(0, 0, 10), NONE)
    assert.deepEqual(logitInterval(1, 0, 10), NONE)
    assert.deepEqual(logitInterval(0.5, 0.1, 0), NONE)
    assert.deepEqual(betaInterval(0.5, 20, 0, 20), NONE)
    assert.deepEqual(betaInterval(0.5, Infinity, 5, 20), NONE)
    assert.deepEqual(betaInterval(0.5, 0, 5, 20), NONE)
    assert.deepEqual(betaInterval(0.5, 20, 5, 1), NONE)
    assert.deepEqual(betaInterval(Number.NaN, 20, 5, 20), NONE)
    assert.deepEqual(betaInterval(0, 20, 5, 0), NONE)
  })

  it('end at 1 for a proportion of 1', () => {
    assertInterval(betaInterval(1, Number.NaN, 5, 89), 1 - 0.0406008576, 1, 1e-9)
  })

  it('are given for a single trial and for fractional degrees of freedom', () => {
    assertInterval(clopperPearson(0, 1), 0, 0.975, 1e-12)
    assertInterval(clopperPearson(0.5, 0.5), 0.025 ** 2, 1, 1e-12)
    assertInterval(betaInterval(0, Number.NaN, 1, 1), 0, 0.975, 1e-12)
    assertInterval(betaInterval(0.5, 2, 1, 2), 0.01257911709, 0.98742088291, 1e-9)
    // Cauchy: the quantile at .975 is tan(.475π).
    const cauchy = Math.tan(0.475 * Math.PI)
    assertInterval(tInterval(5, 2, 1), 5 - 2 * cauchy, 5 + 2 * cauchy, 1e-12)
    assertInterval(logitInterval(0.5, 0.25, 1), 1 / (1 + Math.exp(cauchy)), 1 / (1 + Math.exp(-cauchy)), 1e-12)
  })

  it('refuse levels and counts that are none', () => {
    for (const level of [0, 1, Number.NaN]) {
      for (const make of [
        () => tInterval(1, 1, 1, level),
        () => wilsonInterval(1, 2, level),
        () => logitInterval(0.5, 1, 1, level),
      ]) {
        assert.throws(make, /confidence level/)
      }
    }
    for (const [x, n] of [
      [-1, 5],
      [6, 5],
      [0, 0],
      [Number.NaN, 5],
    ] as const) {
      assert.throws(() => wilsonInterval(x, n), new RegExp(`got ${x} of ${n}`))
      assert.throws(() => clopperPearson(x, n), new RegExp(`got ${x} of ${n}`))
    }
  })

  it('obey their definitions at any level', () => {
    const level = fc.double({ min: 0.5, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        level,
        (n, share, confidence) => {
          const x = Math.max(0.5, share * n)
          const size = n + 1
          const alpha = 1 - confidence
          const exact = clopperPearson(x, size, confidence)
          within(incompleteBeta(exact.lower, x, size - x + 1), alpha / 2, 1e-10)
          within(1 - incompleteBeta(exact.upper, x + 1, size - x), alpha / 2, 1e-10)
          const logit = logitInterval(share, 0.05 * share * (1 - share), n, confidence)
          const scale = (p: number) => Math.log(p / (1 - p))
          within(scale(logit.upper) + scale(logit.lower), 2 * scale(share), 1e-9)
          assert.ok(logit.lower > 0 && logit.upper < 1)
          const mirrored = wilsonInterval(size - x, size, confidence)
          within(wilsonInterval(x, size, confidence).lower, 1 - mirrored.upper, 1e-12)
        },
      ),
      { seed: 1 },
    )
  })
})
