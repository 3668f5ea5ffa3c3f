import { turned } from '../dissolve.ts'
import type { Polygons, Position } from '../rings.ts'
import { collectFeatures, type Collection, type RawFeature } from './collect.ts'
import { systemCodes, type CoordinateSystem } from './coordinateSystems.ts'
import type { FeatureFault } from './featureFault.ts'
import { polygonFault, withoutRepeats } from './polygonFault.ts'
import { rawGeometry, type RawGeometry } from './rawGeometry.ts'
import { recogniseSystem, type Recognised } from './recogniseSystem.ts'

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
): Converted {
  const inDegrees = polygons.map((polygon) => polygon.map((ring) => withoutRepeats(ring.map(toDegrees))))
  const place = point && toDegrees(point)
  const fault = polygonFault(inDegrees) ?? placeFault(place)
  const turnedWell = inDegrees.map((polygon) => polygon.map((ring, i) => turned(ring, i === 0)))
  const feature = { number, id, properties, polygons: turnedWell, point: place }
  return { feature, fault: fault && { feature: number, ...fault } }
}

function placeFault(place: Position | null): Omit<FeatureFault, 'feature'> | null {
  if (!place || (Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90)) return null
  return { code: 'geo.range', value: place.join(' '), expected: '-180…180, -90…90' }
}

/**
 * Reads the features of a parsed GeoJSON or TopoJSON file: brings them to longitude and latitude (WGS 84) and checks every ring. Nothing is mended silently but repeated
 * corners and the way in which rings turn.
 *
 * @param document what JSON gave
 * @param crs the coordinate system that somebody chose for the file; goes before what the file says
 */
export function readFeatures(document: unknown, crs?: string): FeatureReading {
  const collection = collectFeatures(document)
  if ('code' in collection) return refused([], [collection])
  const { features: raw } = collection
  const geometries = geometriesOf(collection)
  const named = crs ?? collection.crs
  const recognised = recogniseSystem(witnesses(geometries), named)
  if ('problem' in recognised) return refused(raw, [systemFault(recognised, named), ...geometries.faults])
  const { system, guessed } = recognised
  const features: ReadFeature[] = []
  const faults: FeatureFault[] = [...geometries.faults]
  const warnings: FeatureFault[] = guessed ? [{ feature: 0, code: 'geo.crsGuessed', value: system.code, expected: '"crs"' }] : []
  for (const { raw: each, geometry } of geometries.read) {
    const { feature, fault } = convert(each, geometry, system)
    if (fault?.code === 'geo.slightCrossing') warnings.push(fault)
    else if (fault) faults.push(fault)
    features.push(feature)
  }
  faults.sort((a, b) => a.feature - b.feature)
  if (faults.length > 0) return refused(raw, faults, system.code)
  return { features, raw, crs: system.code, crsGuessed: guessed, faults, warnings: [...warnings, ...bare(features)] }
}

function systemFault({ problem, place }: Extract<Recognised, { problem: string }>, named: string | null): FeatureFault {
  const value = named === null || problem === 'geo.swapped' ? place.join(' ') : `${named} (${place.join(' ')})`
  const expected = problem === 'geo.swapped' ? place.toReversed().join(' ') : systemCodes.join(', ')
  return { feature: 0, code: problem, value, expected }
}

/** Features that are nowhere: allowed by RFC 7946, and no zone or place. */
function bare(features: readonly ReadFeature[]): FeatureFault[] {
  return features
    .filter(({ polygons, point }) => polygons.length === 0 && !point)
    .map(({ number }) => ({ feature: number, code: 'geo.noGeometry', value: 'null', expected: 'Polygon, MultiPolygon, Point' }))
}
