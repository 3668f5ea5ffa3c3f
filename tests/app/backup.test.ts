import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { backupBytes, noteBackup, type BackupReport } from '#app/administration/backup.ts'
import { compressed, frame } from '#app/administration/backupFrames.ts'
import { checkFile, opened, sealed } from '#app/administration/backupSeal.ts'
import { restoreBackup, type RestoreReport } from '#app/administration/restore.ts'
import { DomainError } from '#kernel/result.ts'
import { openSnapshot } from '#store/backup.ts'
import { everyOrganisation, asOrganisation } from '#store/asOrganisation.ts'
import { lastBackupMade } from '#store/backupsMade.ts'
import { plainMigrations } from '#store/migrationFiles.ts'
import { closeDatabase, openDatabase, read, write } from '#store/open.ts'
import { queueMessage } from '#store/outbox.ts'
import { blankDatabase, testDatabase, type TestDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

async function* once(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

async function backUp(
  test: Pick<TestDatabase, 'db'>,
  passphrase: string | null = null,
): Promise<{ file: Buffer; report: BackupReport }> {
  const making = backupBytes(testObservatory(test.db), { program: '0.0.0-test', passphrase })
  const parts: Uint8Array[] = []
  for (;;) {
    const step = await making.next()
    if (step.done) return { file: Buffer.concat(parts), report: step.value }
    parts.push(step.value)
  }
}

/** A source that gives a file in pieces of odd lengths, as a disk or a network may. */
function source(file: Uint8Array): () => AsyncGenerator<Uint8Array> {
  return async function* () {
    for (let at = 0; at < file.length; at += 40_009) yield file.subarray(at, at + 40_009)
  }
}

function refusal(code: string): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof DomainError, `no refusal: ${String(error)}`)
    assert.equal(error.code, code)
    return true
  }
}

/** Things that are hard to carry: bound by row-level security, with line breaks, backslashes, no value, bytes. */
async function addHardRows(test: TestDatabase): Promise<void> {
  await asOrganisation(test.db, everyOrganisation, async (writer) => {
    await sql`INSERT INTO auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt") VALUES ('u1', E'Agnès\\t\\\\N "O''Neil"\nline', 'a@example.org', true, now(), now())`.execute(
      writer,
    )
    await sql`INSERT INTO auth_session (id, "expiresAt", token, "createdAt", "updatedAt", "ipAddress", "userAgent", "userId") VALUES ('s1', now(), 'secret token', now(), now(), NULL, NULL, 'u1')`.execute(
      writer,
    )
    await sql`INSERT INTO invitation VALUES ('018f0000-0000-7000-8000-000000000001', 'b@example.org', (SELECT min(code) FROM organisation),
      'officer', 'hash', 'u1', now(), now(), NULL, NULL)`.execute(writer)
    await sql`INSERT INTO contribution (id, kind, organisation, author_id, author_name, sent_at, content, state)
      VALUES ('018f0000-0000-7000-8000-000000000002', 'note', 'o', 'u1', 'A', now(), '{"a": [1, null, "é\\n"]}', 'accepted')`.execute(
      writer,
    )
    await sql`INSERT INTO photo VALUES ('018f0000-0000-7000-8000-000000000003', '018f0000-0000-7000-8000-000000000002', 'p', 'o', false, '', '',
      'image/png', decode('00ff5c0a0d09', 'hex'), 1, 1)`.execute(writer)
    await queueMessage(writer, { to: 'c@example.org', subject: 's', text: 'line\r\nline\\.\n', kind: 'test' })
    await sql`INSERT INTO setting VALUES ('signingKey', '"key of the first"')`.execute(writer)
  })
}

/** Count and checksum of every table as another method than the backup's own counts them. */
async function digests(test: Pick<TestDatabase, 'db'>): Promise<Record<string, string>> {
  const snapshot = await openSnapshot(test.db)
  const found: Record<string, string> = {}
  for (const table of snapshot.tables) {
    const text = (await bytesOf(snapshot.rows(table))).toString('utf8')
    found[table.name] = `${text.split('\n').length - 1} ${createHash('sha256').update(text).digest('hex')}`
  }
  await snapshot.end(true)
  return found
}

describe('backup and restore', () => {
  let full: TestDatabase
  let copy: TestDatabase
  let made: { file: Buffer; report: BackupReport }
  let restored: RestoreReport

  before(async () => {
    full = await testDatabase({ from: 'sample' })
    copy = await testDatabase({ from: 'empty' })
    await addHardRows(full)
    made = await backUp(full)
    await write(copy.db, (writer) => sql`INSERT INTO setting VALUES ('signingKey', '"key of the second"')`.execute(writer))
    restored = await restoreBackup(source(made.file), { ownerUrl: copy.ownerUrl, passphrase: null })
  })
  after(async () => {
    await full.drop()
    await copy.drop()
  })

  const intoEmpty = async (context: { after: (fn: () => Promise<void>) => void }): Promise<TestDatabase> => {
    const empty = await testDatabase({ from: 'empty' })
    context.after(() => empty.drop())
    return empty
  }

  it('gives back every table, row by row', async () => {
    assert.deepEqual(restored.tables, made.report.tables)
    const before = await digests(full)
    assert.deepEqual(await digests(copy), before)
    assert.ok(Object.values(before).filter((digest) => !digest.startsWith('0 ')).length > 20, 'the sample fills its tables')
    assert.deepEqual(Object.fromEntries(restored.tables.map(({ name, rows, checksum }) => [name, `${rows} ${checksum}`])), before)
    // A backup of the restored observatory adds up to the same.
    const again = await backUp(copy)
    assert.deepEqual(again.report.tables, made.report.tables)
  })

  it('leaves out sessions, and raises the version that browsers keep pages by', async () => {
    const { rows } = await sql<{ sessions: number; version: number }>`SELECT (SELECT count(*) FROM auth_session) AS sessions,
      (SELECT min(version) FROM data_version) AS version`.execute(copy.db.kysely)
    assert.equal(rows[0]?.sessions, 0)
    assert.ok((rows[0]?.version ?? 0) > 1_700_000_000)
    assert.ok(!made.report.tables.some(({ name }) => /session|verification|rate_limit|upload|migration/.test(name)))
    assert.ok(!(await bytesOf(opened(source(made.file)(), null))).includes('secret token'))
  })

  it('keeps row-level security as it was', async () => {
    const seenBy = (organisation: string | null) =>
      asOrganisation(copy.db, organisation, (writer) => writer.selectFrom('contribution').select('id').execute())
    assert.equal((await seenBy('o')).length, 1)
    assert.equal((await seenBy('other')).length, 0)
    const { rows } = await sql<{
      forced: boolean
    }>`SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'contribution'`.execute(copy.db.kysely)
    assert.equal(rows[0]?.forced, true)
  })

  it('fills a database that has no schema yet', async (context) => {
    const blank = await blankDatabase()
    const db = openDatabase(blank.ownerUrl)
    context.after(async () => {
      await closeDatabase(db)
      await blank.drop()
    })
    await restoreBackup(source(made.file), { ownerUrl: blank.ownerUrl, passphrase: null })
    assert.deepEqual(await digests({ db }), await digests(full))
  })

  it('refuses a database that holds something, and names it', async () => {
    await assert.rejects(restoreBackup(source(made.file), { ownerUrl: full.ownerUrl, passphrase: null }), (error) => {
      refusal('restore.notEmpty')(error)
      assert.match(String((error as DomainError).params['tables']), /^rating \d+, /)
      return true
    })
  })

  it('sees one moment, whatever is written meanwhile', async () => {
    const making = backupBytes(testObservatory(full.db), { program: '0.0.0-test', passphrase: null })
    await making.next()
    const before = await digests(full)
    await write(full.db, (writer) =>
      sql`INSERT INTO message SELECT gen_random_uuid(), 'late@example.org', 's', 'b', 'k', 'fr', now(), 'waiting'
      FROM generate_series(1, 50)`.execute(writer),
    )
    let step = await making.next()
    while (!step.done) step = await making.next()
    await write(full.db, (writer) => writer.deleteFrom('message').where('to_address', '=', 'late@example.org').execute())
    const message = step.value.tables.find(({ name }) => name === 'message') ?? assert.fail('no messages')
    assert.equal(`${message.rows} ${message.checksum}`, before['message'])
  })

  it('gives its connection back when the reader goes away', async () => {
    for (let i = 0; i < 6; i++) {
      const making = backupBytes(testObservatory(full.db), { program: '0.0.0-test', passphrase: null })
      await making.next()
      await making.next()
      await making.return(made.report)
    }
    assert.equal((await digests(full))['zone'] !== undefined, true)
  })

  it('notes when it was made', async (context) => {
    const empty = await intoEmpty(context)
    const obs = testObservatory(empty.db)
    assert.equal(await read(empty.db, lastBackupMade), null)
    await noteBackup(obs, made.report, { userId: null, name: 'Ada' })
    assert.deepEqual(await read(empty.db, lastBackupMade), {
      madeAt: new Date(made.report.madeAt),
      madeBy: 'Ada',
      bytes: made.file.length,
      rows: made.report.rows,
      checksum: made.report.checksum,
      encrypted: false,
    })
  })

  it('opens a sealed one with its passphrase alone', async (context) => {
    const empty = await intoEmpty(context)
    const { file, report } = await backUp(full, 'brouillard sur le canal')
    assert.equal(report.encrypted, true)
    assert.ok(!file.includes('a@example.org'))
    const order = { ownerUrl: empty.ownerUrl }
    await assert.rejects(restoreBackup(source(file), { ...order, passphrase: null }), refusal('backup.passphraseNeeded'))
    await assert.rejects(restoreBackup(source(file), { ...order, passphrase: 'brouillard' }), refusal('backup.passphrase'))
    const again = await restoreBackup(source(file), { ...order, passphrase: 'brouillard sur le canal' })
    assert.deepEqual(again.tables, made.report.tables)
  })

  it('refuses files that are cut, changed, or none', async (context) => {
    const empty = await intoEmpty(context)
    const refuse = (file: Uint8Array, code: string) =>
      assert.rejects(restoreBackup(source(file), { ownerUrl: empty.ownerUrl, passphrase: null }), refusal(code))
    const { file } = made
    await refuse(new Uint8Array(), 'backup.notABackup')
    await refuse(Buffer.from('code;nom\n1;Calais\n'), 'backup.notABackup')
    for (const length of [30, 200, 70_000, file.length - 40, file.length - 1])
      await refuse(file.subarray(0, length), 'backup.truncated')
    for (const at of [40, 130, 5000, Math.floor(file.length / 2), file.length - 1]) {
      const flipped = Buffer.from(file)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at)
      const code = await restoreBackup(source(flipped), { ownerUrl: empty.ownerUrl, passphrase: null }).catch((error: unknown) =>
        error instanceof DomainError ? error.code : String(error),
      )
      assert.match(String(code), /^backup\.(damaged|truncated)$/, `byte ${at}`)
    }
    await refuse(Buffer.concat([file, Buffer.from('x')]), 'backup.damaged')
    assert.equal((await digests(empty))['zone']?.startsWith('0 '), true)
  })

  it('leaves nothing behind when rows do not add up, or cannot be', async (context) => {
    const empty = await intoEmpty(context)
    const migration = plainMigrations().at(-1)?.number ?? 0
    const tables = [{ name: 'service', columns: ['code', 'position'] }]
    const manifest = { program: 'x', migration, madeAt: '2026-01-01T00:00:00.000Z', tables }
    const crafted = async (rows: string, count: number, more: object = {}) => {
      const checksum = createHash('sha256').update(rows).digest('hex')
      const frames = once(
        frame('manifest', { ...manifest, ...more }),
        frame('table', Buffer.from('service')),
        frame('rows', Buffer.from(rows)),
        frame('sum', { rows: count, checksum }),
        frame('total', { tables: 1, rows: count }),
      )
      return bytesOf(sealed(compressed(frames), null))
    }
    const order = { ownerUrl: empty.ownerUrl, passphrase: null }
    const attempt = async (file: Buffer, code: string): Promise<void> => {
      await assert.rejects(restoreBackup(source(file), order), refusal(code))
      assert.equal((await digests(empty))['service']?.startsWith('0 '), true, code)
    }
    await attempt(await crafted('townHall\t0\n', 2), 'backup.damaged')
    await attempt(await crafted('townHall\tnought\n', 1), 'backup.damaged')
    await attempt(await crafted('townHall\t0\ntownHall\t1\n', 2), 'backup.damaged')
    // Rows that PostgreSQL would write otherwise: what is given back is not what came.
    await attempt(await crafted('townHall\t00\n', 1), 'restore.differs')
    await attempt(await crafted('townHall\t0\n', 1, { migration: migration + 1 }), 'restore.newer')
    await attempt(await crafted('townHall\t0\n', 1, { migration: 1 }), 'restore.schemaAhead')
    await attempt(await crafted('townHall\t0\n', 1, { tables: [{ name: 'service', columns: ['code'] }] }), 'backup.otherSchema')
    await restoreBackup(source(await crafted('townHall\t0\n', 1)), order)
    assert.equal((await digests(empty))['service']?.startsWith('1 '), true)
  })

  it('wraps and unwraps any bytes, cut anyhow, sealed or not', async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 200_000, size: 'max' }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (given, secret) => {
        const passphrase = secret ? 'π' : null
        const file = await bytesOf(sealed(once(...given), passphrase))
        const checked = await checkFile(source(file)())
        assert.deepEqual([checked.bytes, checked.encrypted], [file.length, secret])
        assert.ok((await bytesOf(opened(source(file)(), passphrase))).equals(Buffer.concat(given)))
      }),
      { numRuns: 12, seed: 62 },
    )
  })
})
