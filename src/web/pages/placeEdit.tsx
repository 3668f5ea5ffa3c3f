import type { FC } from 'hono/jsx'
import type { PlaceConflictView, PlaceEditView } from '#app/places/editPlace.ts'
import { typedText } from '#app/places/typedPlace.ts'
import { placeActions } from '../addresses/places.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary } from '../parts/form.tsx'
import { filled, pathTo } from '../paths.ts'
import { ConflictForm } from '../places/conflict.tsx'
import { FieldInputs, faultsOf } from '../places/fieldInputs.tsx'
import { FieldValue } from '../places/values.tsx'

/** A place's form, or two versions of it that must be brought together. */
export type PlaceEditData = { readonly form: PlaceEditView } | { readonly conflict: PlaceConflictView }

const Notices: FC<{ visit: Visit; view: PlaceEditView }> = ({ visit, view }) => {
  const { words, language, asked, query, format } = visit
  const { edit } = words.places
  const done = query.get('done')
  return (
    <>
      {(done === 'saved' || done === 'nothing') && (
        <p class="notice" role="status">
          {done === 'saved' ? edit.saved : edit.savedNothing}
        </p>
      )}
      {view.outside === true && <p class="notice warning">{edit.outside}</p>}
      {view.closedOn !== null && <p class="notice warning">{edit.closedOn(format.date(view.closedOn))}</p>}
      {view.mergedInto !== null && (
        <p class="notice warning">
          {edit.mergedInto}{' '}
          <a href={pathTo(language, 'placeEdit', asked, { parts: { code: view.mergedInto } })}>{edit.seeSurvivor}</a>
        </p>
      )}
    </>
  )
}

const EditForm: FC<{ visit: Visit; view: PlaceEditView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { places } = words
  return (
    <form
      method="post"
      action={pathTo(language, 'placeEdit', asked, { parts: { code: view.code } })}
      class="place-form"
      novalidate
    >
      <input type="hidden" name="version" value={String(view.version)} />
      <FieldInputs visit={visit} fields={view.editable} typed={view.typed} issues={view.issues} />
      <div class="form-end">
        <p class="form-field">
          <label for="note">{places.edit.note}</label>
          <input id="note" name="note" value={typedText(view.typed, 'note')} maxlength={500} />
        </p>
        <label class="choice">
          <input type="checkbox" name="checked" value="yes" checked={typedText(view.typed, 'checked') === 'yes'} />{' '}
          <span>{places.edit.checked}</span>
        </label>
        <p class="actions">
          <button type="submit" class="big">
            {places.edit.save}
          </button>
        </p>
      </div>
    </form>
  )
}

/** What the viewer may only propose, as it is now, and the way to propose it. */
const Proposable: FC<{ visit: Visit; view: PlaceEditView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { places } = words
  const to = (kind: string) => pathTo(language, 'contributionNew', asked, { more: { place: view.code, kind } })
  return (
    <section class="proposable" aria-labelledby="proposable">
      <h2 id="proposable">{places.edit.proposeTitle}</h2>
      <p>{places.edit.proposeText}</p>
      <dl class="facts">
        {view.proposable.map((field) => (
          <div>
            <dt>{places.fields[field]}</dt>
            <dd>
              <FieldValue visit={visit} field={field} values={view.values} names={view.names} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="actions">
        <a class="button big" href={to('wrongData')}>
          {places.edit.propose}
        </a>
        {view.proposable.includes('openingHours') && (
          <a class="button quiet big" href={to('wrongHours')}>
            {places.edit.proposeHours}
          </a>
        )}
      </p>
    </section>
  )
}

const Closing: FC<{ visit: Visit; view: PlaceEditView }> = ({ visit, view }) => {
  const { words, language } = visit
  const { edit } = words.places
  const action = (name: 'close' | 'reopen') => filled(placeActions[name][language], { code: view.code })
  if (view.closedOn !== null)
    return (
      <form method="post" action={action('reopen')}>
        <input type="hidden" name="version" value={String(view.version)} />
        <button type="submit">{edit.reopen}</button>
      </form>
    )
  return (
    <details class="closing">
      <summary>{edit.closeTitle}</summary>
      <p>{edit.closeText}</p>
      <form method="post" action={action('close')}>
        <input type="hidden" name="version" value={String(view.version)} />
        <p class="form-field">
          <label for="closeOn">{edit.closeOn}</label>
          <input type="date" id="closeOn" name="on" value={view.today} max={view.today} />
        </p>
        <p class="form-field">
          <label for="closeNote">{edit.closeNote}</label>
          <input id="closeNote" name="note" maxlength={500} />
        </p>
        <button type="submit" class="quiet">
          {edit.close}
        </button>
      </form>
    </details>
  )
}

/** What can be done about an open place beside editing it. */
const Others: FC<{ visit: Visit; view: PlaceEditView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { edit } = words.places
  return (
    <>
      {view.editable.length === 0 && <p class="notice">{edit.readOnly}</p>}
      {view.proposable.length > 0 && <Proposable visit={visit} view={view} />}
      <p>
        <a href={pathTo(language, 'contributionNew', asked, { more: { place: view.code } })}>{edit.signal}</a>
      </p>
    </>
  )
}

const Form: FC<{ visit: Visit; view: PlaceEditView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { edit, history } = words.places
  const parts = { code: view.code }
  const open = view.closedOn === null && view.mergedInto === null
  return (
    <>
      <h1>{edit.title(view.name[language])}</h1>
      <p class="context">
        {view.checkedOn === null ? edit.neverChecked : edit.lastCheck(format.date(view.checkedOn))}{' '}
        <a href={pathTo(language, 'placeHistory', asked, { parts })}>{words.places.pages.placeHistory}</a>
        {open && (
          <>
            {' · '}
            <a href={pathTo(language, 'place', asked, { parts })}>{edit.seePlace}</a>
          </>
        )}
      </p>
      <Notices visit={visit} view={view} />
      <FaultSummary title={words.places.faultsTitle} faults={faultsOf(visit, view.issues, view.typed)} />
      {view.editable.length > 0 && <EditForm visit={visit} view={view} />}
      {open && <Others visit={visit} view={view} />}
      {view.mayClose && view.mergedInto === null && <Closing visit={visit} view={view} />}
      {view.mergedInto !== null && (
        <p>
          <a href={pathTo(language, 'placeHistory', asked, { parts })}>{history.unmerge}</a>
        </p>
      )}
    </>
  )
}

export const placeEditPage: Page<PlaceEditData> = {
  key: 'placeEdit',
  needs: 'places.edit',
  above: ['placeList'],
  load: async ({ desks, viewer, parts, language }) => ({ form: await desks.places.edit(viewer, parts['code'] ?? '', language) }),
  title: ({ words, language }, data) =>
    'form' in data
      ? words.places.edit.title(data.form.name[language])
      : words.places.conflict.title(data.conflict.name[language]),
  synthetic: () => false,
  view: (visit, data) =>
    'form' in data ? <Form visit={visit} view={data.form} /> : <ConflictForm visit={visit} view={data.conflict} />,
}
