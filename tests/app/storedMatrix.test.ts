import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { storedMatrixDocument } from '#app/computeMatrix.ts'
import { matrixCsv, matrixXlsx } from '#app/exportMatrix.ts'
import { runMainJob } from '#app/mainJob.ts'
import { matrixDocument } from '#app/matrixContract.ts'
import type { Observatory } from '#app/observatory.ts'
import { DomainError } from '#kernel/result.ts'
import { read } from '#store/open.ts'
import { testDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'
import { labelsOf } from '#words/labels.ts'
import readSheet from 'read-excel-file/node'

describe('the matrix of the sample observatory', () => {
  let obs: Observatory
  let drop = async (): Promise<void> => {}

  before(async () => {
    const database = await testDatabase({ from: 'sample' })
    drop = database.drop
    obs = testObservatory(database.db)
  })
  after(() => drop())

  const ask = (more: object = {}) =>
    storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en', ...more })

  it('has 176 rows with every level, refused and not applicable ones included', async () => {
    const document = matrixDocument.parse(await ask())
    assert.equal(document.rows.length, 176)
    const levels = new Set(document.rows.map((row) => row.level))
    for (const level of ['rethink', 'watch', 'fineTune', 'maintain'] as const) assert.ok(levels.has(level), level)
    const statuses = new Set(document.rows.map((row) => row.status))
    assert.deepEqual([...statuses].toSorted(), ['notApplicable', 'ok', 'thin'])
    for (const row of document.rows) if (row.status !== 'ok') assert.equal(row.level, null)
    assert.equal(document.sources[0]?.synthetic, true)
    assert.equal(document.sources[0]?.respondents, 3000)
  })

  it('is stable: a second main job gives the same bytes', async () => {
    const first = JSON.stringify(await ask())
    const count = () => read(obs.db, async (reader) => (await reader.selectFrom('weighting').select('id').execute()).length)
    const weightings = await count()
    await runMainJob(obs, '62')
    assert.equal(await count(), weightings + 1)
    assert.equal(JSON.stringify(await ask()), first)
  })

  it('is the same published or computed on request', async () => {
    const published = await ask()
    const asked = await ask({ against: '62', rule: 'score-deviation/1' })
    assert.deepEqual(asked, published)
    const epci = await ask({ territory: '200069037', against: 'audomarois' })
    assert.equal(epci.against, 'audomarois')
    assert.equal(epci.rows.length, 176)
  })

  it('keeps one user group in the territory and in what it is compared with', async () => {
    const all = await ask()
    const group = await ask({ group: 'age:75+' })
    const n = (document: typeof all) => document.rows.reduce((sum, row) => sum + (row.n ?? 0), 0)
    assert.ok(n(group) > 0 && n(group) < n(all) / 3)
    for (const row of group.rows) if (row.status === 'suppressed') assert.equal(row.n, null)
  })

  it('tells no small group, neither as the zone compared with nor by subtraction', async () => {
    const epci = await ask({ territory: '200069037', group: 'sex:male', detail: true })
    const reversed = await ask({ territory: 'audomarois', against: '200069037', group: 'sex:male', detail: true })
    const hidden = epci.rows.flatMap((row, i) => (row.status === 'suppressed' ? [i] : []))
    assert.ok(hidden.length > 0)
    for (const i of hidden) assert.equal(reversed.rows[i]?.deviation ?? null, null)
    const all = await ask()
    const groups = await Promise.all(
      ['alone', 'couple', 'coupleWithChildren', 'loneParent'].map((family) => ask({ group: `family:${family}` })),
    )
    for (const [i, whole] of all.rows.entries()) {
      const shown = groups.map((group) => group.rows[i]?.n ?? null)
      const rest = (whole.n ?? 0) - shown.reduce((sum: number, n) => sum + (n ?? 0), 0)
      if (shown.includes(null) && whole.n !== null)
        assert.ok(rest === 0 || rest >= 5, `${whole.service} ${whole.criterion}: ${shown.join()} of ${whole.n}`)
    }
  })

  it('gives a département compared with itself scores and no verdict', async () => {
    const document = await ask({ territory: '62' })
    for (const row of document.rows) {
      assert.equal(row.deviation, null)
      assert.equal(row.level, null)
    }
  })

  it('covers Kent by the same survey', async () => {
    const document = await ask({ territory: 'E07000110' })
    assert.equal(document.against, 'kent')
    assert.equal(document.rows.length, 176)
  })

  it('refuses unknown codes and comparisons across surveys', async () => {
    const code = async (more: object): Promise<string> =>
      ask(more).then(
        () => 'accepted',
        (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
      )
    assert.equal(await code({ territory: 'atlantis' }), 'zone.unknown')
    assert.equal(await code({ territory: '62765' }), 'zone.tooSmall')
    assert.equal(await code({ against: '62010' }), 'zone.tooSmall')
    assert.equal(await code({ against: 'kent' }), 'against.apart')
    assert.equal(await code({ group: 'age:12' }), 'group.unknown')
    assert.equal(await code({ rule: 'none' }), 'rule.unknown')
    assert.equal(await code({ territory: 'FR' }), 'territory.noSurvey')
    assert.equal(await code({ territory: '59' }), 'territory.noSurvey')
  })

  it('writes CSV with one line per row and a workbook with names', async () => {
    const document = await ask()
    const lines = matrixCsv(document).trimEnd().split('\r\n')
    assert.equal(lines.length, 177)
    assert.match(lines[0] ?? '', /^service,criterion,n,effectiveN,score/)
    const workbook = await matrixXlsx(document, labelsOf('fr'))
    const sheets = await readSheet(Buffer.from(workbook))
    const rows = sheets[0]?.data ?? []
    assert.equal(rows.length, 177)
    assert.equal(rows[1]?.[0], 'Mairie')
    assert.equal(rows[1]?.[4], document.rows[0]?.score)
  })
})
