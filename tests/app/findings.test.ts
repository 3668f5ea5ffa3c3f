import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { storedMatrixDocument } from '#app/computeMatrix.ts'
import { importanceView, prioritiesView, sideBySideView } from '#app/findings/findingPages.ts'
import { changeView } from '#app/findings/waves.ts'
import { evidenceView } from '#app/matrixPages.ts'
import type { Observatory } from '#app/observatory.ts'
import type { Difference } from '#domain/matrix'
import { DomainError } from '#kernel/result.ts'
import { testDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

/** The figures of one cell; NaN where one is missing, which no comparison lets pass. */
function figuresOf(differences: readonly Difference[], service: string, item: string) {
  const found = differences.find((each) => each.service === service && each.item === item)
  assert.ok(found, `no cell ${service}/${item}`)
  const given = (value: number | null): number => value ?? Number.NaN
  const { difference, se, lower, upper, pAdjusted, first, second } = found
  return {
    difference: given(difference),
    se: given(se),
    lower: given(lower),
    upper: given(upper),
    pAdjusted: given(pAdjusted),
    first,
    second,
  }
}

describe('what follows from the matrix of the sample', () => {
  let obs: Observatory
  let drop = async (): Promise<void> => {}

  before(async () => {
    const database = await testDatabase({ from: 'sample' })
    drop = database.drop
    obs = testObservatory(database.db)
  })
  after(() => drop())

  const refused = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code

  it('names what to do first with its evidence, and what is weak everywhere apart', async () => {
    const view = await prioritiesView(obs, { territory: 'audomarois' })
    const cells = view.services.flatMap(({ priorities }) => priorities.map(({ cell }) => cell))
    assert.ok(cells.length > 20)
    assert.ok(cells.every(({ level, sureness }) => (level === 'rethink' || level === 'watch') && sureness !== 'uncertain'))
    assert.ok(view.everywhere.length > 0)
    for (const cell of view.everywhere) assert.ok(cell.level === 'watch' && (cell.againstScore ?? 10) < 6.5)
    assert.equal(view.measured.length, view.services.length)
    assert.ok(view.measured.some(({ here, there }) => here.length > 3 && there.length > 3))
  })

  it('finds the change planted since 2023, and none where nothing was', async () => {
    const view = await changeView(obs, { territory: '62', since: null })
    assert.equal(view.since?.code, 'satisfaction-2023')
    const clear = view.differences.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted <= 0.1)
    const gained = figuresOf(view.differences, 'townHall', 'opening')
    assert.ok(gained.difference > 0.5 && gained.pAdjusted < 0.1, `${gained.difference}`)
    const lost = figuresOf(view.differences, 'health', 'delays')
    assert.ok(lost.difference < -0.5 && lost.pAdjusted < 0.1, `${lost.difference}`)
    const still = figuresOf(view.differences, 'school', 'welcome')
    assert.ok(still.lower < 0 && still.upper > 0, `${still.lower} ${still.upper}`)
    assert.ok(clear.length < 30, `${clear.length} changes, of which 14 were planted`)
    await assert.rejects(changeView(obs, { territory: '62', since: 'nothing' }), refused('wave.unknown'))
  })

  it('has nothing to compare Kent with: its survey is the first', async () => {
    const view = await changeView(obs, { territory: 'kent', since: null })
    assert.deepEqual([view.since, view.waves, view.differences], [null, [], []])
  })

  it('shows the change and the measures on the sheet of a cell', async () => {
    const sheet = await evidenceView(obs, { territory: 'audomarois', service: 'townHall', item: 'opening' })
    assert.equal(sheet.change?.since.code, 'satisfaction-2023')
    const codes = sheet.measured.here.map(({ code }) => code)
    assert.deepEqual(codes.toSorted(), ['openAfter18', 'openSaturday', 'weeklyHours'])
    const group = await evidenceView(obs, { territory: '62', group: 'age:75+', service: 'townHall', item: 'opening' })
    assert.equal(group.change, null)
  })

  it('puts two zones of one survey side by side by their joint influence, two countries as independent samples', async () => {
    const [here, there] = ['200069037', '246201016'] as const
    const same = await sideBySideView(obs, { territory: here, other: there, service: null })
    assert.equal(same.sameSurvey, true)
    const back = await sideBySideView(obs, { territory: there, other: here, service: null })
    const [to, from] = [same, back].map((view) => figuresOf(view.differences, 'health', 'distance'))
    assert.ok(Math.abs((to?.difference ?? 0) + (from?.difference ?? 1)) < 1e-9)
    assert.equal(to?.se, from?.se)
    const apart = await sideBySideView(obs, { territory: 'audomarois', other: 'kent', service: 'library' })
    assert.equal(apart.sameSurvey, false)
    const far = figuresOf(apart.differences, 'library', 'opening')
    assert.ok(Math.abs(far.se - Math.hypot(far.first.se ?? 0, far.second.se ?? 0)) < 1e-12)
    assert.deepEqual(new Set(apart.competences.map(({ country }) => country)), new Set(['FR', 'GB']))
    const alone = await sideBySideView(obs, { territory: 'audomarois', other: null, service: null })
    assert.equal(alone.other, null)
  })

  it('judges by importance too, the root included, and says so in the exported rows', async () => {
    const view = await importanceView(obs, { territory: '62', group: null, service: 'health' })
    const delays = view.cells.find(({ item }) => item === 'delays')
    assert.deepEqual([delays?.level, delays?.sureness], ['rethink', 'established'])
    assert.ok((delays?.importance ?? 0) > 0.5)
    const rule = 'importance-satisfaction/1'
    const document = await storedMatrixDocument(obs, { territory: '62', rule, detail: false, language: 'en' })
    assert.equal(document.rows.length, 176)
    assert.ok(document.rows.every((row) => 'importance' in row && 'importanceSe' in row))
    const usual = await storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en' })
    assert.ok(usual.rows.every((row) => !('importance' in row)))
  })
})
