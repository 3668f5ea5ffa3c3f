import { Readable } from 'node:stream'
import type { FC } from 'hono/jsx'
import type { AuditSearch, AuditView } from '#app/administration/auditDesk.ts'
import { administrationActions } from '../addresses/administration.ts'
import type { Page, Visit } from '../page.ts'
import { paths, pathTo } from '../paths.ts'
import type { Routing } from '../routing.ts'

const filters = ['text', 'action', 'actor', 'from', 'to'] as const

function searchOf({ query }: Visit): AuditSearch {
  const chosen = (name: string): string | null => query.get(name)?.trim() || null
  return {
    text: chosen('text'),
    action: chosen('action'),
    actor: chosen('actor'),
    from: chosen('from'),
    to: chosen('to'),
    page: Number(query.get('page') ?? 1),
  }
}

function chosenIn({ query }: Visit): Record<string, string | null> {
  return Object.fromEntries(filters.map((name) => [name, query.get(name) || null]))
}

const Search: FC<{ visit: Visit; view: AuditView }> = ({ visit, view }) => {
  const { administration } = visit.words
  const { audit } = administration
  const { text, action, actor } = view.query
  return (
    <form method="get" action={paths.adminAudit[visit.language]} class="filters">
      <p class="field">
        <label for="text">{audit.text}</label>
        <input type="search" id="text" name="text" value={text ?? ''} title={audit.textHint} />
      </p>
      <p class="field">
        <label for="action">{audit.action}</label>
        <select id="action" name="action">
          <option value="">{administration.all.feminine}</option>
          {view.actions.map((code) => (
            <option value={code} selected={code === action}>
              {audit.actions[code] ?? code}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="actor">{audit.actor}</label>
        <input type="search" id="actor" name="actor" value={actor ?? ''} />
      </p>
      <p class="field">
        <label for="from">{audit.from}</label>
        <input type="date" id="from" name="from" value={view.query.from ?? ''} />
      </p>
      <p class="field">
        <label for="to">{audit.to}</label>
        <input type="date" id="to" name="to" value={view.query.to ?? ''} />
      </p>
      <button type="submit" class="quiet">
        {administration.search}
      </button>
    </form>
  )
}

const Entries: FC<{ visit: Visit; view: AuditView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { audit } = words.administration
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{audit.at}</th>
          <th scope="col">{audit.actor}</th>
          <th scope="col">{audit.action}</th>
          <th scope="col">{audit.subject}</th>
          <th scope="col">{audit.details}</th>
        </tr>
      </thead>
      <tbody>
        {view.entries.map((entry) => (
          <tr>
            <th scope="row">{format.instant(entry.at.toISOString())}</th>
            <td data-label={audit.actor}>{entry.actorName}</td>
            <td data-label={audit.action}>{audit.actions[entry.action] ?? <code>{entry.action}</code>}</td>
            <td data-label={audit.subject} class="breaking">
              {entry.subject}
              {entry.organisation && entry.organisation !== entry.subject && <span class="muted"> · {entry.organisation}</span>}
            </td>
            <td data-label={audit.details} class="breaking">
              {Object.entries(entry.details)
                .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
                .join(', ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Pages: FC<{ visit: Visit; view: AuditView }> = ({ visit, view }) => {
  const { audit } = visit.words.administration
  const { integer } = visit.format
  const address = (page: number): string =>
    pathTo(visit.language, 'adminAudit', visit.asked, { more: { ...chosenIn(visit), page: String(page) } })
  return (
    <p class="actions">
      {view.page > 1 && <a href={address(view.page - 1)}>{audit.later}</a>}
      <span>{audit.page(integer(view.page), integer(view.pages))}</span>
      {view.page < view.pages && <a href={address(view.page + 1)}>{audit.earlier}</a>}
    </p>
  )
}

const auditPage: Page<AuditView> = {
  key: 'adminAudit',
  needs: 'audit.read',
  live: true,
  above: ['administration'],
  load: (visit) => visit.desks.administration.audit(visit.viewer, searchOf(visit)),
  title: (visit) => visit.words.administration.audit.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { administration } = visit.words
    const { audit } = administration
    const narrowed = Object.entries(chosenIn(visit)).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
    const query = new URLSearchParams(narrowed).toString()
    return (
      <>
        <h1>{audit.title}</h1>
        <p class="context">{audit.context}</p>
        <Search visit={visit} view={view} />
        {view.entries.length === 0 ? (
          <p>{audit.empty}</p>
        ) : (
          <>
            <p class="muted">
              {administration.counted(visit.format.integer(view.total))}{' '}
              <a href={administrationActions.auditCsv[visit.language] + (query === '' ? '' : `?${query}`)}>{audit.csv}</a>
            </p>
            <Entries visit={visit} view={view} />
            <Pages visit={visit} view={view} />
          </>
        )}
      </>
    )
  },
}

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder()
  for await (const part of parts) yield utf8.encode(part)
}

/** Text as bytes for an answer that is sent while it is made. */
function bodyOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(encoded(parts), { objectMode: false })) as ReadableStream<Uint8Array>
}

export function addAuditRoutes(routing: Routing): void {
  routing.page(auditPage)
  routing.on('GET', administrationActions.auditCsv, 'audit.read', (c, visit) => {
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="audit.csv"`)
    c.header('Cache-Control', 'no-store')
    return Promise.resolve(c.body(bodyOf(visit.desks.administration.auditCsv(visit.viewer, searchOf(visit)))))
  })
}
