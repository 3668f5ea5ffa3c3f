import type { Client } from 'pg'
import type { Polygons, Ring } from '#geo/rings.ts'
import { tileAt } from '#geo/tiles/tileAddress.ts'
import { zoneTiles, type TiledZone } from '#geo/tiles/zoneTiles.ts'
import { random } from '#kernel/random.ts'
import { interleave, secondsOf, type Contender, type Say, type Section } from '../harness.ts'
import { startPostGis } from '../postgis.ts'

const rounds = 7
const columns = 74
const rows = 50
/** The tile that holds all of them. */
const whole = tileAt(2.5, 50.5, 6)
/** A tile near enough for streets, in the middle. */
const near = tileAt(2.5, 50.5, 11)

/** A side between two corners with 40 bends of its own, the same for the zones on either side of it. */
function side(from: readonly [number, number], to: readonly [number, number], seed: number): (readonly [number, number])[] {
  const chance = random(seed)
  return Array.from({ length: 40 }, (_, i) => {
    const t = i / 40
    const off = i === 0 ? 0 : 0.0008
    return [
      from[0] + (to[0] - from[0]) * t + (chance.next() - 0.5) * off,
      from[1] + (to[1] - from[1]) * t + (chance.next() - 0.5) * off,
    ] as const
  })
}

/** 3,700 neighbours of 160 corners each that share their crooked borders, as communes do: about 592,000 corners. */
function patchwork(): TiledZone[] {
  const corner = (x: number, y: number): readonly [number, number] => [1.65 + x * 0.023, 50.1 + y * 0.016]
  const across = (x: number, y: number) => side(corner(x, y), corner(x + 1, y), 1 + y * 1000 + x)
  const up = (x: number, y: number) => side(corner(x, y), corner(x, y + 1), 500_001 + y * 1000 + x)
  const backwards = (line: readonly (readonly [number, number])[], end: readonly [number, number]) => [
    end,
    ...line.slice(1).toReversed(),
  ]
  const zones: TiledZone[] = []
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const open = [
        ...across(x, y),
        ...up(x + 1, y),
        ...backwards(across(x, y + 1), corner(x + 1, y + 1)),
        ...backwards(up(x, y), corner(x, y + 1)),
      ]
      const ring: Ring = [...open, open[0] ?? [0, 0]]
      zones.push({ code: `z${y}-${x}`, polygons: [[ring]] })
    }
  }
  return zones
}

const tileSql = `WITH cut AS (
  SELECT code, ST_AsMVTGeom(ST_SimplifyPreserveTopology(shape, $4), ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS geom
  FROM zone WHERE shape && ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096))
SELECT ST_AsMVT(cut, 'zones', 4096, 'geom') AS tile FROM cut WHERE geom IS NOT NULL`

/** Without the simplification that ours does: PostGIS's quickest way. */
const plainSql = tileSql.replace('ST_SimplifyPreserveTopology(shape, $4)', 'CASE WHEN $4::float8 > 0 THEN shape ELSE shape END')

const coordinates = (polygons: Polygons): string => JSON.stringify({ type: 'MultiPolygon', coordinates: polygons })

async function loadPeer(client: Client, zones: readonly TiledZone[]): Promise<number> {
  await client.query('CREATE TABLE zone (code text PRIMARY KEY, shape geometry(MultiPolygon, 3857))')
  const seconds = await secondsOf(async () => {
    await client.query(
      `INSERT INTO zone SELECT code, ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(shape), 4326), 3857) FROM unnest($1::text[], $2::text[]) AS given (code, shape)`,
      [zones.map((zone) => zone.code), zones.map((zone) => coordinates(zone.polygons))],
    )
    await client.query('CREATE INDEX zone_shape ON zone USING gist (shape)')
    await client.query('ANALYZE zone')
  })
  return seconds
}

/** Three tile units in metres at a zoom, the tolerance that ours simplifies by. */
const tolerance = (z: number): number => (3 * 40_075_016.68) / (4096 * 2 ** z)

type Tile = typeof whole
const ask = (client: Client, sql: string, { z, x, y }: Tile) => client.query<{ tile: Buffer }>(sql, [z, x, y, tolerance(z)])

function ours(zones: readonly TiledZone[], tile: Tile): Contender[] {
  const warm = zoneTiles(zones)
  warm.tile(tile)
  return [
    { name: 'Passerelle, index warm', run: () => secondsOf(() => warm.tile(tile)) },
    { name: 'Passerelle, index cold: made for this tile', run: () => secondsOf(() => zoneTiles(zones).tile(tile)) },
  ]
}

/** A tile of 3,700 polygons and one of a few, against PostGIS's ST_AsMVT on the same polygons, in one run. */
export async function mapTiles(say: Say): Promise<Section> {
  const zones = patchwork()
  const postgis = await startPostGis()
  try {
    const loading = postgis ? await loadPeer(postgis.client, zones) : 0
    const peers = (tile: Tile): Contender[] =>
      postgis
        ? [
            { name: 'PostGIS `ST_AsMVT`, simplified alike', run: () => secondsOf(() => ask(postgis.client, tileSql, tile)) },
            { name: 'PostGIS `ST_AsMVT`, not simplified', run: () => secondsOf(() => ask(postgis.client, plainSql, tile)) },
          ]
        : []
    const tables = []
    for (const [name, tile] of [
      ['all 3,700 polygons', whole],
      ['one close tile', near],
    ] as const) {
      for (const { run } of peers(tile)) await run()
      tables.push({
        unit: `seconds, ${name}`,
        measurements: await interleave([...peers(tile), ...ours(zones, tile)], rounds, say),
      })
    }
    const bytes = zoneTiles(zones).tile(whole)?.length ?? 0
    const theirs = postgis ? (await ask(postgis.client, tileSql, whole)).rows[0]?.tile.length : undefined
    return {
      title: 'Map tiles',
      about: `Seconds for one vector tile from ${zones.length.toLocaleString('en')} neighbouring polygons of 160 corners: zoom ${whole.z} with all of them, zoom ${near.z} with a few. Ours cuts in this process from outlines in memory; PostGIS answers over a socket from a table in Web Mercator with a GiST index, warm. Our warm index has the tile's square cut out already and encodes it; our cold one is made of all outlines for this tile alone.`,
      tables,
      notes: [
        `Bytes of the tile with all: ours ${bytes.toLocaleString('en')}${theirs === undefined ? '' : `, PostGIS simplified ${theirs.toLocaleString('en')}`}.`,
        postgis
          ? `Peer: ${postgis.version}; loading, projecting and indexing took it ${loading.toFixed(1)} s.`
          : 'Peer absent: PostGIS is not installed (Debian: apt-get install postgresql-15-postgis-3).',
        'A tile is cut once per version of the zones and then kept compressed: the figures above are for the first reader.',
      ],
    }
  } finally {
    await postgis?.stop()
  }
}
