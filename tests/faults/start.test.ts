import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { dataFolder } from '#store/embedded/place.ts'
import { type Program, root, startCommand, startProgram, temporaryFolder } from '#tests/programs.ts'

const holder = 'tests/support/embeddedProcess.ts'
const isRoot = process.getuid?.() === 0

const hold = (context: TestContext, dataDir: string, env?: Record<string, string>) =>
  startProgram(context, holder, [dataDir], env)

/** The superuser's address, once the program is ready. */
async function addressOf(program: Program): Promise<string> {
  return (await program.says(/ready (\S+)\n/))[1] ?? ''
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows
}

function assertSentence({ code, stdout, stderr }: Awaited<Program['ended']>, pattern: RegExp): void {
  assert.match(stderr, pattern)
  assert.equal(stderr.trim().split('\n').length, 1, `one sentence, not ${stderr}`)
  assert.doesNotMatch(stderr + stdout, /\n\s+at |node:internal/)
  assert.equal(code, 1)
}

function postgresOn(dataDir: string): boolean {
  return spawnSync('ps', ['-eww', '-o', 'stat=,command='], { encoding: 'utf8' })
    .stdout.split('\n')
    .some((line) => !line.startsWith('Z') && line.includes(`bin/postgres -D ${dataDir}/`))
}

function makesFiles(dataDir: string): boolean {
  return readdirSync(dataDir).some((name) => name.startsWith('postgres.new-'))
}

async function untilGone(dataDir: string): Promise<void> {
  for (const deadline = Date.now() + 10_000; postgresOn(dataDir); await sleep(50))
    assert.ok(Date.now() < deadline, 'postgres outlived its program by 10 s')
}

describe('starting the database of our own', () => {
  it('lets one process alone own a data folder, and says who does', async (context) => {
    const dataDir = temporaryFolder(context)
    const first = hold(context, dataDir)
    await addressOf(first)
    assertSentence(await hold(context, dataDir).ended, new RegExp(`^The data folder .* is in use by process ${first.child.pid};`))
  })

  it('lets one of two win that start at the same moment on a new folder', async (context) => {
    const dataDir = temporaryFolder(context)
    const both = [hold(context, dataDir), hold(context, dataDir)]
    const ready = both.map((program) => addressOf(program).then(() => program))
    const winner = await Promise.any(ready)
    const loser = both.find((program) => program !== winner)
    await Promise.allSettled(ready)
    assertSentence((await loser?.ended) ?? assert.fail(), /is in use by/)
  })

  it('keeps what was saved when it is killed outright, and starts again', async (context) => {
    const dataDir = temporaryFolder(context)
    const first = hold(context, dataDir)
    await query(await addressOf(first), 'CREATE TABLE saved AS SELECT 42 AS value')
    first.child.kill('SIGKILL')
    await first.ended
    // At once, while the postgres of the first may still be on its way out.
    const second = hold(context, dataDir)
    assert.deepEqual(await query(await addressOf(second), 'SELECT value FROM saved'), [{ value: 42 }])
    second.child.kill('SIGKILL')
    await untilGone(dataDir)
  })

  it('starts again when postgres was killed outright too', async (context) => {
    const dataDir = temporaryFolder(context)
    const first = hold(context, dataDir)
    await query(await addressOf(first), 'CREATE TABLE saved AS SELECT 42 AS value')
    const postmaster = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
    first.child.kill('SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await first.ended
    // The number of the dead postmaster may belong to another process by the time we start: here to this test's.
    const left = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)))
    const second = hold(context, dataDir)
    assert.deepEqual(await query(await addressOf(second), 'SELECT value FROM saved'), [{ value: 42 }])
  })

  it('starts again when it was killed while it made its files', async (context) => {
    const dataDir = temporaryFolder(context)
    const first = hold(context, dataDir)
    for (const deadline = Date.now() + 10_000; !makesFiles(dataDir); await sleep(10))
      assert.ok(Date.now() < deadline, 'initdb did not start within 10 s')
    await sleep(100)
    first.child.kill('SIGKILL')
    await first.ended
    await addressOf(hold(context, dataDir))
    assert.ok(!makesFiles(dataDir))
  })

  it('stops postgres when it is asked to stop', async (context) => {
    const dataDir = temporaryFolder(context)
    const program = hold(context, dataDir)
    await addressOf(program)
    program.child.kill('SIGTERM')
    assert.equal((await program.ended).code, 0)
    assert.ok(!postgresOn(dataDir))
    assert.ok(!existsSync(join(dataDir, 'running.json')))
  })

  it('stops with its launcher, also when that is killed outright', async (context) => {
    const dataDir = temporaryFolder(context)
    const launch = `import { run } from ${JSON.stringify(join(root, 'bin', 'launch.mjs'))}; await run(${JSON.stringify(holder)}, [${JSON.stringify(dataDir)}])`
    const launcher = startCommand(context, process.execPath, ['--input-type=module', '-e', launch])
    await addressOf(launcher)
    launcher.child.kill('SIGKILL')
    await untilGone(dataDir)
    await addressOf(hold(context, dataDir))
  })

  it('is the same under every language and zone of the caller', async (context) => {
    const program = hold(context, temporaryFolder(context), {
      LANG: 'fr_FR.UTF-8',
      LC_ALL: 'fr_FR.UTF-8',
      TZ: 'Pacific/Auckland',
    })
    const sql = `SELECT current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding, current_setting('lc_messages') AS messages, datcollate AS sorting
      FROM pg_database WHERE datname = 'passerelle'`
    assert.deepEqual(await query(await addressOf(program), sql), [{ zone: 'UTC', encoding: 'UTF8', messages: 'C', sorting: 'C' }])
  })
})

describe('starting where something is missing', () => {
  it('says that the disk is full', async (context) => {
    let folder = ''
    // First of the hooks: a mounted folder cannot be removed.
    context.after(() => spawnSync('umount', ['-l', folder]))
    folder = temporaryFolder(context)
    const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder]).status === 0
    if (!mounted) return context.skip('only root may mount a small disk')
    assertSentence(await hold(context, folder).ended, /^The disk that holds .* is full; free about/)
  })

  it('says that a folder may not be written', async (context) => {
    const folder = join(temporaryFolder(context), 'file')
    writeFileSync(folder, '')
    assertSentence(await hold(context, join(folder, 'data')).ended, /^The data folder .* cannot be made or read by this user;/)
  })

  it('says that the chosen folder is closed to the user that PostgreSQL runs as', async (context) => {
    if (!isRoot) return context.skip('only root has another user run PostgreSQL')
    const closed = join(temporaryFolder(context), 'closed')
    mkdirSync(closed, { mode: 0o700 })
    assertSentence(await hold(context, join(closed, 'data')).ended, /^The data folder .* cannot be reached by the user/)
  })

  it('moves the data out of a closed home when nobody chose the folder', (context) => {
    if (!isRoot) return context.skip('only root has another user run PostgreSQL')
    const closed = join(temporaryFolder(context), 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const moved = dataFolder({ dataDir: join(closed, 'data') })
    context.after(() => rmSync(moved, { recursive: true }))
    assert.match(moved, /^\/var\/lib\/passerelle\/data-[0-9a-f]{12}$/)
    assert.equal(dataFolder({ dataDir: join(closed, 'data') }), moved)
    chmodSync(closed, 0o755)
    assert.equal(dataFolder({ dataDir: join(closed, 'data') }), join(closed, 'data'))
  })

  it('runs PostgreSQL as nobody where no user can be made', async (context) => {
    const folder = temporaryFolder(context)
    const accounts = join(folder, 'passwd')
    writeFileSync(accounts, readFileSync('/etc/passwd', 'utf8').replace(/^passerelle:.*\n/m, ''))
    const tools = join(folder, 'bin')
    mkdirSync(tools)
    const canHide = isRoot && spawnSync('unshare', ['--mount', 'mount', '--bind', accounts, '/etc/passwd']).status === 0
    if (!canHide) return context.skip('only root may hide the system users')
    const script = 'mount --bind "$1" /etc/passwd && PATH="$2" && shift 2 && exec "$@"'
    const command = [process.execPath, ...process.execArgv, join(root, holder), join(folder, 'data')]
    const program = startCommand(context, 'unshare', ['--mount', 'sh', '-c', script, 'sh', accounts, tools, ...command])
    await addressOf(program)
    const owner = spawnSync('stat', ['-c', '%U', join(folder, 'data', 'postgres')], { encoding: 'utf8' }).stdout.trim()
    assert.equal(owner, 'nobody')
  })
})
