import type { Polygons, Position } from '../rings.ts'
import { type Effort, depthOf, indexOf, meeting, near, segmentsOf, type Segment } from './segments.ts'

/** Two zones of one file whose borders cross each other. */
export interface ZoneOverlap {
  /** Numbers of the zones in the list, the later one first. */
  readonly zone: number
  readonly other: number
  /** Where the crossing is deepest. */
  readonly place: Position
  /** How far a corner would have to move for that crossing to go, in degrees. */
  readonly depth: number
}

/**
 * Zones whose borders cross more deeply than a tolerance: people and places in the overlap would belong to both. Neighbours that share corners and edges do not
 * cross, nor does a zone that lies inside another.
 *
 * @param zones polygons of each, in degrees
 * @param tolerance degrees that generalised borders may cross by
 * @throws TooComplex when too many edges lie across each other
 * @returns one entry for a pair of zones, its deepest crossing, in the order of the zones
 */
export function zoneOverlaps(zones: readonly Polygons[], tolerance: number, effort: Effort): ZoneOverlap[] {
  const segments: Segment[] = []
  const owners: number[] = []
  zones.forEach((polygons, zone) => {
    for (const segment of segmentsOf(polygons.flat())) {
      segments.push(segment)
      owners.push(zone)
    }
  })
  if (zones.length < 2 || segments.length === 0) return []
  const index = indexOf(segments)
  const found = new Map<string, ZoneOverlap>()
  segments.forEach((one, i) => {
    const zone = owners[i] as number
    for (const j of near(index, one, effort, (each) => (owners[each] as number) < zone)) {
      const [segment, other] = [segments[j] as Segment, owners[j] as number]
      const depth = depthOf(one, segment)
      const key = `${zone} ${other}`
      if (depth > (found.get(key)?.depth ?? tolerance)) found.set(key, { zone, other, place: meeting(one, segment), depth })
    }
  })
  return [...found.values()].sort((a, b) => a.zone - b.zone || a.other - b.other)
}
