import { boxOf, isInside, pointInPolygons, ringArea, type Polygon, type Polygons, type Position, type Ring } from './rings.ts'

/** Area of a ring and its first moments about the ring's first position, in degrees. */
function moments(ring: Ring): { area: number; east: number; north: number } {
  const [west, south] = ring[0] as Position
  let [area, east, north] = [0, 0, 0]
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = [(ring[i - 1] as Position)[0] - west, (ring[i - 1] as Position)[1] - south]
    const [x1, y1] = [(ring[i] as Position)[0] - west, (ring[i] as Position)[1] - south]
    const cross = x0 * y1 - x1 * y0
    area += cross / 2
    east += ((x0 + x1) * cross) / 6
    north += ((y0 + y1) * cross) / 6
  }
  return { area, east: east + west * area, north: north + south * area }
}

/**
 * Centre of gravity of polygons, by area on the plane of degrees (shortening longitudes would not move it). It may lie outside: in a bay, a hole, between islands.
 *
 * @throws Error when the polygons have no area
 */
export function centroidOf(polygons: Polygons): Position {
  let [area, east, north] = [0, 0, 0]
  for (const polygon of polygons) {
    polygon.forEach((ring, i) => {
      const part = moments(ring)
      const sign = part.area < 0 === (i === 0) ? -1 : 1
      area += sign * part.area
      east += sign * part.east
      north += sign * part.north
    })
  }
  if (!(area > 0)) throw new Error(`centroidOf: ${polygons.length} polygons without area`)
  return [east / area, north / area]
}

interface Stretch {
  readonly middle: Position
  readonly width: number
}

/** The widest stretch of a parallel inside a polygon. */
function widestStretch(polygon: Polygon, latitude: number): Stretch | null {
  const crossings: number[] = []
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] as Position
      const [x1, y1] = ring[i] as Position
      if (y0 > latitude !== y1 > latitude) crossings.push(x0 + ((latitude - y0) / (y1 - y0)) * (x1 - x0))
    }
  }
  crossings.sort((a, b) => a - b)
  let best: Stretch | null = null
  for (let i = 1; i < crossings.length; i += 2) {
    const [west, east] = [crossings[i - 1] as number, crossings[i] as number]
    if (east - west > (best?.width ?? 0)) best = { middle: [(west + east) / 2, latitude], width: east - west }
  }
  return best
}

/** Parallels tried across a polygon; primes apart from the grids that coordinates are rounded to. */
const parallels = [0.5, 0.29, 0.71, 0.137, 0.863, 0.0417, 0.9583]

/**
 * A position inside the polygons, where a label or a count may stand: the centroid where it lies inside, otherwise the middle of the widest stretch that a few
 * parallels have inside the largest polygon.
 *
 * @throws Error when the polygons have no area
 */
export function pointInside(polygons: Polygons): Position {
  const centroid = centroidOf(polygons)
  if (pointInPolygons(centroid, polygons)) return centroid
  const size = ([outer]: Polygon): number => Math.abs(ringArea(outer ?? []))
  const largest = polygons.reduce((best, each) => (size(each) > size(best) ? each : best))
  const { south, north } = boxOf(largest)
  let best: Stretch | null = null
  for (const share of parallels) {
    const stretch = widestStretch(largest, south + share * (north - south))
    if (stretch && stretch.width > (best?.width ?? 0) && isInside(stretch.middle, largest)) best = stretch
  }
  return best?.middle ?? centroid
}
