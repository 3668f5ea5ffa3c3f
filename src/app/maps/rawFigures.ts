import { zoneLevels, type Geography, type Zone, type ZoneLevel } from '#domain/territory'
import { areaKm2 } from '#geo/areaKm2.ts'
import { selectFacilities, selectMeasure, selectPeople } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import type { Reading } from './catalogue.ts'
import type { ZoneOutline } from './mapContract.ts'

/** A figure as its source gives it, with what it is a share of. */
export interface Raw {
  readonly value: number | null
  readonly of: number | null
}

/** How a figure is made of what its source gives. */
export type Scale = 'asGiven' | 'share' | 'per10k'

export interface RawFigures {
  readonly byZone: ReadonlyMap<string, Raw>
  readonly scale: Scale
  /** The zones' own figures can be summed to those of wider zones. */
  readonly additive: boolean
}

/** The published population, else the sum over the zones inside that have one. */
export function populationOf(geography: Geography, zone: Zone): number | null {
  if (zone.population !== null) return zone.population
  for (const level of zoneLevels) {
    const inside = geography.within(zone.code, level).filter((part) => part.code !== zone.code && part.population !== null)
    if (inside.length > 0) return inside.reduce((sum, part) => sum + (part.population ?? 0), 0)
  }
  return null
}

/** What a table of figures says of every zone of these roots that it names. */
export async function readTable(
  reader: Reader,
  reading: Extract<Reading, { from: 'measures' | 'people' | 'facilities' }>,
  roots: readonly string[],
  geography: Geography,
): Promise<RawFigures> {
  if (reading.from === 'measures') {
    const { dataset, measure, of } = reading
    const byZone = await selectMeasure(reader, dataset.code, measure.position, of?.position ?? null, roots)
    const additive = of !== null || ['people', 'households', 'count'].includes(measure.unit)
    return { byZone, scale: of ? 'share' : 'asGiven', additive }
  }
  if (reading.from === 'people') {
    const byZone = await selectPeople(reader, reading.dataset.code, reading, roots)
    return { byZone, scale: reading.share ? 'share' : 'asGiven', additive: true }
  }
  const counts = await selectFacilities(reader, reading.dataset.code, reading.type, roots)
  const byZone = facilitiesByZone(geography, counts, roots)
  return { byZone, scale: reading.per === '10k' ? 'per10k' : 'asGiven', additive: true }
}

/** A table of facilities lists the zones that have some: the others of the same level have none. */
function facilitiesByZone(
  geography: Geography,
  counts: ReadonlyMap<string, number>,
  roots: readonly string[],
): ReadonlyMap<string, Raw> {
  const levels = new Set([...counts.keys()].flatMap((code) => geography.find(code)?.level ?? []))
  const zones = roots.flatMap((root) => [...levels].flatMap((level) => geography.within(root, level)))
  return new Map(zones.map((zone) => [zone.code, { value: counts.get(zone.code) ?? 0, of: populationOf(geography, zone) }]))
}

/** The zones' own population, or their inhabitants per km² of their real outlines: a schematic cell has no ground of its own. */
export function zoneFigures(
  geography: Geography,
  zones: readonly Zone[],
  outlines: readonly ZoneOutline[],
  per: 'whole' | 'km2',
): RawFigures {
  const ground = new Map(outlines.filter((each) => !each.schematic).map((each) => [each.code, areaKm2(each.polygons)]))
  const byZone = new Map(
    zones.map((zone) => {
      const value = populationOf(geography, zone)
      return [zone.code, { value, of: per === 'km2' ? (ground.get(zone.code) ?? null) : null }]
    }),
  )
  return { byZone, scale: per === 'km2' ? 'share' : 'asGiven', additive: true }
}

/** Levels of the zones that figures are given for. */
export function nativeLevels(geography: Geography, { byZone }: RawFigures): ReadonlySet<ZoneLevel> {
  return new Set([...byZone.keys()].flatMap((code) => geography.find(code)?.level ?? []))
}

/** The widest level below a zone that the figures are given for: few to sum, and published rather than estimated. */
function partsWithFigures(geography: Geography, { byZone }: RawFigures, zone: Zone): readonly Zone[] {
  for (const level of zoneLevels) {
    const parts = geography.within(zone.code, level).filter((part) => part.code !== zone.code)
    if (parts.some((part) => byZone.has(part.code))) return parts
  }
  return []
}

function summed(parts: readonly (Raw | undefined)[]): Raw | undefined {
  if (parts.length === 0) return undefined
  const total = (of: (raw: Raw) => number | null): number | null => {
    const values = parts.map((raw) => (raw ? of(raw) : null))
    return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  }
  return { value: total((raw) => raw.value), of: total((raw) => raw.of) }
}

/**
 * What is known of a zone: its own figure, else the sum over the zones inside where figures add up. With one of those missing the sum is missing too: a
 * part is not the whole. `undefined` where the source does not name the zone.
 */
export function rawOf(
  geography: Geography,
  raw: RawFigures,
  zone: Zone,
): { readonly raw: Raw | undefined; readonly summed: boolean } {
  const own = raw.byZone.get(zone.code)
  if (own || !raw.additive) return { raw: own, summed: false }
  const parts = partsWithFigures(geography, raw, zone)
  return { raw: summed(parts.map((part) => raw.byZone.get(part.code))), summed: parts.length > 0 }
}

/** The figure that is shown. A share of nothing, or a rate of a zone without inhabitants, is no figure. */
export function scaled({ value, of }: Raw, scale: Scale): number | null {
  if (value === null || scale === 'asGiven') return value
  if (of === null || of <= 0) return null
  return (scale === 'per10k' ? 10_000 : 1) * (value / of)
}
