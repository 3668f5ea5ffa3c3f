import type { FC } from 'hono/jsx'
import type { PlaceCard } from '#app/public/publicViews.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { Opening } from './opening.tsx'

const nearKm = 0.1

/** A distance as the crow flies in words: tenths under 10 km, whole kilometres beyond. */
export function distanceText({ words, format }: Visit, km: number): string {
  const { finder } = words.publicArea
  if (km < nearKm) return finder.distanceShort
  return finder.distance(km < 10 ? format.decimal(km) : format.integer(km))
}

export function placePath(visit: Visit, code: string): string {
  return pathTo(visit.language, 'place', visit.asked, { parts: { code } })
}

/** A town beside the address, unless the address already ends with it. */
function whereText({ language }: Visit, { place, town }: PlaceCard): string {
  const name = town?.[language] ?? ''
  const { address } = place
  if (!address) return name
  return name === '' || address.toLowerCase().includes(name.toLowerCase()) ? address : `${address}, ${name}`
}

const Card: FC<{ visit: Visit; card: PlaceCard; level: 2 | 3 }> = ({ visit, card, level }) => {
  const { words, language } = visit
  const { place, km } = card
  const name = <a href={placePath(visit, place.code)}>{place.name[language]}</a>
  const facts = [whereText(visit, card), ...(km === null ? [] : [distanceText(visit, km)])].filter((text) => text !== '')
  return (
    <li>
      {level === 2 ? <h2>{name}</h2> : <h3>{name}</h3>}
      <p>
        <Opening visit={visit} opening={card.opening} />
      </p>
      <p class="muted">
        {facts.join(', ')}
        {place.stepFree === true && <span class="fact">{words.publicArea.place.stepFree}</span>}
        {place.synthetic && <span class="tag">{words.shell.syntheticShort}</span>}
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
