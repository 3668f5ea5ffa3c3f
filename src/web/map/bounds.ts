import type { ZoneOutline } from '#app/maps/mapContract.ts'

/** West, south, east, north around all outlines, in degrees; nothing where there is none. */
export function boundsOf(outlines: readonly ZoneOutline[]): readonly number[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { polygons } of outlines) {
    for (const [outer = []] of polygons) {
      for (const [lon, lat] of outer) {
        west = Math.min(west, lon)
        east = Math.max(east, lon)
        south = Math.min(south, lat)
        north = Math.max(north, lat)
      }
    }
  }
  return west < east ? [west, south, east, north] : []
}
