import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { migrate } from '#store/migrate.ts'
import { type Migration, plainMigrations } from '#store/migrationFiles.ts'
import { blankDatabase } from '#tests/database.ts'

const first: Migration = {
  number: 1,
  name: 'first',
  checksum: 'a',
  sql: 'CREATE SCHEMA pgboss; CREATE TABLE one (id integer); INSERT INTO one VALUES (1)',
}
const second: Migration = { number: 2, name: 'second', checksum: 'b', sql: 'CREATE TABLE two (id integer)' }

describe('the migrator', () => {
  let blank: Awaited<ReturnType<typeof blankDatabase>>
  const query = async (sql: string) => {
    const client = new Client({ connectionString: blank.ownerUrl })
    await client.connect()
    return client.query(sql).finally(() => client.end())
  }
  const landed = async () => (await query('SELECT number FROM migration ORDER BY number')).rows.map(({ number }) => number)

  before(async () => {
    blank = await blankDatabase()
    // Two processes at once: one does the work, the other waits and finds it done.
    const counts = await Promise.all([1, 2].map(() => migrate(blank.ownerUrl, { migrations: [first, second] })))
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      [0, 2],
    )
  })
  after(() => blank.drop())

  it('applies each migration once', async () => {
    assert.equal(await migrate(blank.ownerUrl, { migrations: [first, second] }), 0)
    assert.deepEqual(await landed(), [1, 2])
    assert.equal((await query('SELECT * FROM one')).rowCount, 1)
  })

  it('leaves nothing of a migration that fails', async () => {
    const third = { number: 3, name: 'third', checksum: 'c', sql: 'CREATE TABLE three (id integer); SELECT 1/0' }
    await assert.rejects(
      migrate(blank.ownerUrl, { migrations: [first, second, third] }),
      /Migration 3 third failed: .*division by zero/,
    )
    assert.deepEqual(await landed(), [1, 2])
    assert.equal((await query(`SELECT to_regclass('three') AS found`)).rows[0].found, null)
  })

  it('refuses a landed migration that was edited', async () => {
    const edited = { ...second, checksum: 'other' }
    await assert.rejects(migrate(blank.ownerUrl, { migrations: [first, edited] }), sentence(/^Migration 2 second was edited/))
  })

  it('refuses the schema of a newer program', async () => {
    await assert.rejects(migrate(blank.ownerUrl, { migrations: [first] }), sentence(/newer Passerelle \(migration 2 second\)/))
  })

  it('numbers its files without gap or repetition', () => {
    const numbers = plainMigrations().map(({ number }) => number)
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    )
  })
})

function sentence(pattern: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof EnvironmentError && error.exitCode === 1 && pattern.test(error.message)
}
