import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { searchAudit } from '#store/audit.ts'
import { read } from '#store/open.ts'
import { selectMessages } from '#store/outbox.ts'
import { browserLike, type BrowserLike } from '#tests/browserLike.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn, testPassword, testPerson } from '#tests/signedIn.ts'

describe('inviting somebody', () => {
  let server: PortalServer
  let manager: BrowserLike
  let organisation = ''
  let other = ''
  before(async () => {
    server = await portalServer()
    const rows = await read(server.observatory.db, (reader) =>
      reader.selectFrom('organisation').select('code').orderBy('code').limit(2).execute(),
    )
    organisation = rows[0]?.code ?? ''
    other = rows[1]?.code ?? ''
    const { cookie } = await signedIn(server, [{ organisation, role: 'partnerManager' }], { name: 'Dominique Leroy' })
    manager = browserLike(server, cookie)
  })
  after(() => server?.close())

  let count = 0
  const invite = async (role = 'officer', browser = manager, into = organisation) => {
    const email = `new-${(count += 1)}@example.org`
    const answer = await browser.post('/en/invitations', { email: email.toUpperCase(), organisation: into, role })
    return { email, answer }
  }
  const linkTo = async (email: string): Promise<string> => {
    const messages = await read(server.observatory.db, (reader) => selectMessages(reader, null, 500))
    const text = messages.find(({ to }) => to === email)?.text ?? ''
    return new URL(/http\S+/.exec(text)?.[0] ?? assert.fail(`no link for ${email}`)).pathname
  }
  const invited = async (role = 'officer') => {
    const { email, answer } = await invite(role)
    assert.equal(answer.status, 303)
    return { email, link: await linkTo(email) }
  }
  const actionsOn = async (email: string) => {
    const found = await read(server.observatory.db, (reader) => searchAudit(reader, { text: email }))
    return found.entries.map(({ action }) => action)
  }

  it('sends a link that shows the invitation, changes nothing, and then makes the account once', async () => {
    const { email, link } = await invited()
    for (let i = 0; i < 2; i++) {
      const shown = await (await browserLike(server).get(link)).text()
      assert.match(shown, new RegExp(`Dominique Leroy invites ${email}`))
      assert.match(shown, /Front-desk officer/)
    }
    const kept = await browserLike(server).get(link)
    assert.equal(kept.headers.get('cache-control'), 'private, no-store')
    assert.equal(kept.headers.get('etag'), null)
    assert.deepEqual(await actionsOn(email), ['invitation.created'])
    const guest = browserLike(server)
    const answer = await guest.post(link, { name: ' Noor  Haddad\u200b ', password: testPassword })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/en/account?saved=invitation'])
    const viewer = await server.desks.accounts.viewerOf(new Headers({ cookie: guest.cookie() }))
    assert.deepEqual([viewer.name, viewer.email, viewer.memberships], ['Noor Haddad', email, [{ organisation, role: 'officer' }]])
    assert.deepEqual((await actionsOn(email)).toSorted(), ['invitation.accepted', 'invitation.created'])
    for (const again of [
      await browserLike(server).get(link),
      await browserLike(server).post(link, { name: 'X', password: testPassword }),
    ])
      assert.equal(again.status, 404)
  })

  it('is accepted by one of two at once', async () => {
    const { email, link } = await invited()
    const answers = await Promise.all(
      [1, 2].map((n) => browserLike(server).post(link, { name: `Twin ${n}`, password: testPassword })),
    )
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 404]))
    const { rows } = await read(server.observatory.db, (reader) =>
      sql<{ n: number }>`SELECT count(*) AS n FROM auth_user WHERE email = ${email}`.execute(reader),
    )
    assert.deepEqual(rows, [{ n: 1 }])
  })

  it('asks again for a weak password or a missing name, with what was typed', async () => {
    const { link } = await invited()
    const weak = await browserLike(server).post(link, { name: 'Noor Haddad', password: 'Motdepasse2026!' })
    assert.equal(weak.status, 422)
    const html = await weak.text()
    assert.match(html, /among the first that a thief tries/)
    assert.match(html, /value="Noor Haddad"/)
    const nameless = await browserLike(server).post(link, { name: ' ', password: testPassword })
    assert.match(await nameless.text(), /Enter your first and last name/)
  })

  it('holds no longer once it is withdrawn or too old, and never for a token that nobody was given', async () => {
    const { db } = server.observatory
    const withdrawn = await invited()
    const page = await (await manager.get('/en/invitations')).text()
    const [, id] = new RegExp(`/en/invitations/([0-9a-f-]+)/withdraw"[^]*?${withdrawn.email}`).exec(page) ?? []
    assert.equal((await manager.post(`/en/invitations/${id}/withdraw`)).status, 303)
    const old = await invited()
    await asOrganisation(db, everyOrganisation, (writer) =>
      sql`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = ${old.email}`.execute(writer),
    )
    for (const link of [withdrawn.link, old.link, '/en/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
      assert.equal((await browserLike(server).get(link)).status, 404)
      assert.equal((await browserLike(server).post(link, { name: 'X', password: testPassword })).status, 404)
    }
  })

  it('keeps the token by its hash alone', async () => {
    const { link } = await invited()
    const token = link.split('/').at(-1) ?? ''
    const { rows } = await asOrganisation(server.observatory.db, everyOrganisation, (writer) =>
      sql<{ line: string }>`SELECT invitation::text AS line FROM invitation`.execute(writer),
    )
    assert.ok(rows.length > 0)
    assert.ok(!rows.some(({ line }) => line.includes(token)))
  })

  it('gives a second role to who is signed in under that address, and refuses anybody else', async () => {
    const person = await testPerson(server, ['analyst'])
    assert.equal((await manager.post('/en/invitations', { email: person.email, organisation, role: 'referent' })).status, 303)
    const link = await linkTo(person.email)
    assert.match(await (await browserLike(server).get(link)).text(), /Sign in with it to accept/)
    const visitorTries = await browserLike(server).post(link, { name: 'X', password: testPassword })
    assert.equal(visitorTries.status, 422)
    const stranger = await signedIn(server, ['officer'])
    assert.equal((await browserLike(server, stranger.cookie).post(link)).status, 422)
    const self = browserLike(server)
    await self.post('/en/sign-in', { email: person.email, password: testPassword })
    assert.equal((await self.post(link)).status, 303)
    const viewer = await server.desks.accounts.viewerOf(new Headers({ cookie: self.cookie() }))
    assert.ok(viewer.memberships.some((held) => held.role === 'referent' && held.organisation === organisation))
  })

  it('stays within what the inviter may offer', async () => {
    assert.equal((await invite('administrator')).answer.status, 403)
    assert.equal((await invite('analyst')).answer.status, 403)
    assert.equal((await invite('officer', manager, other)).answer.status, 403)
    assert.equal((await invite('king')).answer.status, 422)
    assert.equal((await invite('officer', manager, 'nowhere')).answer.status, 422)
    const coordinator = browserLike(server, (await signedIn(server, ['coordinator'])).cookie)
    assert.equal((await invite('officer', coordinator, other)).answer.status, 303)
    assert.equal((await invite('administrator', coordinator, other)).answer.status, 403)
  })

  it('shows a manager the invitations of their own organisation, and lets them withdraw no other', async () => {
    const administrator = browserLike(server, (await signedIn(server, ['administrator'])).cookie)
    const { email } = await invite('officer', administrator, other)
    assert.match(await (await administrator.get('/en/invitations')).text(), new RegExp(email))
    assert.doesNotMatch(await (await manager.get('/en/invitations')).text(), new RegExp(email))
    const found = await asOrganisation(server.observatory.db, other, (writer) =>
      writer.selectFrom('invitation').select('id').where('email', '=', email).executeTakeFirstOrThrow(),
    )
    assert.equal((await manager.post(`/en/invitations/${found.id}/withdraw`)).status, 404)
    assert.equal((await manager.post(`/en/invitations/${found.id}'--/withdraw`)).status, 404)
  })

  it('refuses a second invitation for the same', async () => {
    const { email } = await invited('referent')
    const again = await manager.post('/en/invitations', { email, organisation, role: 'referent' })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /already waiting/)
  })
})
