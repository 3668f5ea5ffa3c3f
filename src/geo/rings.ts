/** Degrees: longitude, then latitude. */
export type Position = readonly [lon: number, lat: number]

/** A closed line of positions, first equal to last. Several rings together mean the area that the even-odd rule fills, so holes need no mark. */
export type Ring = readonly Position[]

/** An area as rings, the outer one first, then its holes; a ring lies apart from the others but may touch them. */
export type Polygon = readonly Ring[]

/** Several areas that together are one zone. */
export type Polygons = readonly Polygon[]

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The smallest box around all positions of the rings; throws when there are none. */
export function boxOf(rings: readonly Ring[]): Box {
  const all = rings.flat()
  if (all.length === 0) throw new Error('boxOf: no position to put a box around')
  return all.reduce(
    (box, [lon, lat]) => ({
      west: Math.min(box.west, lon),
      south: Math.min(box.south, lat),
      east: Math.max(box.east, lon),
      north: Math.max(box.north, lat),
    }),
    { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity },
  )
}

/** Signed area in square degrees by the shoelace formula, positive when the ring turns anticlockwise. */
export function ringArea(ring: Ring): number {
  // Measured from the first position: products of whole coordinates would drown the area of a small ring in rounding.
  const [west, south] = ring[0] ?? [0, 0]
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as Position
    const [x1, y1] = ring[i] as Position
    doubled += (x0 - west) * (y1 - south) - (x1 - west) * (y0 - south)
  }
  return doubled / 2
}

/** Whether the even-odd rule over all rings puts the position inside; on the very edge either answer may come. */
export function isInside([lon, lat]: Position, rings: readonly Ring[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] as Position
      const [x1, y1] = ring[i] as Position
      if (y0 > lat !== y1 > lat && lon < ((x1 - x0) * (lat - y0)) / (y1 - y0) + x0) inside = !inside
    }
  }
  return inside
}

/** Whether a position lies in one of the polygons, outside its holes; on the very edge either answer may come. */
export function pointInPolygons(position: Position, polygons: Polygons): boolean {
  return polygons.some((polygon) => isInside(position, polygon))
}
