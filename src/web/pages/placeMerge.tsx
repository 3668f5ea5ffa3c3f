import type { FC } from 'hono/jsx'
import type { MergeSide, MergeView } from '#app/places/mergePlaces.ts'
import type { PlaceField } from '#domain/territory'
import type { Page, Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { FieldValue } from '../places/values.tsx'

const sides = ['first', 'second'] as const

const Keep: FC<{ visit: Visit; view: MergeView; field: PlaceField }> = ({ visit, view, field }) => {
  const { places } = visit.words
  const proposed: MergeSide = view[view.proposed].values[field] === null ? other(view.proposed) : view.proposed
  const joins = field === 'services'
  return (
    <fieldset class="form-group">
      <legend>{places.merge.keep(places.fields[field])}</legend>
      <div class="two-sides">
        {sides.map((side) => (
          <label class="choice side">
            <input type="radio" name={`choose.${field}`} value={side} checked={!joins && side === proposed} />{' '}
            <span>
              <FieldValue visit={visit} field={field} values={view[side].values} names={view.names} />
            </span>
          </label>
        ))}
        {joins && (
          <label class="choice side">
            <input type="radio" name={`choose.${field}`} value="both" checked /> <span>{places.merge.both}</span>
          </label>
        )}
      </div>
    </fieldset>
  )
}

function other(side: MergeSide): MergeSide {
  return side === 'first' ? 'second' : 'first'
}

export const placeMergePage: Page<MergeView> = {
  key: 'placeMerge',
  needs: 'places.merge',
  above: ['placeList', 'placeDuplicates'],
  load: ({ desks, viewer, query }) =>
    desks.places.merging(viewer, { first: (query.get('first') ?? '').trim(), second: (query.get('second') ?? '').trim() }),
  title: ({ words }) => words.places.merge.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { merge } = words.places
    return (
      <>
        <h1>{merge.title}</h1>
        <p class="context">{merge.context}</p>
        <form method="post" action={pathTo(language, 'placeMerge', asked)} class="place-form">
          {sides.map((side) => (
            <>
              <input type="hidden" name={side} value={view[side].code} />
              <input type="hidden" name={`${side}.version`} value={String(view[side].version)} />
            </>
          ))}
          <fieldset class="form-group">
            <legend>{merge.survivor}</legend>
            <div class="two-sides">
              {sides.map((side) => (
                <label class="choice side">
                  <input type="radio" name="survivor" value={side} checked={side === view.proposed} />{' '}
                  <span>
                    <b>{view[side].values[language === 'fr' ? 'nameFr' : 'nameEn']}</b>
                    <span class="value muted">{view[side].code}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          {view.differing.length === 0 && <p>{merge.agree}</p>}
          {view.differing.map((field) => (
            <Keep visit={visit} view={view} field={field} />
          ))}
          <p class="actions form-end">
            <button type="submit">{merge.merge}</button>
            <a href={pathTo(language, 'placeDuplicates', asked)}>{merge.cancel}</a>
          </p>
        </form>
      </>
    )
  },
}
