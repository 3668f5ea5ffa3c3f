import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { type TestContext, describe, it } from 'node:test'
import { matrixDocument } from '#app/matrixContract.ts'
import { type Program, startProgram, temporaryFolder } from '#tests/programs.ts'

const start = (context: TestContext, dataDir: string, args: readonly string[] = ['--port', '0']): Program =>
  startProgram(context, 'src/main.ts', ['start', '--lang', 'en', ...args], { PASSERELLE_DATA: dataDir, DATABASE_URL: '' })

/** Waits for a line of progress, which goes to standard error. */
function tells(program: Program, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    program.child.stderr?.on('data', (more: string) => {
      text += more
      if (pattern.test(text)) resolve()
    })
    void program.ended.then(() => reject(new Error(`It ended without telling ${pattern}: ${text}`)))
  })
}

async function addressOf(program: Program): Promise<string> {
  return (await program.says(/The portal is open: (http:\/\/localhost:\d+)/))[1] ?? ''
}

async function matrixOf(address: string): Promise<unknown> {
  const response = await fetch(`${address}/en/matrix.json?territory=audomarois`)
  assert.equal(response.status, 200)
  return response.json()
}

function assertSentence({ code, stdout, stderr }: Awaited<Program['ended']>, pattern: RegExp): void {
  assert.match(stderr, pattern)
  assert.doesNotMatch(stderr + stdout, /\n\s+at |node:internal/)
  assert.equal(code, 1)
}

describe('the portal', () => {
  it('is complete after a kill in the first load and another in the main job, and serves one owner at a time', async (context) => {
    const dataDir = temporaryFolder(context)
    const killedLoading = start(context, dataDir)
    await tells(killedLoading, /Sample observatory: surveys/)
    killedLoading.child.kill('SIGKILL')
    await killedLoading.ended

    const killedComputing = start(context, dataDir)
    await tells(killedComputing, /Loaded: /)
    await tells(killedComputing, /Main job, [^:]+: estimating/)
    killedComputing.child.kill('SIGKILL')
    await killedComputing.ended

    const portal = start(context, dataDir)
    const address = await addressOf(portal)
    const document = matrixDocument.parse(await matrixOf(address))
    assert.equal(document.rows.length, 176)
    assert.equal(document.sources[0]?.respondents, 3000)

    assertSentence(await start(context, dataDir).ended, /The data folder .* is in use by process \d+;/)
    const joined = await startProgram(context, 'src/main.ts', ['matrix', '--territory', 'audomarois', '--json', '--lang', 'en'], {
      PASSERELLE_DATA: dataDir,
      DATABASE_URL: '',
    }).ended
    assert.equal(joined.code, 0, joined.stderr)
    assert.deepEqual(JSON.parse(joined.stdout), document)

    portal.child.kill('SIGINT')
    const ended = await portal.ended
    assert.equal(ended.code, 0, ended.stderr)
    assert.match(ended.stderr, /Stopping…\nStopped\.\n$/)

    // Results are there: the second start computes nothing and gives the same figures.
    const again = start(context, dataDir)
    assert.deepEqual(await matrixOf(await addressOf(again)), document)
    again.child.kill('SIGTERM')
    const last = await again.ended
    assert.equal(last.code, 0)
    assert.doesNotMatch(last.stderr, /Main job|Loaded/)
  })

  it('tells a taken port in a sentence, before any long work', async (context) => {
    const taken = createServer().listen(0, '127.0.0.1')
    context.after(() => taken.close())
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const ended = await start(context, temporaryFolder(context), ['--port', String(port)]).ended
    assertSentence(ended, new RegExp(`^Port ${port} is already used by another program; .*--port ${port + 1}\n$`))
  })

  it('stops at once when it is asked to in the middle of the first load', async (context) => {
    const program = start(context, temporaryFolder(context))
    await tells(program, /Sample observatory: surveys/)
    program.child.kill('SIGINT')
    const since = Date.now()
    const { code, stderr } = await program.ended
    assert.equal(code, 0, stderr)
    assert.match(stderr, /Stopped\.\n$/)
    // Not the rest of the load, nor of the main job.
    assert.ok(Date.now() - since < 20_000)
  })

  it('refuses a wrong setting by its name and value', async (context) => {
    const program = startProgram(context, 'src/main.ts', ['start', '--lang', 'en'], { PORT: 'eighty', DATABASE_URL: '' })
    assertSentence(await program.ended, /^Invalid setting: PORT: .*\(eighty\)\n$/)
  })
})
