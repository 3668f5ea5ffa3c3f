import type { Geography, Place, Zone } from '#domain/territory'
import { greatCircleKm } from '#geo/greatCircle.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { zoneName } from '../naming.ts'
import { calendarOf } from './localTime.ts'
import { openingAt } from './openNow.ts'
import type { PlaceCard, ZoneCard } from './publicViews.ts'

export interface Point {
  readonly lon: number
  readonly lat: number
}

export function pointOf({ lon, lat }: { readonly lon: number | null; readonly lat: number | null }): Point | null {
  return lon === null || lat === null ? null : { lon, lat }
}

/** The country of a place: its zone's, else its root's, else by which side of the Channel it lies. */
export function countryOf(place: Place, geography: Geography): Zone['country'] {
  const zone = geography.find(place.zone ?? '') ?? geography.find(place.root ?? '')
  if (zone) return zone.country
  return /^[A-Z]{1,2}\d/.test(place.postcode ?? '') ? 'GB' : 'FR'
}

export function placeCard(place: Place, geography: Geography, now: Date, from: Point | null): PlaceCard {
  const zone = geography.find(place.zone ?? '')
  const at = pointOf(place)
  const asWritten: Bilingual | null = place.town === null ? null : { fr: place.town, en: place.town }
  // A zone wider than a town, as of an imported place not yet placed, is no town's name.
  const town = zone?.level === 'commune' ? zone.name : asWritten
  const calendar = calendarOf(countryOf(place, geography), place.zone ?? place.root ?? '')
  return {
    place,
    town,
    opening: openingAt(place.openingHours, calendar, now),
    km: from && at ? greatCircleKm(from, at) : null,
  }
}

export function departmentOf(zone: Zone, geography: Geography): Bilingual | null {
  if (zone.level === 'department' || zone.level === 'country') return null
  const direct = geography.parentsOf(zone.code).find((parent) => parent.level === 'department')
  const root = geography.find(zone.root ?? '')
  return (direct ?? (root === zone ? undefined : root))?.name ?? null
}

export function zoneCard(zone: Zone, geography: Geography): ZoneCard {
  return { zone: zoneName(zone), department: departmentOf(zone, geography), population: zone.population }
}
