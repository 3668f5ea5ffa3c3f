import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss, getConstructionPlans } from 'pg-boss'
import { Client } from 'pg'
import { type TestDatabase, blankDatabase, testDatabase } from '#tests/database.ts'

/** What the queue is given to run as the role that owns nothing: the schema is our migrator's. */
const asServed = {
  migrate: false,
  createSchema: false,
  reindex: false,
  persistWarnings: false,
  persistQueueStats: false,
  schedule: false,
} as const

describe('the job queue', () => {
  let test: TestDatabase
  let boss: PgBoss
  const errors: unknown[] = []

  before(async () => {
    test = await testDatabase({ from: 'empty' })
    boss = new PgBoss({ connectionString: test.url, max: 3, ...asServed })
    boss.on('error', (error) => errors.push(error))
    await boss.start()
    await boss.createQueue('sums', { policy: 'exclusive', retryLimit: 1 })
  })
  after(async () => {
    await boss.stop({ graceful: false })
    await test.drop()
  })

  it('works as the serving role: sends, works, completes, cancels, supervises', async () => {
    const sent = await boss.send('sums', { a: 2, b: 3 })
    assert.ok(sent)
    await boss.work<{ a: number; b: number }>('sums', { pollingIntervalSeconds: 0.5 }, async ([job]) => ({
      sum: (job?.data.a ?? 0) + (job?.data.b ?? 0),
    }))
    assert.deepEqual(await outputOf(boss, sent), { sum: 5 })
    await boss.offWork('sums')

    const later = await boss.send('sums', {}, { startAfter: 3600 })
    assert.ok(later)
    await boss.cancel('sums', later)
    assert.equal((await boss.findJobs('sums', { id: later }))[0]?.state, 'cancelled')
    await boss.supervise('sums')
    assert.deepEqual(errors, [])
  })

  it('has the tables that this pg-boss would make itself', async (context) => {
    const blank = await blankDatabase()
    context.after(() => blank.drop())
    const client = new Client({ connectionString: blank.ownerUrl })
    await client.connect()
    await client.query(getConstructionPlans('pgboss'))
    const theirs = await shapeOf(client)
    await client.end()
    const ours = new Client({ connectionString: test.ownerUrl })
    await ours.connect()
    assert.deepEqual(await shapeOf(ours), theirs)
    await ours.end()
  })
})

/** What a job handed back, once it is completed; fails when it failed or took 20 s. */
async function outputOf(boss: PgBoss, id: string): Promise<unknown> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    const [job] = await boss.findJobs('sums', { id })
    assert.notEqual(job?.state, 'failed')
    if (job?.state === 'completed') return job.output
  }
  return assert.fail(`job ${id} was not completed within 20 s`)
}

/** Columns, indexes, constraints and functions of the schema pgboss, without the dated partitions of its statistics. */
async function shapeOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`SELECT line FROM (
    SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS line FROM information_schema.columns WHERE table_schema = 'pgboss'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'pgboss'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'pgboss'::regnamespace
    UNION ALL SELECT regexp_replace(pg_get_functiondef(oid), '\\s+', ' ', 'g') FROM pg_proc WHERE pronamespace = 'pgboss'::regnamespace
    UNION ALL SELECT 'version ' || version FROM pgboss.version
  ) AS lines WHERE line !~ 'queue_stats_2[0-9]+' ORDER BY line COLLATE "C"`)
  return rows.map(({ line }) => line)
}
