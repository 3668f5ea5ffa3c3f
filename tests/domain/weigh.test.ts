import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { weigh, type PopulationMargin, type Respondent } from '#domain/survey'
import { DomainError } from '#kernel/result.ts'

const respondent = (number: number, sex: string, stratum = 'a'): Respondent => ({
  number,
  zone: '62765',
  stratum,
  designWeight: 10,
  sex,
  age: '18-29',
  family: 'alone',
  activity: 'employed',
  digital: null,
})

const margin = (variable: string, category: string, total: number): PopulationMargin => ({
  variable,
  category,
  total,
  source: 'test',
})

const code = (work: () => unknown): string => {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
}

describe('weighing a survey', () => {
  const people = [respondent(1, 'female'), respondent(2, 'female'), respondent(3, 'male', 'b')]

  it('meets every margin and reports how', () => {
    const { weights, report } = weigh(people, [
      margin('sexAge', 'female:18-29', 60),
      margin('sexAge', 'male:18-29', 40),
      margin('stratum', 'a', 60),
      margin('stratum', 'b', 40),
    ])
    assert.deepEqual([...weights], [30, 30, 40])
    assert.ok(report.converged)
    assert.equal(report.gMin, 3)
    assert.equal(report.gMax, 4)
    assert.ok(Math.abs(report.effectiveN - 10000 / 3400) < 1e-12)
    assert.ok(Math.abs(report.designEffect * report.effectiveN - 3) < 1e-12)
  })

  it('names what stands in the way', () => {
    assert.equal(
      code(() => weigh(people, [margin('sex', 'female', 60), margin('sex', 'male', 40), margin('sex', 'other', 5)])),
      'margin.infeasible',
    )
    assert.equal(
      code(() => weigh(people, [margin('sex', 'female', 60)])),
      'margin.categoryMissing',
    )
    assert.equal(
      code(() =>
        weigh(people, [
          margin('sex', 'female', 60),
          margin('sex', 'male', 40),
          margin('stratum', 'a', 50),
          margin('stratum', 'b', 40),
        ]),
      ),
      'margin.totalsDiffer',
    )
    assert.equal(
      code(() =>
        weigh(people, [
          margin('sex', 'female', 60),
          margin('sex', 'male', 40),
          margin('stratum', 'a', 50),
          margin('stratum', 'b', 50),
        ]),
      ),
      'weights.notConverged',
    )
    assert.equal(
      code(() => weigh(people, [margin('digital', 'atEase', 100)])),
      'margin.categoryMissing',
    )
  })
})
