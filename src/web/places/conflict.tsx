import type { FC } from 'hono/jsx'
import type { PlaceConflictView } from '#app/places/editPlace.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { CarriedForm } from './fieldInputs.tsx'
import { FieldValue } from './values.tsx'

const Choice: FC<{ visit: Visit; view: PlaceConflictView; conflict: PlaceConflictView['conflicts'][number] }> = (props) => {
  const { visit, view, conflict } = props
  const { places } = visit.words
  const { field, proposed } = conflict
  return (
    <fieldset class="form-group">
      <legend>{places.fields[field]}</legend>
      <div class="two-sides">
        {(['mine', 'theirs'] as const).map((side) => (
          <label class="choice side">
            <input type="radio" name={`choose.${field}`} value={side} checked={side === proposed} />{' '}
            <span>
              <b>{places.conflict[side]}</b>
              <span class="value">
                <FieldValue visit={visit} field={field} values={conflict[side]} names={view.names} />
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What two people wrote at once, field by field; what was typed is carried whole, so that saving again loses nothing. */
export const ConflictForm: FC<{ visit: Visit; view: PlaceConflictView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { conflict } = words.places
  const address = pathTo(language, 'placeEdit', asked, { parts: { code: view.code } })
  const last = view.changedBy[0]
  return (
    <>
      <h1>{conflict.title(view.name[language])}</h1>
      <div class="notice warning" role="alert">
        <p>{last ? conflict.context(last.name, format.instant(last.at)) : conflict.contextUnknown}</p>
        <p>{conflict.kept}</p>
      </div>
      <form method="post" action={address} class="place-form">
        <input type="hidden" name="version" value={String(view.version)} />
        <CarriedForm typed={view.typed} without={['version']} />
        {view.conflicts.map((each) => (
          <Choice visit={visit} view={view} conflict={each} />
        ))}
        {view.conflicts.length === 0 && <p>{conflict.same}</p>}
        <p class="actions">
          <button type="submit">{conflict.save}</button>
          <a href={address}>{conflict.drop}</a>
        </p>
      </form>
    </>
  )
}
