import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { makeSampleAccounts, hasSampleAccounts } from '#app/accounts/sampleAccounts.ts'
import { adminCommand } from '#cli/admin.ts'
import { explain } from '#cli/exit.ts'
import { UsageError } from '#cli/options.ts'
import { roleCodes } from '#domain/accounts'
import { read, write } from '#store/open.ts'
import { cliWords } from '#words/cli.ts'
import { browserLike } from '#tests/browserLike.ts'
import { type TestDatabase, testDatabase } from '#tests/database.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'
import { testPerson } from '#tests/signedIn.ts'

describe('passerelle admin', () => {
  let server: PortalServer
  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const run = async (...args: string[]): Promise<string> => {
    let text = ''
    const terminal = { out: (each: string) => (text += each), say: () => {}, progress: () => {}, colour: false }
    const open = () => Promise.resolve({ observatory: server.observatory, close: () => Promise.resolve() })
    await adminCommand({ args, language: 'en', terminal, open })
    return text
  }
  const refusal = (...args: string[]) =>
    run(...args).then(
      () => assert.fail(`${args.join(' ')} was not refused`),
      (error: unknown) => explain(error, cliWords('en')),
    )
  const signsIn = async (email: string, password: string) => {
    const browser = browserLike(server)
    const { status } = await browser.post('/en/sign-in', { email, password })
    return { in: status === 303, browser }
  }

  it('makes an administrator with a password that is shown once, who signs in and administers', async () => {
    const said = await run('create', '--email', 'First@Example.org', '--name', 'First Person')
    const password = /Password, shown this once: (\S+)/.exec(said)?.[1] ?? ''
    assert.match(password, /^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)
    const { browser } = await signsIn('first@example.org', password)
    assert.equal((await browser.get('/en/invitations')).status, 200)
    const stored = await read(server.observatory.db, (reader) => reader.selectFrom('auth_account').select('password').execute())
    assert.ok(stored.length > 0 && !stored.some((row) => row.password?.includes(password)))
  })

  it('answers in JSON, and refuses a second use of the address', async () => {
    const said = await run('create', '--email', 'json@example.org', '--name', 'Json Person', '--organisation', 'caf-62', '--json')
    const { schema, created } = JSON.parse(said) as { schema: string; created: Record<string, string> }
    assert.equal(schema, 'admin/1')
    assert.deepEqual([created['email'], created['organisation']], ['json@example.org', 'caf-62'])
    const again = await refusal('create', '--email', 'JSON@example.org', '--name', 'Json Person')
    assert.equal(again.code, 2)
    assert.match(again.text, /already an account with the address json@example.org.*reset-password/)
  })

  it('refuses what is missing or wrong in a sentence with the remedy', async () => {
    const cases: [string[], RegExp][] = [
      [[], /Unknown action: \(none\)/],
      [['crown'], /Unknown action: crown/],
      [['toString'], /Unknown action/],
      [['create', '--name', 'X Y'], /--email is missing: passerelle admin create/],
      [['create', '--email', 'a@b.example'], /--name is missing/],
      [['create', '--email', 'nobody', '--name', 'X Y'], /“nobody” is no e-mail address/],
      [['create', '--email', 'a@b.example', '--name', ' ', '--json'], /The name is empty/],
      [
        ['create', '--email', 'a@b.example', '--name', 'X', '--organisation', 'nowhere'],
        /No organisation has the code “nowhere”/,
      ],
      [['reset-password', '--email', 'a@b.example'], /no account with the address/],
      [['revoke', '--email', 'a@b.example'], /no account with the address/],
      [['list', '--email'], /Unknown or incomplete option/],
    ]
    for (const [args, pattern] of cases) {
      const { text, code } = await refusal(...args)
      assert.equal(code, 2, args.join(' '))
      assert.match(text, pattern)
    }
    await assert.rejects(run('create'), UsageError)
  })

  it('lists administrators, resets a password and ends what was open, and revokes', async () => {
    const person = await testPerson(server, ['administrator'], { name: 'Lou Kerr' })
    assert.match(await run('list'), new RegExp(`${person.email} {2}Lou Kerr`))
    const said = JSON.parse(await run('reset-password', '--email', person.email, '--json')) as { reset: { password: string } }
    const { browser } = await signsIn(person.email, said.reset.password)
    assert.equal((await browser.get('/en/account')).status, 200)
    await run('reset-password', '--email', person.email, '--without-second-step')
    assert.equal((await browser.get('/en/account')).status, 401)
    assert.equal((await signsIn(person.email, said.reset.password)).in, false)
    await run('revoke', '--email', person.email)
    assert.doesNotMatch(await run('list'), /Lou Kerr/)
    assert.match((await refusal('revoke', '--email', person.email)).text, /is no administrator/)
  })
})

describe('the sample accounts', () => {
  let test: TestDatabase
  let empty: TestDatabase
  before(async () => {
    test = await testDatabase({ from: 'sample' })
    empty = await testDatabase({ from: 'empty' })
  })
  after(async () => {
    await test.drop()
    await empty.drop()
  })

  it('are made once, one for each role, by one of two processes at once, and kept in clear nowhere', async () => {
    const obs = testObservatory(test.db)
    const made = await Promise.all([makeSampleAccounts(obs), makeSampleAccounts(testObservatory(test.db))])
    const [accounts, ...more] = made.filter((each) => each !== null)
    assert.deepEqual(more, [])
    assert.deepEqual(
      accounts?.map(({ role }) => role),
      [...roleCodes],
    )
    assert.equal(new Set(accounts?.map(({ password }) => password)).size, roleCodes.length)
    assert.equal(await makeSampleAccounts(obs), null)
    assert.equal(await hasSampleAccounts(obs), true)
    const dump = await read(test.db, async (reader) =>
      JSON.stringify([
        await reader.selectFrom('auth_account').selectAll().execute(),
        await reader.selectFrom('audit_entry').selectAll().execute(),
        await reader.selectFrom('setting').selectAll().execute(),
      ]),
    )
    for (const { password } of accounts ?? []) assert.ok(!dump.includes(password))
    await write(test.db, (writer) => writer.deleteFrom('auth_user').execute())
    assert.equal(await makeSampleAccounts(obs), null, 'whoever deletes them does not get them back')
  })

  it('are not made where the sample is not', async () => {
    const obs = testObservatory(empty.db)
    assert.equal(await makeSampleAccounts(obs), null)
    assert.equal(await hasSampleAccounts(obs), false)
  })
})
