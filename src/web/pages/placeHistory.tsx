import type { FC } from 'hono/jsx'
import type { HistoryEntry, PlaceHistoryView } from '#app/places/placeHistory.ts'
import { may } from '#app/rights.ts'
import { placeActions } from '../addresses/places.ts'
import type { Page, Visit } from '../page.ts'
import { filled, pathTo } from '../paths.ts'
import { FieldValue } from '../places/values.tsx'

type EntryProps = { visit: Visit; view: PlaceHistoryView; entry: HistoryEntry }

const Restore: FC<EntryProps & { field: HistoryEntry['fields'][number] }> = ({ visit, view, entry, field }) => {
  const { words, language } = visit
  const { history, fields } = words.places
  return (
    <form method="post" action={filled(placeActions.restore[language], { code: view.code })}>
      <input type="hidden" name="version" value={String(view.version)} />
      <input type="hidden" name="change" value={entry.id} />
      <button type="submit" name="field" value={field} class="quiet" aria-label={history.restoreNamed(fields[field])}>
        {history.restore}
      </button>
    </form>
  )
}

const Fields: FC<EntryProps> = ({ visit, view, entry }) => {
  const { history, fields } = visit.words.places
  return (
    <table class="changes">
      <thead>
        <tr>
          <th scope="col">{history.field}</th>
          <th scope="col">{history.before}</th>
          <th scope="col">{history.after}</th>
        </tr>
      </thead>
      <tbody>
        {entry.fields.map((field) => (
          <tr>
            <th scope="row">{fields[field]}</th>
            <td data-label={history.before}>
              {entry.kind !== 'created' && <FieldValue visit={visit} field={field} values={entry.before} names={view.names} />}
              {entry.restorable.includes(field) && <Restore visit={visit} view={view} entry={entry} field={field} />}
            </td>
            <td data-label={history.after}>
              <FieldValue visit={visit} field={field} values={entry.after} names={view.names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a change did to the place as a whole: closed it, or joined it with another. */
const Marks: FC<EntryProps> = ({ visit, entry }) => {
  const { words, language, asked, format } = visit
  const { fields } = words.places
  const other = entry.after.mergedInto ?? entry.after.mergedFrom ?? null
  return (
    <>
      {entry.after.closedOn && (
        <p>
          {fields.closedOn} {format.date(entry.after.closedOn)}
        </p>
      )}
      {other !== null && (
        <p>
          {entry.after.mergedInto ? fields.mergedInto : fields.mergedFrom}{' '}
          <a href={pathTo(language, 'placeHistory', asked, { parts: { code: other } })}>{other}</a>
        </p>
      )}
    </>
  )
}

const Entry: FC<EntryProps> = ({ visit, view, entry }) => {
  const { words, language, format } = visit
  const { history } = words.places
  const organisation = entry.organisation === null ? null : (view.names[entry.organisation]?.[language] ?? entry.organisation)
  return (
    <li>
      <p class="entry-head">
        <b>{history.kinds[entry.kind]}</b> <time datetime={entry.at}>{format.instant(entry.at)}</time>
      </p>
      <p class="muted">
        {[
          organisation === null ? entry.actorName : history.by(entry.actorName, organisation),
          entry.acceptedBy === null ? null : history.acceptedBy(entry.acceptedBy),
          history.version(format.integer(entry.version)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {entry.note && <blockquote>{entry.note}</blockquote>}
      <Marks visit={visit} view={view} entry={entry} />
      {entry.fields.length > 0 && <Fields visit={visit} view={view} entry={entry} />}
    </li>
  )
}

export const placeHistoryPage: Page<PlaceHistoryView> = {
  key: 'placeHistory',
  needs: 'places.history',
  above: ['placeList'],
  load: ({ desks, viewer, parts }) => desks.places.history(viewer, parts['code'] ?? ''),
  title: ({ words, language }, view) => words.places.history.title(view.name[language]),
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked, viewer } = visit
    const { history } = words.places
    return (
      <>
        <h1>{history.title(view.name[language])}</h1>
        <p class="context">
          {view.source !== null && `${history.source(view.source)} `}
          {may(viewer, 'places.edit') && (
            <a href={pathTo(language, 'placeEdit', asked, { parts: { code: view.code } })}>{history.backToEdit}</a>
          )}
        </p>
        {view.mergedInto !== null && view.mayUnmerge && (
          <form method="post" action={filled(placeActions.unmerge[language], { code: view.code })} class="actions">
            <input type="hidden" name="version" value={String(view.version)} />
            <button type="submit">{history.unmerge}</button>
          </form>
        )}
        {view.entries.length === 0 ? (
          <p>{history.empty}</p>
        ) : (
          <ol class="history">
            {view.entries.map((entry) => (
              <Entry visit={visit} view={view} entry={entry} />
            ))}
          </ol>
        )}
      </>
    )
  },
}
