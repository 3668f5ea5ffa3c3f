import { turned } from '../dissolve.ts'
import { boxOf, type Polygons, type Position } from '../rings.ts'
import { collectFeatures, type Collection, type RawFeature } from './collect.ts'
import { systemCodes, type CoordinateSystem } from './coordinateSystems.ts'
import type { FeatureFault } from './featureFault.ts'
import { place, polygonFault, slightest, withoutRepeats } from './polygonFault.ts'
import { rawGeometry, type RawGeometry } from './rawGeometry.ts'
import { recogniseSystem, type Recognised } from './recogniseSystem.ts'
import { Effort, TooComplex } from './segments.ts'
import { zoneOverlaps } from './zoneOverlaps.ts'

/** A feature as it can be used: degrees, rings closed, outer ones anticlockwise and holes clockwise. */
export interface ReadFeature {
  readonly number: number
  readonly id: string | null
  readonly properties: Readonly<Record<string, unknown>>
  readonly polygons: Polygons
  readonly point: Position | null
}

export interface FeatureReading {
  readonly features: readonly ReadFeature[]
  /** All features as the file has them, so that a fault can be told with their names. */
  readonly raw: readonly RawFeature[]
  /** Code of the coordinate system that the file was in, such as `EPSG:2154`; empty when that was not settled. */
  readonly crs: string
  readonly crsGuessed: boolean
  /** Any of these refuses the file. */
  readonly faults: readonly FeatureFault[]
  readonly warnings: readonly FeatureFault[]
}

const refused = (raw: readonly RawFeature[], faults: readonly FeatureFault[], crs = ''): FeatureReading => ({
  features: [],
  raw,
  crs,
  crsGuessed: false,
  faults,
  warnings: [],
})

interface Geometries {
  readonly read: readonly { readonly raw: RawFeature; readonly geometry: RawGeometry }[]
  readonly faults: readonly FeatureFault[]
}

function geometriesOf({ features }: Collection): Geometries {
  const read: { raw: RawFeature; geometry: RawGeometry }[] = []
  const faults: FeatureFault[] = []
  for (const raw of features) {
    const geometry = rawGeometry(raw)
    if ('code' in geometry) faults.push(geometry)
    else read.push({ raw, geometry })
  }
  return { read, faults }
}

/** A position of each polygon and point: enough to tell the coordinate system. */
function witnesses({ read }: Geometries): Position[] {
  return read.flatMap(({ geometry: { polygons, point } }) => {
    const corners = polygons.flatMap(([outer]) => outer?.slice(0, 1) ?? [])
    return point ? [...corners, point] : corners
  })
}

interface Converted {
  readonly feature: ReadFeature
  readonly fault: FeatureFault | null
}

function convert(
  { number, id, properties }: RawFeature,
  { polygons, point }: RawGeometry,
  { toDegrees }: CoordinateSystem,
  effort: Effort,
): Converted {
  const inDegrees = polygons.map((polygon) => polygon.map((ring) => withoutRepeats(ring.map(toDegrees))))
  const there = point && toDegrees(point)
  const fault = polygonFault(inDegrees, effort) ?? placeFault(there)
  const turnedWell = inDegrees.map((polygon) => polygon.map((ring, i) => turned(ring, i === 0)))
  const feature = { number, id, properties, polygons: turnedWell, point: there }
  return { feature, fault: fault && { feature: number, ...fault } }
}

function placeFault(position: Position | null): Omit<FeatureFault, 'feature'> | null {
  if (!position || (Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) return null
  return { code: 'geo.range', value: position.join(' '), expected: '-180…180, -90…90' }
}

/**
 * Reads the features of a parsed GeoJSON or TopoJSON file: brings them to longitude and latitude (WGS 84) and checks every ring. Nothing is mended silently but repeated
 * corners and the way in which rings turn.
 *
 * @param parsed what JSON gave
 * @param crs the coordinate system that somebody chose for the file; goes before what the file says
 * @param effort comparisons of edges that the file may cost
 */
export function readFeatures(parsed: unknown, crs?: string, effort = new Effort()): FeatureReading {
  const collection = collectFeatures(parsed)
  if ('code' in collection) return refused([], [collection])
  const { features: raw } = collection
  const geometries = geometriesOf(collection)
  const named = crs ?? collection.crs
  const recognised = recogniseSystem(witnesses(geometries), named)
  if ('problem' in recognised) return refused(raw, [systemFault(recognised, named), ...geometries.faults])
  const { system, guessed } = recognised
  const { features, found } = checked(geometries, system, effort)
  const faults = [...geometries.faults, ...found].filter(refuses).sort((one, other) => one.feature - other.feature)
  if (faults.length > 0) return refused(raw, faults, system.code)
  const guess: FeatureFault[] = guessed ? [{ feature: 0, code: 'geo.crsGuessed', value: system.code, expected: '"crs"' }] : []
  return { features, raw, crs: system.code, crsGuessed: guessed, faults, warnings: [...guess, ...found, ...bare(features)] }
}

/** All features in degrees, and what is wrong with each and between them. Stops at a file that would keep the machine busy for minutes. */
function checked(
  { read }: Geometries,
  system: CoordinateSystem,
  effort: Effort,
): { features: ReadFeature[]; found: FeatureFault[] } {
  const features: ReadFeature[] = []
  const found: FeatureFault[] = []
  try {
    for (const { raw, geometry } of read) {
      const { feature, fault } = convert(raw, geometry, system, effort)
      if (fault) found.push(fault)
      features.push(feature)
    }
    if (!found.some(refuses)) for (const overlap of overlapFaults(features, effort)) found.push(overlap)
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error
    const feature = read[features.length]?.raw.number ?? 0
    found.push({ feature, code: 'geo.tooComplex', value: 'Polygon', expected: 'Polygon' })
  }
  return { features, found }
}

/** Crossings of a few metres are for a warning. */
const refuses = ({ code }: FeatureFault): boolean => code !== 'geo.slightCrossing' && code !== 'geo.slightZonesCross'

function systemFault({ problem, place }: Extract<Recognised, { problem: string }>, named: string | null): FeatureFault {
  const value = named === null || problem === 'geo.swapped' ? place.join(' ') : `${named} (${place.join(' ')})`
  const expected = problem === 'geo.swapped' ? place.toReversed().join(' ') : systemCodes.join(', ')
  return { feature: 0, code: problem, value, expected }
}

/** Share of the smaller zone's extent from which an overlap is no matter of generalised borders any more. */
const gross = 0.05

/** Half the width and height of a zone together. */
function extentOf(polygons: Polygons): number {
  const { west, south, east, north } = boxOf(polygons.flat())
  return (east - west + north - south) / 2
}

/** Zones that overlap: what lies there would be counted twice. */
function overlapFaults(features: readonly ReadFeature[], effort: Effort): FeatureFault[] {
  const zones = features.filter(({ polygons }) => polygons.length > 0)
  return zoneOverlaps(
    zones.map(({ polygons }) => polygons),
    slightest,
    effort,
  ).flatMap(({ zone, other, place: where, depth }) => {
    const [later, earlier] = [zones[zone], zones[other]]
    if (!later || !earlier) return []
    const smaller = Math.min(extentOf(later.polygons), extentOf(earlier.polygons))
    const code = depth > gross * smaller ? 'geo.zonesCross' : 'geo.slightZonesCross'
    return [{ feature: later.number, other: earlier.number, code, value: place(where), expected: String(earlier.number) }]
  })
}

/** Features that are nowhere: allowed by RFC 7946, and no zone or place. */
function bare(features: readonly ReadFeature[]): FeatureFault[] {
  return features
    .filter(({ polygons, point }) => polygons.length === 0 && !point)
    .map(({ number }) => ({ feature: number, code: 'geo.noGeometry', value: 'null', expected: 'Polygon, MultiPolygon, Point' }))
}
