import type { FC } from 'hono/jsx'
import type { DuplicatePair } from '#app/places/mergePlaces.ts'
import type { Page, Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { FieldValue } from '../places/values.tsx'

const Side: FC<{ visit: Visit; side: DuplicatePair['first'] }> = ({ visit, side }) => (
  <div>
    <b>{side.name[visit.language]}</b>
    <p class="muted">{[side.values.address, side.values.postcode, side.values.town].filter(Boolean).join(' ')}</p>
    <p class="muted">
      <FieldValue visit={visit} field="services" values={side.values} names={{}} />
    </p>
    <p class="muted">
      <code>{side.code}</code>
    </p>
  </div>
)

const Pair: FC<{ visit: Visit; pair: DuplicatePair }> = ({ visit, pair }) => {
  const { words, language, asked, format } = visit
  const { duplicates } = words.places
  const more = { first: pair.first.code, second: pair.second.code }
  return (
    <li>
      <div class="two-sides">
        <Side visit={visit} side={pair.first} />
        <Side visit={visit} side={pair.second} />
      </div>
      <p class="actions">
        <span class="muted">
          {duplicates.metres(format.integer(Math.round(pair.metres)))} · {duplicates.likeness(format.percent(pair.likeness))}
        </span>
        <a class="button quiet" href={pathTo(language, 'placeMerge', asked, { more })}>
          {duplicates.compare}
        </a>
      </p>
    </li>
  )
}

export const placeDuplicatesPage: Page<readonly DuplicatePair[]> = {
  key: 'placeDuplicates',
  needs: 'places.merge',
  above: ['placeList'],
  load: ({ desks, viewer }) => desks.places.duplicates(viewer),
  title: ({ words }) => words.places.duplicates.title,
  synthetic: () => false,
  view: (visit, pairs) => {
    const { words, language, asked } = visit
    const { duplicates } = words.places
    return (
      <>
        <h1>{duplicates.title}</h1>
        <p class="context">{duplicates.context}</p>
        {pairs.length === 0 ? (
          <p>{duplicates.none}</p>
        ) : (
          <ul class="pairs">
            {pairs.map((pair) => (
              <Pair visit={visit} pair={pair} />
            ))}
          </ul>
        )}
        <h2>{duplicates.two}</h2>
        <form method="get" action={pathTo(language, 'placeMerge', asked).split('?')[0]} class="filters">
          {(['first', 'second'] as const).map((name) => (
            <p class="field">
              <label for={name}>{duplicates[name]}</label>
              <input id={name} name={name} required />
            </p>
          ))}
          <button type="submit">{duplicates.compare}</button>
        </form>
      </>
    )
  },
}
