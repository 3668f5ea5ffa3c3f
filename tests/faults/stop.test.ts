import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Client } from 'pg'
import { testDatabase } from '#tests/database.ts'
import { startProgram, temporaryFolder } from '#tests/programs.ts'

describe('a portal asked to stop', () => {
  it('is gone within some seconds, cleanly, while work that does not end is under way', async (context) => {
    const { url, ownerUrl, drop } = await testDatabase({ from: 'sample' })
    context.after(() => drop())
    const portal = startProgram(context, 'src/main.ts', ['start', '--port', '0', '--lang', 'en'], {
      PASSERELLE_DATA: temporaryFolder(context),
      DATABASE_URL: ownerUrl,
      DATABASE_WEB_URL: url,
    })
    const [, address] = await portal.says(/The portal is open: (http:\/\/localhost:\d+)/)
    const holder = new Client({ connectionString: ownerUrl })
    await holder.connect()
    try {
      await holder.query('BEGIN; LOCK TABLE place IN ACCESS EXCLUSIVE MODE')
      const asked = fetch(`${address}/en/places/mairie-62765`).catch(() => null)
      const waiting = `SELECT 1 FROM pg_locks WHERE relation = 'place'::regclass AND NOT granted`
      for (let i = 0; i < 100 && (await holder.query(waiting)).rows.length === 0; i++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      const since = performance.now()
      portal.child.kill('SIGINT')
      const { code, stderr } = await portal.ended
      assert.equal(code, 0, stderr)
      assert.match(stderr, /Stopping…\nStopped\.\n$/)
      assert.ok(performance.now() - since < 15_000)
      assert.equal((await holder.query(waiting)).rows.length, 1, 'the request was not under way')
      await asked
    } finally {
      await holder.end()
    }
  })
})
