/** A square of the web map's pyramid: at zoom z the world is 2^z by 2^z of them, x eastwards, y southwards. */
export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** Zooms that tiles are cut for: a country at the first, a street at the last; nearer views enlarge those of the last. */
export const leastZoom = 5
export const greatestZoom = 14

/** Whether there can be a tile of ours at an address: whole numbers, a zoom that is cut, inside the world. */
export function isTileAddress({ z, x, y }: TileAddress): boolean {
  if (![z, x, y].every(Number.isInteger) || z < leastZoom || z > greatestZoom) return false
  return x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z
}

/** The tile that holds a position, by the spherical Mercator projection. */
export function tileAt(lon: number, lat: number, z: number): TileAddress {
  const sine = Math.sin((lat * Math.PI) / 180)
  const across = (lon / 360 + 0.5) * 2 ** z
  const down = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z
  return { z, x: Math.floor(across), y: Math.floor(down) }
}
