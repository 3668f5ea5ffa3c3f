import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  joinedCategory,
  standardSettings,
  storedAnswers,
  tryWeights,
  weigh,
  type PopulationMargin,
  type Respondent,
  type WeightingSettings,
} from '#domain/survey'
import { DomainError } from '#kernel/result.ts'

const respondent = (number: number, sex: string, stratum = 'a', more: Partial<Respondent> = {}): Respondent => ({
  number,
  zone: '62765',
  stratum,
  designWeight: 10,
  sex,
  age: '18-29',
  family: 'alone',
  activity: 'employed',
  digital: null,
  ...more,
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

const settings = (more: Partial<WeightingSettings>): WeightingSettings => ({ ...standardSettings, ...more })

describe('weighing a survey', () => {
  const people = [respondent(1, 'female'), respondent(2, 'female'), respondent(3, 'male', 'b')]
  const sexes = [margin('sex', 'female', 60), margin('sex', 'male', 40)]

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
    assert.deepEqual(
      report.corrections?.quantiles.map(({ g }) => g),
      [3, 3, 3, 3, 3.5, 3.9, 4],
    )
    assert.deepEqual(
      report.margins.map(({ respondents }) => respondents),
      [2, 1, 2, 1],
    )
    const spread = report.corrections?.bins.reduce((sum, bin) => sum + bin.respondents, 0)
    assert.equal(spread, 3)
  })

  it('names what stands in the way', () => {
    assert.equal(
      code(() => weigh(people, [...sexes, margin('sex', 'other', 5)])),
      'margin.infeasible',
    )
    assert.equal(
      code(() => weigh(people, [margin('sex', 'female', 60)])),
      'margin.categoryMissing',
    )
    assert.equal(
      code(() => weigh(people, [...sexes, margin('stratum', 'a', 50), margin('stratum', 'b', 40)])),
      'margin.totalsDiffer',
    )
    assert.equal(
      code(() => weigh(people, [...sexes, margin('stratum', 'a', 50), margin('stratum', 'b', 50)])),
      'weights.notConverged',
    )
    assert.equal(
      code(() => weigh(people, [])),
      'margin.none',
    )
  })

  it('counts those who did not tell, or have no place, and refuses', () => {
    const { obstacles } = tryWeights(people, [margin('digital', 'atEase', 100)], standardSettings)
    assert.deepEqual(
      obstacles.map(({ code: each, params }) => [each, params]),
      [['margin.notTold', { variable: 'digital', respondents: 3 }]],
    )
    const unplaced = tryWeights(people, [margin('sex', 'male', 60)], standardSettings).obstacles
    assert.deepEqual(unplaced[0]?.params, { variable: 'sex', category: 'female', respondents: 2, respondent: 1 })
  })

  it('allows a total of zero: its respondents weigh nothing, and the report says so', () => {
    const { weights, report } = weigh(people, [margin('sex', 'female', 100), margin('sex', 'male', 0)])
    assert.deepEqual([...weights], [50, 50, 0])
    assert.ok(report.warnings?.some((warning) => warning.code === 'zeroWeights' && warning.respondents === 1))
  })

  it('uses the variables that are chosen and joins the categories that are joined, in the population too', () => {
    const more = [...people, respondent(4, 'male', 'c')]
    const margins = [...sexes, margin('stratum', 'a', 70), margin('stratum', 'b', 20), margin('stratum', 'c', 10)]
    const onlySex = weigh(more, margins, settings({ variables: ['sex'] }))
    assert.deepEqual([...onlySex.weights], [30, 30, 20, 20])
    assert.equal(
      code(() => weigh(more, margins)),
      'weights.notConverged',
    )
    const joined = settings({ variables: ['stratum'], joined: { stratum: { c: 'b', b: 'a' } } })
    const { weights, report } = weigh(more, margins, joined)
    assert.deepEqual([...weights], [25, 25, 25, 25])
    assert.deepEqual(
      report.margins.map(({ category, target, respondents }) => [category, target, respondents]),
      [['a', 100, 4]],
    )
    assert.equal(joinedCategory({ sex: { a: 'b', b: 'a' } }, 'sex', 'a'), 'a')
  })

  it('keeps corrections within the bounds of the logit, or says which margin needs more', () => {
    const six = ['female', 'female', 'female', 'female', 'male', 'male'].map((sex, i) => respondent(i + 1, sex))
    const margins = [margin('sex', 'female', 30), margin('sex', 'male', 30)]
    const wide = weigh(six, margins, settings({ method: 'logit', bounds: { lower: 0.5, upper: 2 } }))
    assert.ok(wide.report.gMin >= 0.5 && wide.report.gMax <= 2)
    assert.ok(wide.report.converged)
    const refusal = (lower: number, upper: number) =>
      tryWeights(six, margins, settings({ method: 'logit', bounds: { lower, upper } })).obstacles[0]
    const tight = refusal(0.6, 1.3)
    assert.equal(tight?.code, 'weights.boundsTooTight')
    assert.equal(tight?.params['category'], 'male')
    assert.equal(tight?.params['needed'], 1.5)
    assert.equal(refusal(1.1, 2)?.code, 'weights.boundsInvalid')
    const hundred = margins.map((each) => ({ ...each, total: each.total * 100 }))
    const away = tryWeights(six, hundred, settings({ method: 'logit', bounds: { lower: 0.5, upper: 2 } })).obstacles[0]
    assert.equal(away?.code, 'weights.boundsAway')
    assert.equal(away?.params['average'], 100)
  })

  it('warns of negative weights, of an effective n under half, and of what was scaled', () => {
    const many = Array.from({ length: 40 }, (_, i) => respondent(i + 1, i < 39 ? 'female' : 'male', i % 2 === 0 ? 'a' : 'b'))
    const margins = [
      { ...margin('sex', 'female', 20), scaledFrom: 1000 },
      { ...margin('sex', 'male', 380), scaledFrom: 1000 },
    ]
    const { report } = weigh(many, margins)
    const codes = new Set(report.warnings?.map((warning) => warning.code))
    assert.deepEqual([...codes].toSorted(), ['effectiveBelowHalf', 'gBeyond', 'rareCategory', 'totalsScaled'])
    assert.deepEqual(
      report.warnings?.find((warning) => warning.code === 'totalsScaled'),
      { code: 'totalsScaled', variable: 'sex', from: 1000, to: 400 },
    )
    const crossed = [
      ...Array.from({ length: 5 }, (_, i) => respondent(i + 1, 'female', 'a')),
      respondent(6, 'female', 'b'),
      respondent(7, 'male', 'a'),
    ]
    const skewed = [
      margin('sex', 'female', 30),
      margin('sex', 'male', 70),
      margin('stratum', 'a', 20),
      margin('stratum', 'b', 80),
    ]
    const linear = tryWeights(crossed, skewed, settings({ method: 'linear' }))
    assert.deepEqual(linear.obstacles, [])
    assert.ok((linear.report.negativeWeights ?? 0) > 0)
    assert.equal(linear.report.warnings?.[0]?.code, 'negativeWeights')
  })

  it('has a variance that follows the categories joined: a margin met by design has no error left', () => {
    const strata = ['a', 'b', 'c', 'c']
    const four = strata.map((stratum, i) =>
      respondent(i + 1, i % 2 === 0 ? 'female' : 'male', stratum, { stratum: 's', activity: stratum }),
    )
    const margins = [margin('activity', 'a', 10), margin('activity', 'b', 10), margin('activity', 'c', 20)]
    const joined = { activity: { b: 'a' } }
    const { weights, report } = weigh(four, margins, settings({ joined }))
    const stored = { respondents: four, needs: [], ratings: [], importance: [], weights, masked: () => false }
    const columns = (under: typeof joined | undefined) =>
      storedAnswers({ ...stored, margins: report.margins, ...(under && { joined: under }) }).variance
    assert.ok(columns(joined))
    // Without the join the category `b` has no place among those of the report.
    assert.throws(() => columns(undefined), RangeError)
  })

  it('reproduces every margin, whatever the method, sample and totals that can be met', () => {
    const sexOf = (i: number): string => (i % 2 === 0 ? 'female' : 'male')
    const sample = fc.record({
      strata: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 12, maxLength: 60 }),
      designs: fc.array(fc.double({ min: 0.5, max: 4, noNaN: true }), { minLength: 60, maxLength: 60 }),
      factors: fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: 60, maxLength: 60 }),
      method: fc.constantFrom('raking' as const, 'linear' as const, 'logit' as const),
    })
    fc.assert(
      fc.property(sample, ({ strata, designs, factors, method }) => {
        const all = strata.map((stratum, i) => respondent(i + 1, sexOf(i), stratum, { designWeight: designs[i] ?? 1 }))
        // Totals of weights that exist: those of the design times some factor each.
        const total = (variable: 'sex' | 'stratum', category: string): number =>
          all.reduce((sum, each, i) => sum + (each[variable] === category ? each.designWeight * (factors[i] ?? 1) : 0), 0)
        const margins = [
          ...['female', 'male'].map((sex) => margin('sex', sex, total('sex', sex))),
          ...[...new Set(strata)].map((stratum) => margin('stratum', stratum, total('stratum', stratum))),
        ]
        const bounds = method === 'logit' ? { lower: 0.2, upper: 5 } : null
        const { weights } = weigh(all, margins, settings({ method, bounds }))
        for (const { variable, category, total: wanted } of margins) {
          const reached = all.reduce((sum, each, i) => sum + (each[variable as 'sex'] === category ? (weights[i] ?? 0) : 0), 0)
          assert.ok(
            Math.abs(reached - wanted) <= 1e-7 * Math.max(wanted, 1),
            `${method} ${variable}=${category}: ${reached} ${wanted}`,
          )
        }
      }),
      { seed: 4, numRuns: 150 },
    )
  })
})
