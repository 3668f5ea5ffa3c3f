import type { FC } from 'hono/jsx'
import type { ServiceView } from '#app/views.ts'
import { capital } from '#words/zones.ts'
import { openingLines } from '#words/openingHours.ts'
import type { Page, Visit } from '../page.ts'
import { CompetenceList } from '../parts/competence.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { SampleNotice, SampleTag } from '../public/samples.tsx'

function titleOf(visit: Visit, view: ServiceView): string {
  return visit.words.servicePages.title(visit.words.services[view.service].name, inWords(visit, view.territory).in)
}

const Procedures: FC<{ visit: Visit; view: ServiceView }> = ({ visit, view }) => {
  const { words, language } = visit
  const { servicePages } = words
  if (view.procedures.length === 0) return <p class="muted">{servicePages.noProcedures}</p>
  return (
    <>
      {view.procedures.map((procedure) => (
        <article class="procedure" id={procedure.code}>
          <h3>
            {procedure.title[language]}{' '}
            <span class="muted">{procedure.country === 'FR' ? servicePages.france : servicePages.england}</span>
          </h3>
          <p>{procedure.summary[language]}</p>
          <dl class="sides">
            <div>
              <dt>{servicePages.documents}</dt>
              <dd>
                {procedure.documents.length === 0 ? (
                  servicePages.noDocuments
                ) : (
                  <ul class="plain-list">
                    {procedure.documents.map((document) => (
                      <li>{document[language]}</li>
                    ))}
                  </ul>
                )}
              </dd>
            </div>
            <div>
              <dt>{servicePages.channels}</dt>
              <dd>{capital(procedure.channels.map((code) => words.channels[code]).join(', '))}</dd>
            </div>
            <div>
              <dt>{servicePages.contact}</dt>
              <dd>{procedure.contactName[language]}</dd>
            </div>
            <div>
              <dt>{servicePages.cost}</dt>
              <dd>{procedure.cost[language]}</dd>
            </div>
            <div>
              <dt>{servicePages.delay}</dt>
              <dd>{procedure.delay[language]}</dd>
            </div>
            {procedure.url && (
              <div>
                <dt>{servicePages.link}</dt>
                <dd>
                  <a href={procedure.url} rel="external noopener">
                    {new URL(procedure.url).hostname}
                  </a>
                </dd>
              </div>
            )}
          </dl>
        </article>
      ))}
    </>
  )
}

const Hours: FC<{ visit: Visit; text: string }> = ({ visit, text }) => {
  const lines = openingLines(text, visit.words.servicePages)
  if (!lines) return <span>{text}</span>
  return (
    <ul class="hours">
      {lines.map((line) => (
        <li>{capital(line.hours ? visit.words.servicePages.opening(line.days, line.hours) : line.days)}</li>
      ))}
    </ul>
  )
}

const Places: FC<{ visit: Visit; view: ServiceView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { servicePages, shell } = words
  if (view.places.length === 0) return <p class="muted">{servicePages.noPlaces}</p>
  const collator = new Intl.Collator(language)
  const places = view.places.toSorted(
    (a, b) =>
      collator.compare(a.zoneName[language], b.zoneName[language]) || collator.compare(a.name[language], b.name[language]),
  )
  const known = (value: boolean | null): string => (value === null ? servicePages.notChecked : value ? shell.yes : shell.no)
  return (
    <>
      <SampleNotice visit={visit} places={view.places} />
      {view.placesTotal > view.places.length && (
        <p>{servicePages.placesMore(format.integer(view.places.length), format.integer(view.placesTotal))}</p>
      )}
      <table class="figures places">
        <thead>
          <tr>
            {[servicePages.place, servicePages.hours, servicePages.phone, servicePages.stepFree].map((head) => (
              <th scope="col" class="text">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr>
              <th scope="row">
                <a href={pathTo(language, 'place', asked, { parts: { code: place.code } })}>{place.name[language]}</a>{' '}
                <SampleTag visit={visit} place={place} />
                <br />
                {place.zoneName[language]}
              </th>
              <td class="text">{place.openingHours !== null && <Hours visit={visit} text={place.openingHours} />}</td>
              <td class="text" data-label={servicePages.phone}>
                {place.phone ?? ''}
              </td>
              <td class="text" data-label={servicePages.stepFree}>
                {known(place.stepFree)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export const servicePage: Page<ServiceView> = {
  key: 'service',
  above: ['services'],
  load: (visit) => visit.portal.service({ territory: visit.asked.territory, service: visit.parts['code'] ?? '' }),
  title: titleOf,
  zone: (view) => view.territory,
  crumb: ({ words }, { service }) => words.services[service].name,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { servicePages } = words
    return (
      <>
        <h1>{titleOf(visit, view)}</h1>
        <p class="lead">{words.services[view.service].about}</p>
        <p class="actions">
          <a class="button quiet" href={pathTo(language, 'comparison', asked, { more: { service: view.service } })}>
            {servicePages.seeComparison}
          </a>
          <a class="button quiet" href={`${pathTo(language, 'matrix', asked)}#matrix`}>
            {servicePages.seeMatrix}
          </a>
        </p>
        <section>
          <h2>{servicePages.competent}</h2>
          <CompetenceList visit={visit} service={view.service} competences={view.competences} />
        </section>
        <section>
          <h2>{servicePages.proceduresTitle}</h2>
          <Procedures visit={visit} view={view} />
        </section>
        <section>
          <h2>{servicePages.placesTitle}</h2>
          <p>
            <a href={pathTo(language, 'places', asked, { more: { service: view.service } })}>{words.publicArea.search.seeAll}</a>
          </p>
          <Places visit={visit} view={view} />
        </section>
      </>
    )
  },
}
