import type { ZoneOutline } from '#app/maps/mapContract.ts'
import { boundsOf } from './bounds.ts'

/** Where degrees come to lie in a drawing, in whole units; y downwards. Equirectangular at the middle latitude: a county keeps its look. */
export interface Drawing {
  readonly width: number
  readonly height: number
  at(position: readonly [number, number]): readonly [number, number]
  readonly perKm: number
}

const kmPerDegree = 111.195
/** A map higher than this share of its width is drawn smaller instead. */
const tallest = 1.15

export function drawingOf(outlines: readonly ZoneOutline[], width: number): Drawing | null {
  const [west, south, east, north] = boundsOf(outlines)
  if (west === undefined || south === undefined || east === undefined || north === undefined || north <= south) return null
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(width / ((east - west) * shrink), (width * tallest) / (north - south))
  const left = (width - (east - west) * shrink * scale) / 2
  return {
    width,
    height: Math.ceil((north - south) * scale),
    at: ([lon, lat]) => [Math.round(left + (lon - west) * shrink * scale), Math.round((north - lat) * scale)],
    perKm: scale / kmPerDegree,
  }
}

/**
 * An outline as an SVG path in whole units: corners that fall on the same unit are drawn once, and neighbours round a shared corner alike, so that no gap
 * opens between them.
 */
export function pathOf({ polygons }: ZoneOutline, { at }: Drawing): string {
  let path = ''
  for (const ring of polygons.flat()) {
    let [lastX, lastY, drawn] = [0, 0, 0]
    let piece = ''
    for (const position of ring) {
      const [x, y] = at(position)
      if (drawn > 0 && x === lastX && y === lastY) continue
      piece += drawn === 0 ? `M${x} ${y}` : `l${x - lastX} ${y - lastY}`
      lastX = x
      lastY = y
      drawn++
    }
    if (drawn > 2) path += `${piece}z`
  }
  return path
}

/** About the middle of an outline's largest polygon: the centroid of its outer ring. */
export function middleOf({ polygons }: ZoneOutline): readonly [number, number] {
  let best: { readonly area: number; readonly at: readonly [number, number] } = { area: -1, at: [0, 0] }
  for (const [outer = []] of polygons) {
    let [doubled, sumX, sumY] = [0, 0, 0]
    const [x0, y0] = outer[0] ?? [0, 0]
    for (let i = 1; i < outer.length; i++) {
      const [ax, ay] = outer[i - 1] ?? [0, 0]
      const [bx, by] = outer[i] ?? [0, 0]
      const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
      doubled += cross
      sumX += cross * (ax + bx - 2 * x0)
      sumY += cross * (ay + by - 2 * y0)
    }
    const area = Math.abs(doubled)
    if (area > best.area) best = { area, at: doubled === 0 ? [x0, y0] : [x0 + sumX / (3 * doubled), y0 + sumY / (3 * doubled)] }
  }
  return best.at
}

/** A round number of kilometres that takes about a quarter of the width. */
export function scaleBarKm({ width, perKm }: Drawing): number {
  return [50, 20, 10, 5, 2, 1, 0.5].find((km) => km <= width / 4 / perKm) ?? 0.2
}
