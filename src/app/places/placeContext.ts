import { isInside } from '#geo/rings.ts'
import type { CountryCode, PlaceField, PlacePatch, PlaceValues } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { selectPlaceRecord, type PlaceRecord } from '#store/placeChanges.ts'
import { findOrganisations, selectOrganisationNames } from '#store/placeLists.ts'
import { selectShapes } from '#store/territory.ts'
import { loadAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { codeOf, readTyped, type ReadPlace } from './readTyped.ts'
import { nameAndCode, typedOf, typedText, type Typed } from './typedPlace.ts'

/** A place whatever became of it, or a refusal `place.unknown`. */
export async function knownPlace(reader: Reader, code: string): Promise<PlaceRecord> {
  const place = await selectPlaceRecord(reader, code)
  if (!place) throw new DomainError('place.unknown', { code })
  return place
}

/** A place that is open, or a refusal: `place.merged` names where it went, `place.closed` since when it is closed. */
export async function openPlace(reader: Reader, code: string): Promise<PlaceRecord> {
  const place = await knownPlace(reader, code)
  if (place.mergedInto !== null) throw new DomainError('place.merged', { code, into: place.mergedInto })
  if (place.closedOn !== null) throw new DomainError('place.closed', { code, on: place.closedOn })
  return place
}

function countryOf(zone: string | null | undefined, { geography }: Atlas): CountryCode {
  return (zone ? geography.find(zone)?.country : undefined) ?? 'FR'
}

/** Reads a form about a place, or about one that does not exist yet (`values` null). */
export async function readForm(
  reader: Reader,
  obs: Observatory,
  typed: Typed,
  allowed: readonly PlaceField[],
  values: PlaceValues | null,
): Promise<ReadPlace> {
  const atlas = await loadAtlas(reader, obs.caches)
  const organisations = await findOrganisations(reader, codeOf(typedText(typed, 'organisation')))
  const context = { geography: atlas.geography, organisations, country: countryOf(values?.zone, atlas) }
  const zone = readTyped(typed, ['zone'], context).patch.zone
  return readTyped(typed, allowed, { ...context, country: countryOf(zone ?? values?.zone, atlas) })
}

/** The form that says what a place's values say. */
export async function formOf(
  reader: Reader,
  obs: Observatory,
  values: PlaceValues,
  fields: readonly PlaceField[],
  language: Language,
): Promise<Typed> {
  const { geography } = await loadAtlas(reader, obs.caches)
  const zone = values.zone === null ? undefined : geography.find(values.zone)
  const [organisation] = values.organisation === null ? [] : await selectOrganisationNames(reader, [values.organisation])
  return typedOf(values, fields, {
    zone: zone ? nameAndCode(zone, language) : (values.zone ?? ''),
    organisation: organisation ? nameAndCode(organisation, language) : '',
  })
}

/** The root of a patch's zone, when it has one. */
export async function rootOf(reader: Reader, obs: Observatory, patch: PlacePatch): Promise<{ readonly root?: string | null }> {
  if (!('zone' in patch)) return {}
  const { geography } = await loadAtlas(reader, obs.caches)
  return { root: patch.zone ? (geography.find(patch.zone)?.root ?? null) : null }
}

/** Names by code of the zones and organisations that values mention. */
export async function namesIn(
  reader: Reader,
  obs: Observatory,
  mentioned: readonly PlacePatch[],
): Promise<Readonly<Record<string, Bilingual>>> {
  const { geography } = await loadAtlas(reader, obs.caches)
  const present = (codes: readonly (string | null | undefined)[]): string[] => [
    ...new Set(codes.filter((code) => typeof code === 'string')),
  ]
  const zones = present(mentioned.map(({ zone }) => zone)).flatMap((code) => geography.find(code) ?? [])
  const organisations = await selectOrganisationNames(reader, present(mentioned.map(({ organisation }) => organisation)))
  return Object.fromEntries([...zones, ...organisations].map(({ code, name }) => [code, name]))
}

/** Cells drawn around centres say little of where a commune ends: only a point this far from the middle is doubtful (degrees, about 15 km). */
const farFromMiddle = 0.14

/** Whether a place's point lies outside the zone it is said to be in; `null` when either is unknown. */
export async function outsideZone(reader: Reader, obs: Observatory, { zone, point }: PlaceValues): Promise<boolean | null> {
  if (zone === null || point === null) return null
  const { edition, geography } = await loadAtlas(reader, obs.caches)
  const shape = (await selectShapes(reader, edition.code, [zone])).get(zone)
  if (shape && !shape.schematic) return !isInside([point.lon, point.lat], shape.rings)
  const middle = geography.find(zone)
  if (!middle || middle.lat === null || middle.lon === null) return null
  const east = (point.lon - middle.lon) * Math.cos((point.lat * Math.PI) / 180)
  return Math.hypot(east, point.lat - middle.lat) > farFromMiddle
}
