import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { buildCube, buildMatrix, groupContrasts, scoreByDeviation, type CubeEstimate, type MatrixCell } from '#domain/matrix'
import {
  criterionCodes,
  isMasked,
  itemCodes,
  publicCodes,
  storedAnswers,
  weigh,
  type Answers,
  type CriterionCode,
  type PublicCode,
} from '#domain/survey'
import { geography, serviceCodes, type Geography } from '#domain/territory'
import { buildSurveys } from '#sample/surveys/buildSurveys.ts'
import { buildTerritory } from '#sample/territory.ts'
import { goldenAnswers, goldenCube } from '#tests/goldenCube.ts'

const root = '62'

/** The sample's survey of the Pas-de-Calais, once for all tests. */
function sample(): { answers: Answers; zones: Geography } {
  const territory = buildTerritory()
  const survey = buildSurveys(territory, 2026).find((each) => each.code === 'satisfaction-2026' && each.territory === root)
  if (!survey) throw new Error(`The sample has no survey of ${root}`)
  const { weights } = weigh(survey.respondents, survey.margins)
  return {
    answers: storedAnswers({ ...survey, weights, masked: isMasked }),
    zones: geography(territory.zones, territory.parents),
  }
}

const { answers, zones } = sample()

const figures = [
  'n',
  'effectiveN',
  'score',
  'se',
  'lower',
  'upper',
  'againstScore',
  'deviation',
  'deviationSe',
  'deviationLower',
  'deviationUpper',
] as const

function assertSame(actual: CubeEstimate, expected: MatrixCell): void {
  const isNear = (own: number | null, other: number | null): boolean =>
    own === null || other === null ? own === other : Math.abs(own - other) <= 1e-9 * (1 + Math.abs(other))
  const different = figures.find((key) => !isNear(actual[key], expected[key]))
  if (actual.status === expected.status && different === undefined) return
  assert.fail(`${different ?? 'status'}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`)
}

describe('the cube of a survey', () => {
  for (const disclosureThreshold of [0, 5]) {
    it(`says of every cell what the matrix of its zone and group says, suppressing under ${disclosureThreshold}`, () => {
      const asked: readonly (readonly [string, PublicCode | null])[] = [
        [root, 'age:75+'],
        ['audomarois', null],
        ['200069037', 'digital:notAtEase'],
        ['62765', 'sex:male'],
      ]
      const terms = { against: root, disclosureThreshold, items: itemCodes }
      const places = asked.map(([zone]) => zone)
      const cube = buildCube(answers, zones, { ...terms, zones: places, minimumEffectiveN: scoreByDeviation.minimumEffectiveN })
      const statuses = new Set<string>()
      for (const [territory, group] of asked) {
        const matrix = buildMatrix(answers, zones, { ...terms, territory, rule: scoreByDeviation, group })
        assert.equal(matrix.cells.length, serviceCodes.length * itemCodes.length)
        for (const cell of matrix.cells) {
          statuses.add(cell.status)
          assertSame(cube.at(cell.service, cell.item, territory, group), cell)
        }
      }
      const common = ['noData', 'notApplicable', 'ok', 'oneUnit', 'thin']
      assert.deepEqual([...statuses].toSorted(), disclosureThreshold === 0 ? common : [...common, 'suppressed'].toSorted())
    })
  }

  it('never tells a figure of a suppressed cell', () => {
    const cube = buildCube(answers, zones, { zones: ['62765'], against: root, disclosureThreshold: 5, minimumEffectiveN: 30 })
    assert.deepEqual(cube.zones, ['62765', root])
    assert.equal(cube.groups.length, publicCodes.length + 1)
    let suppressed = 0
    for (const service of serviceCodes) {
      for (const group of cube.groups) {
        for (const item of cube.items) {
          const { status, service: _, item: __, ...told } = cube.at(service, item, '62765', group)
          if (status !== 'suppressed') continue
          suppressed++
          assert.deepEqual([...new Set(Object.values(told))], [null])
        }
      }
    }
    assert.ok(suppressed > 1000, String(suppressed))
  })

  it('refuses what it does not hold', () => {
    const request = { zones: [], against: root, groups: [], disclosureThreshold: 0, minimumEffectiveN: 30 }
    const cube = buildCube(answers, zones, request)
    assert.deepEqual(cube.groups, [null])
    assert.throws(() => cube.at('library', 'welcome', root, null), /The cube holds no welcome/)
    assert.throws(() => cube.at('library', 'welcome.courtesy', 'audomarois', null), /The cube holds no audomarois/)
    assert.throws(() => cube.at('library', 'welcome.courtesy', root, 'sex:male'), /The cube holds no sex:male/)
    assert.throws(() => buildCube(answers, zones, { ...request, zones: ['nowhere'], disclosureThreshold: 5 }), {
      code: 'zone.unknown',
    })
  })

  it('equals R survey on a sample with strata, clusters across zones and raked weights', () => {
    const golden = goldenAnswers()
    const { cells } = goldenCube()
    assert.equal(cells.length, 96)
    const request = { zones: ['62041', '62498', '62765'], against: root, items: criterionCodes, minimumEffectiveN: 0 }
    const cube = buildCube(golden.answers, golden.zones, { ...request, disclosureThreshold: 0, groups: ['digital:atEase'] })
    for (const { service, criterion, zone, group, df: _, ...expected } of cells) {
      const own = cube.at(service, criterion, zone, group === 'everybody' ? null : group)
      for (const [key, value] of Object.entries(expected) as [keyof typeof expected, number][]) {
        const name = `${service} ${criterion} ${zone} ${group} ${key}`
        const isWhole = zone === root && key !== 'n' && key !== 'score' && key !== 'se'
        if (isWhole) assert.equal(own[key], null, name)
        else
          assert.ok(Math.abs((own[key] ?? Number.NaN) - value) <= 1e-9 * (1e-3 + Math.abs(value)), `${name} ${own[key]} ${value}`)
      }
    }
  })
})

describe('user groups against the others of a zone', () => {
  it('equals R survey over all services, the respondent being the unit drawn', () => {
    const golden = goldenAnswers()
    const { contrasts } = goldenCube()
    const items: readonly CriterionCode[] = ['information', 'delays', 'welcome']
    const own = groupContrasts(golden.answers, golden.zones, { zone: root, disclosureThreshold: 0, items })
    assert.equal(own.length, 9)
    for (const { item, group, ...expected } of contrasts) {
      const found = own.find((each) => each.item === item && each.group === group)
      for (const [key, value] of Object.entries(expected) as [keyof typeof expected, number][]) {
        const figure = found?.[key] ?? Number.NaN
        assert.ok(Math.abs(figure - value) <= 1e-8 * Math.abs(value), `${item} ${group} ${key} ${figure} ${value}`)
      }
    }
  })

  it('gives two groups that make up the whole opposite differences', () => {
    const found = groupContrasts(answers, zones, { zone: 'audomarois', disclosureThreshold: 5, service: 'townHall' })
    const women = found.filter(({ group }) => group === 'sex:female')
    assert.ok(women.length > 0)
    for (const { item, n, others, difference, se, p } of women) {
      const men = found.find((each) => each.group === 'sex:male' && each.item === item)
      assert.ok(men, item)
      assert.deepEqual([men.n, men.others], [others, n])
      assert.ok(Math.abs(men.difference + difference) < 1e-12 && Math.abs(men.se - se) < 1e-12 && Math.abs(men.p - p) < 1e-9)
    }
  })

  it('leaves out groups too small to be told or to say something', () => {
    const of = (more: object) => groupContrasts(answers, zones, { zone: 'audomarois', disclosureThreshold: 0, ...more })
    const all = of({ minimumEffectiveN: 0 })
    const enough = of({})
    const told = of({ minimumEffectiveN: 0, disclosureThreshold: 40 })
    assert.ok(enough.length > 0 && enough.length < all.length)
    assert.ok(told.length > 0 && told.length < all.length)
    for (const { n, others } of told) assert.ok(Math.min(n, others) >= 40)
    for (const { n, others } of enough) assert.ok(Math.min(n, others) >= 30)
  })

  it('corrects p over the publics and items that are told', () => {
    const found = groupContrasts(answers, zones, { zone: root, disclosureThreshold: 5 })
    const least = found.reduce((a, b) => (b.p < a.p ? b : a))
    assert.ok(found.length > 300)
    for (const { p, pAdjusted } of found) assert.ok(pAdjusted >= p && pAdjusted <= 1)
    assert.ok(least.pAdjusted <= least.p * found.length)
  })
})
