import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import type { BackupReport } from '#app/administration/backup.ts'
import type { RestoreReport } from '#app/administration/restore.ts'
import { testDatabase, type TestDatabase } from '#tests/database.ts'

const program = join(import.meta.dirname, '..', '..', 'bin', 'passerelle.mjs')

async function rowsIn(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows as Record<string, unknown>[]
}

describe('passerelle backup and restore', () => {
  let full: TestDatabase
  let folder = ''
  let file = ''
  let report: BackupReport

  const environment = (url: string) => ({ ...process.env, DATABASE_URL: url, LANG: 'C.UTF-8', LC_ALL: '' })
  const run = (url: string, args: readonly string[], input = '') =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', input, env: environment(url), cwd: folder })

  const empty = async (context: { after: (fn: () => Promise<void>) => void }): Promise<string> => {
    const made = await testDatabase({ from: 'empty' })
    context.after(() => made.drop())
    return made.ownerUrl
  }

  before(async () => {
    full = await testDatabase({ from: 'sample' })
    folder = mkdtempSync(join(tmpdir(), 'passerelle-cli-'))
    file = join(folder, 'observatory.passerelle')
    const { status, stdout, stderr } = run(full.ownerUrl, ['backup', file, '--json'])
    assert.equal(status, 0, stderr)
    report = JSON.parse(stdout) as BackupReport
  })
  after(async () => {
    rmSync(folder, { recursive: true, force: true })
    await full.drop()
  })

  it('writes a file that its owner alone can read, and says what it holds', async () => {
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(statSync(file).size, report.bytes)
    assert.equal(report.schema, 'backup/1')
    assert.ok(report.rows > 100_000)
    assert.ok(!existsSync(`${file}.part`))
    const [row] = await rowsIn(full.url, `SELECT action, actor_name FROM audit_entry ORDER BY at DESC LIMIT 1`)
    assert.deepEqual(row, { action: 'backup.made', actor_name: 'passerelle backup' })
  })

  it('does not write over a file', () => {
    const { status, stderr } = run(full.ownerUrl, ['backup', file])
    assert.equal(status, 2)
    assert.match(stderr, /observatory\.passerelle exists already/)
  })

  it('puts it back with a passphrase, in words', async (context) => {
    const target = await empty(context)
    const secret = join(folder, 'sealed.passerelle')
    const passphrase = 'mist over the canal\n'
    const made = run(full.ownerUrl, ['backup', '--passphrase-stdin', secret], passphrase)
    assert.equal(made.status, 0, made.stderr)
    assert.match(made.stderr, /password hashes and people’s data/)
    assert.equal(run(target, ['restore', secret]).status, 2)
    const wrong = run(target, ['restore', secret, '--passphrase-stdin'], 'mist over the sea\n')
    assert.deepEqual([wrong.status, wrong.stdout], [2, ''])
    assert.match(wrong.stderr, /passphrase does not open .*sealed\.passerelle\. Nothing has changed\./)
    const { status, stderr, stdout } = run(target, ['restore', secret, '--passphrase-stdin', '--json'], passphrase)
    assert.equal(status, 0, stderr)
    const restored = JSON.parse(stdout) as RestoreReport
    // One backup was made in between, and its entry in the audit log.
    const before = report.tables.filter(({ name }) => name !== 'audit_entry' && name !== 'backup_made')
    assert.deepEqual(
      restored.tables.filter(({ name }) => before.some((each) => each.name === name)),
      before,
    )
    const again = run(target, ['restore', secret, '--passphrase-stdin'], passphrase)
    assert.equal(again.status, 2)
    assert.match(again.stderr, /not empty \(rating \d+, /)
  })

  it('refuses what it cannot use, in a sentence', async (context) => {
    const target = await empty(context)
    const cut = join(folder, 'cut')
    writeFileSync(cut, readFileSync(file))
    truncateSync(cut, 100_000)
    const flipped = join(folder, 'flipped')
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(60_000) ^ 1, 60_000)
    writeFileSync(flipped, bytes)
    const table = join(folder, 'table.csv')
    writeFileSync(table, 'a;b\n1;2\n')
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[cut], /cut is incomplete/],
      [[flipped], /flipped is damaged/],
      [[table], /table\.csv is no Passerelle backup/],
      [[join(folder, 'absent')], /absent cannot be read \(ENOENT\)/],
      [[folder], /cannot be read \(EISDIR\)/],
      [[], /Name a file/],
      [[file, 'b'], /One file at a time/],
      [[file, '--force'], /Unknown or incomplete option: --force/],
      [[file, '--passphrase-stdin'], /has 0 characters/],
    ]
    for (const [args, sentence] of cases) {
      const { status, stderr, stdout } = run(target, ['restore', ...args])
      assert.deepEqual([status, stdout], [2, ''], `${args.join(' ')}: ${stderr}`)
      assert.match(stderr, sentence)
      assert.doesNotMatch(stderr, /\n\s+at /)
    }
    assert.deepEqual(await rowsIn(target, 'SELECT code FROM zone'), [])
  })

  it('leaves an empty observatory when it is killed in the middle, and can be run again', async (context) => {
    const target = await empty(context)
    const child = spawn(process.execPath, [program, 'restore', file], {
      env: environment(target),
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (/Restore: rating/.test(said)) resolve()
      })
      child.on('close', () => reject(new Error(`it ended before it was killed: ${said}`)))
    })
    // The whole group: the launcher and the program it started.
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await ended
    const counts = await rowsIn(
      target,
      'SELECT (SELECT count(*) FROM zone)::int AS zones, (SELECT count(*) FROM rating)::int AS ratings',
    )
    assert.deepEqual(counts, [{ zones: 0, ratings: 0 }])
    const { status, stderr, stdout } = run(target, ['restore', file, '--json'])
    assert.equal(status, 0, stderr)
    assert.deepEqual((JSON.parse(stdout) as RestoreReport).tables, report.tables)
  })
})
