import type { ItemCode } from '#domain/survey'
import {
  measuredAccess,
  serviceCodes,
  type Geography,
  type MeasuredCode,
  type Place,
  type ServiceCode,
  type Zone,
} from '#domain/territory'
import type { Reader } from '#store/open.ts'
import { selectAllPlaces } from '#store/places.ts'
import { versionOf } from '#store/stamp.ts'
import type { Observatory } from '../observatory.ts'
import type { MeasuredPair } from './findingViews.ts'

/** Places of a root by the service they offer. */
export type PlacesByService = ReadonlyMap<ServiceCode, readonly Place[]>

function placesOf(obs: Observatory, reader: Reader, root: string | null, version: string): Promise<PlacesByService> {
  return obs.caches.placesByService.get(`${version} ${root ?? ''}`, async () => {
    const places = await selectAllPlaces(reader, root)
    return new Map(serviceCodes.map((service) => [service, places.filter((place) => place.services.includes(service))]))
  })
}

/** Measured access to services in a zone: its own places, and for the distance all those of its root. */
async function measuresOf(
  obs: Observatory,
  reader: Reader,
  geography: Geography,
  zone: Zone,
  service: ServiceCode,
): Promise<MeasuredPair['here']> {
  const version = [await versionOf(reader, 'places'), await versionOf(reader, 'zones')].join(' ')
  return obs.caches.measured.get(`${version} ${zone.code} ${service}`, async () => {
    const near = (await placesOf(obs, reader, zone.root, version)).get(service) ?? []
    const inside = new Map<string, boolean>()
    const own = near.filter(({ zone: code }) => {
      if (code === null) return false
      const held = inside.get(code) ?? (geography.find(code) ? geography.position(code, zone.code) === 'inside' : false)
      inside.set(code, held)
      return held
    })
    return measuredAccess(own, near, geography.within(zone.code, 'commune'))
  })
}

/** The measures of some services in a zone and in the one it is compared with. */
export async function measuredPairs(
  obs: Observatory,
  reader: Reader,
  geography: Geography,
  zones: { readonly here: Zone; readonly there: Zone },
  services: readonly ServiceCode[],
): Promise<MeasuredPair[]> {
  const pairs: MeasuredPair[] = []
  for (const service of services) {
    const here = await measuresOf(obs, reader, geography, zones.here, service)
    const there = zones.here.code === zones.there.code ? [] : await measuresOf(obs, reader, geography, zones.there, service)
    pairs.push({ service, here, there })
  }
  return pairs
}

/** The criterion and sub-criterion that each measure stands beside. */
export const measuredItems: Readonly<Record<MeasuredCode, readonly ItemCode[]>> = {
  distance: ['distance', 'distance.time'],
  openAfter18: ['opening', 'opening.evenings'],
  openSaturday: ['opening', 'opening.days'],
  weeklyHours: ['opening', 'opening.hours'],
  byPhone: ['contact', 'contact.phone'],
  stepFree: ['building', 'building.stepFree'],
  parking: ['transport', 'transport.parking'],
}
