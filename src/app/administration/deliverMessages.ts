import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import type { ServiceSettings } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import { write } from '#store/open.ts'
import { claimMessages, markFailed, markSent, type Message } from '#store/outbox.ts'

const sleep = promisify(setTimeout)

/** Hands one message over; throws when the mail server does not take it. */
type Send = (message: Message) => Promise<void>

/** Delivery under way; `stop` waits for the message that is being handed over. */
export interface Delivery {
  readonly stop: () => Promise<void>
}

/** Minutes until the next attempt, by the attempts made; after the last the message has failed. */
const pauses = [1, 5, 15, 60, 240, 720, 1440] as const
/** While a message is being sent no other process takes it; one that died gives it back after this long. */
const leaseMinutes = 10
const batch = 20

function later(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

/** Whether the mail server said that it will never take this message (5yz): trying again would only annoy it. */
function isFinal(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  return code >= 500 && code < 600
}

/** When to try again after `attempts` attempts of which the last ended in `error`, or `null` to give up. */
export function nextAttempt(now: Date, attempts: number, error: unknown): Date | null {
  const pause = pauses[attempts - 1]
  return isFinal(error) || pause === undefined ? null : later(now, pause)
}

/** Sends the messages that are due, one after the other, and gives how many left. */
export async function deliverDue(obs: Observatory, send: Send): Promise<number> {
  const due = await write(obs.db, (writer) => claimMessages(writer, obs.now(), later(obs.now(), leaseMinutes), batch))
  let sent = 0
  for (const message of due) {
    try {
      await send(message)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      await write(obs.db, (writer) => markFailed(writer, message.id, text, nextAttempt(obs.now(), message.attempts, error)))
      continue
    }
    await write(obs.db, (writer) => markSent(writer, message.id, obs.now()))
    sent += 1
  }
  return sent
}

/** Sends through an SMTP server. Waits at most 30 s for it, so that one that hangs does not hold the others up. */
export function smtpSender(smtpUrl: string, from: string): Send & { readonly close: () => void } {
  const mail = createTransport({
    url: smtpUrl,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 30_000,
    // Texts come from the observatory alone: nothing in one may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replace(/[>\s]+$/, '') ?? 'localhost'
  const send: Send = async (message) => {
    await mail.sendMail({
      from,
      to: { name: '', address: message.to },
      subject: message.subject,
      text: message.text,
      // The same for every attempt: a mail server that got it before the line broke can tell.
      messageId: `<${message.id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
    })
  }
  return Object.assign(send, { close: () => mail.close() })
}

/** The sender's address: the one configured, else the portal's own name. */
export function senderOf(mailFrom: string | null, origin: string): string {
  return mailFrom ?? `passerelle@${new URL(origin).hostname}`
}

/**
 * Delivers what is waiting, now and every `everyMs`, while the portal runs; `null` without an SMTP server, when messages wait in the outbox.
 * A fault of the database is told to `onError` and tried again.
 */
export function startDelivery(
  obs: Observatory,
  settings: Pick<ServiceSettings, 'smtpUrl' | 'mailFrom'>,
  options: { readonly origin: string; readonly everyMs?: number; readonly onError: (error: unknown) => void },
): Delivery | null {
  if (settings.smtpUrl === null) return null
  const send = smtpSender(settings.smtpUrl, senderOf(settings.mailFrom, options.origin))
  const end = new AbortController()
  const pause = (): Promise<unknown> => sleep(options.everyMs ?? 5000, null, { signal: end.signal }).catch(() => null)
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await deliverDue(obs, send).catch(options.onError)
      await pause()
    }
    send.close()
  }
  const ended = run()
  return {
    async stop() {
      end.abort()
      await ended
    },
  }
}
