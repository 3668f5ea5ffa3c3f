import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { AnswersRefused, fileMatrixDocument } from '#app/computeMatrix.ts'
import type { MatrixDocument } from '#app/matrixContract.ts'
import type { Observatory } from '#app/observatory.ts'
import { testDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

type Golden = { territory: string; rows: (Record<'service' | 'criterion', string> & Record<string, number>)[] }

const golden = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = 'respondent,zone,service,criterion,score'

describe('a matrix from a file of answers', () => {
  let obs: Observatory
  let drop = async (): Promise<void> => {}

  before(async () => {
    const database = await testDatabase({ from: 'sample' })
    drop = database.drop
    obs = testObservatory(database.db)
  })
  after(() => drop())

  const compute = (name: string, bytes: Uint8Array, territory = '62765', detail = false): Promise<MatrixDocument> =>
    fileMatrixDocument(obs, { territory, detail }, { name, bytes })

  const rowOf = (document: MatrixDocument, service: string, criterion: string) => {
    const row = document.rows.find((each) => each.service === service && each.criterion === criterion)
    assert.ok(row, `${service} ${criterion}`)
    return row
  }

  const refusal = async (text: string, territory = 'audomarois'): Promise<AnswersRefused> => {
    const error = await compute('answers.csv', encode(text), territory).then(
      () => null,
      (reason: unknown) => reason,
    )
    assert.ok(error instanceof AnswersRefused, String(error))
    return error
  }

  for (const name of ['answers', 'answers-plain']) {
    it(`gives R survey's scores, deviations, standard errors and intervals to 1e-6 (${name})`, async () => {
      const expected = JSON.parse(golden(`${name}.expected.json`)) as Golden
      const document = await compute(`${name}.csv`, encode(golden(`${name}.csv`)))
      for (const wanted of expected.rows) {
        const row = rowOf(document, wanted.service, wanted.criterion)
        const fields = [
          'n',
          'effectiveN',
          'score',
          'se',
          'lower',
          'upper',
          'deviation',
          'deviationSe',
          'deviationLower',
          'deviationUpper',
        ] as const
        for (const field of fields) {
          const got = row[field] ?? Number.NaN
          const want = wanted[field] ?? Number.NaN
          assert.ok(
            Math.abs(got - want) <= 1e-6 * Math.max(Math.abs(want), 1e-3),
            `${wanted.service} ${wanted.criterion} ${field}: ${got}, R ${want}`,
          )
        }
        const quadrants = { maintain: 'highHigh', fineTune: 'highLow', watch: 'lowHigh', rethink: 'lowLow' } as const
        if (row.level)
          assert.ok(
            Math.abs((row.probability ?? 0) - (wanted[quadrants[row.level]] ?? 0)) < 1e-6,
            `${row.level} ${row.probability}`,
          )
      }
    })
  }

  it('always has 176 rows, and 576 with the sub-criteria', async () => {
    const bytes = encode(golden('answers.csv'))
    const document = await compute('answers.csv', bytes)
    assert.equal(document.rows.length, 176)
    assert.equal(document.rows.filter((row) => row.status === 'noData' || row.status === 'notApplicable').length, 170)
    assert.equal((await compute('answers.csv', bytes, '62765', true)).rows.length, 576)
  })

  it('reads semicolons, decimal commas, BOM, Latin-1 and gzip alike', async () => {
    const text = golden('answers.csv')
    const expected = (await compute('answers.csv', encode(text))).rows
    const semicolons = text
      .split('\n')
      .map((line) => line.replaceAll(',', ';').replaceAll('.', ','))
      .join('\r\n')
    assert.deepEqual((await compute('a.csv', encode(`\uFEFF${semicolons}`))).rows, expected)
    assert.deepEqual((await compute('a.csv.gz', gzipSync(text))).rows, expected)
    const latin = Uint8Array.from(text.replaceAll('rural', 'côte'), (c) => c.charCodeAt(0))
    assert.deepEqual((await compute('a.csv', latin)).rows, expected)
  })

  it('reads UTF-16 with its mark and mixed line ends, and refuses gzip that is none or too large', async () => {
    const text = golden('answers.csv')
    const expected = (await compute('answers.csv', encode(text))).rows
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    assert.deepEqual((await compute('a.csv', wide)).rows, expected)
    const mixed = text
      .split('\n')
      .map((line, i) => line + (i % 2 ? '\r\n' : '\n'))
      .join('')
    assert.deepEqual((await compute('a.csv', encode(`${mixed}\n \n`))).rows, expected)
    const code = (name: string, bytes: Uint8Array) =>
      compute(name, bytes).then(
        () => 'read',
        (error: unknown) => (error instanceof AnswersRefused ? error.issues[0]?.code : String(error)),
      )
    assert.equal(await code('a.csv.gz', encode(text)), 'file.notGzip')
    assert.equal(await code('a.csv.gz', gzipSync(text).subarray(0, 400)), 'file.notGzip')
    assert.equal(await code('a.csv.gz', gzipSync(Buffer.alloc(300 * 1024 * 1024))), 'file.tooLarge')
  })

  it('changes only the service whose answers were changed', async () => {
    const text = golden('answers.csv')
    const before = await compute('answers.csv', encode(text))
    const changed = text
      .split('\n')
      .map((line) => (line.includes(',62765,library,delays,') ? line.replace(/,delays,\d+,/, ',delays,10,') : line))
      .join('\n')
    const after = await compute('answers.csv', encode(changed))
    const different = before.rows.filter((row, i) => JSON.stringify(row) !== JSON.stringify(after.rows[i]))
    assert.deepEqual(
      different.map((row) => `${row.service} ${row.criterion}`),
      ['library delays'],
    )
  })

  it('names every fault by line, column and value, and computes nothing', async () => {
    const rows = [
      'a,62765,townHall,information,11',
      'b,99999,townHall,delays,5',
      'c,62765,bakery,delays,x',
      'a,62041,townHall,welcome,5',
      'a,62765,townHall,information,4',
    ]
    const { issues } = await refusal([head, ...rows].join('\n'))
    assert.deepEqual(
      issues.map(({ line, column, value, code }) => [line, column, value, code]),
      [
        [2, 'score', '11', 'score.outOfRange'],
        [3, 'zone', '99999', 'zone.unknown'],
        [4, 'service', 'bakery', 'service.unknown'],
        [4, 'score', 'x', 'score.notANumber'],
        [5, 'zone', '62041', 'respondent.differs'],
        [6, 'criterion', 'information', 'answer.twice'],
      ],
    )
  })

  const refusedFiles: readonly (readonly [what: string, text: string, territory: string, code: string])[] = [
    ['a zone around the territory', `${head}\na,62,townHall,delays,5`, 'audomarois', 'zone.across'],
    ['a zone across the edge', `${head}\na,245900758,townHall,delays,5`, '62', 'zone.across'],
    ['a missing column', 'respondent,zone,service,score\na,62765,townHall,5', 'audomarois', 'column.missing'],
    ['a column named twice', `${head},score\na,62765,townHall,delays,5,6`, 'audomarois', 'column.twice'],
    ['too many fields', `${head}\na,62765,townHall,delays,5,9,9`, 'audomarois', 'row.broken'],
    ['an open quote', `${head}\na,62765,townHall,"delays,5`, 'audomarois', 'row.broken'],
    ['a head alone', head, 'audomarois', 'file.empty'],
    ['nothing at all', '', 'audomarois', 'column.missing'],
    ['what is no text', `${head}\na,62765,townHall,delays,5\0`, 'audomarois', 'file.notText'],
    ['a negative weight', `${head},weight\na,62765,townHall,delays,5,-1`, 'audomarois', 'weight.invalid'],
    ['an empty weight', `${head},weight\na,62765,townHall,delays,5,`, 'audomarois', 'weight.invalid'],
    ['a weight beyond reason', `${head},weight\na,62765,townHall,delays,5,1e155`, 'audomarois', 'weight.invalid'],
  ]
  for (const [what, text, territory, code] of refusedFiles) {
    it(`refuses ${what}`, async () => {
      assert.equal((await refusal(text, territory)).issues[0]?.code, code)
    })
  }

  it('refuses clusters told of some only', async () => {
    const { issues } = await refusal(`${head},cluster\na,62765,townHall,delays,5,c1\nb,62765,townHall,delays,5,`)
    assert.deepEqual([issues[0]?.code, issues[0]?.line, issues[0]?.column], ['value.missing', 3, 'cluster'])
  })

  it('takes an EPCI as a zone where it lies wholly inside', async () => {
    const people = Array.from({ length: 80 }, (_, i) => `p${i},${i % 2 ? '200069037' : '62041'},townHall,delays,${i % 11}`)
    const document = await compute('a.csv', encode([head, ...people].join('\n')), 'audomarois')
    assert.equal(rowOf(document, 'townHall', 'delays').n, 40)
  })

  it('compares with a zone that has no answers, and with one across a border when it is named', async () => {
    const people = Array.from({ length: 80 }, (_, i) => `p${i},${i % 2 ? '62765' : '62041'},townHall,delays,${i % 11}`)
    const bytes = encode([head, ...people].join('\n'))
    const alone = await fileMatrixDocument(
      obs,
      { territory: 'audomarois', against: '62009', detail: false },
      { name: 'a.csv', bytes },
    )
    const cell = rowOf(alone, 'townHall', 'delays')
    assert.deepEqual([cell.n, cell.deviation, cell.level, cell.status], [40, null, null, 'ok'])
    const across = await fileMatrixDocument(
      obs,
      { territory: '245900758', against: '62', detail: false },
      { name: 'a.csv', bytes },
    )
    assert.equal(rowOf(across, 'townHall', 'delays').n, 0)
    await assert.rejects(compute('a.csv', bytes, '245900758'), /against\.missing/)
  })

  it('tells what cannot be estimated: one respondent, equal scores, thin cells', async () => {
    const people = Array.from({ length: 60 }, (_, i) =>
      `p${i},${i < 20 ? '62765' : '62041'},townHall,delays,${i % 11}\np${i},62765,library,delays,${i < 20 ? 7 : ''}`.split('\n'),
    )
    const rows = people.map(([first]) => first)
    const thin = await compute('a.csv', encode([head, ...rows].join('\n')), 'audomarois')
    const cell = rowOf(thin, 'townHall', 'delays')
    assert.equal(cell.status, 'thin')
    assert.equal(cell.level, null)
    assert.notEqual(cell.score, null)
    const one = await compute('a.csv', encode([head, 'a,62765,townHall,delays,5'].join('\n')), 'audomarois')
    assert.equal(rowOf(one, 'townHall', 'delays').status, 'oneUnit')
    assert.equal(rowOf(one, 'townHall', 'delays').se, null)
  })
})
