import type { FC } from 'hono/jsx'
import type { PlaceListView } from '#app/places/placeDesk.ts'
import { may } from '#app/rights.ts'
import { serviceCodes } from '#domain/territory'
import type { Page, Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { FieldValue } from '../places/values.tsx'

const Search: FC<{ visit: Visit; view: PlaceListView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { list } = words.places
  const { query } = view
  return (
    <form class="filters" method="get" action={pathTo(language, 'placeList', asked).split('?')[0]}>
      <p class="field grows">
        <label for="text">{list.search}</label>
        <input type="search" id="text" name="text" value={query.text} maxlength={100} />
      </p>
      <p class="field">
        <label for="service">{list.service}</label>
        <select id="service" name="service">
          <option value="">{list.anyService}</option>
          {serviceCodes.map((code) => (
            <option value={code} selected={code === query.service}>
              {words.services[code].name}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="organisation">{list.organisation}</label>
        <select id="organisation" name="organisation">
          <option value="">{list.anyOrganisation}</option>
          {view.organisations.map(({ code, name }) => (
            <option value={code} selected={code === query.organisation}>
              {name[language]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="gap">{list.gap}</label>
        <select id="gap" name="gap">
          {(['any', 'noHours', 'unplaced', 'unchecked', 'closed'] as const).map((code) => (
            <option value={code === 'any' ? '' : code} selected={code === (query.gap ?? 'any')}>
              {list.gaps[code]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{list.show}</button>
    </form>
  )
}

const Places: FC<{ visit: Visit; view: PlaceListView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { list } = words.places
  return (
    <ul class="managed-places">
      {view.places.map((place) => (
        <li>
          <p class="place-name">
            <b>{place.name[language]}</b> {place.mine && <span class="tag own">{list.mine}</span>}
          </p>
          <p class="muted">
            {[
              place.town ?? view.names[place.zone ?? '']?.[language],
              format.list(place.services.map((code) => words.services[code].name)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <div class="place-hours">
            <FieldValue visit={visit} field="openingHours" values={{ openingHours: place.openingHours }} names={view.names} />
          </div>
          <p class="muted">{place.checkedOn === null ? list.never : list.checkedOn(format.date(place.checkedOn))}</p>
          <a
            class="button quiet"
            href={pathTo(language, 'placeEdit', asked, { parts: { code: place.code } })}
            aria-label={list.editNamed(place.name[language])}
          >
            {list.edit}
          </a>
        </li>
      ))}
    </ul>
  )
}

const Pages: FC<{ visit: Visit; view: PlaceListView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { list } = words.places
  const { text, service, organisation, gap, page } = view.query
  const to = (n: number) =>
    pathTo(language, 'placeList', asked, {
      more: { text: text || null, service, organisation, gap, page: n > 1 ? String(n) : null },
    })
  if (view.pages === 1) return <></>
  return (
    <nav class="actions" aria-label={list.page(format.integer(page), format.integer(view.pages))}>
      {page > 1 && <a href={to(page - 1)}>{list.previous}</a>}
      <span>{list.page(format.integer(page), format.integer(view.pages))}</span>
      {page < view.pages && <a href={to(page + 1)}>{list.next}</a>}
    </nav>
  )
}

export const placeListPage: Page<PlaceListView> = {
  key: 'placeList',
  needs: 'places.edit',
  load: ({ desks, viewer, query }) =>
    desks.places.list(viewer, {
      text: query.get('text'),
      service: query.get('service'),
      organisation: query.get('organisation'),
      gap: query.get('gap'),
      page: query.get('page'),
    }),
  title: ({ words }) => words.places.list.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked, viewer, format } = visit
    const { list } = words.places
    return (
      <>
        <h1>{list.title}</h1>
        <p class="context">{list.context}</p>
        <p class="actions">
          {may(viewer, 'places.create') ? (
            <a class="button quiet" href={pathTo(language, 'placeNew', asked)}>
              {list.add}
            </a>
          ) : (
            <a class="button quiet" href={pathTo(language, 'contributionNew', asked)}>
              {words.contributions.mine.missing}
            </a>
          )}
          {may(viewer, 'places.merge') && <a href={pathTo(language, 'placeDuplicates', asked)}>{list.duplicates}</a>}
        </p>
        <Search visit={visit} view={view} />
        <p role="status" class="found-count">
          {view.total === 0 ? list.none : list.found(format.integer(view.total), view.total === 1)}
        </p>
        <Places visit={visit} view={view} />
        <Pages visit={visit} view={view} />
      </>
    )
  },
}
