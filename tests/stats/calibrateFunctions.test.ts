import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibrationFunction } from '#stats/calibrateFunctions.ts'
import { near, within } from './near.ts'

describe('the functions of calibration', () => {
  const functions = [
    calibrationFunction('linear'),
    calibrationFunction('raking'),
    calibrationFunction('logit', { lower: 0.3, upper: 4 }),
    calibrationFunction('logit', { lower: -0.5, upper: 1.2 }),
  ]

  it('are 1 with slope 1 at 0, and have the slope and integral they say', () => {
    for (const f of functions) {
      near(f.F(0), 1, 1e-14)
      near(f.slope(0), 1, 1e-14)
      within(f.integral(0), 0, 1e-14)
      for (const u of [-2, -0.3, 0.4, 1.5]) {
        const h = 1e-5
        near((f.F(u + h) - f.F(u - h)) / (2 * h), f.slope(u), 1e-7)
        within((f.integral(u + h) - f.integral(u - h)) / (2 * h), f.F(u), 1e-8)
      }
    }
  })

  it('stay numbers far out, within their bounds', () => {
    const logit = calibrationFunction('logit', { lower: 0.3, upper: 4 })
    for (const u of [-1e4, 1e4]) {
      assert.ok([logit.F(u), logit.slope(u), logit.integral(u)].every(Number.isFinite))
      near(logit.F(u), u < 0 ? 0.3 : 4, 1e-12)
    }
  })
})
