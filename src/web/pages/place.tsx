import type { FC } from 'hono/jsx'
import type { PlaceView } from '#app/public/publicViews.ts'
import { openingLines } from '#words/openingHours.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { Locator } from '../public/locator.tsx'
import { Opening } from '../public/opening.tsx'
import { PlaceCards } from '../public/placeCards.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PlaceView
}

const Hours: FC<Props> = ({ visit, view }) => {
  const { words } = visit
  const { place } = words.publicArea
  const text = view.card.place.openingHours
  if (text === null) return <p>{place.noHours}</p>
  const lines = openingLines(text, words.servicePages)
  if (!lines) return <p class="hours-text">{text}</p>
  return (
    <table class="figures week">
      <thead>
        <tr>
          <th scope="col" class="text">
            {place.days}
          </th>
          <th scope="col" class="text">
            {place.times}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ days, hours }) => (
          <tr>
            <th scope="row">{capital(days)}</th>
            <td class="text">{hours === '' ? words.servicePages.always : hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Services: FC<Props> = ({ visit, view }) => {
  const { words, language, asked } = visit
  return (
    <ul class="found">
      {view.card.place.services.map((code) => (
        <li>
          <a href={pathTo(language, 'service', asked, { parts: { code } })}>{words.services[code].name}</a>
          <span class="muted">{words.services[code].about}</span>
        </li>
      ))}
    </ul>
  )
}

/** Address, town and postcode on the lines of an envelope. */
function addressLines({ language }: Visit, { card }: PlaceView): string[] {
  const { place, town } = card
  const last = [place.postcode, town?.[language]].filter((part) => part !== null && part !== undefined).join(' ')
  return [place.address ?? '', last].filter((line) => line !== '')
}

const Contact: FC<Props> = ({ visit, view }) => {
  const { words, language } = visit
  const texts = words.publicArea.place
  const { place } = view.card
  const lines = addressLines(visit, view)
  return (
    <dl class="sides">
      <div>
        <dt>{texts.address}</dt>
        <dd>{lines.length === 0 ? texts.noAddress : lines.map((line) => <span class="line">{line}</span>)}</dd>
      </div>
      {place.phone && (
        <div>
          <dt>{texts.phone}</dt>
          <dd>
            <a href={`tel:${place.phone.replaceAll(/[^\d+]/g, '')}`}>{place.phone}</a>
          </dd>
        </div>
      )}
      {place.email && (
        <div>
          <dt>{texts.email}</dt>
          <dd>
            <a href={`mailto:${place.email}`}>{place.email}</a>
          </dd>
        </div>
      )}
      {place.url && (
        <div>
          <dt>{texts.website}</dt>
          <dd>
            <a href={place.url} rel="external noopener">
              {place.url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            </a>
          </dd>
        </div>
      )}
      {view.organisation && (
        <div>
          <dt>{texts.runBy}</dt>
          <dd>{view.organisation.name[language]}</dd>
        </div>
      )}
    </dl>
  )
}

const Access: FC<Props> = ({ visit, view }) => {
  const texts = visit.words.publicArea.place
  const said = (value: boolean | null): string => (value === null ? texts.notChecked : value ? texts.yes : texts.no)
  return (
    <dl class="sides">
      <div>
        <dt>{texts.stepFree}</dt>
        <dd>{said(view.card.place.stepFree)}</dd>
      </div>
      <div>
        <dt>{texts.parking}</dt>
        <dd>{said(view.card.place.parking)}</dd>
      </div>
    </dl>
  )
}

const Sureness: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const texts = words.publicArea.place
  const { place } = view.card
  return (
    <section>
      <h2>{texts.sure}</h2>
      <ul class="plain-list">
        <li>{place.synthetic ? texts.synthetic : texts.positions[place.position]}</li>
        {!place.synthetic && <li>{place.source === null ? texts.noSource : texts.source(place.source)}</li>}
        <li>{place.checkedOn === null ? texts.notDated : texts.checked(format.date(place.checkedOn))}</li>
      </ul>
    </section>
  )
}

const Actions: FC<Props> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const texts = words.publicArea.place
  const { code } = view.card.place
  return (
    <section>
      <h2>{texts.wrong}</h2>
      {!view.mayReport && <p>{texts.signIn}</p>}
      <p class="actions">
        {view.mayReport && (
          <a class="button" href={pathTo(language, 'contributionNew', asked, { more: { place: code } })}>
            {texts.report}
          </a>
        )}
        {view.mayEdit && (
          <a class="button quiet" href={pathTo(language, 'placeEdit', asked, { parts: { code } })}>
            {texts.edit}
          </a>
        )}
      </p>
    </section>
  )
}

const mapReachKm = 4

const Map: FC<Props> = ({ visit, view }) => {
  const { place } = view.card
  if (place.lon === null || place.lat === null || !view.surroundings) return <></>
  return (
    <Locator
      visit={visit}
      title={visit.words.publicArea.place.map(place.name[visit.language])}
      centre={{ lon: place.lon, lat: place.lat }}
      reachKm={mapReachKm}
      surroundings={view.surroundings}
      mark={place.position}
      others={view.nearby}
    />
  )
}

const Nearby: FC<Props> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const [service] = view.card.place.services
  const town = view.zone?.level === 'commune' ? view.zone : null
  return (
    <>
      {view.nearby.length > 0 && service && (
        <section>
          <h2>{words.publicArea.place.nearby(words.services[service].name)}</h2>
          <PlaceCards visit={visit} cards={view.nearby} />
        </section>
      )}
      {town && (
        <p>
          <a href={pathTo(language, 'commune', asked, { parts: { code: town.code } })}>
            {words.publicArea.place.inCommune(town.name[language])}
          </a>
        </p>
      )}
    </>
  )
}

const Photos: FC<Props> = ({ visit, view }) => {
  if (view.photos.length === 0) return <></>
  return (
    <section>
      <h2>{visit.words.publicArea.place.photos}</h2>
      <ul class="photos">
        {view.photos.map(({ id, alt, width, height }) => (
          <li>
            <img src={`/photos/${id}`} alt={alt[visit.language]} width={width} height={height} loading="lazy" />
          </li>
        ))}
      </ul>
    </section>
  )
}

export const placePage: Page<PlaceView> = {
  key: 'place',
  needs: 'places.search',
  live: true,
  above: ['places'],
  load: ({ desks, viewer, parts }) => desks.public.place(viewer, parts['code'] ?? ''),
  title: (visit, view) => view.card.place.name[visit.language],
  crumb: ({ language }, { card }) => card.place.name[language],
  synthetic: () => false,
  view: (visit, view) => {
    const texts = visit.words.publicArea.place
    const { place, opening } = view.card
    return (
      <>
        <h1>{place.name[visit.language]}</h1>
        {place.synthetic && <p class="synthetic">{texts.synthetic}</p>}
        <p class="lead">
          <Opening visit={visit} opening={opening} />
          {opening.holiday && opening.doubt !== 'holiday' && (
            <span class="muted"> {visit.words.publicArea.opening.holidayToday}</span>
          )}
        </p>
        <div class="two-columns">
          <div>
            <section>
              <h2>{texts.hours}</h2>
              <Hours visit={visit} view={view} />
            </section>
            <section>
              <h2>{texts.contact}</h2>
              <Contact visit={visit} view={view} />
            </section>
            <section>
              <h2>{texts.access}</h2>
              <Access visit={visit} view={view} />
            </section>
          </div>
          <div>
            <section>
              <h2>{texts.whatFor}</h2>
              <Services visit={visit} view={view} />
            </section>
            <Map visit={visit} view={view} />
          </div>
        </div>
        <Photos visit={visit} view={view} />
        <Nearby visit={visit} view={view} />
        <Sureness visit={visit} view={view} />
        <Actions visit={visit} view={view} />
      </>
    )
  },
}
