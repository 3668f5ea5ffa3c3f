import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { expectedWrong, firstThings, judge, ruleOf, scoreByDeviation, type CellEstimate, type MatrixCell } from '#domain/matrix'
import { DomainError } from '#kernel/result.ts'

const estimate = (more: Partial<CellEstimate>): CellEstimate => ({
  service: 'townHall',
  item: 'delays',
  status: 'ok',
  n: 100,
  effectiveN: 80,
  score: 6.2,
  se: 0.25,
  lower: 5.7,
  upper: 6.7,
  againstScore: 6.6,
  deviation: -0.4,
  deviationSe: 0.3,
  deviationLower: -1,
  deviationUpper: 0.2,
  covariance: 0,
  givingUp: null,
  importance: null,
  importanceSe: null,
  importanceCovariance: null,
  ...more,
})

const cell = (more: Partial<MatrixCell>): MatrixCell => ({
  ...estimate({}),
  level: null,
  sureness: null,
  probability: null,
  side: null,
  belowP: null,
  belowAdjusted: null,
  ...more,
})

describe('the rule score by deviation', () => {
  it('reproduces the vector of the method: .884930 x .908789', () => {
    const verdict = judge(estimate({}), scoreByDeviation)
    assert.equal(verdict.level, 'rethink')
    assert.equal(verdict.sureness, 'likely')
    assert.ok(Math.abs((verdict.probability ?? 0) - 0.804215) < 1e-6)
    assert.equal(verdict.side, 'below')
  })

  it('names the four quadrants', () => {
    const level = (score: number, deviation: number) =>
      judge(estimate({ score, deviation, se: 0.05, deviationSe: 0.05 }), scoreByDeviation).level
    assert.deepEqual([level(5, -1), level(5, 1), level(8, -1), level(8, 1)], ['rethink', 'watch', 'fineTune', 'maintain'])
  })

  it('says the one side that is established where the level is not', () => {
    const low = judge(estimate({ score: 5, se: 0.1, deviation: 0, deviationSe: 0.3 }), scoreByDeviation)
    assert.equal(low.sureness, 'uncertain')
    assert.equal(low.side, 'scoreLow')
    const none = judge(estimate({ score: 6.5, se: 0.3, deviation: 0, deviationSe: 0.3 }), scoreByDeviation)
    assert.equal(none.side, null)
  })

  it('gives no verdict to refused cells, and judges a score of nought', () => {
    for (const status of ['thin', 'suppressed', 'oneUnit', 'noData', 'notApplicable'] as const)
      assert.equal(judge(estimate({ status }), scoreByDeviation).level, null)
    assert.equal(judge(estimate({ deviation: null, deviationSe: null }), scoreByDeviation).level, null)
    assert.equal(judge(estimate({ score: 0 }), scoreByDeviation).level, 'rethink')
  })

  it('shows a probability of at least a quarter, established from .9 on', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(
        number(0, 10),
        number(0.01, 2),
        number(-3, 3),
        number(0.01, 2),
        number(-0.99, 0.99),
        (score, se, deviation, deviationSe, rho) => {
          const verdict = judge(
            estimate({ score, se, deviation, deviationSe, covariance: rho * se * deviationSe }),
            scoreByDeviation,
          )
          const p = verdict.probability ?? 0
          assert.ok(p >= 0.25 - 1e-12 && p <= 1 + 1e-12)
          assert.equal(verdict.sureness === 'established', p >= 0.9)
          if (verdict.side) assert.notEqual(verdict.sureness, 'established')
        },
      ),
      { seed: 62, numRuns: 500 },
    )
  })

  it('is found by its code only', () => {
    assert.equal(ruleOf('score-deviation/1'), scoreByDeviation)
    assert.throws(
      () => ruleOf('guess'),
      (error) => error instanceof DomainError && error.code === 'rule.unknown',
    )
  })
})

describe('what follows from verdicts', () => {
  it('counts the expected wrong verdicts among the established ones', () => {
    const cells = [
      cell({ sureness: 'established', probability: 0.95 }),
      cell({ sureness: 'established', probability: 0.9 }),
      cell({ sureness: 'likely', probability: 0.7 }),
    ]
    assert.ok(Math.abs(expectedWrong(cells) - 0.15) < 1e-12)
  })

  it('puts first what is to rethink, established and lowest, and its weakest part', () => {
    const cells = [
      cell({ item: 'cost', level: 'watch', sureness: 'established', score: 3 }),
      cell({ item: 'delays', level: 'rethink', sureness: 'likely', score: 4 }),
      cell({ item: 'opening', level: 'rethink', sureness: 'established', score: 6 }),
      cell({ item: 'opening.days', score: 7 }),
      cell({ item: 'opening.evenings', score: 5 }),
      cell({ item: 'opening.hours', score: 2, status: 'thin' }),
      cell({ service: 'library', item: 'delays', level: 'rethink', sureness: 'uncertain', score: 1 }),
      cell({ service: 'tax', item: 'delays', level: 'maintain', sureness: 'established', score: 8 }),
    ]
    assert.deepEqual(
      [...firstThings(cells)],
      [['townHall', { criterion: 'opening', part: 'opening.evenings', because: 'rethink' }]],
    )
  })
})
