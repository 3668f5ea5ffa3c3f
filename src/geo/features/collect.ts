import { feature } from 'topojson-client'
import type { FeatureFault } from './featureFault.ts'
import { topologyFault, type Topology } from './topology.ts'

/** A feature as it stands in its file: nothing about it is believed yet. */
export interface RawFeature {
  /** 1 for the first. */
  readonly number: number
  readonly id: string | null
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
}

export interface Collection {
  readonly features: readonly RawFeature[]
  /** Name of the coordinate system, where the file has one. */
  readonly crs: string | null
}

type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}`, as GeoJSON of 2008 has it and much software still writes it. */
function crsName(holder: Json): string | null {
  const { crs } = holder
  if (!isObject(crs) || !isObject(crs['properties'])) return null
  const { name, code } = crs['properties']
  if (typeof name === 'string') return name
  return typeof code === 'string' || typeof code === 'number' ? `EPSG:${code}` : null
}

function rawFeature(value: unknown, number: number): RawFeature {
  if (!isObject(value)) return { number, id: null, properties: {}, geometry: value }
  const { id, properties } = value
  return {
    number,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    properties: isObject(properties) ? properties : {},
    geometry: value['type'] === 'Feature' ? value['geometry'] : value,
  }
}

function fromTopology(topology: Topology): Collection | FeatureFault {
  const fault = topologyFault(topology)
  if (fault) return { feature: 0, ...fault }
  const objects = Object.values(topology.objects)
  const features: RawFeature[] = []
  for (const object of objects) {
    const made = feature(topology, object)
    for (const each of made.type === 'FeatureCollection' ? made.features : [made])
      features.push(rawFeature(each, features.length + 1))
  }
  const crs = [topology as unknown as Json, ...(objects as unknown as Json[])].map(crsName).find((name) => name !== null)
  return { features, crs: crs ?? null }
}

/**
 * The features of a parsed file: GeoJSON (FeatureCollection, Feature, or a geometry alone) or TopoJSON (the geometries of all its objects, quantised or not).
 * Geometries are handed on unread.
 */
export function collectFeatures(parsed: unknown): Collection | FeatureFault {
  const expected = 'FeatureCollection, Topology'
  if (!isObject(parsed))
    return { feature: 0, code: 'geo.notFeatures', value: Array.isArray(parsed) ? '[' : typeof parsed, expected }
  const { type } = parsed
  if (type === 'Topology') return fromTopology(parsed as unknown as Topology)
  const crs = crsName(parsed)
  if (type === 'FeatureCollection' && Array.isArray(parsed['features'])) {
    return { features: parsed['features'].map((each, i) => rawFeature(each, i + 1)), crs }
  }
  if (type === 'Feature' || (typeof type === 'string' && geometryTypes.has(type)))
    return { features: [rawFeature(parsed, 1)], crs }
  return { feature: 0, code: 'geo.notFeatures', value: typeof type === 'string' ? type : '', expected }
}
