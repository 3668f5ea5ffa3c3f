import { isInside, type Position } from './rings.ts'
import { planeBounds, triangulate, type CodedPoint, type Outline } from './schematicCells.ts'

export type Segment = readonly [from: Position, to: Position]

/** Where the segment p-q meets the segment a-b, as a fraction of p-q; `null` when they do not meet. */
function crossing([p, q]: Segment, [a, b]: Segment): number | null {
  const [rx, ry] = [q[0] - p[0], q[1] - p[1]]
  const [sx, sy] = [b[0] - a[0], b[1] - a[1]]
  const cross = rx * sy - ry * sx
  if (cross === 0) return null
  const [dx, dy] = [a[0] - p[0], a[1] - p[1]]
  const t = (dx * sy - dy * sx) / cross
  const u = (dx * ry - dy * rx) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null
}

const along = ([[x0, y0], [x1, y1]]: Segment, t: number): Position => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
const rounded = ([lon, lat]: Position): Position => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]

/** The parts of a segment that lie inside the outline. */
function clip(segment: Segment, outline: Outline, edges: readonly Segment[]): Segment[] {
  const cuts = edges.flatMap((edge) => crossing(segment, edge) ?? [])
  const stops = [0, ...cuts, 1].toSorted((a, b) => a - b)
  const parts: Segment[] = []
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1] as number, stops[i] as number]
    if (to - from < 1e-9 || !isInside(along(segment, (from + to) / 2), outline)) continue
    parts.push([rounded(along(segment, from)), rounded(along(segment, to))])
  }
  return parts
}

/**
 * The lines between schematic cells of different groups (communes by inter-municipal body, settlements by district), clipped to the outline: what to draw
 * boldly over `schematicCells` of the same points and outline.
 *
 * @param groupOf the group of a point's code
 * @returns segments in degrees, five decimals, in no particular order
 */
export function sharedBorders(points: readonly CodedPoint[], outline: Outline, groupOf: (code: string) => string): Segment[] {
  const { projection, delaunay } = triangulate(points, outline)
  const { circumcenters } = delaunay.voronoi(planeBounds(outline, projection))
  const { halfedges, triangles } = delaunay
  const edges = outline.flatMap((ring) => ring.slice(1).map((end, i): Segment => [ring[i] as Position, end]))
  const centre = (edge: number): Position => {
    const triangle = Math.floor(edge / 3)
    return projection.inverse([circumcenters[triangle * 2] as number, circumcenters[triangle * 2 + 1] as number])
  }
  const borders: Segment[] = []
  for (let edge = 0; edge < halfedges.length; edge++) {
    const opposite = halfedges[edge] as number
    if (opposite < edge) continue
    const one = points[triangles[edge] as number]
    const other = points[triangles[opposite] as number]
    if (!one || !other || groupOf(one.code) === groupOf(other.code)) continue
    borders.push(...clip([centre(edge), centre(opposite)], outline, edges))
  }
  return borders
}
