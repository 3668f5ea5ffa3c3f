import type { Feature, MultiPolygon as GeoJsonMultiPolygon, Polygon } from 'geojson'
import { featureCollection, multiPolygon, polygon } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import { cropRing } from './cropRing.ts'
import { boxesMeet, boxOfPolygons } from './polygonBox.ts'
import { ringArea, type Box, type Polygons, type Ring } from './rings.ts'

/** Area in square degrees, holes taken off. Within one zone a square degree is the same ground everywhere but for the narrowing of the meridians. */
function flatArea(polygons: Polygons): number {
  return polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(ringArea(outer)) - holes.reduce((hole, ring) => hole + Math.abs(ringArea(ring)), 0),
    0,
  )
}

const mutable = (ring: Ring): number[][] => ring.map(([lon, lat]) => [lon, lat])

/** Degrees added around a zone when the area is cropped to its neighbourhood. */
const slack = 0.001

/** The area cropped to a zone's neighbourhood: clipping costs as many corners as it is given. */
function cropped(area: Ring, { west, south, east, north }: Box): Ring | null {
  return cropRing(area, { west: west - slack, south: south - slack, east: east + slack, north: north + slack })
}

/**
 * The part of a zone's ground that lies inside an area, 0 to 1, by exact clipping (Martínez-Rueda, `@turf/intersect`).
 *
 * @param zone multipolygon in degrees, holes left out of its ground
 * @param area one closed ring in degrees that does not cross itself
 *
 * Example: of the square 0 to 2 by the square 1 to 3, a quarter: `insideShare([[square02]], square13)` is 0.25.
 */
export function insideShare(zone: Polygons, area: Ring): number {
  const box = boxOfPolygons(zone)
  if (!boxesMeet(box, boxOfPolygons([[area]]))) return 0
  const near = cropped(area, box)
  if (!near) return 0
  const whole = flatArea(zone)
  const pair: Feature<Polygon | GeoJsonMultiPolygon>[] = [
    multiPolygon(zone.map((rings) => rings.map(mutable))),
    polygon([mutable(near)]),
  ]
  const common = intersect(featureCollection(pair))
  if (!common || whole === 0) return 0
  const { geometry } = common
  const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Polygons
  return Math.min(1, flatArea(parts) / whole)
}
