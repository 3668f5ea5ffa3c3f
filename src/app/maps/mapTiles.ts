import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { placeTiles } from '#geo/tiles/placeTiles.ts'
import { isTileAddress, type TileAddress } from '#geo/tiles/tileAddress.ts'
import type { TileIndex } from '#geo/tiles/tileIndex.ts'
import { zoneTiles } from '#geo/tiles/zoneTiles.ts'
import { zoneLevels, type ZoneLevel } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { versionOf } from '#store/stamp.ts'
import type { Observatory } from '../observatory.ts'
import { RecentValues } from '../recentValues.ts'
import { loadGround, loadOutlines, rootsOf, type GroundMemory } from './levels.ts'
import { chooseService, loadPlaces, pointsIn } from './points.ts'

/** A tile ready to be sent: `null` body where the layer has nothing there. */
export interface SentTile {
  readonly body: Uint8Array<ArrayBuffer> | null
  /** Gzipped. */
  readonly zipped: Uint8Array<ArrayBuffer> | null
  /** Strong, of the content. */
  readonly etag: string
  /** Changes with what the layer holds. */
  readonly version: string
}

/** Indexes by layer and version, and the tiles that were asked for last. */
export interface TileMemory {
  readonly indexes: RecentValues<TileIndex>
  readonly tiles: RecentValues<SentTile>
}

export function tileMemory(): TileMemory {
  return { indexes: new RecentValues(16), tiles: new RecentValues(2000) }
}

const compress = promisify(gzip)

/** What a layer's name says: `zones.LEVEL.TERRITORY` or `places.SERVICE.TERRITORY`. */
function partsOf(layer: string): { readonly kind: string; readonly what: string; readonly territory: string } | null {
  const found = /^(zones|places)\.(\w+)\.([\w-]+)$/.exec(layer)
  return found ? { kind: found[1] ?? '', what: found[2] ?? '', territory: found[3] ?? '' } : null
}

const refused = (layer: string): DomainError => new DomainError('layer.unknown', { layer })

async function zoneIndex(
  obs: Observatory,
  ground: GroundMemory,
  reader: Reader,
  territory: string,
  level: string,
): Promise<TileIndex> {
  const known = zoneLevels.find((each) => each === level)
  if (!known) throw refused(`zones.${level}.${territory}`)
  const found = await loadGround(obs, ground, reader)
  found.geography.get(territory)
  return zoneTiles(await loadOutlines(ground, reader, found, territory, known satisfies ZoneLevel))
}

async function placeIndex(
  obs: Observatory,
  ground: GroundMemory,
  reader: Reader,
  territory: string,
  service: string,
): Promise<TileIndex> {
  const { geography } = await loadGround(obs, ground, reader)
  const places = await loadPlaces(reader, rootsOf(geography, territory), chooseService(service))
  return placeTiles(pointsIn(geography, territory, places))
}

/** The version of what a layer holds. */
export async function layerVersion(reader: Reader): Promise<{ readonly zones: string; readonly places: string }> {
  const [zones, places] = [await versionOf(reader, 'zones'), await versionOf(reader, 'places')]
  return { zones: String(zones), places: `${zones}-${places}` }
}

async function send(body: Uint8Array | null, version: string): Promise<SentTile> {
  if (!body) return { body: null, zipped: null, etag: `"${version}-empty"`, version }
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  return { body: new Uint8Array(body), zipped: new Uint8Array(await compress(body, { level: 6 })), etag, version }
}

/** A tile of a layer, cut and compressed once per version of the zones or places. Refused: `layer.unknown`, `tile.outside`, `zone.unknown`, `service.unknown`. */
export async function readTile(
  obs: Observatory,
  memories: { readonly ground: GroundMemory; readonly tiles: TileMemory },
  reader: Reader,
  asked: TileAddress & { readonly layer: string },
): Promise<SentTile> {
  const { layer, z, x, y } = asked
  const parts = partsOf(layer)
  if (!parts) throw refused(layer)
  if (!isTileAddress(asked)) throw new DomainError('tile.outside', { z, x, y })
  const versions = await layerVersion(reader)
  const version = parts.kind === 'zones' ? versions.zones : versions.places
  const { indexes, tiles } = memories.tiles
  const make = parts.kind === 'zones' ? zoneIndex : placeIndex
  const key = `${layer} ${version}`
  return tiles.get(`${key} ${z} ${x} ${y}`, async () => {
    const index = await indexes.get(key, () => make(obs, memories.ground, reader, parts.territory, parts.what))
    return send(index.tile(asked), version)
  })
}
