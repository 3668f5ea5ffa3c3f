import { serviceCodes, type Place } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { nearestOfEachService, postcodesOf, selectPlacesWithin, selectZoneFigures } from '#store/publicPages.ts'
import { zoneName } from '../naming.ts'
import type { Atlas, Observatory } from '../observatory.ts'
import { placeCard, pointOf, zoneCard, type Point } from './cards.ts'
import type { CommuneView } from './publicViews.ts'
import { resultsAround } from './resultsPage.ts'
import { surroundingsOf } from './surroundings.ts'

const mostHere = 400
const figuresPerTable = 10
const mapKm = 12

/** Each service with its places in a commune, and the nearest elsewhere where it has none. */
async function servicesOf(obs: Observatory, reader: Reader, { geography }: Atlas, code: string, point: Point | null) {
  const here = await selectPlacesWithin(reader, { service: null, stepFree: false }, [code], mostHere)
  const near = point ? await nearestOfEachService(reader, point, 1) : []
  const now = obs.now()
  const card = (place: Place) => placeCard(place, geography, now, point)
  return serviceCodes.map((service) => {
    const own = here.filter((place) => place.services.includes(service)).map(card)
    const nearest = near.find((each) => each.service === service)?.place
    return { service, here: own, nearest: own.length === 0 && nearest ? card(nearest) : null }
  })
}

/** A commune or town: its services, figures and survey; a refusal `zone.unknown` for any other code. */
export async function communeView(obs: Observatory, reader: Reader, atlas: Atlas, code: string): Promise<CommuneView> {
  const { geography, edition } = atlas
  const zone = geography.get(code)
  if (zone.level !== 'commune') throw new DomainError('zone.unknown', { code })
  const point = pointOf(zone)
  const body = geography.parentsOf(code).find((parent) => parent.level === 'epci')
  return {
    zone,
    card: zoneCard(zone, geography),
    body: body ? zoneName(body) : null,
    postcodes: await postcodesOf(reader, code),
    services: await servicesOf(obs, reader, atlas, code, point),
    figures: zone.root === null ? [] : await selectZoneFigures(reader, zone.root, code, figuresPerTable),
    surroundings: point ? await surroundingsOf(reader, edition.code, geography, point, mapKm) : null,
    results: await resultsAround(obs, reader, geography, zone),
  }
}
