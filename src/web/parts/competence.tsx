import type { FC } from 'hono/jsx'
import type { ServicesView } from '#app/views.ts'
import type { ServiceCode } from '#domain/territory'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'

type Competences = ServicesView['services'][number]['competences']

/** Who answers for a service on each side of the border, and by which channels. */
export const CompetenceList: FC<{ visit: Visit; service: ServiceCode; competences: Competences }> = (props) => {
  const { visit, service, competences } = props
  const { words, language } = visit
  const sides = [
    { country: 'FR', head: words.servicePages.france, text: words.services[service].france },
    { country: 'GB', head: words.servicePages.england, text: words.services[service].england },
  ] as const
  return (
    <dl class="sides">
      {sides.map(({ country, head, text }) => {
        const own = competences.filter((each) => each.country === country)
        const channels = [...new Set(own.flatMap((each) => each.channels))].map((code) => words.channels[code])
        const named = own.flatMap((each) => (each.organisation ? [each.organisation.name[language]] : []))
        return (
          <div>
            <dt>{head}</dt>
            <dd>
              {text}
              {named.length > 0 && <span class="named">{named.join(', ')}</span>}
              {channels.length > 0 && <span class="channels">{capital(channels.join(', '))}.</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
