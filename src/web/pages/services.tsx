import type { ServicesView } from '#app/views.ts'
import type { Page } from '../page.ts'
import { CompetenceList } from '../parts/competence.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

export const servicesPage: Page<ServicesView> = {
  key: 'services',
  load: (visit) => visit.portal.services({ territory: visit.asked.territory }),
  title: (visit, view) => visit.words.servicePages.listTitle(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, format, language, asked } = visit
    const { servicePages } = words
    return (
      <>
        <h1>{servicePages.listTitle(inWords(visit, view.territory).in)}</h1>
        <p class="context">{servicePages.listContext}</p>
        <ul class="service-list">
          {view.services.map(({ service, places, procedures, competences }) => (
            <li>
              <h2>
                <a href={pathTo(language, 'service', asked, { parts: { code: service } })}>{words.services[service].name}</a>
              </h2>
              <p>{words.services[service].about}</p>
              <CompetenceList visit={visit} service={service} competences={competences} />
              <p class="muted">
                {servicePages.places(format.integer(places), places === 1)},{' '}
                {servicePages.procedures(format.integer(procedures), procedures === 1)}
              </p>
            </li>
          ))}
        </ul>
      </>
    )
  },
}
