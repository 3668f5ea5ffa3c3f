import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publicDimensions, withImportedPopulation, type PopulationCell, type PopulationMargin } from '#domain/survey'

const own = (variable: string, category: string, total: number, more: Partial<PopulationMargin> = {}): PopulationMargin => ({
  variable,
  category,
  total,
  source: 'own',
  ...more,
})

const cell = (sex: string, age: string, people: number): PopulationCell => ({ sex, age, activity: '', people })

const sexes = [own('sex', 'female', 50), own('sex', 'male', 50)]
const population = (cells: PopulationCell[]) => ({ cells, source: 'census', referenceDate: '2022' })

describe('margins from an imported population', () => {
  it('count adults alone where the table tells ages apart', () => {
    const cells = publicDimensions.sex.flatMap((sex) => [
      cell(sex, '', sex === 'female' ? 1000 : 3000),
      cell(sex, '0-17', sex === 'female' ? 400 : 2600),
      ...publicDimensions.age.map((age) => cell(sex, age, sex === 'female' ? 120 : 80)),
    ])
    const margins = withImportedPopulation(sexes, population(cells))
    assert.deepEqual(
      margins.map(({ total, origin, scaledFrom, referenceDate }) => [total, origin, scaledFrom, referenceDate]),
      [
        [60, 'populationAdults', 1000, '2022'],
        [40, 'populationAdults', 1000, '2022'],
      ],
    )
  })

  it('say that they count all ages where the table does not', () => {
    const margins = withImportedPopulation(sexes, population([cell('female', '', 1000), cell('male', '', 3000)]))
    assert.deepEqual(
      margins.map(({ total, origin }) => [total, origin]),
      [
        [25, 'populationAllAges'],
        [75, 'populationAllAges'],
      ],
    )
  })

  it('leave what an analyst brought in a file, and a variable whose categories the table lacks', () => {
    const brought = sexes.map((margin) => ({ ...margin, brought: { at: '2026-11-23T10:00:00Z', by: 'Léa' } }))
    const table = population([cell('female', '', 1000), cell('male', '', 3000)])
    assert.deepEqual(withImportedPopulation(brought, table), brought)
    const wider = [...sexes, own('sex', 'other', 1)]
    assert.deepEqual(withImportedPopulation(wider, table), wider)
  })
})
