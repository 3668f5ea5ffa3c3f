import type { FC } from 'hono/jsx'
import type { FinderView } from '#app/public/publicViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { PlaceCards } from '../public/placeCards.tsx'
import { FinderForm } from '../public/searchForm.tsx'
import { zoneLabel } from '../public/zoneCards.tsx'

const pageSize = 20

/** Where distances begin, in words: "de Saint-Omer" and "Saint-Omer", for a town or a postcode. */
function originWords(visit: Visit, { origin }: FinderView): readonly [of: string, name: string] {
  const { finder } = visit.words.publicArea
  if (origin?.zone) return [inWords(visit, origin.zone.zone).of, inWords(visit, origin.zone.zone).the]
  const code = origin?.postcode ?? ''
  return [finder.ofPostcode(code), finder.postcode(code)]
}

function titleOf(visit: Visit, view: FinderView): string {
  const { words } = visit
  const { finder } = words.publicArea
  const service = view.service ? words.services[view.service].name : null
  if (view.origin) return finder.titleNear(service ?? words.publicArea.pages.places, ...originWords(visit, view))
  return service ? finder.titleService(service) : finder.title
}

/** The choices of this page as the end of an address. */
function choices(view: FinderView, more: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return {
    service: view.service,
    where: view.where === '' ? null : view.where,
    open: view.openOnly ? '1' : null,
    stepfree: view.stepFree ? '1' : null,
    ...more,
  }
}

const Others: FC<{ visit: Visit; view: FinderView }> = ({ visit, view }) => {
  if (view.others.length === 0) return <></>
  const { words, language, asked } = visit
  return (
    <p class="others">
      {view.origin?.postcode ? words.publicArea.finder.postcodeCovers : words.publicArea.finder.others}{' '}
      {view.others.map((card, index) => (
        <>
          {index > 0 && ', '}
          <a href={pathTo(language, 'places', asked, { more: choices(view, { where: null, commune: card.zone.code }) })}>
            {zoneLabel(visit, card)}
          </a>
        </>
      ))}
    </p>
  )
}

/** How many, in what order, and from where. */
const Count: FC<{ visit: Visit; view: FinderView }> = ({ visit, view }) => {
  const { finder } = visit.words.publicArea
  const { format } = visit
  if (view.whereState === 'unknown') return <p class="lead">{finder.unknownWhere(view.where)}</p>
  if (view.places.length === 0) {
    return (
      <p class="lead">
        {finder.none} {finder.noneHelp}
      </p>
    )
  }
  const n = view.total ?? view.places.length
  return view.origin ? (
    <p class="context">
      {finder.nearest(format.integer(n), n === 1, ...originWords(visit, view))} {finder.crow}
    </p>
  ) : (
    <p class="context">
      {finder.inTerritory(format.integer(n), n === 1, inWords(visit, view.territory).in)} {finder.sayWhere}
    </p>
  )
}

export const findPlacesPage: Page<FinderView> = {
  key: 'places',
  needs: 'places.search',
  live: true,
  load: ({ desks, viewer, asked, query }) =>
    desks.public.findPlaces(viewer, {
      territory: asked.territory,
      service: query.get('service') || null,
      where: query.get('where') ?? '',
      commune: query.get('commune') || null,
      openOnly: query.get('open') === '1',
      stepFree: query.get('stepfree') === '1',
      most: Number(query.get('most')) || pageSize,
    }),
  title: titleOf,
  zone: (view) => view.territory,
  synthetic: () => false,
  view: (visit, view) => {
    const { language, asked, words } = visit
    const { finder } = words.publicArea
    const where = view.where === '' && view.origin?.zone ? view.origin.zone.zone.name[language] : view.where
    const chosen = { service: view.service, where, openOnly: view.openOnly, stepFree: view.stepFree }
    const commune = visit.query.get('commune')
    const more = choices(view, { commune, most: String(view.places.length + pageSize) })
    return (
      <>
        <h1>{capital(titleOf(visit, view))}</h1>
        <FinderForm visit={visit} chosen={chosen} />
        <Count visit={visit} view={view} />
        <Others visit={visit} view={view} />
        <PlaceCards visit={visit} cards={view.places} level={2} />
        {view.more && (
          <p class="actions">
            <a class="button quiet" href={pathTo(language, 'places', asked, { more })}>
              {finder.more}
            </a>
          </p>
        )}
      </>
    )
  },
}
