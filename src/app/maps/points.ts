import { isServiceCode, zoneLevels, type Geography, type Place, type ServiceCode, type Zone } from '#domain/territory'
import { zoneLocator } from '#geo/zoneLocator.ts'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { selectAllPlaces } from '#store/places.ts'
import type { PlacePoint, ZoneOutline } from './mapContract.ts'

/** The service asked for; `null` for all of them. Refused: `service.unknown`. */
export function chooseService(asked: string | null | undefined): ServiceCode | null {
  if (!asked || asked === 'all') return null
  if (!isServiceCode(asked)) throw new DomainError('service.unknown', { code: asked })
  return asked
}

/** The codes of every zone inside a zone, itself included. */
function codesWithin(geography: Geography, code: string): ReadonlySet<string> {
  return new Set([code, ...zoneLevels.flatMap((level) => geography.within(code, level).map((zone) => zone.code))])
}

/** The places of these roots that offer a service, or any. */
export async function loadPlaces(
  reader: Reader,
  roots: readonly string[],
  service: ServiceCode | null,
): Promise<readonly Place[]> {
  const all = []
  for (const root of roots) all.push(...(await selectAllPlaces(reader, root)))
  return service === null ? all : all.filter((place) => place.services.includes(service))
}

/**
 * The zone of each place among `zones`: by its own zone where that lies inside one of them, else by its point. A place that neither tells is in none.
 *
 * @returns code of the place -> code of the zone
 */
export function zonesOfPlaces(
  geography: Geography,
  zones: readonly Zone[],
  outlines: readonly ZoneOutline[],
  places: readonly Place[],
): ReadonlyMap<string, string> {
  const holder = new Map(
    zones.flatMap((zone) => [...codesWithin(geography, zone.code)].map((code) => [code, zone.code] as const)),
  )
  const locator = zoneLocator(outlines)
  const byPoint = ({ lon, lat }: Place): string | undefined =>
    lon === null || lat === null ? undefined : locator.at(lon, lat)[0]
  return new Map(
    places.flatMap((place) => {
      const zone = (place.zone === null ? undefined : holder.get(place.zone)) ?? byPoint(place)
      return zone === undefined ? [] : [[place.code, zone] as const]
    }),
  )
}

/** Places that have a point, inside a territory, for the map. */
export function pointsIn(geography: Geography, territory: string, places: readonly Place[]): readonly PlacePoint[] {
  const inside = codesWithin(geography, territory)
  return places.flatMap(({ code, name, lon, lat, position, zone }) => {
    if (lon === null || lat === null || zone === null || !inside.has(zone)) return []
    return [{ code, name, lon, lat, position, zoneName: geography.find(zone)?.name ?? null }]
  })
}
