import { boxOf, type Position, type Ring } from './rings.ts'

export type PlanePoint = readonly [x: number, y: number]

/** Kilometres in one degree of a great circle (mean Earth radius 6371.0088 km). */
const kilometresPerDegree = 111.195_08

export interface LocalProjection {
  /** Kilometres east and north of (0°, 0°), east-west shortened as at the reference latitude. */
  forward(position: Position): PlanePoint
  inverse(point: PlanePoint): Position
}

/**
 * Equirectangular projection true to scale along one latitude: x = lon · cos(lat₀), y = lat, in kilometres.
 * Within a département or a county (± 0.5° of lat₀ = 50.5°) distances are out by under 1 %.
 *
 * Example: `localProjection(60).forward([2, 0])` is about `[111.2, 0]`.
 */
export function localProjection(latitude: number): LocalProjection {
  const east = kilometresPerDegree * Math.cos((latitude * Math.PI) / 180)
  return {
    forward: ([lon, lat]) => [lon * east, lat * kilometresPerDegree],
    inverse: ([x, y]) => [x / east, y / kilometresPerDegree],
  }
}

export interface Frame {
  readonly width: number
  readonly height: number
  /** Degrees to drawing units, y downwards as SVG has it. */
  place(position: Position): PlanePoint
}

/**
 * Fits rings into a drawing of the given width, keeping their shape (equirectangular at the middle latitude); the height follows.
 *
 * @param width drawing units, margin included
 * @param margin free space on each side
 */
export function fitToWidth(rings: readonly Ring[], width: number, margin = 0): Frame {
  const box = boxOf(rings)
  const { forward } = localProjection((box.south + box.north) / 2)
  const [left, top] = forward([box.west, box.north])
  const [right, bottom] = forward([box.east, box.south])
  if (right <= left) throw new Error(`fitToWidth: the rings have no width (${box.west} to ${box.east})`)
  const scale = (width - 2 * margin) / (right - left)
  return {
    width,
    height: Math.round((top - bottom) * scale) + 2 * margin,
    place(position) {
      const [x, y] = forward(position)
      return [margin + (x - left) * scale, margin + (top - y) * scale]
    },
  }
}
