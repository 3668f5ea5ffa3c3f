import { boxOf, isInside, ringArea, type Polygon, type Polygons, type Position, type Ring } from '../rings.ts'
import { crossingOf } from './crossing.ts'
import type { FeatureFault } from './featureFault.ts'
import type { Effort } from './segments.ts'

type Fault = Pick<FeatureFault, 'code' | 'value' | 'expected'>

/** A position as faults show it: longitude and latitude to a metre. */
export const place = ([lon, lat]: Position): string => `${Number(lon.toFixed(5))} ${Number(lat.toFixed(5))}`
const same = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** The ring without corners that repeat the one before. */
export const withoutRepeats = (ring: Ring): Ring => ring.filter((corner, i) => i === 0 || !same(corner, ring[i - 1]))

/** Area below which a ring is a line: what rounding leaves of a flat ring, in relation to its extent. */
function isFlat(ring: Ring): boolean {
  const { west, south, east, north } = boxOf([ring])
  return Math.abs(ringArea(ring)) <= 1e-12 * (east - west + north - south) ** 2
}

function ringFault(ring: Ring): Fault | null {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last) return { code: 'geo.ringShort', value: '0', expected: '≥ 4' }
  const outside = ring.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
  if (outside) return { code: 'geo.range', value: place(outside), expected: '-180…180, -90…90' }
  if (!same(first, last)) return { code: 'geo.ringOpen', value: place(last), expected: place(first) }
  return ring.length < 4 ? { code: 'geo.ringShort', value: String(ring.length), expected: '≥ 4' } : null
}

function flatFault(polygon: Polygon): Fault | null {
  const flat = polygon.find(isFlat)
  return flat ? { code: 'geo.noArea', value: place(flat[0] as Position), expected: '> 0' } : null
}

/** Whether a ring that crosses no other lies inside some rings: most middles of its edges do, since corners and a few edges may touch. */
function liesIn(ring: Ring, around: Polygon): boolean {
  const middles = ring.slice(1, 16).map(([lon, lat], i): Position => {
    const before = ring[i] as Position
    return [(lon + before[0]) / 2, (lat + before[1]) / 2]
  })
  return 2 * middles.filter((middle) => isInside(middle, around)).length > middles.length
}

function holeFault([outer, ...holes]: Polygon): Fault | null {
  const stray = outer && holes.find((hole) => !liesIn(hole, [outer]))
  return stray ? { code: 'geo.holeOutside', value: place(stray[0] as Position), expected: 'Polygon' } : null
}

/** A polygon that lies inside another of the same zone: its people would be counted twice. */
function overlapFault(polygons: Polygons): Fault | null {
  const boxes = polygons.map((polygon) => boxOf(polygon))
  for (const [i, [outer]] of polygons.entries()) {
    const box = boxes[i]
    const around = polygons.find((other, j) => {
      const wide = boxes[j]
      if (i === j || !outer || !box || !wide) return false
      const fits = wide.west <= box.west && wide.east >= box.east && wide.south <= box.south && wide.north >= box.north
      return fits && liesIn(outer, other)
    })
    if (around && outer) return { code: 'geo.overlap', value: place(outer[0] as Position), expected: 'MultiPolygon' }
  }
  return null
}

/**
 * Depth in degrees, some three to five metres, up to which a crossing is what generalising and quantising leave where a neck is narrower than the grid: two of the
 * 7,400 zones of the national offices' own files have such. A crossing deeper than a hundredth of a small zone is one all the same.
 */
export const slightest = 5e-5

function crossingFault(polygons: Polygons, effort: Effort): Fault | null {
  const { west, south, east, north } = boxOf(polygons.flat())
  const allowed = Math.min(slightest, (east - west + north - south) / 200)
  const crossing = crossingOf(polygons.flat(), allowed, effort)
  if (!crossing) return null
  return {
    code: crossing.depth > allowed ? 'geo.selfCrossing' : 'geo.slightCrossing',
    value: place(crossing.place),
    expected: 'Polygon',
  }
}

/**
 * What is wrong with the polygons of one zone, in degrees: rings open, short, flat or off the globe, crossing themselves or each other, holes outside, polygons inside
 * each other. Touching is allowed. A crossing of a few metres (`geo.slightCrossing`) is for a warning: whoever mends it changes nothing that a map shows.
 *
 * @param polygons without repeated corners
 * @throws TooComplex when too many edges lie across each other
 */
export function polygonFault(polygons: Polygons, effort: Effort): Fault | null {
  if (polygons.length === 0) return null
  for (const ring of polygons.flat()) {
    const fault = ringFault(ring)
    if (fault) return fault
  }
  const crossing = crossingFault(polygons, effort)
  if (crossing && crossing.code !== 'geo.slightCrossing') return crossing
  for (const polygon of polygons) {
    // After the crossings: the two halves of an eight take each other's area away.
    const fault = flatFault(polygon) ?? holeFault(polygon)
    if (fault) return fault
  }
  return overlapFault(polygons) ?? crossing
}
