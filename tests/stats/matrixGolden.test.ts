import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { tInterval } from '#stats/intervals.ts'
import { effectiveSize } from '#stats/kish.ts'
import { degreesOfFreedom, designCovariance, designVariance, unitTotals } from '#stats/linearisedVariance.ts'
import { deviationInfluence } from '#stats/mean.ts'
import { quadrantProbabilities } from '#stats/quadrant.ts'
import { sampleDesign, unitsWithRows } from '#stats/sampleDesign.ts'
import { near, within } from './near.ts'

type Cell = Record<'service' | 'criterion', string> & Record<string, number>

interface Golden {
  territory: string
  respondents: number
  thresholdScore: number
  thresholdDeviation: number
  rows: Cell[]
}

function readGolden(name: string): { golden: Golden; answers: Record<string, string>[] } {
  const file = (ending: string) => readFileSync(new URL(`../golden/${name}${ending}`, import.meta.url), 'utf8')
  return { golden: JSON.parse(file('.expected.json')), answers: parse(file('.csv'), { columns: true }) }
}

/** The cells of a long file of answers, one row per respondent in every one of them. */
function computeCells({ golden, answers }: ReturnType<typeof readGolden>): Record<string, number>[] {
  const people = [...new Map(answers.map((answer) => [answer['respondent'], answer])).values()]
  const place = new Map(people.map((answer, index) => [answer['respondent'], index]))
  const weights = Float64Array.from(people, (answer) => Number(answer['weight']))
  const design = sampleDesign({
    unit: people.map((answer) => answer['cluster'] ?? answer['respondent'] ?? ''),
    stratum: people.map((answer) => answer['stratum'] ?? ''),
  })
  return golden.rows.map(({ service, criterion }) => {
    const values = new Float64Array(people.length).fill(Number.NaN)
    for (const answer of answers) {
      if (answer['service'] !== service || answer['criterion'] !== criterion || !answer['score']) continue
      values[place.get(answer['respondent']) ?? -1] = Number(answer['score'])
    }
    const inside = Uint8Array.from(people, (answer, i) =>
      answer['zone'] === golden.territory && !Number.isNaN(values[i]) ? 1 : 0,
    )
    const d = deviationInfluence(values, weights, inside)
    const scoreTotals = unitTotals(design, d.territory.influence)
    const deviationTotals = unitTotals(design, d.influence)
    const se = Math.sqrt(designVariance(design, scoreTotals))
    const deviationSe = Math.sqrt(designVariance(design, deviationTotals))
    const covariance = designCovariance(design, scoreTotals, deviationTotals)
    const df = degreesOfFreedom(design, unitsWithRows(design, inside))
    const deviationDf = degreesOfFreedom(design, null)
    const deviationInterval = tInterval(d.deviation, deviationSe, deviationDf)
    const { highHigh, highLow, lowHigh, lowLow } = quadrantProbabilities({
      x: d.territory.mean,
      seX: se,
      y: d.deviation,
      seY: deviationSe,
      covariance,
      thresholdX: golden.thresholdScore,
      thresholdY: golden.thresholdDeviation,
    })
    return {
      n: d.territory.count,
      effectiveN: effectiveSize(weights.filter((_, i) => inside[i] === 1)),
      score: d.territory.mean,
      se,
      df,
      ...tInterval(d.territory.mean, se, df),
      whole: d.against.mean,
      wholeSe: Math.sqrt(designVariance(design, unitTotals(design, d.against.influence))),
      deviation: d.deviation,
      deviationSe,
      deviationDf,
      deviationLower: deviationInterval.lower,
      deviationUpper: deviationInterval.upper,
      covariance,
      highHigh,
      highLow,
      lowHigh,
      lowLow,
    }
  })
}

const PROBABILITIES = new Set(['highHigh', 'highLow', 'lowHigh', 'lowLow'])

describe('accessibility matrix against R survey and mvtnorm', () => {
  for (const [name, means] of [
    ['answers', 'clusters and strata'],
    ['answers-plain', 'respondents as units'],
  ] as const) {
    it(`every figure of every cell: ${means}`, () => {
      const golden = readGolden(name)
      const cells = computeCells(golden)
      assert.equal(cells.length, 6)
      for (const [index, expected] of golden.golden.rows.entries()) {
        for (const [key, value] of Object.entries(cells[index] ?? {})) {
          const label = `${expected.service} ${expected.criterion} ${key}`
          const reference = expected[key] ?? Number.NaN
          if (PROBABILITIES.has(key)) within(value, reference, 1e-11, label)
          else near(value, reference, 1e-10, label)
        }
      }
    })
  }
})
