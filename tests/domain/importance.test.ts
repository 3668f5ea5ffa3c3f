import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { buildMatrix, importanceBySatisfaction, judge, scoreByDeviation, type CellEstimate } from '#domain/matrix'
import { criterionCodes, isMasked, questionIndex, type Answers } from '#domain/survey'
import { geography, serviceCodes, type Zone } from '#domain/territory'
import { random } from '#kernel/random.ts'
import { designCovariance, unitTotals } from '#stats/linearisedVariance.ts'
import { meanInfluence } from '#stats/mean.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'

const zone = (code: string): Zone => ({
  code,
  level: code === '62' ? 'department' : 'epci',
  name: { fr: code, en: code },
  lon: null,
  lat: null,
  population: null,
  country: 'FR',
  root: '62',
  source: '',
})
const places = geography(
  [zone('62'), zone('a'), zone('b')],
  ['a', 'b'].map((child) => ({ child, parent: '62', hierarchy: 'intercommunal' }) as const),
)

const people = 300
const service = serviceCodes.indexOf('townHall')
const delays = criterionCodes.indexOf('delays')

/** Two strata, unequal weights, some who give a score only, some who tell only what matters, some neither. */
function invented() {
  const chance = random(7)
  const rows = Array.from({ length: people }, (_, i) => ({
    zone: i % 3 === 0 ? 'a' : 'b',
    stratum: i % 2,
    weight: 1 + 3 * chance.next(),
    factor: 1 + chance.next(),
    score: chance.next() < 0.8 ? Math.floor(11 * chance.next()) : Number.NaN,
    picks: chance.next() < 0.75 ? (chance.next() < 0.4 ? 1 << delays : 1) : 0,
  }))
  const scored = rows.flatMap((row, i) => (Number.isNaN(row.score) ? [] : [i]))
  const asked = rows.flatMap((row, i) => (row.picks === 0 ? [] : [i]))
  const design = sampleDesign({ unit: rows.map((_, i) => i), stratum: rows.map((row) => row.stratum) })
  const weight = Float64Array.from(rows, (row) => row.weight)
  const factorOf = (at: readonly number[]) => Float64Array.from(at, (i) => rows[i]?.factor ?? 1)
  const answers: Answers = {
    respondents: people,
    zone: rows.map((row) => row.zone),
    publics: new Map(),
    weight,
    variance: varianceFrame(design, weight),
    ratings: new Map([
      [
        questionIndex('townHall', 'delays'),
        {
          respondent: Int32Array.from(scored),
          score: Float64Array.from(scored, (i) => rows[i]?.score ?? 0),
          factor: factorOf(scored),
        },
      ],
    ]),
    needs: new Map(),
    importance: new Map([
      [
        service,
        {
          respondent: Int32Array.from(asked),
          factor: factorOf(asked),
          criteria: Uint16Array.from(asked, (i) => rows[i]?.picks ?? 0),
        },
      ],
    ]),
    masked: isMasked,
  }
  return { rows, design, answers }
}

const request = { against: '62', group: null, items: ['delays'] as const, disclosureThreshold: 0 }

describe('importance', () => {
  it('is a design-based share, with the covariance of score and share from all sampled people', () => {
    const { rows, design, answers } = invented()
    const inside = Uint8Array.from(rows, (row) => (row.zone === 'a' ? 1 : 0))
    const weights = Float64Array.from(rows, (row) => row.weight * row.factor)
    const score = meanInfluence(
      Float64Array.from(rows, (row) => row.score),
      weights,
      inside,
    )
    const shares = Float64Array.from(rows, (row) => (row.picks === 0 ? Number.NaN : row.picks === 1 << delays ? 1 : 0))
    const share = meanInfluence(shares, weights, inside)
    const [scoreTotals, shareTotals] = [score, share].map(({ influence }) => unitTotals(design, influence)) as [
      Float64Array,
      Float64Array,
    ]
    const matrix = buildMatrix(answers, places, { ...request, territory: 'a', rule: importanceBySatisfaction })
    const cell = matrix.cells.find((each) => each.service === 'townHall')
    assert.ok(Math.abs((cell?.importance ?? 0) - share.mean) < 1e-12)
    const se = Math.sqrt(designCovariance(design, shareTotals, shareTotals))
    assert.ok(Math.abs((cell?.importanceSe ?? 0) / se - 1) < 1e-9, `${cell?.importanceSe} is not ${se}`)
    const covariance = designCovariance(design, scoreTotals, shareTotals)
    const expected = judge(
      {
        ...(cell as unknown as CellEstimate),
        importanceCovariance: covariance,
      },
      importanceBySatisfaction,
    )
    assert.ok(Math.abs((cell?.probability ?? 0) - (expected.probability ?? 1)) < 1e-9)
  })

  it('is not told where fewer than thirty were asked, nor of a criterion nobody could pick', () => {
    const { answers } = invented()
    const few = answers.importance.get(service)
    assert.ok(few)
    const cut = { respondent: few.respondent.slice(0, 40), factor: few.factor.slice(0, 40), criteria: few.criteria.slice(0, 40) }
    const asked = { ...answers, importance: new Map([[service, cut]]) }
    const matrix = buildMatrix(asked, places, { ...request, territory: 'a', rule: importanceBySatisfaction })
    const cell = matrix.cells.find((each) => each.service === 'townHall')
    assert.deepEqual([cell?.importance, cell?.level, cell?.status], [null, null, 'ok'])
  })

  it('gives a verdict to the zone that others are compared with, where deviation gives none', () => {
    const { answers } = invented()
    const level = (rule: typeof scoreByDeviation) =>
      buildMatrix(answers, places, { ...request, territory: '62', rule }).cells.find((each) => each.service === 'townHall')?.level
    assert.equal(level(scoreByDeviation), null)
    assert.notEqual(level(importanceBySatisfaction), null)
  })
})

describe('the rule importance by satisfaction', () => {
  const estimate = (score: number, importance: number | null): CellEstimate => ({
    service: 'townHall',
    item: 'delays',
    status: 'ok',
    n: 100,
    effectiveN: 80,
    score,
    se: 0.05,
    lower: 0,
    upper: 0,
    againstScore: null,
    deviation: null,
    deviationSe: null,
    deviationLower: null,
    deviationUpper: null,
    covariance: null,
    givingUp: null,
    importance,
    importanceSe: importance === null ? null : 0.01,
    importanceCovariance: 0,
  })

  it('names its four quadrants', () => {
    const level = (score: number, importance: number | null) => judge(estimate(score, importance), importanceBySatisfaction).level
    assert.equal(level(5, 0.5), 'rethink')
    assert.equal(level(5, 0.1), 'watch')
    assert.equal(level(8, 0.1), 'fineTune')
    assert.equal(level(8, 0.5), 'maintain')
    assert.equal(level(8, null), null)
  })
})
