import type { Viewer } from '#domain/accounts'
import type { Position } from '#geo/rings.ts'
import type { TileAddress } from '#geo/tiles/tileAddress.ts'
import type { Language } from '#kernel/bilingual.ts'
import { read, type Reader } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { authorise } from '../rights.ts'
import { apportionArea } from './area.ts'
import { chooseLevel, groundMemory, loadOutlines } from './levels.ts'
import type { AreaFigure, Indicator, LayersView, MapFile, MapQuery, MapValues, ZoneOutline } from './mapContract.ts'
import { mapCsv, mapGeoJson } from './mapFiles.ts'
import { mapPage, type MapAsked, type MapView } from './mapPage.ts'
import { layerVersion, readTile, tileMemory, type SentTile } from './mapTiles.ts'
import { readValues, startAsking, type Asking } from './values.ts'

/** Use cases of the map, called by its routes. Whatever is mapped is published: anybody may look. */
export interface MapDesk {
  /** Origin of the outside base map, for the policy of the map's page; `null` where none is set. */
  readonly baseMapUrl: string | null
  /** The levels that a territory can be mapped by, with the version of their outlines. */
  layers(viewer: Viewer, query: { readonly territory: string }): Promise<LayersView>
  /** Everything that a map of a territory can show. */
  indicators(viewer: Viewer, query: { readonly territory: string }): Promise<readonly Indicator[]>
  /** One indicator's figure, or why there is none, for each zone of a level. */
  values(viewer: Viewer, query: MapQuery): Promise<MapValues>
  /** Outlines for the drawing made on the server. */
  shapes(viewer: Viewer, query: { readonly territory: string; readonly level: string | null }): Promise<readonly ZoneOutline[]>
  /** The figure of an area given by its corners in degrees. */
  apportion(viewer: Viewer, query: MapQuery & { readonly polygon: readonly Position[] }): Promise<AreaFigure>
  /** A vector tile of `zones.LEVEL.TERRITORY` or `places.SERVICE.TERRITORY`. */
  tile(viewer: Viewer, query: TileAddress & { readonly layer: string }): Promise<SentTile>
  /** All that the map's page shows, from one state of the data. */
  page(viewer: Viewer, asked: MapAsked): Promise<MapView>
  /** The page's figures as a file. */
  file(viewer: Viewer, asked: MapAsked, format: 'csv' | 'geojson', language: Language): Promise<MapFile>
}

export function createMapDesk({ observatory: obs, settings }: DeskTools): MapDesk {
  const memories = { ground: groundMemory(), tiles: tileMemory() }
  const asRead = <T>(viewer: Viewer, work: (reader: Reader) => Promise<T>): Promise<T> => {
    authorise(viewer, 'map.read')
    return read(obs.db, work)
  }
  const asking = <T>(viewer: Viewer, territory: string, work: (asking: Asking) => Promise<T>): Promise<T> =>
    asRead(viewer, async (reader) => work(await startAsking(obs, memories.ground, reader, territory)))
  return {
    baseMapUrl: settings.baseMapUrl,
    layers: (viewer, { territory }) =>
      asking(viewer, territory, async ({ reader, ground, levels }) => {
        const versions = await layerVersion(reader)
        const level = chooseLevel(levels, territory, null)
        const outlines = await loadOutlines(memories.ground, reader, ground, territory, level)
        return {
          territory: zoneName(ground.geography.get(territory)),
          levels,
          version: versions.places,
          schematic: outlines.some((outline) => outline.schematic),
        }
      }),
    indicators: (viewer, { territory }) =>
      asking(viewer, territory, async ({ catalogue }) => catalogue.map(({ indicator }) => indicator)),
    values: (viewer, query) => asking(viewer, query.territory, (found) => readValues(found, query)),
    shapes: (viewer, { territory, level }) =>
      asking(viewer, territory, ({ reader, ground, levels }) =>
        loadOutlines(memories.ground, reader, ground, territory, chooseLevel(levels, territory, level)),
      ),
    apportion: (viewer, { polygon, ...query }) =>
      asking(viewer, query.territory, (found) => apportionArea(found, query, polygon)),
    tile: (viewer, query) => asRead(viewer, (reader) => readTile(obs, memories, reader, query)),
    page: (viewer, asked) => asking(viewer, asked.territory, (found) => mapPage(found, asked)),
    file: (viewer, asked, format, language) =>
      asking(viewer, asked.territory, async (found) => {
        const { maps, outlines } = await mapPage(found, { ...asked, area: null })
        const values = maps.map((map) => map.values)
        return format === 'csv' ? mapCsv(values, language) : mapGeoJson(values, outlines, language)
      }),
  }
}
