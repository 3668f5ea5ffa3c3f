import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { importDocument } from '#app/imports/importContract.ts'
import { startProgram, temporaryFolder } from '#tests/programs.ts'

const rows = 300_000

/** Every commune of the département in turn, with the ages and activities that make each row its own. */
function population(): string {
  const lines = ['zone,sex,age,activity,count']
  for (let i = 0; i < rows; i++) lines.push(`62765,${i % 2 ? 'male' : 'female'},a${i >> 1},employed,${i % 97}`)
  return `${lines.join('\n')}\n`
}

describe('an import that is killed', () => {
  it('has changed nothing, and the same import afterwards takes all in', async (context) => {
    const folder = temporaryFolder(context)
    const environment = { PASSERELLE_DATA: join(folder, 'data'), PASSERELLE_SAMPLE: 'none', DATABASE_URL: '' }
    const file = join(folder, 'population.csv')
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, population())
    const run = (...more: string[]) =>
      startProgram(
        context,
        'src/main.ts',
        ['import', file, '--kind', 'population', '--json', '--lang', 'en', ...more],
        environment,
      )
    const killed = run()
    // In the middle: some rows are with the database, the rest are not.
    await new Promise<void>((resolve) => {
      killed.child.stderr?.on('data', (text: string) => {
        if (/population\.csv: [1-9]\d\d?,\d{3} rows/.test(text)) resolve()
      })
      void killed.ended.then(() => resolve())
    })
    killed.child.kill('SIGKILL')
    await killed.ended
    await sleep(500)
    const trial = await run('--dry-run').ended
    const seen = importDocument.parse(JSON.parse(trial.stdout))
    assert.deepEqual([seen.files[0]?.added, seen.files[0]?.unchanged, seen.committed], [rows, 0, false])
    const done = importDocument.parse(JSON.parse((await run().ended).stdout))
    assert.deepEqual([done.files[0]?.added, done.committed], [rows, true])
    const again = importDocument.parse(JSON.parse((await run().ended).stdout))
    assert.deepEqual([again.files[0]?.added, again.files[0]?.unchanged], [0, rows])
  })
})
