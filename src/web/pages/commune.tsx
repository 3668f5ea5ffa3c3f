import type { FC } from 'hono/jsx'
import type { CommuneView } from '#app/public/publicViews.ts'
import type { Place } from '#domain/territory'
import { zoneInWords } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { FiguresTable } from '../public/figures.tsx'
import { Locator } from '../public/locator.tsx'
import { Opening } from '../public/opening.tsx'
import { distanceText, placePath } from '../public/placeCards.tsx'
import { PlainCells } from '../public/plainCell.tsx'
import { SampleNotice, SampleTag } from '../public/samples.tsx'

interface Props {
  readonly visit: Visit
  readonly view: CommuneView
}

const KeyFacts: FC<Props> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { commune } = words.publicArea
  const { zone, body, card, postcodes } = view
  return (
    <dl class="key-facts">
      {zone.population !== null && (
        <div>
          <dt>{commune.population}</dt>
          <dd>{format.integer(zone.population)}</dd>
        </div>
      )}
      {body && (
        <div>
          <dt>{commune.body[zone.country]}</dt>
          <dd>
            <a href={pathTo(language, 'territory', { ...asked, territory: body.code })}>{body.name[language]}</a>
          </dd>
        </div>
      )}
      {card.department && (
        <div>
          <dt>{commune.department[zone.country]}</dt>
          <dd>{card.department[language]}</dd>
        </div>
      )}
      {postcodes.length > 0 && (
        <div>
          <dt>{commune.postcodes}</dt>
          <dd>{postcodes.join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

const namedHere = 3

const ServiceRow: FC<{ visit: Visit; view: CommuneView; row: CommuneView['services'][number] }> = ({ visit, view, row }) => {
  const { words, format, language, asked } = visit
  const { commune } = words.publicArea
  const { service, here, nearest } = row
  const all = pathTo(language, 'places', asked, { more: { service, commune: view.zone.code } })
  return (
    <li class={here.length > 0 ? 'present' : 'absent'}>
      <h3>
        <a href={all}>{words.services[service].name}</a>
      </h3>
      {here.slice(0, namedHere).map((card) => (
        <p>
          <a href={placePath(visit, card.place.code)}>{card.place.name[language]}</a>
          <SampleTag visit={visit} place={card.place} />
          <Opening visit={visit} opening={card.opening} />
        </p>
      ))}
      {here.length > namedHere && <p class="muted">{commune.placesHere(format.integer(here.length), false)}</p>}
      {here.length === 0 && !nearest && <p class="muted">{commune.nowhere}</p>}
      {nearest && (
        <p>
          <span class="muted">{commune.nearest}</span>{' '}
          <a href={placePath(visit, nearest.place.code)}>{nearest.place.name[language]}</a>
          <SampleTag visit={visit} place={nearest.place} />
          {nearest.km !== null && <span class="muted">{distanceText(visit, nearest, nearest.km)}</span>}
          <Opening visit={visit} opening={nearest.opening} />
        </p>
      )}
    </li>
  )
}

const saidShown = 4

const Survey: FC<Props> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { commune, plainResults } = words.publicArea
  const { results } = view
  if (!results) return <p>{commune.noSurvey}</p>
  const { attention, working, territory, against, survey } = results
  const compared = territory.code === against.code ? null : against
  return (
    <>
      <h2>{commune.surveyTitle(inWords(visit, territory).people)}</h2>
      <p class="context">
        {survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>} {commune.surveyScope}
      </p>
      {attention.length > 0 && (
        <>
          <h3>{plainResults.attentionTitle}</h3>
          <PlainCells visit={visit} cells={attention.slice(0, saidShown)} territory={territory} against={compared} />
        </>
      )}
      {working.length > 0 && (
        <>
          <h3>{plainResults.workingTitle}</h3>
          <PlainCells visit={visit} cells={working.slice(0, saidShown)} territory={territory} against={compared} />
        </>
      )}
      <p>
        <a href={pathTo(language, 'results', { ...asked, territory: territory.code })}>{words.publicArea.home.allResults}</a>
      </p>
    </>
  )
}

/** The places that the page names, here and nearest. */
function placesShown({ services }: CommuneView): readonly Place[] {
  return services.flatMap(({ here, nearest }) => [...here, ...(nearest ? [nearest] : [])].map(({ place }) => place))
}

const mapReachKm = 7

export const communePage: Page<CommuneView> = {
  key: 'commune',
  needs: 'places.search',
  live: true,
  above: ['places'],
  load: ({ desks, viewer, parts }) => desks.public.commune(viewer, parts['code'] ?? ''),
  title: (visit, view) => visit.words.publicArea.commune.title(zoneInWords(view.zone, visit.language).in),
  crumb: ({ language }, { zone }) => zone.name[language],
  synthetic: () => false,
  view: (visit, view) => {
    const { words, format, language, asked } = visit
    const { commune } = words.publicArea
    const { zone, surroundings } = view
    const present = view.services.filter(({ here }) => here.length > 0).length
    return (
      <>
        <h1>{commune.title(zoneInWords(zone, language).in)}</h1>
        <KeyFacts visit={visit} view={view} />
        <SampleNotice visit={visit} places={placesShown(view)} />
        <section>
          <h2>{commune.servicesTitle}</h2>
          <p class="context">
            {commune.countHere(format.integer(present))} {commune.servicesIntro}
          </p>
          <ul class="service-rows">
            {view.services.map((row) => (
              <ServiceRow visit={visit} view={view} row={row} />
            ))}
          </ul>
        </section>
        {surroundings && zone.lon !== null && zone.lat !== null && (
          <section>
            <h2>{commune.mapTitle(zone.name[language])}</h2>
            <Locator
              visit={visit}
              title={commune.mapTitle(zone.name[language])}
              centre={{ lon: zone.lon, lat: zone.lat }}
              reachKm={mapReachKm}
              surroundings={surroundings}
              mark={null}
              others={[]}
            />
            <p>
              <a href={pathTo(language, 'map', asked)}>{commune.toMap}</a>
            </p>
          </section>
        )}
        <section>
          <h2>{commune.figuresTitle}</h2>
          <FiguresTable visit={visit} figures={view.figures} />
        </section>
        <section>
          <Survey visit={visit} view={view} />
        </section>
      </>
    )
  },
}
