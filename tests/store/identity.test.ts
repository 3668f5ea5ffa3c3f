import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { authByOrigin } from '#app/accounts/auth.ts'
import { getMigrations } from 'better-auth/db/migration'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { auditActions, auditPageSize, recordAudit, searchAudit } from '#store/audit.ts'
import { insertInvitation, selectInvitations } from '#store/invitations.ts'
import { closeDatabase, openDatabase, read, write, type Database } from '#store/open.ts'
import { type TestDatabase, testDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

const actor = { userId: 'u1', name: 'Anne Petit' }

describe('the tables of people', () => {
  let test: TestDatabase
  before(async () => {
    test = await testDatabase({ from: 'sample' })
  })
  after(() => test.drop())

  const organisations = async (): Promise<string[]> =>
    (await read(test.db, (reader) => reader.selectFrom('organisation').select('code').orderBy('code').limit(2).execute())).map(
      ({ code }) => code,
    )

  const putIn = (db: Database, scope: string | null, organisation: string, id: string) =>
    asOrganisation(db, scope, (writer) =>
      insertInvitation(writer, {
        id,
        email: `${id}@example.org`,
        organisation,
        role: 'officer',
        tokenHash: id,
        invitedBy: 'Anne Petit',
        invitedAt: new Date(),
        expiresAt: new Date(Date.now() + 1000),
      }),
    )

  it('are those that better-auth asks for: nothing is left to migrate', async () => {
    const observatory = testObservatory(test.db)
    const settings = { oidc: null, smtpUrl: null, mailFrom: null, baseMapUrl: null }
    const tools = { observatory, queue: {}, labels: () => () => '', origin: 'http://localhost', secret: 'x'.repeat(40), settings }
    const auth = authByOrigin(tools as never, null)('http://localhost')
    const plan = await getMigrations(auth.options)
    assert.deepEqual([plan.toBeCreated, plan.toBeAdded], [[], []])
  })

  it('show invitations to their own organisation alone, and to nobody without one', async (context) => {
    const [a = '', b = ''] = await organisations()
    const ids = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'] as const
    await putIn(test.db, a, a, ids[0])
    await putIn(test.db, everyOrganisation, b, ids[1])
    const seen = (scope: string | null) =>
      asOrganisation(test.db, scope, async (writer) => (await selectInvitations(writer)).map(({ id }) => id).toSorted())
    assert.deepEqual(await seen(a), [ids[0]])
    assert.deepEqual(await seen(b), [ids[1]])
    assert.deepEqual(await seen(everyOrganisation), ids)
    assert.deepEqual(await seen(null), [])
    assert.deepEqual(await seen(''), [])
    assert.deepEqual(await seen(`x' OR '1'='1`), [])
    const plain = await read(test.db, (reader) => reader.selectFrom('invitation').selectAll().execute())
    assert.deepEqual(plain, [], 'the setting ends with its transaction')
    await assert.rejects(putIn(test.db, a, b, '00000000-0000-7000-8000-00000000000c'), /row-level security/)
    await asOrganisation(test.db, b, (writer) => writer.deleteFrom('invitation').execute())
    assert.deepEqual(await seen(everyOrganisation), [ids[0]], 'another’s rows cannot be deleted')
    if (test.url === test.ownerUrl) return context.skip('this server gave us one role only')
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    const ofOwner = await read(owner, (reader) => reader.selectFrom('invitation').selectAll().execute())
    await closeDatabase(owner)
    assert.deepEqual(ofOwner, [], 'the policy is forced on the owner too, who serves where only one address is given')
  })

  it('are served by a role that owns none of them and evades no policy', async (context) => {
    if (test.url === test.ownerUrl) return context.skip('this server gave us one role only')
    const { rows } = await read(test.db, (reader) =>
      sql`SELECT (SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole) AS owned, rolsuper, rolbypassrls
        FROM pg_roles WHERE rolname = current_user`.execute(reader),
    )
    assert.deepEqual(rows, [{ owned: 0, rolsuper: false, rolbypassrls: false }])
  })

  it('let the serving role add to the audit log and read it, nothing else', async (context) => {
    if (test.url === test.ownerUrl) return context.skip('this server gave us one role only')
    await write(test.db, (writer) => recordAudit(writer, { actor, action: 'test.kept', subject: 'kept' }))
    for (const statement of [
      sql`UPDATE audit_entry SET subject = 'other'`,
      sql`DELETE FROM audit_entry`,
      sql`TRUNCATE audit_entry`,
      sql`ALTER TABLE audit_entry ADD COLUMN x text`,
      sql`DROP TABLE audit_entry`,
      sql`ALTER TABLE invitation DISABLE ROW LEVEL SECURITY`,
    ])
      await assert.rejects(
        write(test.db, (writer) => statement.execute(writer)),
        /permission denied|must be owner/,
      )
    const { total } = await read(test.db, (reader) => searchAudit(reader, { action: 'test.kept' }))
    assert.equal(total, 1)
  })

  it('find entries of the log by text, action, person and day, in pages', async () => {
    const subject = 'search'
    await write(test.db, async (writer) => {
      for (let i = 0; i < auditPageSize + 3; i++)
        await recordAudit(writer, { actor, action: i % 2 ? 'search.odd' : 'search.even', subject, details: { number: `n${i}` } })
      await recordAudit(writer, {
        actor: { userId: null, name: '100%_sure' },
        action: 'search.other',
        subject,
        organisation: 'caf-62',
      })
    })
    const find = (query: Parameters<typeof searchAudit>[1]) => read(test.db, (reader) => searchAudit(reader, query))
    const all = await find({ text: 'search' })
    assert.deepEqual([all.total, all.entries.length], [auditPageSize + 4, auditPageSize])
    assert.equal((await find({ text: 'search', page: 2 })).entries.length, 4)
    assert.equal((await find({ action: 'search.odd' })).total, Math.floor((auditPageSize + 3) / 2))
    assert.equal((await find({ text: 'n52' })).entries[0]?.details['number'], 'n52')
    assert.equal((await find({ actor: '%_' })).total, 1, 'wildcards are text')
    assert.equal((await find({ text: 'CAF-62' })).total, 1)
    const today = new Date().toISOString().slice(0, 10)
    assert.ok((await find({ text: 'search', from: today, to: today })).total >= auditPageSize)
    assert.equal((await find({ text: 'search', from: '2000-01-01', to: '2000-12-31' })).total, 0)
    assert.ok((await read(test.db, auditActions)).includes('search.other'))
    const times = all.entries.map(({ at }) => at.getTime())
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    )
  })
})
