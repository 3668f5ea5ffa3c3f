import type { feature } from 'topojson-client'
import type { FeatureFault } from './featureFault.ts'

export type Topology = Parameters<typeof feature>[0]

/** Positions that a topology may come to once its arcs are put together: an arc may stand in a file once and be asked for a million times. */
const mostPositions = 20_000_000
const deepest = 16

type Fault = Pick<FeatureFault, 'code' | 'value' | 'expected'>
type Json = Readonly<Record<string, unknown>>

const isNumbers = (value: unknown, least: number): boolean =>
  Array.isArray(value) && value.length >= least && value.every((each) => Number.isFinite(each))

const topologyOf = (value: string, expected: string): Fault => ({ code: 'geo.topology', value, expected })

function arcsFault(arcs: unknown): Fault | null {
  if (!Array.isArray(arcs)) return topologyOf('arcs', '[[[0, 0], [1, 1]]]')
  const bad = arcs.findIndex((arc) => !Array.isArray(arc) || arc.length < 2 || !arc.every((position) => isNumbers(position, 2)))
  return bad < 0 ? null : topologyOf(`arcs[${bad}]`, '[[0, 0], [1, 1]]')
}

function transformFault(transform: unknown): Fault | null {
  if (transform === undefined || transform === null) return null
  const { scale, translate } = transform as Json
  return isNumbers(scale, 2) && isNumbers(translate, 2) ? null : topologyOf('transform', '{"scale": [1, 1], "translate": [0, 0]}')
}

/** Levels of lists around the numbers of arcs, by type of geometry. */
const arcLevels: Readonly<Record<string, number>> = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }

/** Goes through all references to arcs, so that none leads nowhere and all together stay within reason. */
class References {
  positions = 0
  readonly #arcs: readonly (readonly unknown[])[]

  constructor(arcs: readonly (readonly unknown[])[]) {
    this.#arcs = arcs
  }

  object(value: unknown, depth: number): Fault | null {
    if (typeof value !== 'object' || value === null) return topologyOf('objects', '{"type": "GeometryCollection"}')
    const { type, geometries, arcs, coordinates } = value as Json
    if (type === 'GeometryCollection') {
      if (depth > deepest) return { code: 'geo.tooDeep', value: 'GeometryCollection', expected: String(deepest) }
      if (!Array.isArray(geometries)) return topologyOf('geometries', '[]')
      return firstFault(geometries, (each) => this.object(each, depth + 1))
    }
    const levels = typeof type === 'string' ? arcLevels[type] : undefined
    if (levels !== undefined) return this.#indexes(arcs, levels)
    const isPlace = type === 'Point' ? isNumbers(coordinates, 2) : type !== 'MultiPoint' || isPlaces(coordinates)
    return isPlace ? null : topologyOf('coordinates', '[0, 0]')
  }

  #indexes(value: unknown, levels: number): Fault | null {
    if (levels === 0) return this.#index(value)
    if (!Array.isArray(value)) return topologyOf('arcs', '[0]')
    if (levels === 1 && value.length === 0) return topologyOf('arcs []', '[0]')
    return firstFault(value, (each) => this.#indexes(each, levels - 1))
  }

  #index(value: unknown): Fault | null {
    const number = Number.isInteger(value) ? (value as number) : Number.NaN
    const arc = this.#arcs[number < 0 ? ~number : number]
    if (!arc) return topologyOf(`arc ${String(value)}`, `0…${this.#arcs.length - 1}`)
    this.positions += arc.length
    return this.positions <= mostPositions ? null : topologyOf(`${this.positions} +`, `${mostPositions}`)
  }
}

const isPlaces = (value: unknown): boolean => Array.isArray(value) && value.every((each) => isNumbers(each, 2))

function firstFault(values: readonly unknown[], faultOf: (value: unknown) => Fault | null): Fault | null {
  for (const value of values) {
    const fault = faultOf(value)
    if (fault) return fault
  }
  return null
}

/** What keeps a topology from being put together: arcs or references that are none, nesting or repetition without measure. */
export function topologyFault({ arcs, transform, objects }: Topology): Fault | null {
  const fault = arcsFault(arcs) ?? transformFault(transform)
  if (fault) return fault
  if (typeof objects !== 'object' || objects === null) return topologyOf('objects', '{}')
  const references = new References(arcs)
  return firstFault(Object.values(objects), (object) => references.object(object, 0))
}
