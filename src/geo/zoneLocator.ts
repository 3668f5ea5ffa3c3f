import Flatbush from 'flatbush'
import { boxOf, isInside, type Polygon, type Polygons } from './rings.ts'

export interface CodedPolygons {
  readonly code: string
  readonly polygons: Polygons
}

export interface ZoneLocator {
  /** Codes of the zones that hold a position, in the order in which the zones were given; none outside all. */
  at(lon: number, lat: number): string[]
}

/**
 * Tells in which zones a position lies, by an index over the polygons' boxes (Flatbush, a packed Hilbert R-tree) and the even-odd rule.
 *
 * Example: `zoneLocator([{ code: '62765', polygons }]).at(2.25, 50.75)` is `['62765']`.
 */
export function zoneLocator(zones: readonly CodedPolygons[]): ZoneLocator {
  const entries: { code: string; polygon: Polygon }[] = []
  for (const { code, polygons } of zones) {
    for (const polygon of polygons) if (polygon.length > 0) entries.push({ code, polygon })
  }
  if (entries.length === 0) return { at: () => [] }
  const index = new Flatbush(entries.length)
  for (const { polygon } of entries) {
    const { west, south, east, north } = boxOf(polygon.slice(0, 1))
    index.add(west, south, east, north)
  }
  index.finish()
  return {
    at(lon, lat) {
      const found = new Set<string>()
      for (const i of index.search(lon, lat, lon, lat).sort((a, b) => a - b)) {
        const entry = entries[i]
        if (entry && isInside([lon, lat], entry.polygon)) found.add(entry.code)
      }
      return [...found]
    },
  }
}
