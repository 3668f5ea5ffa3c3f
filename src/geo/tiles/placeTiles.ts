import type { Feature, Point } from 'geojson'
import { tileExtent, tileIndex, type TileIndex } from './tileIndex.ts'

export interface TiledPlace {
  readonly code: string
  readonly lon: number
  readonly lat: number
}

/** Units within which places are shown as one, with their number: 44 pixels of a tile drawn at 512. */
const clusterRadius = (44 * tileExtent) / 512
/** From the zoom after this every place stands alone. */
const clusterMaxZoom = 12

/**
 * Vector tiles of places, layer `places`: a place alone has its `code`; places near each other are one point with `point_count` and the `cluster_id`
 * of Supercluster's index.
 */
export function placeTiles(places: readonly TiledPlace[]): TileIndex {
  const features = places.map(({ code, lon, lat }): Feature<Point> => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }))
  return tileIndex(
    'places',
    { type: 'FeatureCollection', features },
    { cluster: true, clusterOptions: { radius: clusterRadius, maxZoom: clusterMaxZoom, minPoints: 2, extent: tileExtent } },
  )
}
