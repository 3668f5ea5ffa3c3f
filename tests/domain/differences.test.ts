import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { independentDifferences, jointDifferences, prioritiesOf, scoreByDeviation, type MatrixCell } from '#domain/matrix'

const cell = (more: Partial<MatrixCell>): MatrixCell => ({
  service: 'townHall',
  item: 'delays',
  status: 'ok',
  n: 100,
  effectiveN: 80,
  score: 6.9,
  se: 0.12,
  lower: 6.6,
  upper: 7.2,
  againstScore: 6.6,
  deviation: 0.3,
  deviationSe: 0.15,
  deviationLower: 0,
  deviationUpper: 0.6,
  givingUp: null,
  importance: null,
  importanceSe: null,
  level: null,
  sureness: null,
  probability: null,
  side: null,
  belowP: null,
  belowAdjusted: null,
  ...more,
})

const near = (value: number | null | undefined, expected: number, within = 1e-9): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - expected) <= within, `${value} is not ${expected}`)

describe('differences of independent samples', () => {
  it('add the standard errors in quadrature', () => {
    const [only] = independentDifferences([cell({})], [cell({ score: 6.4, se: 0.16 })])
    near(only?.difference, 0.5)
    near(only?.se, 0.2)
    // qnorm(0.975) = 1.959963984540054; 2 * pnorm(-2.5) = 0.012419330651552318
    near(only?.lower, 0.5 - 0.2 * 1.959963984540054)
    near(only?.upper, 0.5 + 0.2 * 1.959963984540054)
    near(only?.p, 0.012419330651552318)
    near(only?.pAdjusted, 0.012419330651552318)
  })

  it('turn their sign when the two are exchanged', () => {
    const figure = fc.record({
      score: fc.double({ min: 0, max: 10, noNaN: true }),
      se: fc.double({ min: 0.01, max: 2, noNaN: true }),
    })
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [there] = independentDifferences([cell(a)], [cell(b)])
        const [back] = independentDifferences([cell(b)], [cell(a)])
        near(there?.difference, -(back?.difference ?? Number.NaN))
        near(there?.p, back?.p ?? Number.NaN)
        near(there?.lower, -(back?.upper ?? Number.NaN), 1e-9)
      }),
    )
  })

  it('keep thin and refused cells out of the family, and pair by service and item', () => {
    const first = [
      cell({}),
      cell({ item: 'cost', status: 'thin' }),
      cell({ item: 'welcome', status: 'suppressed', score: null, se: null }),
    ]
    const second = [cell({ item: 'welcome' }), cell({ item: 'cost' }), cell({ score: 6.4, se: 0.16 }), cell({ item: 'opening' })]
    const found = independentDifferences(first, second)
    assert.deepEqual(
      found.map(({ item, pAdjusted, difference }) => [item, pAdjusted !== null, difference !== null]),
      [
        ['delays', true, true],
        ['cost', false, true],
        ['welcome', false, false],
      ],
    )
  })
})

describe('differences within one survey', () => {
  it('are the joint deviation, not the quadrature', () => {
    const [only] = jointDifferences([cell({})], [cell({ score: 6.6, se: 0.2 })])
    near(only?.difference, 0.3)
    near(only?.se, 0.15)
  })
})

describe('priorities', () => {
  const rethink = cell({ level: 'rethink', sureness: 'established', score: 5, deviation: -0.6 })
  const watch = cell({ item: 'cost', level: 'watch', sureness: 'established', score: 5.5, againstScore: 5.4 })

  it('begin with what is to rethink, name the weakest parts, and tell what is weak everywhere', () => {
    const parts = [
      cell({ item: 'delays.queue', score: 5.5 }),
      cell({ item: 'delays.answer', score: 4 }),
      cell({ item: 'delays.appointment', score: 3, status: 'thin' }),
    ]
    const [townHall, ...rest] = prioritiesOf([watch, ...parts, rethink], scoreByDeviation)
    assert.equal(rest.length, 0)
    assert.deepEqual(
      townHall?.priorities.map(({ cell: { item }, everywhere, weakest }) => [item, everywhere, weakest.map((each) => each.item)]),
      [
        ['delays', false, ['delays.answer', 'delays.queue']],
        ['cost', true, []],
      ],
    )
  })

  it('start nothing from an uncertain verdict, nor from a good one', () => {
    const cells = [cell({ ...rethink, sureness: 'uncertain' }), cell({ level: 'maintain', sureness: 'established' })]
    assert.deepEqual(prioritiesOf(cells, scoreByDeviation), [])
  })

  it('put first the service whose first action is most urgent, and what matters to more people', () => {
    const health = cell({ ...rethink, service: 'health', sureness: 'likely' })
    const tax = cell({ ...rethink, service: 'tax', importance: 0.6, score: 5.8 })
    const order = prioritiesOf([{ ...watch, service: 'police' }, health, rethink, tax], scoreByDeviation).map(
      ({ service }) => service,
    )
    assert.deepEqual(order, ['tax', 'townHall', 'health', 'police'])
  })
})
