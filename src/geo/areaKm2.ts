import type { Polygons, Position, Ring } from './rings.ts'

/** WGS 84: semi-major axis in kilometres and squared eccentricity. */
const semiMajor = 6378.137
const e2 = 0.006_694_379_990_14
const e = Math.sqrt(e2)

/** Area in km² between the equator and a latitude, for one radian of longitude (Snyder, Map Projections, 1987, formula 3-12 times a²/2). */
function zoneBelow(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180)
  const q = (1 - e2) * (sine / (1 - e2 * sine * sine) + Math.atanh(e * sine) / e)
  return (semiMajor * semiMajor * q) / 2
}

function ringKm2(ring: Ring): number {
  const base = zoneBelow(ring[0]?.[1] ?? 0)
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as Position
    const [x1, y1] = ring[i] as Position
    const mean = y0 === y1 ? zoneBelow(y0) : (zoneBelow(y0) + 4 * zoneBelow((y0 + y1) / 2) + zoneBelow(y1)) / 6
    sum += ((x0 - x1) * Math.PI * (mean - base)) / 180
  }
  return sum
}

/**
 * Area of polygons on the WGS 84 ellipsoid in km², holes taken off, whatever way the rings turn. Edges are straight in degrees, as RFC 7946 has them; the integral
 * along an edge is taken by Simpson's rule, which for edges of zones is exact to rounding.
 *
 * Example: the square between 0° and 1° of longitude and of latitude has 12,308.46 km².
 */
export function areaKm2(polygons: Polygons): number {
  let total = 0
  for (const [outer, ...holes] of polygons) {
    if (!outer) continue
    total += Math.abs(ringKm2(outer))
    for (const hole of holes) total -= Math.abs(ringKm2(hole))
  }
  return total
}
