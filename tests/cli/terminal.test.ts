import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { terminalOn } from '#cli/terminal.ts'
import { languageOf, readOptions, UsageError } from '#cli/options.ts'

function streams(isTTY: boolean) {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => written.push(text) }
  return { written, stdout: stream, stderr: stream }
}

describe('the terminal', () => {
  it('keeps progress on one line of a real terminal, and ends it before the next message', () => {
    const { written, ...both } = streams(true)
    const terminal = terminalOn(both, { colour: true })
    terminal.progress('Load', 0)
    terminal.progress('Load', 0.5)
    terminal.say('done')
    assert.deepEqual(written, [
      '\r\u001B[K[....................]   0 %  Load',
      '\r\u001B[K[##########..........]  50 %  Load',
      '\n',
      'done\n',
    ])
    assert.equal(terminal.colour, true)
  })

  it('writes a line per task into a log, without colour', () => {
    const { written, ...both } = streams(false)
    const terminal = terminalOn(both, { colour: true })
    for (const share of [0, 0.1, 0.2]) terminal.progress('Load', share)
    terminal.progress('Save', 1)
    assert.equal(written.length, 2)
    assert.equal(terminal.colour, false)
  })
})

describe('options', () => {
  it('speaks the language asked, else the system’s, else English', () => {
    assert.equal(languageOf(['--lang', 'fr'], { LANG: 'en_GB.UTF-8' }), 'fr')
    assert.equal(languageOf(['--lang=en'], { LANG: 'fr_FR.UTF-8' }), 'en')
    assert.equal(languageOf([], { LANG: 'fr_FR.UTF-8' }), 'fr')
    assert.equal(languageOf([], { LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }), 'en')
    assert.equal(languageOf([], {}), 'en')
  })

  it('refuses what it does not know, by its name', () => {
    const spec = { csv: 'string', json: 'boolean' } as const
    assert.deepEqual({ ...readOptions(['--csv=a', '--json'], spec, String) }, { csv: 'a', json: true })
    for (const [args, name] of [
      [['--cvs', 'a'], '--cvs'],
      [['extra'], 'extra'],
      [['--csv'], '--csv'],
    ] as const) {
      assert.throws(
        () => readOptions(args, spec, (each) => each),
        (error) => error instanceof UsageError && error.message.startsWith(name),
      )
    }
  })
})
