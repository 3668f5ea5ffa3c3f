import type { FC } from 'hono/jsx'
import type { TerritoryView } from '#app/views.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { CommuneTable } from '../territory/communeTable.tsx'
import { TerritoryMap } from '../territory/map.tsx'

function unitOf(visit: Visit, view: TerritoryView): string {
  return visit.words.territory.unit[view.territory.country][view.communes.length === 1 ? 'one' : 'many']
}

/** A country or a neighbouring département of which only some communes are held: its figures would mislead. */
function isPartlyKnown(view: TerritoryView): boolean {
  if (view.communes.length === 0) return false
  if (view.zone.level === 'country') return true
  const known = view.communes.reduce((sum, commune) => sum + (commune.population ?? 0), 0)
  return view.territory.country === 'FR' && view.zone.level === 'department' && known !== view.zone.population
}

const KeyFigures: FC<{ visit: Visit; view: TerritoryView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { territory } = words
  const places = view.communes.reduce((sum, commune) => sum + commune.places, 0)
  const { country } = view.territory
  const inhabitants = view.zone.population === null ? words.shell.unknown : format.integer(view.zone.population)
  const figures: readonly (readonly [string, string])[] = [
    ...(isPartlyKnown(view) ? [] : [[inhabitants, territory.population] as const]),
    [format.integer(view.communes.length), unitOf(visit, view)],
    ...(view.bodies.length > 0 ? [[format.integer(view.bodies.length), territory.bodiesCount[country]] as const] : []),
    [format.integer(places), view.placesAreSynthetic ? territory.syntheticPlaces : territory.placesCount],
  ]
  return (
    <dl class="key-figures">
      {figures.map(([value, name]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Bodies: FC<{ visit: Visit; view: TerritoryView }> = ({ visit, view }) => {
  if (view.bodies.length === 0) return <></>
  const { words, format, language, asked } = visit
  const { territory } = words
  const { country } = view.territory
  return (
    <section>
      <h2>{territory.bodiesTitle[country]}</h2>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{territory.body[country]}</th>
            <th scope="col">{capital(territory.unit[country].many)}</th>
            <th scope="col">{territory.inhabitants}</th>
          </tr>
        </thead>
        <tbody>
          {view.bodies.map((body) => (
            <tr>
              <th scope="row">
                <a href={pathTo(language, 'territory', { ...asked, territory: body.code, against: null })}>
                  {body.name[language]}
                </a>
              </th>
              <td>{format.integer(body.communes)}</td>
              <td>{body.population === null ? words.shell.unknown : format.integer(body.population)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const ServicesHere: FC<{ visit: Visit; view: TerritoryView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { territory } = words
  return (
    <section>
      <h2>{territory.servicesTitle}</h2>
      {view.placesAreSynthetic && <p class="muted">{words.servicePages.placesSynthetic}</p>}
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{territory.service}</th>
            <th scope="col">{territory.places}</th>
          </tr>
        </thead>
        <tbody>
          {view.placesByService.map(({ service, places }) => (
            <tr>
              <th scope="row">
                <a href={pathTo(language, 'service', asked, { parts: { code: service } })}>{words.services[service].name}</a>
              </th>
              <td>{format.integer(places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Parents: FC<{ visit: Visit; view: TerritoryView }> = ({ visit, view }) => {
  if (view.parents.length === 0) return <></>
  const { words } = visit
  return <p class="context">{words.territory.insideOf(visit.format.list(view.parents.map((zone) => inWords(visit, zone).of)))}</p>
}

export const territoryPage: Page<TerritoryView> = {
  key: 'territory',
  load: (visit) => visit.portal.territory({ territory: visit.asked.territory }),
  title: (visit, view) => visit.words.territory.question(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, format, language } = visit
    const { territory } = words
    const { edition } = view
    const listed = (text: string): string => format.list(text.split('; '))
    return (
      <>
        <h1>{territory.question(inWords(visit, view.territory).in)}</h1>
        <p class="context">{territory.context(edition.name[language])}</p>
        <Parents visit={visit} view={view} />
        <KeyFigures visit={visit} view={view} />
        {view.communes.length === 0 && <p>{territory.noCommunes}</p>}
        {isPartlyKnown(view) && <p>{territory.partial(format.integer(view.communes.length), unitOf(visit, view))}</p>}
        <TerritoryMap visit={visit} view={view} subject={visit.query.get('map') === 'places' ? 'places' : 'population'} />
        <Bodies visit={visit} view={view} />
        <ServicesHere visit={visit} view={view} />
        {view.communes.length > 0 && <CommuneTable visit={visit} view={view} />}
        <p class="source">{territory.source(listed(edition.source), listed(edition.licence), format.date(edition.validFrom))}</p>
      </>
    )
  },
}
