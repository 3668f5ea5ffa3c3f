import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { matrixDocument } from '#app/matrixContract.ts'
import { testDatabase } from '#tests/database.ts'

const root = join(import.meta.dirname, '..', '..')

describe('passerelle matrix', () => {
  let url = ''
  let drop = async (): Promise<void> => {}
  let folder = ''

  before(async () => {
    const database = await testDatabase({ from: 'sample' })
    drop = database.drop
    url = database.ownerUrl
    folder = mkdtempSync(join(tmpdir(), 'passerelle-cli-'))
  })
  after(async () => {
    rmSync(folder, { recursive: true, force: true })
    await drop()
  })

  const run = (args: readonly string[], input = '') => {
    const environment = { ...process.env, DATABASE_URL: url, LANG: 'C.UTF-8', LC_ALL: '' }
    return spawnSync(process.execPath, [join(root, 'bin', 'passerelle.mjs'), ...args], {
      encoding: 'utf8',
      input,
      env: environment,
      cwd: folder,
    })
  }

  it('prints one JSON document on stdout', () => {
    const { status, stdout, stderr } = run(['matrix', '--territory', 'audomarois', '--json'])
    assert.equal(status, 0, stderr)
    const document = matrixDocument.parse(JSON.parse(stdout))
    assert.equal(document.rows.length, 176)
    assert.deepEqual(Object.keys(document), ['schema', 'territory', 'against', 'rule', 'rows', 'expectedWrong', 'sources'])
    assert.deepEqual(Object.keys(document.rows[0] ?? {}), [
      'service',
      'criterion',
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
      'level',
      'sureness',
      'probability',
      'side',
      'givingUp',
      'status',
    ])
  })

  it('prints a readable table in the language of the system or the one asked', () => {
    const english = run(['matrix', '--territory', 'audomarois'])
    assert.match(english.stdout, /Accessibility matrix of the Audomarois, compared with the Pas-de-Calais/)
    assert.match(english.stdout, /Town hall +.*[▼▽◐●?]/)
    const french = run(['matrix', '--territory=audomarois', '--lang', 'fr'])
    assert.match(french.stdout, /Matrice d’accessibilité de l’Audomarois, par rapport au Pas-de-Calais/)
    assert.match(french.stdout, /Mairie/)
  })

  it('ends quietly when nobody reads on', () => {
    const command = `${process.execPath} ${join(root, 'bin', 'passerelle.mjs')} matrix --territory audomarois --detail --json | head -c 10`
    const { stdout, stderr } = spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, LANG: 'C.UTF-8' },
      cwd: folder,
    })
    assert.equal(stdout, '{"schema":')
    assert.equal(stderr, '')
  })

  it('writes CSV and a workbook', () => {
    const { status, stderr } = run(['matrix', '--territory', '200069037', '--csv', 'm.csv', '--xlsx', 'm.xlsx'])
    assert.equal(status, 0, stderr)
    assert.equal(readFileSync(join(folder, 'm.csv'), 'utf8').trimEnd().split('\n').length, 177)
    assert.equal(readFileSync(join(folder, 'm.xlsx')).subarray(0, 2).toString(), 'PK')
  })

  it('computes from standard input', () => {
    const answers = readFileSync(join(root, 'tests', 'golden', 'answers.csv'), 'utf8')
    const { status, stdout, stderr } = run(['matrix', '--territory', '62765', '--responses', '-', '--json'], answers)
    assert.equal(status, 0, stderr)
    assert.equal(matrixDocument.parse(JSON.parse(stdout)).sources[0]?.respondents, 400)
  })

  it('ends with 2 and a sentence on wrong usage or input', () => {
    const cases: [string[], RegExp][] = [
      [['matrix'], /Name a territory/],
      [['matrix', '--territory', 'atlantis'], /Unknown territory: atlantis/],
      [['matrix', '--territory', 'audomarois', '--colour'], /Unknown or incomplete option: --colour/],
      [['matrix', '--territory', 'audomarois', '--responses', 'absent.csv'], /absent\.csv cannot be read \(ENOENT\)/],
      [['dance'], /Unknown command: dance/],
    ]
    for (const [args, sentence] of cases) {
      const { status, stdout, stderr } = run(args)
      assert.equal(status, 2, args.join(' '))
      assert.match(stderr, sentence)
      assert.doesNotMatch(stderr, /\n\s+at /)
      assert.equal(stdout, '')
    }
  })

  it('names file, line, column and value of a wrong answer', () => {
    const { status, stderr } = run(
      ['matrix', '--territory', 'audomarois', '--responses', '-'],
      'respondent,zone,service,criterion,score\na,62765,townHall,delays,12\n',
    )
    assert.equal(status, 2)
    assert.match(stderr, /stdin, line 2, column score, "12": the score lies outside 0 to 10/)
  })

  it('lists the commands, each with an example', () => {
    const { status, stdout } = run(['--help'])
    assert.equal(status, 0)
    for (const command of ['start', 'matrix']) assert.match(stdout, new RegExp(`Example: passerelle ${command}`))
    assert.match(run(['matrix', '--help', '--lang', 'fr']).stdout, /--responses/)
  })
})
