import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibration } from '#stats/calibrationResiduals.ts'
import { betaInterval, logitInterval, tInterval } from '#stats/intervals.ts'
import { kishDesignEffect } from '#stats/kish.ts'
import { degreesOfFreedom, designVariance, unitTotals } from '#stats/linearisedVariance.ts'
import { deviationInfluence, meanInfluence } from '#stats/mean.ts'
import { rake } from '#stats/rake.ts'
import { type SampleDesign, sampleDesign, unitsWithRows } from '#stats/sampleDesign.ts'
import { near, within } from './near.ts'
import { readSchools, type Schools, schoolMargin, schoolsMissing } from './schools.ts'

/** Mean of a column in a domain with its standard error and degrees of freedom. */
function mean(design: SampleDesign, values: Float64Array, weights: Float64Array, inDomain: Uint8Array | null = null) {
  const estimate = meanInfluence(values, weights, inDomain)
  const se = Math.sqrt(designVariance(design, unitTotals(design, estimate.influence, weights)))
  const df = degreesOfFreedom(design, inDomain && unitsWithRows(design, inDomain))
  return { ...estimate, se, df }
}

function simpleDesign(schools: Schools): SampleDesign {
  return sampleDesign({ unit: schools.text('cds'), fraction: schools.numbers('fpc') })
}

function stratifiedDesign(schools: Schools): SampleDesign {
  return sampleDesign({ unit: schools.text('cds'), stratum: schools.text('stype'), fraction: schools.numbers('fpc') })
}

function raked() {
  const schools = readSchools('apisrs')
  const designWeights = schools.numbers('pw')
  const margins = [
    schoolMargin(schools, 'stype', { E: 4421, H: 755, M: 1018 }),
    schoolMargin(schools, 'sch.wide', { No: 1072, Yes: 5122 }),
  ]
  const result = rake({ weights: designWeights, margins })
  const design = { ...simpleDesign(schools), calibration: calibration(designWeights, margins) }
  return { schools, design, result, weights: result.weights }
}

describe('raked weights (METHODS 3, apisrs)', { skip: schoolsMissing }, () => {
  it('meet their margins within the range and design effect of R survey', () => {
    const { result, weights } = raked()
    assert.ok(result.converged && result.maxRelativeError < 1e-8)
    near(Math.min(...weights), 28.9107683, 1e-8)
    near(Math.max(...weights), 31.5292441, 1e-8)
    near(kishDesignEffect(weights), 1.00094659752, 1e-11)
  })

  it('give the mean of api00, its standard error by calibration residuals and its interval', () => {
    const { schools, design, weights } = raked()
    const { mean: value, se, df } = mean(design, schools.numbers('api00'), weights)
    near(value, 657.7915463, 1e-9)
    near(se, 8.82568, 1e-6)
    assert.equal(df, 199)
    const { lower, upper } = tInterval(value, se, df)
    near(lower, 640.38769177, 1e-9)
    near(upper, 675.195400894, 1e-9)
  })

  it('give the total of enroll', () => {
    const { schools, design, weights } = raked()
    const influence = schools.numbers('enroll').map((value, i) => value * (weights[i] ?? 0))
    near(
      influence.reduce((sum, value) => sum + value, 0),
      3601227.323,
      1e-9,
    )
    near(Math.sqrt(designVariance(design, unitTotals(design, influence, weights))), 121701.6923, 1e-9)
  })

  it('give the means by type of school', () => {
    const { schools, design, weights } = raked()
    for (const [type, value, se] of [
      ['E', 666.928023713, 11.0375141799],
      ['H', 605.884071928, 21.5229776481],
      ['M', 656.610580392, 20.9216177762],
    ] as const) {
      const estimate = mean(design, schools.numbers('api00'), weights, schools.marks('stype', type))
      near(estimate.mean, value, 1e-9)
      near(estimate.se, se, 1e-8)
    }
  })
})

describe('estimates and intervals (METHODS 4)', { skip: schoolsMissing }, () => {
  it('stratified mean with its interval (apistrat)', () => {
    const schools = readSchools('apistrat')
    const { mean: value, se, df } = mean(stratifiedDesign(schools), schools.numbers('api00'), schools.numbers('pw'))
    near(value, 662.287363159, 1e-11)
    near(se, 9.408940803, 1e-9)
    assert.equal(df, 197)
    const { lower, upper } = tInterval(value, se, df)
    near(lower, 643.732188272, 1e-11)
    near(upper, 680.842538047, 1e-11)
  })

  it('means by stratum (apistrat)', () => {
    const schools = readSchools('apistrat')
    for (const [type, value, se, units] of [
      ['E', 674.43, 12.38247979, 100],
      ['H', 625.82, 14.93712919, 50],
      ['M', 636.6, 16.21470731, 50],
    ] as const) {
      const estimate = mean(
        stratifiedDesign(schools),
        schools.numbers('api00'),
        schools.numbers('pw'),
        schools.marks('stype', type),
      )
      near(estimate.mean, value, 1e-9)
      near(estimate.se, se, 1e-9)
      assert.equal(estimate.df, units - 1)
    }
  })

  it('a proportion with logit and Korn-Graubard intervals (apistrat)', () => {
    const schools = readSchools('apistrat')
    const p = mean(stratifiedDesign(schools), schools.indicator('sch.wide', 'Yes'), schools.numbers('pw'))
    within(p.mean, 0.827948006, 1e-8)
    const logit = logitInterval(p.mean, p.se, p.df)
    near(logit.lower, 0.774539654, 1e-8)
    near(logit.upper, 0.870814855, 1e-8)
    const beta = betaInterval(p.mean, (p.mean * (1 - p.mean)) / p.se ** 2, p.df, p.count)
    near(beta.lower, 0.774171329, 1e-8)
    near(beta.upper, 0.873431593, 1e-8)
  })

  it("a proportion in a domain, with the domain's n and degrees of freedom (apisrs, H)", () => {
    const schools = readSchools('apisrs')
    const p = mean(
      simpleDesign(schools),
      schools.indicator('sch.wide', 'Yes'),
      schools.numbers('pw'),
      schools.marks('stype', 'H'),
    )
    near(p.mean, 0.48, 1e-12)
    assert.deepEqual([p.df, p.count], [24, 25])
    const logit = logitInterval(p.mean, p.se, p.df)
    near(logit.lower, 0.29010906, 3e-8)
    near(logit.upper, 0.67585094, 3e-8)
    const beta = betaInterval(p.mean, (p.mean * (1 - p.mean)) / p.se ** 2, p.df, p.count)
    near(beta.lower, 0.28067278, 3e-8)
    within(beta.upper, 0.6841, 5e-5)
  })
})

describe('deviation of a domain from the whole (METHODS 5)', { skip: schoolsMissing }, () => {
  const deviation = (schools: Schools, design: SampleDesign) => {
    const atLeast650 = schools.numbers('api00').map((value) => (value >= 650 ? 1 : 0))
    const d = deviationInfluence(atLeast650, schools.numbers('pw'), schools.marks('stype', 'H'))
    return { ...d, se: Math.sqrt(designVariance(design, unitTotals(design, d.influence))) }
  }

  it('overlapping samples: R_d, R, D and its standard error (apistrat)', () => {
    const schools = readSchools('apistrat')
    const d = deviation(schools, stratifiedDesign(schools))
    near(d.territory.mean, 0.42, 1e-12)
    near(d.against.mean, 0.5473490464, 1e-9)
    near(d.deviation, -0.1273490464, 1e-9)
    near(d.se, 0.070254623, 1e-9)
  })

  it('the same from a simple sample (apisrs)', () => {
    const schools = readSchools('apisrs')
    const d = deviation(schools, simpleDesign(schools))
    near(d.deviation, -0.12, 1e-12)
    within(d.se, 0.09064, 5e-6)
  })
})
