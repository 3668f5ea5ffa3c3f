import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { apportionCount, apportionMean, type TouchedZone } from '#stats/apportion.ts'
import { near } from './near.ts'

const zone = fc.record({
  value: fc.double({ min: 0, max: 1e5, noNaN: true }),
  share: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
  weight: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
})
const zones = fc.array(zone, { minLength: 1, maxLength: 12 })
const seeded = { seed: 20261123 } as const

/** The means that spreads of the crossed zones' weights give, from a grid of spreads. */
function everyMean(some: readonly TouchedZone[]): number[] {
  const spreads = some.map(({ share }) => (share === 1 ? [1] : [0, 0.5, 1]))
  const combined = spreads.reduce<number[][]>((all, parts) => all.flatMap((held) => parts.map((part) => [...held, part])), [[]])
  return combined.flatMap((parts) => {
    const total = some.reduce((sum, { weight }, i) => sum + weight * (parts[i] ?? 0), 0)
    return total === 0 ? [] : [some.reduce((sum, { weight, value }, i) => sum + weight * value * (parts[i] ?? 0), 0) / total]
  })
}

describe('the figure of an area that cuts zones', () => {
  it('is the sum of whole zones, exactly and for sure', () => {
    const whole = [120, 80, 7].map((value) => ({ value, share: 1, weight: 1 }))
    assert.deepEqual(apportionCount(whole), { value: 207, lower: 207, upper: 207 })
  })

  it('counts a cut zone by the part inside, between none of it and all', () => {
    const figure = apportionCount([
      { value: 10, share: 1, weight: 0 },
      { value: 8, share: 0.25, weight: 0 },
    ])
    assert.deepEqual(figure, { value: 12, lower: 10, upper: 18 })
  })

  it('lies between its bounds, and two parts of an area add up', () => {
    fc.assert(
      fc.property(zones, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (some, part) => {
        const whole = apportionCount(some)
        assert.ok(whole.lower <= whole.value + 1e-6 && whole.value <= whole.upper + 1e-6)
        const split = (factor: number) => apportionCount(some.map((each) => ({ ...each, share: each.share * factor })))
        near(split(part).value + split(1 - part).value, whole.value, 1e-9 * Math.max(1, whole.value))
      }),
      seeded,
    )
  })

  it('is a weighted mean of rates', () => {
    const figure = apportionMean([
      { value: 10, share: 1, weight: 300 },
      { value: 20, share: 0.5, weight: 200 },
    ])
    assert.deepEqual(figure, { value: 12.5, lower: 10, upper: 14 })
    assert.equal(apportionMean([{ value: 3, share: 0.5, weight: 0 }]), null)
    assert.equal(apportionMean([]), null)
  })

  it('has for bounds the least and the greatest mean that any spread of people gives', () => {
    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 6 }), (some) => {
        const figure = apportionMean(some)
        assert.ok(figure)
        const means = everyMean(some)
        near(figure.lower, Math.min(...means), 1e-6)
        near(figure.upper, Math.max(...means), 1e-6)
        assert.ok(figure.lower <= figure.value && figure.value <= figure.upper)
      }),
      seeded,
    )
  })

  it('of rates over whole zones has no doubt', () => {
    const figure = apportionMean([
      { value: 0.2, share: 1, weight: 100 },
      { value: 0.4, share: 1, weight: 300 },
    ])
    assert.ok(figure)
    near(figure.value, 0.35, 1e-12)
    near(figure.lower, 0.35, 1e-12)
    near(figure.upper, 0.35, 1e-12)
  })
})
