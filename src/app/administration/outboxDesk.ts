import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { isUuid } from '#kernel/uuid.ts'
import { recordAudit } from '#store/audit.ts'
import { read, write, type Writer } from '#store/open.ts'
import {
  countMessages,
  markSent,
  markWaiting,
  markWithdrawn,
  messageStates,
  selectMessage,
  selectMessages,
  type Message,
  type MessageState,
} from '#store/outbox.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'

const shownMessages = 200

/** A message whose link is hidden: whoever holds that link is taken for the recipient. */
export interface MessageView extends Message {
  /** Whether a link was hidden in the text. */
  readonly hidden: boolean
}

export interface OutboxView {
  readonly messages: readonly MessageView[]
  readonly counts: Readonly<Record<MessageState, number>>
  readonly state: MessageState | null
  /** Whether a mail server is configured; without one an administrator hands messages over. */
  readonly delivered: boolean
}

/** What can be done with a message that has not left. */
export type MessageAction = 'handOver' | 'withdraw' | 'sendAgain'

export interface OutboxDesk {
  outbox(viewer: Viewer, state: string | null): Promise<OutboxView>
  /** With its text, while it waits, but without the link that is the recipient's. Refuses with `message.unknown`. */
  message(viewer: Viewer, id: string): Promise<MessageView>
  /** With its link, to hand over; that it was shown, and to whom, is noted. Refuses with `message.unknown`. */
  showMessage(viewer: Viewer, id: string): Promise<MessageView>
  /** Refuses with `message.gone` a message that has left already. */
  actOnMessage(viewer: Viewer, id: string, action: MessageAction): Promise<void>
}

/** Messages that carry a link which proves who one is. */
const secretKinds: ReadonlySet<string> = new Set(['invitation', 'passwordReset'])

function withoutLink(message: Message): MessageView {
  const text = secretKinds.has(message.kind) ? message.text.replaceAll(/(https?:\/\/\S*\/)\S+/g, '$1…') : message.text
  return { ...message, text, hidden: text !== message.text }
}

async function found(obs: Observatory, id: string): Promise<Message> {
  const message = isUuid(id) ? await read(obs.db, (reader) => selectMessage(reader, id)) : null
  if (!message) throw new DomainError('message.unknown', { id })
  return message
}

const acts: Readonly<Record<MessageAction, (writer: Writer, id: string, now: Date) => Promise<boolean>>> = {
  handOver: (writer, id, now) => markSent(writer, id, now),
  withdraw: (writer, id) => markWithdrawn(writer, id),
  sendAgain: (writer, id) => markWaiting(writer, id),
}

const auditActions: Readonly<Record<MessageAction, string>> = {
  handOver: 'message.handedOver',
  withdraw: 'message.withdrawn',
  sendAgain: 'message.sentAgain',
}

export function outboxDesk({ observatory: obs, settings }: DeskTools): OutboxDesk {
  return {
    outbox(viewer, asked) {
      authorise(viewer, 'outbox.read')
      const state = messageStates.find((each) => each === asked) ?? null
      return read(obs.db, async (reader) => ({
        messages: (await selectMessages(reader, state, shownMessages)).map(withoutLink),
        counts: await countMessages(reader),
        state,
        delivered: settings.smtpUrl !== null,
      }))
    },
    async message(viewer, id) {
      authorise(viewer, 'outbox.read')
      return withoutLink(await found(obs, id))
    },
    async showMessage(viewer, id) {
      authorise(viewer, 'outbox.read')
      const message = await found(obs, id)
      const { kind, to } = message
      await write(obs.db, (writer) =>
        recordAudit(writer, { actor: viewer, action: 'message.shown', subject: id, details: { kind, to } }),
      )
      return { ...message, hidden: false }
    },
    async actOnMessage(viewer, id, action) {
      authorise(viewer, 'outbox.read')
      const { kind, to } = await found(obs, id)
      await write(obs.db, async (writer) => {
        if (!(await acts[action](writer, id, obs.now()))) throw new DomainError('message.gone', { id })
        await recordAudit(writer, { actor: viewer, action: auditActions[action], subject: id, details: { kind, to } })
      })
    },
  }
}
