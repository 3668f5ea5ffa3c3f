import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { estimateDocument, type EstimateRow } from '#app/toolbox/estimateContract.ts'
import { weighDocument } from '#app/toolbox/weighContract.ts'
import { runToolbox } from '#tests/toolbox.ts'

const records = 'id,name,w,sex,y,h\n1,=SUM(A1),2,f,1.5,1\n2,"b, c",2,m,-2,1\n3,é,4,f,3,2\n4,d,4,m,6,2\n'
const margins = 'variable,category,total\nsex,f,10\nsex,m,30\n'

describe('commands on plain files', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-toolbox-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  let made = 0
  const file = (content: string | Uint8Array, name = 'r.csv'): string => {
    const path = join(folder, `${made++}-${name}`)
    writeFileSync(path, content)
    return path
  }
  const rowsOf = (stdout: string): readonly EstimateRow[] => estimateDocument.parse(JSON.parse(stdout)).rows
  it('weigh prints its document and writes the records with their weights', async () => {
    const out = join(folder, 'weighted.csv')
    const { code, stdout, stderr } = await runToolbox([
      'weigh',
      '--json',
      '--margins',
      file(margins),
      '--out',
      out,
      file(records),
      '--weights',
      'w',
    ])
    assert.equal(code, 0, stderr)
    assert.deepEqual(weighDocument.parse(JSON.parse(stdout)), JSON.parse(stdout))
    assert.deepEqual(
      { ...JSON.parse(stdout), iterations: 1 },
      {
        schema: 'weigh/1',
        converged: true,
        iterations: 1,
        maxRelativeError: 0,
        n: 4,
        deff: 1.3888888888888888,
        effectiveN: 2.88,
        gMin: 1.6666666666666667,
        gMax: 5,
        gQuantiles: {
          '0.01': 1.6666666666666667,
          '0.05': 1.6666666666666667,
          '0.25': 1.6666666666666667,
          '0.5': 3.333333333333333,
          '0.75': 5,
          '0.95': 5,
          '0.99': 5,
        },
        negativeWeights: 0,
        margins: [
          { variable: 'sex', category: 'f', target: 10, before: 6, after: 10, relativeError: 0 },
          { variable: 'sex', category: 'm', target: 30, before: 6, after: 30, relativeError: 0 },
        ],
        infeasible: [],
      },
    )
    const lines = readFileSync(out, 'utf8').split('\r\n')
    assert.deepEqual(lines.slice(0, 3), [
      'id,name,w,sex,y,h,weight',
      "1,'=SUM(A1),2,f,1.5,1,3.3333333333333335",
      '2,"b, c",2,m,-2,1,10',
    ])
    assert.ok(!readdirSync(folder).some((name) => name.includes('.part-')))
  })

  it('weigh ends with 3 where margins cannot be met, prints its document and writes nothing', async () => {
    const out = join(folder, 'none.csv')
    const bad = file('variable,category,total\nsex,f,10\nsex,m,20\nsex,x,5\n')
    const { code, stdout, stderr } = await runToolbox([
      'weigh',
      file(records),
      '--weights',
      'w',
      '--margins',
      bad,
      '--out',
      out,
      '--json',
    ])
    assert.equal(code, 3)
    const document = weighDocument.parse(JSON.parse(stdout))
    assert.equal(document.converged, false)
    assert.deepEqual(document.infeasible, [{ variable: 'sex', category: 'x' }])
    assert.match(stderr, /sex = x/)
    assert.ok(!existsSync(out))
    const estimate = await runToolbox(['estimate', file(records), '--mean', 'y', '--weights', 'w', '--margins', bad, '--json'])
    assert.equal(estimate.code, 3)
    assert.equal(rowsOf(estimate.stdout)[0]?.value, null)
  })

  it('estimate has this shape', async () => {
    const { stdout } = await runToolbox(['estimate', file(records), '--mean', 'y', '--weights', 'w', '--json'])
    assert.deepEqual(Object.keys(rowsOf(stdout)[0] ?? {}), [
      'domain',
      'n',
      'effectiveN',
      'value',
      'se',
      'lower',
      'upper',
      'df',
      'deff',
      'status',
    ])
    assert.equal((JSON.parse(stdout) as { schema: string }).schema, 'estimate/1')
  })

  it('crosstab has this shape', async () => {
    const { stdout } = await runToolbox(['crosstab', file(records), '--rows', 'sex', '--columns', 'h', '--json'])
    const document = JSON.parse(stdout) as { cells: object[] }
    assert.deepEqual(Object.keys(document), ['schema', 'cells', 'F', 'ndf', 'ddf', 'p', 'chi2', 'n', 'status'])
    assert.deepEqual(Object.keys(document.cells[0] ?? {}), [
      'row',
      'column',
      'n',
      'weighted',
      'share',
      'rowShare',
      'columnShare',
      'se',
    ])
  })

  it('reads what spreadsheets write', async () => {
    const plain = 'âge;poids;y\njeune;1,5;2,5\nvieux;2,5;4,5\nvieux;1;NA\njeune;3;1,5\n'
    const forms = [
      plain,
      `\uFEFF${plain}`,
      Buffer.from(plain, 'latin1'),
      Buffer.from(`\uFEFF${plain}`, 'utf16le'),
      plain.replaceAll(',', '.').replaceAll(';', ','),
      plain.replaceAll(';', '\t'),
    ]
    const results = await Promise.all(
      forms.map((form) =>
        runToolbox(['estimate', file(form), '--by', 'a\u0302ge', '--mean', 'y', '--weights', 'poids', '--json']),
      ),
    )
    const zipped = await runToolbox([
      'estimate',
      file(gzipSync(plain), 'r.csv.gz'),
      '--by',
      'âge',
      '--mean',
      'y',
      '--weights',
      'poids',
      '--json',
    ])
    for (const { stdout, stderr } of [...results, zipped]) {
      assert.equal(stdout, results[0]?.stdout, stderr)
      const [young, old] = rowsOf(stdout)
      assert.deepEqual([young?.domain, young?.n, old?.domain, old?.n, old?.status], ['jeune', 2, 'vieux', 1, 'oneUnit'])
      assert.ok(Math.abs((young?.value ?? 0) - 8.25 / 4.5) < 1e-12)
    }
  })

  it('a domain that is the whole deviates by 0, which nothing estimates', async () => {
    const one = file('y,a\n1,x\n2,x\n4,x\n')
    const [whole] = rowsOf((await runToolbox(['estimate', one, '--mean', 'y', '--deviation', 'a=x', '--json'])).stdout)
    assert.deepEqual([whole?.value, whole?.se, whole?.lower, whole?.status], [0, null, null, 'oneUnit'])
    const [rest] = rowsOf(
      (await runToolbox(['estimate', one, '--mean', 'y', '--deviation', 'a=x', '--against', 'rest', '--json'])).stdout,
    )
    assert.deepEqual([rest?.value, rest?.status], [null, 'noData'])
  })

  it('gives 0 of 89 its exact interval', async () => {
    const [row] = rowsOf(
      (await runToolbox(['estimate', file(`y\n${'No\n'.repeat(89)}`), '--proportion', 'y=Yes', '--json'])).stdout,
    )
    assert.deepEqual([row?.value, row?.lower], [0, 0])
    assert.ok(Math.abs((row?.upper ?? 0) - 0.0406008576) < 1e-9)
  })

  it('scaling weights changes no mean, and permuting rows changes nothing', async () => {
    const lines = records.trim().split('\n')
    const scaled = lines.map((line, k) =>
      k === 0 ? line : line.replace(/,(2|4),([fm])/, (_, w: string, s: string) => `,${Number(w) * 10},${s}`),
    )
    const mixed = [lines[0], ...lines.slice(1).toReversed()]
    const ask = async (text: string) =>
      rowsOf((await runToolbox(['estimate', file(text), '--mean', 'y', '--weights', 'w', '--json'])).stdout)[0]
    const [a, b, c] = [await ask(records), await ask(scaled.join('\n')), await ask(mixed.join('\n'))]
    for (const other of [b, c]) {
      assert.ok(Math.abs((a?.value ?? 0) - (other?.value ?? 1)) < 1e-12)
      assert.ok(Math.abs((a?.se ?? 0) - (other?.se ?? 1)) < 1e-12)
    }
  })

  it('warns of what may be wrong', async () => {
    const twice = await runToolbox(['estimate', file('id,y\n7,1\n8,2\n7,3\n'), '--mean', 'y', '--json'])
    assert.match(twice.stderr, /column id repeats 1 identifier, first on line 4 \(already on line 2\)/)
    const shared = await runToolbox([
      'estimate',
      file('y,s,c\n1,a,1\n2,a,2\n3,b,1\n5,b,2\n'),
      '--mean',
      'y',
      '--strata',
      's',
      '--cluster',
      'c',
    ])
    assert.match(shared.stderr, /2 cluster codes are found in several strata \(1: a, b\)/)
    assert.match(shared.stdout, /^Domain +n/)
    const linear = await runToolbox([
      'weigh',
      file('w,x\n1,1\n1,2\n1,9\n'),
      '--weights',
      'w',
      '--margins',
      file('variable,category,total\nx,,-30\n'),
      '--method',
      'linear',
    ])
    assert.equal(linear.code, 0)
    assert.match(linear.stderr, /negative weight/)
  })
})
