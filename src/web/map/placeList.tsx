import type { FC } from 'hono/jsx'
import type { MapView } from '#app/maps/mapPage.ts'
import type { Visit } from '../page.ts'

/** The places shown, by name: what the dots stand for. */
export const PlaceList: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { words, language, format } = visit
  const { maps } = words
  if (!view.places) return <></>
  const collator = new Intl.Collator(language)
  const places = view.places.toSorted((a, b) => collator.compare(a.name[language], b.name[language]))
  const service = view.placesService ? words.services[view.placesService].name : maps.allServices
  return (
    <details class="place-list">
      <summary>
        {maps.placesTitle(service)} ({format.integer(places.length)})
      </summary>
      {places.length === 0 && <p>{maps.placesNone}</p>}
      <ul>
        {places.map((place) => (
          <li data-place={place.code}>
            {place.name[language]}
            {place.zoneName && <span class="muted">, {place.zoneName[language]}</span>}
            {place.position !== 'exact' && <span class="tag">{maps.approximate}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
