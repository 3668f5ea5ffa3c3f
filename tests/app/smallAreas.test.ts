import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { loadAnswers } from '#app/answers.ts'
import type { Observatory } from '#app/observatory.ts'
import { withAtlas } from '#app/observatory.ts'
import { standardised } from '#app/smallAreas/covariates.ts'
import { directEstimate, personScores, personsByZone } from '#app/smallAreas/directEstimates.ts'
import { unitVariance } from '#app/smallAreas/modelZones.ts'
import { createSmallAreaDesk, type SmallAreaDesk } from '#app/smallAreas/smallAreaDesk.ts'
import type { SmallAreaQuery } from '#app/smallAreas/smallAreaViews.ts'
import { visitor } from '#domain/accounts'
import { buildMatrix, scoreByDeviation } from '#domain/matrix'
import { criterionCodes, type Answers } from '#domain/survey'
import { serviceCodes, type Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Database } from '#store/open.ts'
import { testDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

const refuses = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code

const asked = (more: Partial<SmallAreaQuery> = {}): SmallAreaQuery => ({
  territory: 'audomarois',
  service: null,
  criterion: null,
  level: null,
  ...more,
})

/** What the matrix says of one cell of a zone, nothing withheld. */
function cellOf(answers: Answers, geography: Geography, territory: string) {
  const request = { territory, against: '62', rule: scoreByDeviation, group: null, disclosureThreshold: 0 }
  const { cells } = buildMatrix(answers, geography, { ...request, items: ['welcome'] })
  const cell = cells.find((each) => each.service === 'library')
  assert.ok(cell)
  return cell
}

describe('modelled figures of the sample observatory', () => {
  let db: Database
  let drop: () => Promise<void>
  let obs: Observatory
  let desk: SmallAreaDesk

  before(async () => {
    ;({ db, drop } = await testDatabase({ from: 'sample' }))
    obs = testObservatory(db)
    // The desk needs neither queue nor words nor secrets.
    desk = createSmallAreaDesk({ observatory: obs } as unknown as Parameters<typeof createSmallAreaDesk>[0])
  })
  after(() => drop?.())

  it('give every commune of the territory a figure, from a model of all communes of the département', async () => {
    const { model, drawn, level } = await desk.page(visitor, asked())
    assert.equal(level, 'commune')
    assert.ok(model && model.zones === 887 && model.fitted > 100 && model.fitted < 887)
    assert.equal(model.areas.length, drawn.length)
    assert.deepEqual(model.covariates, ['body', 'population'])
    for (const { estimate, lower, upper, rmse } of model.areas) {
      assert.ok(lower >= 0 && upper <= 10 && lower < estimate && estimate < upper && rmse > 0)
    }
    assert.ok(model.areas.some((area) => area.kind === 'synthetic'))
    for (const { code, value } of drawn) assert.equal(value, model.areas.find((area) => area.zone.code === code)?.estimate)
  })

  it('never tell how many answered where they are fewer than five', async () => {
    const { model } = await desk.page(visitor, asked({ territory: '62' }))
    assert.ok(model)
    const told = model.areas.flatMap(({ n }) => n ?? [])
    assert.ok(told.length > 0 && told.length < model.areas.length)
    assert.ok(Math.min(...told) >= 5)
  })

  it('are benchmarked: by population they come to the direct mean', async () => {
    const { model } = await desk.page(visitor, asked({ territory: '62', service: 'library', criterion: 'welcome' }))
    assert.ok(model)
    const direct = await withAtlas(obs, async (reader, { geography }) => {
      const { answers } = await loadAnswers(obs, reader, '62')
      const { score } = cellOf(answers, geography, '62')
      const population = new Map(geography.within('62', 'commune').map((zone) => [zone.code, zone.population ?? 0]))
      return { score, population }
    })
    assert.ok(Math.abs(model.total - (direct.score ?? 0)) < 1e-12)
    let sum = 0
    let people = 0
    for (const { zone, estimate } of model.areas) {
      sum += (direct.population.get(zone.code) ?? 0) * estimate
      people += direct.population.get(zone.code) ?? 0
    }
    assert.ok(Math.abs(sum / people - model.total) < 1e-9, `${sum / people} is not ${model.total}`)
    assert.ok(Math.abs(model.factor - 1) < 0.05)
  })

  it('model bodies too, and colour their communes alike', async () => {
    const { model, drawn, level } = await desk.page(visitor, asked({ territory: '62', level: 'epci' }))
    assert.equal(level, 'epci')
    assert.ok(model && model.areas.every((area) => area.zone.level === 'epci' && area.body === null))
    const byBody = Map.groupBy(drawn, (commune) => commune.body?.code)
    for (const communes of byBody.values()) assert.equal(new Set(communes.map(({ value }) => value)).size, 1)
  })

  it('estimate directly as the matrix does, with its variance', async () => {
    await withAtlas(obs, async (reader, { geography }) => {
      const { answers } = await loadAnswers(obs, reader, '62')
      const scores = personScores(answers, 'library', 'welcome')
      const bodies = geography.within('62', 'epci').filter((zone) => geography.position(zone.code, '62') === 'inside')
      const persons = personsByZone(answers, geography, bodies, scores)
      for (const { code } of bodies) {
        const own = directEstimate(answers, scores, persons.get(code) ?? [])
        const cell = cellOf(answers, geography, code)
        assert.equal(own.n, cell.n)
        if (cell.score === null || cell.se === null) continue
        assert.ok(Math.abs(own.mean - cell.score) < 1e-12)
        assert.ok(Math.abs(own.effectiveN - (cell.effectiveN ?? 0)) < 1e-9)
        assert.ok(Math.abs(Math.sqrt(own.variance) - cell.se) < 1e-9)
      }
    })
  })

  it('have nothing to model where a question makes no sense, and refuse unknown codes', async () => {
    const { answers } = await withAtlas(obs, (reader) => loadAnswers(obs, reader, '62'))
    const senseless = serviceCodes.flatMap((service) =>
      criterionCodes.filter((criterion) => answers.masked(service, criterion)).map((criterion) => ({ service, criterion })),
    )[0]
    assert.ok(senseless)
    const { model, drawn } = await desk.page(visitor, asked(senseless))
    assert.equal(model, null)
    assert.ok(drawn.every(({ value }) => value === null))
    await assert.rejects(desk.page(visitor, asked({ service: 'x' })), refuses('service.unknown'))
    await assert.rejects(desk.page(visitor, asked({ criterion: 'x' })), refuses('item.unknown'))
    await assert.rejects(desk.page(visitor, asked({ territory: 'x' })), refuses('zone.unknown'))
  })
})

describe('the parts of the model', () => {
  it('smooth variances into one over the effective number', () => {
    const zone = (n: number, variance: number) => ({ n, effectiveN: n, mean: 5, variance })
    // Two respondents with a variance of 1 over both: 1 × 2 × 2 / 1 = 4; four with 0.75: 0.75 × 4 × 4 / 3 = 4.
    assert.ok(Math.abs(unitVariance([zone(2, 1), zone(4, 0.75), zone(1, Number.NaN), zone(0, Number.NaN)]) - 4) < 1e-12)
    assert.ok(Math.abs(unitVariance([zone(2, 1), zone(4, 0)]) - (2 * 4) / 6) < 1e-12)
    assert.ok(Number.isNaN(unitVariance([zone(1, Number.NaN)])))
  })

  it('put covariates on one scale, unknown ones in the middle', () => {
    assert.deepEqual([...(standardised([1, 3, null]) ?? [])], [-1, 1, 0])
    assert.equal(standardised([2, 2, null]), null)
  })
})
