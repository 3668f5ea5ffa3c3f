import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { calibration } from '#stats/calibrationResiduals.ts'
import { kishDesignEffect } from '#stats/kish.ts'
import { designVariance, unitTotals } from '#stats/linearisedVariance.ts'
import { deviationInfluence } from '#stats/mean.ts'
import { rake } from '#stats/rake.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { near } from './near.ts'

interface Golden {
  zone: Record<string, number>
  stratum: Record<string, number>
  figures: Record<string, number>
}

const file = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')

describe('raked weights with unequal design weights, against R (calibration residuals)', () => {
  it('weights, means, deviation, total and their standard errors', () => {
    const golden: Golden = JSON.parse(file('calibration.expected.json'))
    const answers: Record<string, string>[] = parse(file('answers.csv'), { columns: true })
    const people = [...new Map(answers.map((answer) => [answer['respondent'], answer])).values()]
    const scores = new Map(
      answers
        .filter((answer) => answer['service'] === 'library' && answer['criterion'] === 'welcome' && answer['score'])
        .map((answer) => [answer['respondent'], Number(answer['score'])]),
    )
    const margins = (['zone', 'stratum'] as const).map((variable) => {
      const categories = Object.keys(golden[variable])
      const codes = Int32Array.from(people, (answer) => categories.indexOf(answer[variable] ?? ''))
      return { variable, categories, codes, targets: Float64Array.from(Object.values(golden[variable])) }
    })
    const designWeights = Float64Array.from(people, (answer) => Number(answer['weight']))
    const { weights, converged } = rake({ weights: designWeights, margins, tolerance: 1e-12 })
    assert.ok(converged)
    const design = sampleDesign({
      unit: people.map((answer) => answer['cluster'] ?? ''),
      stratum: people.map((answer) => answer['stratum'] ?? ''),
      calibration: calibration(designWeights, margins),
    })
    const se = (influence: Float64Array) => Math.sqrt(designVariance(design, unitTotals(design, influence, weights)))
    const values = Float64Array.from(people, (answer) => scores.get(answer['respondent']) ?? Number.NaN)
    const d = deviationInfluence(
      values,
      weights,
      Uint8Array.from(people, (answer) => (answer['zone'] === '62765' ? 1 : 0)),
    )
    const totals = values.map((value, i) => (Number.isNaN(value) ? 0 : value * (weights[i] ?? 0)))
    const figures = {
      minWeight: Math.min(...weights),
      maxWeight: Math.max(...weights),
      deff: kishDesignEffect(weights),
      score: d.territory.mean,
      se: se(d.territory.influence),
      whole: d.against.mean,
      wholeSe: se(d.against.influence),
      deviation: d.deviation,
      deviationSe: se(d.influence),
      total: totals.reduce((sum, value) => sum + value, 0),
      totalSe: se(totals),
    }
    assert.deepEqual(Object.keys(figures), Object.keys(golden.figures))
    for (const [key, value] of Object.entries(figures)) near(value, golden.figures[key] ?? Number.NaN, 1e-9, key)
  })
})
