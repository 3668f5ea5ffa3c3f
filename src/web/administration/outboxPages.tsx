import type { FC } from 'hono/jsx'
import type { MessageAction, OutboxView } from '#app/administration/outboxDesk.ts'
import { administrationActions } from '../addresses/administration.ts'
import type { Page, Visit } from '../page.ts'
import { filled, paths, pathTo, queryOf } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { FormHead, formWith, saved } from './form.tsx'

type Message = OutboxView['messages'][number]

const states = ['waiting', 'failed', 'sent', 'withdrawn'] as const

const States: FC<{ visit: Visit; view: OutboxView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { outbox, all } = words.administration
  const address = (state: string | null): string => pathTo(language, 'adminOutbox', asked, { more: { state } })
  return (
    <nav class="choices admin-choices" aria-label={outbox.state}>
      <a href={address(null)} aria-current={view.state === null ? 'true' : undefined}>
        {all.masculine}
      </a>
      {states.map((state) => (
        <a href={address(state)} aria-current={view.state === state ? 'true' : undefined}>
          {outbox.countOf(outbox.states[state], format.integer(view.counts[state]))}
        </a>
      ))}
    </nav>
  )
}

const Table: FC<{ visit: Visit; messages: readonly Message[] }> = ({ visit, messages }) => {
  const { words, language, asked, format } = visit
  const { outbox } = words.administration
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{outbox.to}</th>
          <th scope="col">{outbox.subject}</th>
          <th scope="col">{outbox.state}</th>
          <th scope="col">{outbox.queuedAt}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'adminMessage', asked, { parts: { id: message.id } })}>{message.to}</a>
            </th>
            <td data-label={outbox.subject}>{message.subject}</td>
            <td data-label={outbox.state}>{outbox.states[message.state]}</td>
            <td data-label={outbox.queuedAt}>{format.instant(message.queuedAt.toISOString())}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const outboxPage: Page<OutboxView> = {
  key: 'adminOutbox',
  needs: 'outbox.read',
  live: true,
  above: ['administration'],
  load: ({ desks, viewer, query }) => desks.administration.outbox(viewer, query.get('state')),
  title: (visit) => visit.words.administration.outbox.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { outbox } = visit.words.administration
    return (
      <>
        <h1>{outbox.title}</h1>
        <p class="context">{view.delivered ? outbox.delivered : outbox.byHand}</p>
        <States visit={visit} view={view} />
        {view.messages.length === 0 ? <p>{outbox.empty}</p> : <Table visit={visit} messages={view.messages} />}
      </>
    )
  },
}

const Facts: FC<{ visit: Visit; message: Message }> = ({ visit, message }) => {
  const { words, format } = visit
  const { outbox } = words.administration
  const facts: readonly (readonly [string, string | null])[] = [
    [outbox.subject, message.subject],
    [outbox.kind, outbox.kinds[message.kind] ?? message.kind],
    [outbox.state, outbox.states[message.state]],
    [outbox.queuedAt, format.instant(message.queuedAt.toISOString())],
    [outbox.sentAt, message.sentAt && format.instant(message.sentAt.toISOString())],
    [outbox.attempts, message.attempts > 0 ? format.integer(message.attempts) : null],
    [outbox.failure, message.failure],
  ]
  return (
    <dl class="admin-facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** What can be done with a message in each state. */
const actions: Readonly<Record<Message['state'], readonly MessageAction[]>> = {
  waiting: ['handOver', 'withdraw'],
  failed: ['sendAgain', 'handOver', 'withdraw'],
  sent: [],
  withdrawn: [],
}

const Open: FC<{ visit: Visit; message: Message }> = ({ visit, message }) => {
  const { outbox } = visit.words.administration
  return (
    <>
      <h2 id="text">{outbox.text}</h2>
      <pre class="admin-message" tabindex={0} role="region" aria-labelledby="text" lang={message.language}>
        {message.text}
      </pre>
      {message.hidden && (
        <form
          method="post"
          action={filled(administrationActions.showMessage[visit.language], { id: message.id }) + queryOf(visit.asked)}
        >
          <p>{outbox.hidden}</p>
          <button type="submit" class="quiet">
            {outbox.show}
          </button>
        </form>
      )}
    </>
  )
}

const messagePage: Page<Message> = {
  key: 'adminMessage',
  needs: 'outbox.read',
  live: true,
  above: ['administration', 'adminOutbox'],
  load: ({ desks, viewer, parts }) => desks.administration.message(viewer, parts['id'] ?? ''),
  title: (visit, { to }) => visit.words.administration.outbox.messageTitle(to),
  synthetic: () => false,
  view: (visit, message) => {
    const { outbox } = visit.words.administration
    const open = message.text !== ''
    return (
      <>
        <h1>{outbox.messageTitle(message.to)}</h1>
        {open && <p class="context">{outbox.messageContext}</p>}
        <FormHead visit={visit} form={formWith({})} />
        <Facts visit={visit} message={message} />
        {open ? <Open visit={visit} message={message} /> : <p class="muted">{outbox.textGone}</p>}
        <div class="actions">
          {actions[message.state].map((action, i) => (
            <form
              method="post"
              action={filled(administrationActions[action][visit.language], { id: message.id }) + queryOf(visit.asked)}
            >
              <button type="submit" class={i === 0 ? undefined : 'quiet'}>
                {outbox[action]}
              </button>
            </form>
          ))}
        </div>
      </>
    )
  },
}

export function addOutboxRoutes(routing: Routing): void {
  routing.page(outboxPage)
  routing.page(messagePage)
  routing.on('POST', administrationActions.showMessage, 'outbox.read', async (c, visit) => {
    const message = await visit.desks.administration.showMessage(visit.viewer, visit.parts['id'] ?? '')
    return routing.show(c, visit, messagePage, message, 200)
  })
  for (const action of ['handOver', 'withdraw', 'sendAgain'] as const) {
    routing.on('POST', administrationActions[action], 'outbox.read', async (c, visit) => {
      const id = visit.parts['id'] ?? ''
      await visit.desks.administration.actOnMessage(visit.viewer, id, action)
      return c.redirect(saved(filled(paths.adminMessage[visit.language], { id }) + queryOf(visit.asked)), 303)
    })
  }
}
