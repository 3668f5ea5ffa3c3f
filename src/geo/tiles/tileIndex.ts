import { GeoJSONVT, type GeoJSONVTOptions } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { FeatureCollection } from 'geojson'
import { isTileAddress, type TileAddress, greatestZoom } from './tileAddress.ts'

/** Tiles of one layer, cut when they are asked for and kept in halves: a neighbour or a child costs little. */
export interface TileIndex {
  /**
   * A Mapbox vector tile (version 2, 4096 units a side, one layer named as the index), uncompressed; `null` where the layer has nothing.
   *
   * @throws RangeError when there is no tile at the address
   */
  tile(address: TileAddress): Uint8Array | null
}

/** Side of a tile in its own units: 8 to a pixel. */
export const tileExtent = 4096

/** An index of features under a layer's name. */
export function tileIndex(name: string, features: FeatureCollection, options: GeoJSONVTOptions): TileIndex {
  const index = new GeoJSONVT(features, {
    maxZoom: greatestZoom,
    indexMaxZoom: 4,
    indexMaxPoints: 0,
    extent: tileExtent,
    ...options,
  })
  return {
    tile(address) {
      if (!isTileAddress(address)) throw new RangeError(`there is no tile at ${address.z}/${address.x}/${address.y}`)
      const cut = index.getTile(address.z, address.x, address.y)
      if (!cut || cut.features.length === 0) return null
      return fromGeojsonVt({ [name]: cut }, { version: 2, extent: tileExtent })
    },
  }
}
