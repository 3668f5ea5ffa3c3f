import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { read, write } from '#store/open.ts'
import { selectMessages } from '#store/outbox.ts'
import { browserLike, type BrowserLike } from '#tests/browserLike.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn, testPassword, testPerson } from '#tests/signedIn.ts'
import { totp } from '#tests/totp.ts'

const better = 'six corbeaux sur le beffroi'

describe('one’s own account', () => {
  let server: PortalServer
  before(async () => {
    server = await portalServer()
  })
  after(() => server?.close())

  const signIn = async (email: string, password = testPassword): Promise<{ browser: BrowserLike; answer: Response }> => {
    const browser = browserLike(server)
    return { browser, answer: await browser.post('/en/sign-in', { email, password }) }
  }
  const isIn = async (browser: BrowserLike) => (await browser.get('/en/account')).status === 200
  const forget = () => write(server.observatory.db, (writer) => writer.deleteFrom('sign_in_attempt').execute())

  it('shows roles in words, and says so to who has none', async () => {
    const { cookie } = await signedIn(server, ['moderator'])
    assert.match(await (await browserLike(server, cookie).get('/fr/compte')).text(), /Modérateur, /)
    const nobody = await signedIn(server, [])
    assert.match(await (await browserLike(server, nobody.cookie).get('/en/account')).text(), /has no role yet/)
  })

  it('takes a new name, as text', async () => {
    const { cookie } = await signedIn(server, ['officer'])
    const browser = browserLike(server, cookie)
    assert.equal((await browser.post('/en/account/name', { name: '<b>Zoé</b> O’Neil' })).status, 303)
    const html = await (await browser.get('/en/account')).text()
    assert.match(html, /&lt;b&gt;Zoé&lt;\/b&gt; O’Neil/)
    assert.doesNotMatch(html, /<b>Zoé/)
    assert.equal((await browser.post('/en/account/name', { name: 'x'.repeat(101) })).status, 422)
  })

  it('changes the password for who knows it, and ends the other sessions', async () => {
    const person = await testPerson(server, ['officer'])
    const { browser: first } = await signIn(person.email)
    const { browser: second } = await signIn(person.email)
    const wrong = await first.post('/en/account/password', { current: 'not this one at all', next: better })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /not your current password/)
    const weak = await first.post('/en/account/password', { current: testPassword, next: 'password1234' })
    assert.match(await weak.text(), /thief tries/)
    assert.equal((await first.post('/en/account/password', { current: testPassword, next: better })).status, 303)
    assert.deepEqual([await isIn(first), await isIn(second)], [true, false])
    assert.equal((await signIn(person.email)).answer.status, 422)
    assert.equal((await signIn(person.email, better)).answer.status, 303)
    await forget()
  })

  it('lists sessions and ends them at once, one’s own alone', async () => {
    const person = await testPerson(server, ['officer'])
    const { browser: first } = await signIn(person.email)
    const { browser: second } = await signIn(person.email)
    const { browser: third } = await signIn(person.email)
    const page = await (await first.get('/en/account')).text()
    const ids = [...page.matchAll(/\/en\/account\/sessions\/([0-9a-f-]{36})\/end/g)].map((found) => found[1] ?? '')
    assert.equal(ids.length, 2)
    const stranger = browserLike(server, (await signedIn(server, ['administrator'])).cookie)
    assert.equal((await stranger.post(`/en/account/sessions/${ids[0]}/end`)).status, 422)
    assert.equal((await first.post(`/en/account/sessions/${ids[0]}/end`)).status, 303)
    assert.equal([await isIn(second), await isIn(third)].filter(Boolean).length, 1)
    assert.equal((await first.post('/en/account/sessions/others')).status, 303)
    assert.deepEqual([await isIn(first), await isIn(second), await isIn(third)], [true, false, false])
    assert.equal(await isIn(stranger), true)
  })

  it('asks for a code after the password once two-step verification is on', async () => {
    const person = await testPerson(server, ['officer'])
    const { browser } = await signIn(person.email)
    const wrong = await browser.post('/en/account/second-step', { password: 'not this one at all' })
    assert.equal(wrong.status, 422)
    const html = await (await browser.post('/en/account/second-step', { password: testPassword })).text()
    const key = (/<p class="secret-key"><code>([A-Z2-7 ]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '')
    assert.ok(key.length >= 32, 'the key is shown')
    assert.match(html, new RegExp(`href="otpauth://totp/[^"]*secret=${key}`))
    const codes = [...html.matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map((found) => found[1] ?? '')
    assert.ok(codes.length >= 8)
    assert.equal((await signIn(person.email)).answer.headers.get('location'), '/en/account', 'not asked before it is confirmed')
    const before = browser.cookie()
    assert.equal((await browser.post('/en/account/second-step/confirm', { code: '000000' })).status, 422)
    assert.equal((await browser.post('/en/account/second-step/confirm', { code: totp(key) })).status, 303)
    assert.notEqual(browser.cookie(), before, 'the session has a new token')

    const { browser: next, answer } = await signIn(person.email)
    assert.equal(answer.headers.get('location'), '/en/sign-in/code')
    assert.equal(await isIn(next), false, 'the password alone opens nothing')
    assert.equal((await next.post('/en/sign-in/code', { code: '000000' })).status, 422)
    const done = await next.post('/en/sign-in/code', {
      code: ` ${totp(key).slice(0, 3)} ${totp(key).slice(3)}`,
      return: '/en/matrix',
    })
    assert.deepEqual([done.status, done.headers.get('location')], [303, '/en/matrix'])
    assert.equal(await isIn(next), true)

    const [backup = ''] = codes
    const { browser: third } = await signIn(person.email)
    assert.equal((await third.post('/en/sign-in/code', { code: backup })).status, 303)
    const { browser: fourth } = await signIn(person.email)
    assert.equal((await fourth.post('/en/sign-in/code', { code: backup })).status, 422, 'a backup code is spent')

    assert.equal((await third.post('/en/account/second-step/remove', { confirm: 'not this one at all' })).status, 422)
    assert.equal((await third.post('/en/account/second-step/remove', { confirm: testPassword })).status, 303)
    assert.equal((await signIn(person.email)).answer.headers.get('location'), '/en/account')
    await forget()
  })

  it('gives nothing for a code without the password before', async () => {
    assert.equal((await browserLike(server).post('/en/sign-in/code', { code: '123456' })).status, 422)
    await forget()
  })

  it('mails a link to change a forgotten password, once, and says the same for an unknown address', async () => {
    const person = await testPerson(server, ['officer'])
    const { browser: before } = await signIn(person.email)
    const ask = async (email: string) => {
      const answer = await browserLike(server).post('/en/forgotten-password', { email })
      return [answer.status, answer.headers.get('location'), answer.headers.getSetCookie().length]
    }
    assert.deepEqual(await ask(person.email), await ask('unknown@nowhere.example'))
    const messages = await read(server.observatory.db, (reader) => selectMessages(reader, null, 500))
    assert.ok(!messages.some(({ to }) => to === 'unknown@nowhere.example'))
    const text = messages.find(({ to, kind }) => to === person.email && kind === 'passwordReset')?.text ?? ''
    const link = new URL(/http\S+/.exec(text)?.[0] ?? assert.fail(text)).pathname
    assert.equal((await browserLike(server).get(link)).status, 200)
    assert.equal(await isIn(before), true, 'opening the link changes nothing')
    assert.equal((await browserLike(server).post(link, { password: 'short' })).status, 422)
    assert.equal((await browserLike(server).post(link, { password: better })).headers.get('location'), '/en/sign-in?reset=done')
    assert.equal(await isIn(before), false, 'all sessions are ended')
    assert.equal((await signIn(person.email, better)).answer.status, 303)
    for (const gone of [link, '/en/new-password/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])
      for (const answer of [
        await browserLike(server).get(gone),
        await browserLike(server).post(gone, { password: testPassword }),
      ]) {
        assert.equal(answer.status, 422)
        assert.match(await answer.text(), /no longer valid/)
      }
    await forget()
  })

  it('does not send a fourth link within the hour', async () => {
    const person = await testPerson(server, ['officer'])
    const statuses: number[] = []
    for (let i = 0; i < 5; i++)
      statuses.push((await browserLike(server).post('/en/forgotten-password', { email: person.email })).status)
    assert.deepEqual(statuses, [303, 303, 303, 429, 429])
    await forget()
  })
})
