import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { read, write } from '#store/open.ts'
import { type TestDatabase, testDatabase } from '#tests/database.ts'

describe('an open database', () => {
  let test: TestDatabase
  before(async () => {
    test = await testDatabase({ from: 'empty' })
  })
  after(() => test.drop())

  it('gives counts as numbers, dates as text, and knows UTC alone', async () => {
    const row = await read(test.db, async (reader) => {
      const { rows } =
        await sql`SELECT count(*) AS n, date '2026-11-23' AS day, current_setting('TimeZone') AS zone, 1.50::numeric AS amount`.execute(
          reader,
        )
      return rows[0]
    })
    assert.deepEqual(row, { n: 1, day: '2026-11-23', zone: 'UTC', amount: '1.50' })
  })

  it('refuses an integer that a number cannot hold', async () => {
    await assert.rejects(
      read(test.db, (reader) => sql`SELECT 9007199254740993::int8`.execute(reader)),
      /9007199254740993/,
    )
  })

  it('lets a reader change nothing', async () => {
    await assert.rejects(
      read(test.db, (reader) => reader.deleteFrom('service').execute()),
      /read-only transaction/,
    )
  })

  it('saves a whole transaction or nothing', async () => {
    await assert.rejects(
      write(test.db, async (writer) => {
        await writer.insertInto('service').values({ code: 'x', position: 99 }).execute()
        throw new Error('second thoughts')
      }),
      /second thoughts/,
    )
    const services = await read(test.db, (reader) =>
      reader.selectFrom('service').select('code').where('code', '=', 'x').execute(),
    )
    assert.deepEqual(services, [])
  })

  it('runs a transaction once more when it met another one', async () => {
    let runs = 0
    const collide = async () => {
      runs += 1
      if (runs === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      return runs
    }
    assert.equal(await write(test.db, collide), 2)
  })

  it('is served by a role that owns nothing, where there are two', async (context) => {
    if (test.url === test.ownerUrl) return context.skip('this server gave us one role only')
    const { rows } = await read(test.db, (reader) =>
      sql`SELECT count(*) AS n FROM pg_class WHERE relowner = current_user::regrole`.execute(reader),
    )
    assert.deepEqual(rows, [{ n: 0 }])
    await assert.rejects(
      write(test.db, (writer) => writer.deleteFrom('migration').execute()),
      /permission denied/,
    )
  })
})
