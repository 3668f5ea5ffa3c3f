type Point = readonly [number, number]

/** Degrees to a drawing, by the cosine of the middle latitude: shapes of a county keep their look. */
export interface Projection {
  readonly width: number
  readonly height: number
  at(point: Point): [number, number]
  /** Drawing units per kilometre. */
  readonly perKm: number
}

const kmPerDegree = 111.32

export function projectionOf(points: readonly Point[], width: number): Projection {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of points) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / Math.max((east - west) * shrink, 1e-6)
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    width,
    height: Math.ceil((north - south) * scale),
    at: ([lon, lat]) => [round((lon - west) * shrink * scale), round((north - lat) * scale)],
    perKm: scale / kmPerDegree,
  }
}

/** A round number of kilometres that takes about a quarter of the width. */
export function scaleBarKm(projection: Projection): number {
  const wanted = projection.width / 4 / projection.perKm
  return [50, 20, 10, 5, 2, 1].find((km) => km <= wanted) ?? 1
}
