import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import { deliverDue, nextAttempt, smtpSender, startDelivery } from '#app/administration/deliverMessages.ts'
import type { Observatory } from '#app/observatory.ts'
import { read, write } from '#store/open.ts'
import { countMessages, markWaiting, markWithdrawn, queueMessage, selectMessage, selectMessages } from '#store/outbox.ts'
import { testDatabase, type TestDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'

/** A small mail server that keeps what it is given; `answer` decides what it says to a recipient. */
interface MailServer {
  readonly url: string
  readonly received: string[]
  answer: (recipient: string) => string
  readonly close: () => Promise<void>
}

function converse(socket: Socket, server: MailServer): void {
  let data: string[] | null = null
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  const hear = (line: string): void => {
    if (data) {
      if (line !== '.') return void data.push(line.replace(/^\.\./, '.'))
      server.received.push(data.join('\n'))
      data = null
      return say('250 taken')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') return say('250 mail.test')
    if (verb === 'RCPT') return say(server.answer(/<([^>]*)>/.exec(line)?.[1] ?? ''))
    if (verb === 'DATA') {
      data = []
      return say('354 go on')
    }
    return say(verb === 'QUIT' ? '221 bye' : '250 ok')
  }
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  socket.on('error', () => {})
  say('220 mail.test ESMTP')
}

async function mailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>()
  const net: Server = createServer((socket) => {
    sockets.add(socket)
    converse(socket, server)
  })
  await new Promise<void>((resolve) => net.listen(0, '127.0.0.1', resolve))
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(net.address() as AddressInfo).port}?ignoreTLS=true`,
    received: [],
    answer: () => '250 ok',
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        net.close(() => resolve())
      }),
  }
  return server
}

const greeting = {
  to: 'agnes@example.org',
  subject: 'Bienvenue\r\nBcc: spy@example.org',
  text: 'Bonjour Agnès,\n.\nÀ bientôt',
  kind: 'test',
}

describe('the outbox', () => {
  let test: TestDatabase
  let obs: Observatory
  let mail: MailServer

  before(async () => {
    test = await testDatabase({ from: 'empty' })
    obs = testObservatory(test.db)
    mail = await mailServer()
  })
  after(async () => {
    await mail.close()
    await test.drop()
  })
  beforeEach(async () => {
    mail.received.length = 0
    mail.answer = () => '250 ok'
    await write(test.db, (writer) => writer.deleteFrom('message').execute())
  })

  const queue = (to = greeting.to): Promise<string> => write(test.db, (writer) => queueMessage(writer, { ...greeting, to }))
  const stateOf = async (id: string) =>
    (await read(test.db, (reader) => selectMessage(reader, id))) ?? assert.fail(`no message ${id}`)

  it('hands a message over with its accents, and keeps its text no longer', async () => {
    const id = await queue()
    const sender = smtpSender(mail.url, 'Passerelle <portail@example.org>')
    assert.equal(await deliverDue(obs, sender), 1)
    sender.close()
    const [raw = ''] = mail.received
    assert.match(raw, /^To: agnes@example\.org$/m)
    assert.match(raw, new RegExp(`^Message-ID: <${id}@example\\.org>$`, 'm'))
    assert.match(raw, /^Subject: Bienvenue Bcc: spy@example\.org$/m)
    assert.doesNotMatch(raw, /^Bcc:/m)
    assert.match(raw, /Bonjour Agn=C3=A8s,|Qm9uam91ciBBZ27DqHM/)
    const { state, text, attempts, sentAt } = await stateOf(id)
    assert.deepEqual([state, text, attempts], ['sent', '', 1])
    assert.ok(sentAt)
  })

  it('waits and tries again after a passing fault, gives up after a lasting one', async () => {
    mail.answer = (to) => (to.startsWith('never') ? '550 no such mailbox' : '451 try later')
    const [never, later] = [await queue('never@example.org'), await queue('later@example.org')]
    const sender = smtpSender(mail.url, 'portail@example.org')
    assert.equal(await deliverDue(obs, sender), 0)
    assert.equal((await stateOf(never)).state, 'failed')
    assert.match((await stateOf(never)).failure ?? '', /no such mailbox/)
    assert.deepEqual([(await stateOf(later)).state, (await stateOf(later)).attempts], ['waiting', 1])
    // Not due yet: the pause has not passed.
    mail.answer = () => '250 ok'
    assert.equal(await deliverDue(obs, sender), 0)
    const inAnHour = { ...obs, now: () => new Date(Date.now() + 3_600_000) }
    assert.equal(await deliverDue(inAnHour, sender), 1)
    assert.equal((await stateOf(later)).state, 'sent')
    // A failed one is sent when an administrator says so.
    assert.equal(await write(test.db, (writer) => markWaiting(writer, never)), true)
    assert.equal(await deliverDue(obs, sender), 1)
    sender.close()
  })

  it('tries seven times again at growing pauses', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const fault = new Error('line broken')
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => {
      const next = nextAttempt(now, n, fault)
      return next && (next.getTime() - now.getTime()) / 60_000
    })
    assert.deepEqual(minutes, [1, 5, 15, 60, 240, 720, 1440, null])
  })

  it('sends each message once when two processes deliver', async () => {
    for (let i = 0; i < 30; i++) await queue(`person${i}@example.org`)
    const senders = [smtpSender(mail.url, 'a@example.org'), smtpSender(mail.url, 'a@example.org')]
    const rounds = [...senders, ...senders].map((sender) => deliverDue(obs, sender))
    const sent = (await Promise.all(rounds)).reduce((sum, each) => sum + each, 0)
    senders.forEach((sender) => sender.close())
    assert.equal(sent, 30)
    const recipients = mail.received.map((raw) => /^To: (.*)$/m.exec(raw)?.[1])
    assert.equal(new Set(recipients).size, 30)
    assert.equal(recipients.length, 30)
  })

  it('delivers while the portal runs and stops with it', async () => {
    const id = await queue()
    const faults: unknown[] = []
    const options = { origin: 'http://localhost:8300', everyMs: 20, onError: (error: unknown) => faults.push(error) }
    const delivery = startDelivery(obs, { smtpUrl: mail.url, mailFrom: null }, options) ?? assert.fail('no delivery')
    for (let i = 0; i < 200 && (await stateOf(id)).state !== 'sent'; i++) await new Promise((resolve) => setTimeout(resolve, 20))
    await delivery.stop()
    assert.equal((await stateOf(id)).state, 'sent')
    assert.match(mail.received[0] ?? '', /^From: passerelle@localhost$/m)
    assert.deepEqual(faults, [])
    assert.equal(startDelivery(obs, { smtpUrl: null, mailFrom: null }, options), null)
  })

  it('can be looked through, and a message withdrawn', async () => {
    const [first, second] = [await queue(), await queue('b@example.org')]
    assert.equal(await write(test.db, (writer) => markWithdrawn(writer, first)), true)
    assert.equal(await write(test.db, (writer) => markWithdrawn(writer, first)), false)
    assert.equal((await stateOf(first)).text, '')
    assert.deepEqual(
      (await read(test.db, (reader) => selectMessages(reader, 'waiting', 10))).map(({ id }) => id),
      [second],
    )
    assert.deepEqual(await read(test.db, countMessages), { waiting: 1, sent: 0, failed: 0, withdrawn: 1 })
    const sender = smtpSender(mail.url, 'a@example.org')
    assert.equal(await deliverDue(obs, sender), 1)
    sender.close()
  })
})
