import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { calibrate } from '#stats/calibrate.ts'
import { calibration, tracedWeights } from '#stats/calibrationResiduals.ts'
import type { CalibrationMethod, CalibrationTarget } from '#stats/calibrationTarget.ts'
import { kishDesignEffect } from '#stats/kish.ts'
import { designVariance, unitTotals } from '#stats/linearisedVariance.ts'
import { meanInfluence } from '#stats/mean.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { sparseCovariance, varianceFrame } from '#stats/sparseVariance.ts'
import { near, within } from './near.ts'
import { readSchools, type Schools, schoolMargin, schoolsMissing } from './schools.ts'

interface Case {
  name: string
  design: 'plain' | 'clustered'
  method: CalibrationMethod
  bounds?: [number, number]
  targets: Record<string, number | Record<string, number>>
  /** Null where R says that the calibration failed. */
  figures: Record<string, number> | null
}

const file = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')
const golden: { cases: Case[] } = JSON.parse(file('calibrate.expected.json'))
const people: Record<string, string>[] = parse(file('calibrate.csv'), { columns: true })
const text = (column: string): string[] => people.map((person) => person[column] ?? '')
const numbers = (column: string): Float64Array => Float64Array.from(text(column), Number)
const designWeights = numbers('weight')

function targetsOf(wanted: Case['targets']): CalibrationTarget[] {
  return Object.entries(wanted).map(([variable, target]) => {
    if (typeof target === 'number') return { kind: 'numeric', variable, values: numbers(variable), target }
    const categories = Object.keys(target)
    const codes = Int32Array.from(text(variable), (cell) => categories.indexOf(cell))
    return { kind: 'categories', variable, categories, codes, targets: Float64Array.from(Object.values(target)) }
  })
}

function calibrated({ method, bounds, targets }: Case) {
  const limits = bounds && { bounds: { lower: bounds[0], upper: bounds[1] } }
  return calibrate({ weights: designWeights, targets: targetsOf(targets), method, tolerance: 1e-12, ...limits })
}

function designOf({ design, targets }: Case) {
  const fit = calibration(designWeights, targetsOf(targets))
  return design === 'plain'
    ? sampleDesign({ unit: text('id'), calibration: fit })
    : sampleDesign({
        unit: text('cluster'),
        stratum: text('stratum'),
        fraction: numbers('clusters.in.stratum'),
        calibration: fit,
      })
}

function figuresOf(one: Case, raw: Float64Array): Record<string, number> {
  const design = designOf(one)
  const weights = tracedWeights(raw, designWeights)
  const se = (influence: Float64Array): number => Math.sqrt(designVariance(design, unitTotals(design, influence, weights)))
  const g = raw.map((weight, i) => weight / (designWeights[i] ?? 0))
  const mean = meanInfluence(numbers('y'), weights)
  const share = meanInfluence(numbers('happy'), weights)
  const domain = meanInfluence(
    numbers('y'),
    weights,
    Uint8Array.from(text('region'), (cell) => (cell === 'north' ? 1 : 0)),
  )
  const parts = numbers('income').map((value, i) => value * (weights[i] ?? 0))
  return {
    minWeight: Math.min(...raw),
    maxWeight: Math.max(...raw),
    gMin: Math.min(...g),
    gMax: Math.max(...g),
    first: weights[0] ?? Number.NaN,
    last: weights.at(-1) ?? Number.NaN,
    deff: (weights.length * weights.reduce((sum, w) => sum + w * w, 0)) / weights.reduce((sum, w) => sum + w, 0) ** 2,
    mean: mean.mean,
    meanSe: se(mean.influence),
    total: parts.reduce((sum, value) => sum + value, 0),
    totalSe: se(parts),
    share: share.mean,
    shareSe: se(share.influence),
    domain: domain.mean,
    domainSe: se(domain.influence),
  }
}

describe('calibration against R survey (linear, raking, logit; plain and clustered)', () => {
  for (const one of golden.cases) {
    it(one.name, () => {
      const result = calibrated(one)
      assert.ok(result.weights.every(Number.isFinite))
      if (one.figures === null) {
        assert.deepEqual([result.converged, result.infeasible.length > 0], [false, true])
        return
      }
      assert.ok(result.converged && result.maxRelativeError < 1e-12, `error ${result.maxRelativeError}`)
      assert.deepEqual([result.infeasible, result.totalsDiffer], [[], false])
      const figures = figuresOf(one, result.weights)
      assert.deepEqual(Object.keys(figures), Object.keys(one.figures))
      for (const [key, value] of Object.entries(figures)) {
        const expected = one.figures[key] ?? Number.NaN
        // Where nobody may weigh anything R leaves some billionths.
        if (Math.abs(expected) < 1e-6) within(value, expected, 1e-6, key)
        else near(value, expected, 1e-8, key)
      }
    })
  }

  it('the same standard errors by the sparse way', () => {
    for (const one of golden.cases) {
      if (one.figures === null) continue
      const weights = tracedWeights(calibrated(one).weights, designWeights)
      const { influence } = meanInfluence(numbers('y'), weights)
      const rows = Int32Array.from(influence.keys())
      const { first } = sparseCovariance(varianceFrame(designOf(one), weights), rows, influence, influence)
      near(Math.sqrt(first), one.figures['meanSe'] ?? Number.NaN, 1e-7, one.name)
    }
  })
})

describe('calibration on stype and api99 (METHODS 3, apisrs)', { skip: schoolsMissing }, () => {
  function schoolTargets(schools: Schools): CalibrationTarget[] {
    return [
      { kind: 'categories', ...schoolMargin(schools, 'stype', { E: 4421, H: 755, M: 1018 }) },
      { kind: 'numeric', variable: 'api99', values: schools.numbers('api99'), target: 3_914_069 },
    ]
  }

  function meanOf(schools: Schools, weights: Float64Array) {
    const fit = calibration(schools.numbers('pw'), schoolTargets(schools))
    const design = sampleDesign({ unit: schools.text('cds'), fraction: schools.numbers('fpc'), calibration: fit })
    const { mean, influence } = meanInfluence(schools.numbers('api00'), weights)
    return { mean, se: Math.sqrt(designVariance(design, unitTotals(design, influence, weights))) }
  }

  it('by raking', () => {
    const schools = readSchools('apisrs')
    const result = calibrate({ weights: schools.numbers('pw'), targets: schoolTargets(schools), method: 'raking' })
    assert.ok(result.converged && result.maxRelativeError < 1e-8)
    near(Math.min(...result.weights), 27.4417978818, 1e-9)
    near(Math.max(...result.weights), 35.2363755266, 1e-9)
    const { mean, se } = meanOf(schools, result.weights)
    near(mean, 663.5196875, 1e-9)
    within(se, 1.85423, 5e-6)
  })

  it('by the logit within (0.6, 1.6)', () => {
    const schools = readSchools('apisrs')
    const designWeights = schools.numbers('pw')
    const bounds = { lower: 0.6, upper: 1.6 }
    const { weights } = calibrate({ weights: designWeights, targets: schoolTargets(schools), method: 'logit', bounds })
    const g = weights.map((weight, i) => weight / (designWeights[i] ?? 0))
    within(Math.min(...g), 0.886337, 5e-7)
    within(Math.max(...g), 1.134565, 5e-7)
    const { mean, se } = meanOf(schools, weights)
    near(mean, 663.5201764, 1e-9)
    within(se, 1.85434, 5e-6)
  })

  it('raked on two margins of categories the weights are those of METHODS, by either function', () => {
    const schools = readSchools('apisrs')
    const targets: CalibrationTarget[] = [
      { kind: 'categories', ...schoolMargin(schools, 'stype', { E: 4421, H: 755, M: 1018 }) },
      { kind: 'categories', ...schoolMargin(schools, 'sch.wide', { No: 1072, Yes: 5122 }) },
    ]
    const { weights } = calibrate({ weights: schools.numbers('pw'), targets, method: 'raking' })
    near(Math.min(...weights), 28.9107683, 1e-8)
    near(Math.max(...weights), 31.5292441, 1e-8)
    near(kishDesignEffect(weights), 1.00094659752, 1e-11)
  })
})
