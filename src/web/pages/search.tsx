import type { FC } from 'hono/jsx'
import type { SearchView } from '#app/public/publicViews.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { PlaceCards } from '../public/placeCards.tsx'
import { SearchForm } from '../public/searchForm.tsx'
import { zoneLabel, zonePath } from '../public/zoneCards.tsx'

function countOf({ services, places, zones, procedures, elsewhere }: SearchView): number {
  return services.length + places.length + zones.length + procedures.length + elsewhere.length
}

const Nothing: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { language, asked } = visit
  const { search } = visit.words.publicArea
  return (
    <>
      {view.text !== '' && <p class="lead">{search.nothing(view.text)}</p>}
      <p>{search.nothingHelp}</p>
      <ul class="plain-list">
        {search.help.map((line) => (
          <li>{line}</li>
        ))}
        <li>
          <a href={pathTo(language, 'services', asked)}>{search.allServices}</a>.
        </li>
      </ul>
    </>
  )
}

const Meant: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { language, asked } = visit
  const { search } = visit.words.publicArea
  if (!view.meant) return <></>
  const name = view.meant[language]
  const [before = '', after = ''] = search.meant('\n').split('\n')
  const path = pathTo(language, 'search', asked, { more: { q: name } })
  return (
    <p class="meant">
      {before}
      <a href={path}>{name}</a>
      {after}
    </p>
  )
}

const Services: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  if (view.services.length === 0) return <></>
  return (
    <section>
      <h2>{words.publicArea.search.services}</h2>
      <ul class="found">
        {view.services.map((code) => (
          <li>
            <a href={pathTo(language, 'service', asked, { parts: { code } })}>{words.services[code].name}</a>
            <span class="muted">{words.services[code].about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The places of what was understood, or those whose names were typed. */
function placesTitle(visit: Visit, { service, zone, postcode }: SearchView): string {
  const { words } = visit
  const { search } = words.publicArea
  if (postcode !== null) return search.nearPostcode(postcode)
  if (!service || !zone) return search.places
  const near = inWords(visit, zone.zone)
  return search.understood(words.services[service].name, near.of, near.the)
}

const Places: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { search } = words.publicArea
  const emptied = view.openOnly && view.places.length === 0
  if (view.places.length === 0 && !emptied) return <></>
  const { service, postcode } = view
  const more = { service, where: postcode, commune: view.zone?.zone.code ?? null, open: view.openOnly ? '1' : null }
  return (
    <section>
      <h2>{placesTitle(visit, view)}</h2>
      {emptied ? (
        <p>
          {search.nothingOpen} <a href={pathTo(language, 'search', asked, { more: { q: view.text } })}>{search.showAll}</a>
        </p>
      ) : (
        <PlaceCards visit={visit} cards={view.places} />
      )}
      {(service || postcode) && view.places.length > 0 && (
        <p>
          <a href={pathTo(language, 'places', asked, { more })}>{search.seeAll}</a>
        </p>
      )}
    </section>
  )
}

const Zones: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { search } = words.publicArea
  if (view.zones.length === 0) return <></>
  return (
    <section>
      <h2>{search.zones}</h2>
      <ul class="found">
        {view.zones.map((card) => (
          <li>
            <a href={zonePath(visit, card)}>{zoneLabel(visit, card)}</a>
            {card.population !== null && <span class="muted">{search.inhabitants(format.integer(card.population))}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Procedures: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  if (view.procedures.length === 0) return <></>
  return (
    <section>
      <h2>{words.publicArea.search.procedures}</h2>
      <ul class="found">
        {view.procedures.map(({ code, service, country, title }) => (
          <li>
            <a href={`${pathTo(language, 'service', asked, { parts: { code: service } })}#${code}`}>{title[language]}</a>
            <span class="muted">{country === 'FR' ? words.servicePages.france : words.servicePages.england}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Elsewhere: FC<{ visit: Visit; view: SearchView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { search } = words.publicArea
  if (view.elsewhere.length === 0) return <></>
  return (
    <section>
      <h2>{search.elsewhereTitle}</h2>
      {view.elsewhere.map((country) => (
        <p>
          {search.elsewhere[country].text}{' '}
          <a href={search.elsewhere[country].url} rel="external noopener">
            {search.elsewhere[country].link}
          </a>
        </p>
      ))}
      <p>
        <a href={pathTo(language, 'search', asked, { more: { q: 'France services' } })}>{search.toHelp}</a>
      </p>
    </section>
  )
}

function titleOf({ words }: Visit, view: SearchView): string {
  const { search } = words.publicArea
  return view.text === '' ? search.title : search.titleFor(view.text)
}

export const searchPage: Page<SearchView> = {
  key: 'search',
  needs: 'places.search',
  // Whether a place is open depends on the hour.
  live: true,
  load: (visit) =>
    visit.desks.public.search(visit.viewer, {
      text: visit.query.get('q') ?? '',
      territory: visit.asked.territory,
      openOnly: visit.query.get('open') === '1',
    }),
  title: titleOf,
  synthetic: () => false,
  view: (visit, view) => {
    const { search } = visit.words.publicArea
    const count = countOf(view)
    const shown = view.text === '' ? 0 : count
    return (
      <>
        <h1>{titleOf(visit, view)}</h1>
        <SearchForm visit={visit} text={view.text} openOnly={view.openOnly} />
        <Meant visit={visit} view={view} />
        {shown === 0 && !view.openOnly ? (
          <Nothing visit={visit} view={view} />
        ) : (
          <>
            <p class="context">{search.count(visit.format.integer(count), count === 1)}</p>
            <Elsewhere visit={visit} view={view} />
            {view.named && <Places visit={visit} view={view} />}
            <Services visit={visit} view={view} />
            {!view.named && <Places visit={visit} view={view} />}
            <Zones visit={visit} view={view} />
            <Procedures visit={visit} view={view} />
          </>
        )}
      </>
    )
  },
}
