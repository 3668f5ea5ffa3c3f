import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { selectAcceptedPhotos } from '#store/contributions.ts'
import { selectPlace } from '#store/places.ts'
import { selectNearestPlaces } from '#store/publicPages.ts'
import { selectOrganisations } from '#store/territory.ts'
import { zoneName } from '../naming.ts'
import type { Atlas, Observatory } from '../observatory.ts'
import { may } from '../rights.ts'
import { countryOf, departmentOf, placeCard, pointOf } from './cards.ts'
import type { PlaceView } from './publicViews.ts'
import { surroundingsOf } from './surroundings.ts'

const nearbyShown = 5
const mapKm = 9

/** A place and what lies around it, or a refusal `place.unknown`; one that closed or was merged is unknown. */
export async function placeView(
  obs: Observatory,
  reader: Reader,
  { edition, geography }: Atlas,
  viewer: Viewer,
  code: string,
): Promise<PlaceView> {
  const place = await selectPlace(reader, code)
  if (!place) throw new DomainError('place.unknown', { code })
  const now = obs.now()
  const zone = geography.find(place.zone ?? '')
  const point = pointOf(place)
  const wish = { service: place.services[0] ?? null, stepFree: false }
  const near = point ? await selectNearestPlaces(reader, wish, point, nearbyShown + 1) : []
  const organisations = place.organisation === null ? [] : await selectOrganisations(reader)
  return {
    card: placeCard(place, geography, now, null),
    zone: zone ? zoneName(zone) : null,
    department: zone ? departmentOf(zone, geography) : null,
    organisation: organisations.find((each) => each.code === place.organisation) ?? null,
    country: countryOf(place, geography),
    nearby: near
      .filter((each) => each.code !== code)
      .slice(0, nearbyShown)
      .map((each) => placeCard(each, geography, now, point)),
    surroundings: point ? await surroundingsOf(reader, edition.code, geography, point, mapKm) : null,
    photos: await selectAcceptedPhotos(reader, code),
    mayEdit: may(viewer, 'places.edit'),
    mayReport: may(viewer, 'contributions.send'),
  }
}
