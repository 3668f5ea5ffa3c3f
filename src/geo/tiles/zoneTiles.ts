import type { Feature, MultiPolygon as GeoJsonMultiPolygon, Position as GeoJsonPosition } from 'geojson'
import type { Polygons } from '../rings.ts'
import { tileIndex, type TileIndex } from './tileIndex.ts'

export interface TiledZone {
  readonly code: string
  readonly polygons: Polygons
}

/**
 * Tolerance of the simplification in tile units. Each outline is simplified by itself (Douglas and Peucker 1973), so two neighbours may keep different
 * corners of the border they share; they then part by at most this much: 3 of 4,096 units, 0.4 pixels of a tile drawn at 512. At the last zoom nothing is
 * simplified.
 */
export const borderTolerance = 3

/**
 * Vector tiles of zones, layer `zones`: polygons with their code and no figure, so that a tile is the same whatever the map shows.
 * The id is the zone's place in the list, from 1.
 */
export function zoneTiles(zones: readonly TiledZone[]): TileIndex {
  const features = zones.map(({ code, polygons }, i): Feature<GeoJsonMultiPolygon> => ({
    type: 'Feature',
    id: i + 1,
    properties: { code },
    // Read only, though the type cannot say so.
    geometry: { type: 'MultiPolygon', coordinates: polygons as unknown as GeoJsonPosition[][][] },
  }))
  return tileIndex('zones', { type: 'FeatureCollection', features }, { tolerance: borderTolerance, buffer: 64 })
}
