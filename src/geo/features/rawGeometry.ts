import type { Polygons, Position } from '../rings.ts'
import { isObject, type RawFeature } from './collect.ts'
import type { FeatureFault, FeatureFaultCode } from './featureFault.ts'

/** What a geometry holds that zones and places are made of, in the numbers of its file. */
export interface RawGeometry {
  readonly polygons: Polygons
  readonly point: Position | null
}

const deepest = 16
const wanted = 'Polygon, MultiPolygon, Point'

class Refused extends Error {
  readonly code: FeatureFaultCode
  readonly value: string
  readonly expected: string

  constructor(code: FeatureFaultCode, value: string, expected: string) {
    super(code)
    this.code = code
    this.value = value
    this.expected = expected
  }
}

/** The beginning of a value as JSON, however deep or long it is. */
function shown(value: unknown): string {
  if (Array.isArray(value))
    return `[${value
      .slice(0, 4)
      .map((each) => (Array.isArray(each) ? '[…]' : shown(each)))
      .join(',')}]`
  return isObject(value) ? '{…}' : JSON.stringify(value ?? null).slice(0, 60)
}

function list(value: unknown, expected: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refused('geo.number', shown(value), expected)
  return value
}

function position(value: unknown): Position {
  const [lon, lat] = list(value, '[2.25, 50.75]')
  // JSON has neither NaN nor Infinity, but 1e999 is read as the latter, and some programs write text or null for a number that they lack.
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new Refused('geo.number', shown(value), '[2.25, 50.75]')
  return [lon as number, lat as number]
}

const ring = (value: unknown): readonly Position[] => list(value, '[[2.25, 50.75], …]').map(position)
const polygon = (value: unknown): readonly (readonly Position[])[] => list(value, '[[[2.25, 50.75], …]]').map(ring)

interface Parts {
  readonly polygons: (readonly (readonly Position[])[])[]
  readonly points: Position[]
}

function gather(geometry: unknown, parts: Parts, depth: number): void {
  if (!isObject(geometry)) throw new Refused('geo.kind', shown(geometry), wanted)
  const { type, coordinates, geometries } = geometry
  if (depth > deepest) throw new Refused('geo.tooDeep', 'GeometryCollection', String(deepest))
  if (type === 'GeometryCollection') for (const each of list(geometries, '[]')) gather(each, parts, depth + 1)
  else if (type === 'Polygon') parts.polygons.push(polygon(coordinates))
  else if (type === 'MultiPolygon') parts.polygons.push(...list(coordinates, '[[[[2.25, 50.75], …]]]').map(polygon))
  else if (type === 'Point') parts.points.push(position(coordinates))
  else if (type === 'MultiPoint') parts.points.push(...list(coordinates, '[[2.25, 50.75]]').map(position))
  else throw new Refused('geo.kind', shown(type), wanted)
}

/** Reads a feature's geometry: its polygons together, and its point where it has one. Without a geometry (`null`) it has neither. */
export function rawGeometry({ number, geometry }: RawFeature): RawGeometry | FeatureFault {
  if (geometry === null || geometry === undefined) return { polygons: [], point: null }
  const parts: Parts = { polygons: [], points: [] }
  try {
    gather(geometry, parts, 0)
    if (parts.points.length > 1) throw new Refused('geo.kind', `MultiPoint (${parts.points.length})`, wanted)
    return { polygons: parts.polygons.filter(({ length }) => length > 0), point: parts.points[0] ?? null }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { feature: number, code: error.code, value: error.value, expected: error.expected }
  }
}
