import type { MapView } from '#app/maps/mapPage.ts'
import type { Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { shownName, unitOf } from './mapFigures.ts'

/** What the page answers: which figure, by what, where. */
export function mapTitle(visit: Visit, { maps }: MapView): string {
  const { words } = visit
  const [first, second] = maps
  if (!first) return words.maps.pages.map
  const { territory, level } = first.values
  const inside = inWords(visit, territory).in
  const name = shownName(visit, first.values)
  if (!second) return words.maps.title(name, unitOf(visit, level, territory.country, 1), inside)
  const other = shownName(visit, second.values)
  return words.maps.titleTwo(name, other.charAt(0).toLocaleLowerCase(visit.language) + other.slice(1), inside)
}
