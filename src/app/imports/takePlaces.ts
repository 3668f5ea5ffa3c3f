import type { PlaceRecord } from '#domain/imports'
import type { PlacePosition, Zone } from '#domain/territory'
import { mergePlaces, stagePlaces, type BroughtPlace } from '#store/imports/places.ts'
import { selectPostcodes, type PostcodePoint } from '#store/imports/lookups.ts'
import { selectOrganisations, selectZones } from '#store/territory.ts'
import type { FileReport } from './fileReport.ts'
import type { ImportRun } from './importRun.ts'

interface Spot {
  readonly lon: number | null
  readonly lat: number | null
  readonly zone: string | null
  readonly position: PlacePosition
}

/** Names compared without case, accents, hyphens and apostrophes. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replace(/^(the|city of|borough of) /, '')
    .trim()
}

type Town = Zone & { readonly lon: number; readonly lat: number }

const located = (zone: Zone): zone is Town => zone.lon !== null && zone.lat !== null

/** The towns and communes that places lie in, to be found by name or by nearness. */
class Gazetteer {
  readonly #towns: readonly Town[]
  readonly #byName: ReadonlyMap<string, readonly Zone[]>

  constructor(zones: readonly Zone[]) {
    const towns = zones.filter((zone) => zone.level === 'commune')
    const bodies = zones.filter((zone) => zone.level === 'epci' && zone.country === 'GB')
    this.#towns = towns.filter(located)
    this.#byName = Map.groupBy([...towns, ...bodies], (zone) => plainName(zone.name.fr))
  }

  /** The only zone of this name in a country; a town before the district that bears its name. */
  named(name: string | null, country: string): Zone | null {
    if (!name) return null
    const found = (this.#byName.get(plainName(name)) ?? []).filter((zone) => zone.country === country)
    const towns = found.filter((zone) => zone.level === 'commune')
    return (towns.length > 0 ? towns : found).length === 1 ? ((towns.length > 0 ? towns : found)[0] ?? null) : null
  }

  /** The nearest town of a country within 15 km, as the crow flies. */
  nearest(lon: number, lat: number, country: string): Town | null {
    const width = Math.cos((lat * Math.PI) / 180)
    let best: Town | null = null
    let least = (15 / 111.195) ** 2
    for (const town of this.#towns) {
      if (town.country !== country) continue
      const squared = ((town.lon - lon) * width) ** 2 + (town.lat - lat) ** 2
      if (squared >= least) continue
      least = squared
      best = town
    }
    return best
  }
}

const nowhere: Spot = { lon: null, lat: null, zone: null, position: 'unknown' }

type Point = { readonly lon: number; readonly lat: number }

/** A point given in full, or `null`. */
function pointOf(of: { readonly lon: number | null; readonly lat: number | null } | undefined): Point | null {
  return of && of.lon !== null && of.lat !== null ? { lon: of.lon, lat: of.lat } : null
}

/** The zone that the file names, under its code of today; `null` for one that nobody knows. */
function zoneGiven(run: ImportRun, place: PlaceRecord): string | null {
  const code = place.zone === null ? null : (run.book.resolve(place.zone).successor ?? place.zone)
  return code !== null && run.book.has(code) ? code : null
}

/** Where a place stands: by its own coordinates, else its postcode's point, else its town's, else nowhere yet. */
function spotOf(run: ImportRun, place: PlaceRecord, towns: Gazetteer, postcodes: ReadonlyMap<string, PostcodePoint>): Spot {
  const given = zoneGiven(run, place)
  const zoneAt = ({ lon, lat }: Point): string | null => given ?? towns.nearest(lon, lat, place.country)?.code ?? null
  const own = pointOf(place)
  if (own) return { ...own, zone: zoneAt(own), position: 'exact' }
  const known = place.postcode === null ? undefined : postcodes.get(place.postcode)
  const point = pointOf(known)
  if (point) return { ...point, zone: zoneAt(point) ?? known?.zone ?? null, position: 'postcode' }
  return townOf(place, towns, given ?? known?.zone ?? null)
}

function townOf(place: PlaceRecord, towns: Gazetteer, zone: string | null): Spot {
  const town = towns.named(place.town, place.country)
  if (town) return { lon: town.lon, lat: town.lat, zone: zone ?? town.code, position: town.lon === null ? 'unknown' : 'town' }
  return { ...nowhere, zone }
}

function broughtOf(place: PlaceRecord): BroughtPlace['brought'] {
  const where = [place.zone, place.lon, place.lat, place.postcode, place.town, place.address]
  return {
    name_fr: place.name.fr,
    name_en: place.name.en,
    zone: where,
    root: where,
    lon: where,
    lat: where,
    position: where,
    organisation: place.organisation,
    opening_hours: place.openingHours,
    phone: place.phone,
    email: place.email,
    url: place.url,
    step_free: place.stepFree,
    parking: place.parking,
    address: place.address,
    postcode: place.postcode,
    town: place.town,
    kind: place.kind,
    source: 'file',
    source_code: place.sourceCode,
    checked_on: place.checkedOn,
    closed_on: place.closedOn,
    services: place.services,
  }
}

function warnPlacing(report: FileReport, place: PlaceRecord, spot: Spot): void {
  const issue = (code: string, column: string, value: string | null): void =>
    report.warning({ line: place.line, column, value: value ?? '', code, expected: place.name.fr })
  if (spot.position === 'town') issue('place.placedByTown', 'town', place.town)
  if (spot.position === 'unknown') issue('place.noPosition', 'postcode', place.postcode ?? place.town)
}

/** The first of several places of one code counts; the others are faults of the file. */
function withoutRepeats(report: FileReport, places: readonly PlaceRecord[]): PlaceRecord[] {
  const first = new Map<string, PlaceRecord>()
  for (const place of places) {
    const held = first.get(place.code)
    if (!held) first.set(place.code, place)
    else report.fault({ line: place.line, column: 'name', value: place.name.fr, code: 'row.duplicate', expected: `${held.line}` })
  }
  return [...first.values()]
}

/** Places what a file brings and takes it in, field by field: what people corrected stays unless the source itself changed. */
export async function takePlaces(
  run: ImportRun,
  report: FileReport,
  records: readonly PlaceRecord[],
  importId: string,
): Promise<void> {
  const { writer } = run.bulk
  const places = withoutRepeats(report, records)
  if (report.errorCount > 0) return
  const towns = new Gazetteer(await selectZones(writer, run.edition.code))
  const asked = places.flatMap((place) => (place.lon === null && place.postcode !== null ? [place.postcode] : []))
  const postcodes = await selectPostcodes(writer, [...new Set(asked)])
  const organisations = new Map(
    (await selectOrganisations(writer)).flatMap((each) => [
      [plainName(each.name.fr), each.code] as const,
      [plainName(each.name.en), each.code] as const,
    ]),
  )
  const placed = places.map((place): BroughtPlace => {
    const spot = spotOf(run, place, towns, postcodes)
    warnPlacing(report, place, spot)
    const root = spot.zone === null ? null : (run.book.rootOf(spot.zone) ?? spot.zone)
    const { name, organisation, country: _country, ...rest } = place
    const known = organisation === null ? null : (organisations.get(plainName(organisation)) ?? null)
    const source = report.source ?? report.file
    return { ...rest, ...spot, nameFr: name.fr, nameEn: name.en, root, organisation: known, source, brought: broughtOf(place) }
  })
  await stagePlaces(run.bulk, placed)
  const outcome = await mergePlaces(writer, importId, run.at, placed.length)
  report.count(outcome)
  if (outcome.added + outcome.changed > 0) run.touched.add('places')
}
