import type { FC } from 'hono/jsx'
import type { PlaceCard } from '#app/public/publicViews.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { Opening } from './opening.tsx'
import { SampleTag } from './samples.tsx'

const nearKm = 0.1
/** Under this an approximate position tells nothing of the distance. */
const unsureKm = 1

/** A distance as the crow flies in words: tenths under 10 km, whole kilometres beyond; of a place that is only somewhere in its town or postcode, about. */
export function distanceText({ words, format, language }: Visit, { place, town }: PlaceCard, km: number): string {
  const { finder } = words.publicArea
  const written = km < 10 ? format.decimal(km) : format.integer(km)
  if (place.position === 'exact') return km < nearKm ? finder.distanceShort : finder.distance(written)
  const about = km < unsureKm ? [] : [finder.about(written)]
  const near = place.position === 'postcode' || !town ? [] : [finder.inOrNear(town[language])]
  return [...about, ...near, finder.approximate].join(', ')
}

export function placePath(visit: Visit, code: string): string {
  return pathTo(visit.language, 'place', visit.asked, { parts: { code } })
}

/** A town beside the address, unless the address already ends with it. */
function whereText({ language }: Visit, { place, town, km }: PlaceCard): string {
  const name = town?.[language] ?? ''
  const { address, position } = place
  // A place that is only somewhere in its town says so with its distance.
  if (!address) return km !== null && (position === 'town' || position === 'unknown') ? '' : name
  return name === '' || address.toLowerCase().includes(name.toLowerCase()) ? address : `${address}, ${name}`
}

const Card: FC<{ visit: Visit; card: PlaceCard; level: 2 | 3 }> = ({ visit, card, level }) => {
  const { words, language } = visit
  const { place, km } = card
  const name = <a href={placePath(visit, place.code)}>{place.name[language]}</a>
  const facts = [whereText(visit, card), ...(km === null ? [] : [distanceText(visit, card, km)])].filter((text) => text !== '')
  return (
    <li>
      {level === 2 ? <h2>{name}</h2> : <h3>{name}</h3>}
      <p>
        <Opening visit={visit} opening={card.opening} />
      </p>
      <p class="muted">
        {facts.join(', ')}
        {place.stepFree === true && <span class="fact">{words.publicArea.place.stepFree}</span>}
        <SampleTag visit={visit} place={place} />
      </p>
    </li>
  )
}

/** Places one under the other: name, open or not, where and how far. */
export const PlaceCards: FC<{ visit: Visit; cards: readonly PlaceCard[]; level?: 2 | 3 }> = ({ visit, cards, level = 3 }) => (
  <ul class="place-cards">
    {cards.map((card) => (
      <Card visit={visit} card={card} level={level} />
    ))}
  </ul>
)
