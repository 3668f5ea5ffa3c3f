import { Delaunay } from 'd3-delaunay'
import { featureCollection, polygon } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import { cropRing } from './cropRing.ts'
import { localProjection, type LocalProjection, type PlanePoint } from './projection.ts'
import { boxOf, isInside, type Box, type Position, type Ring } from './rings.ts'

export interface CodedPoint {
  readonly code: string
  readonly lon: number
  readonly lat: number
}

/** An area as rings: the outer one first, then its holes. */
export type Outline = readonly Ring[]

interface Diagram {
  readonly projection: LocalProjection
  readonly delaunay: Delaunay<Delaunay.Point>
}

/** Degrees added around the outline: far enough that the four guard points never touch a cell inside it. */
const guardDistance = 20

/** Triangulates the points together with four far guard points (the last four), so that every cell and every edge of interest is finite. */
export function triangulate(points: readonly CodedPoint[], outline: Outline): Diagram {
  const { west, south, east, north } = boxOf(outline)
  const projection = localProjection((south + north) / 2)
  const guards: Position[] = [
    [west - guardDistance, south - guardDistance],
    [east + guardDistance, south - guardDistance],
    [east + guardDistance, north + guardDistance],
    [west - guardDistance, north + guardDistance],
  ]
  const sites = [...points.map(({ lon, lat }): Position => [lon, lat]), ...guards]
  return { projection, delaunay: Delaunay.from(sites.map((site) => projection.forward(site) as Delaunay.Point)) }
}

/** Voronoi bounds that hold the guards' box: x0, y0, x1, y1 in kilometres. */
export function planeBounds(outline: Outline, { forward }: LocalProjection): [number, number, number, number] {
  const { west, south, east, north } = boxOf(outline)
  const [x0, y0] = forward([west - 1, south - 1])
  const [x1, y1] = forward([east + 1, north + 1])
  return [x0, y0, x1, y1]
}

const overlaps = (a: Box, b: Box): boolean => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

function edgesOf(outline: Outline): Box[] {
  return outline.flatMap((ring) => ring.slice(1).map((end, i) => boxOf([[ring[i] as Position, end]])))
}

const rounded = ([lon, lat]: readonly number[]): Position => [
  Math.round((lon ?? 0) * 1e5) / 1e5,
  Math.round((lat ?? 0) * 1e5) / 1e5,
]

/** Degrees kept around a cell when the outline is cropped to its neighbourhood, so that no cropped edge touches the cell. */
const slack = 0.01

function clip(cell: Ring, box: Box, outline: Outline): Ring[] {
  const near = { west: box.west - slack, south: box.south - slack, east: box.east + slack, north: box.north + slack }
  const cropped = outline.map((ring) => cropRing(ring, near))
  const [outer, ...holes] = cropped
  if (!outer) return []
  const area = [outer, ...holes.filter((hole) => hole !== null)]
  const common = intersect(featureCollection([polygon([mutable(cell)]), polygon(area.map(mutable))]))
  if (!common) return []
  const { geometry } = common
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return rings.map((ring) => ring.map(rounded))
}

const mutable = (ring: Ring): number[][] => ring.map(([lon, lat]) => [lon, lat])

/**
 * A schematic area for each point: all that lies nearer to it than to any other point (its Voronoi cell in a local equirectangular projection), clipped to an
 * outline. Shows who neighbours whom while no boundary is loaded; it is no boundary.
 *
 * Definition: Voronoi (1908), by d3-delaunay; clipping by Martínez-Rueda (`@turf/intersect`), only for the cells that the outline crosses.
 *
 * @param points distinct positions, degrees; the code is the key of the result
 * @param outline outer ring and holes, degrees; concave is fine
 * @returns rings in degrees rounded to five decimals, to be filled even-odd; a cell cut in two has two outer rings; a point far outside the outline has none
 * @throws Error when two points share a position, naming both
 */
export function schematicCells(points: readonly CodedPoint[], outline: Outline): Map<string, readonly Ring[]> {
  refuseTwins(points)
  const { projection, delaunay } = triangulate(points, outline)
  const voronoi = delaunay.voronoi(planeBounds(outline, projection))
  const edges = edgesOf(outline)
  const cells = new Map<string, readonly Ring[]>()
  points.forEach(({ code, lon, lat }, index) => {
    const shape = voronoi.cellPolygon(index) as readonly PlanePoint[] | null
    if (!shape) {
      cells.set(code, [])
      return
    }
    const ring = shape.map((point) => projection.inverse(point))
    const box = boxOf([ring])
    const crossed = edges.some((edge) => overlaps(edge, box))
    const whole = isInside([lon, lat], outline) ? [ring.map(rounded)] : []
    cells.set(code, crossed ? clip(ring, box, outline) : whole)
  })
  return cells
}

function refuseTwins(points: readonly CodedPoint[]): void {
  const seen = new Map<string, string>()
  for (const { code, lon, lat } of points) {
    const key = `${lon} ${lat}`
    const twin = seen.get(key)
    if (twin !== undefined) throw new Error(`schematicCells: ${twin} and ${code} share the position ${key}`)
    seen.set(key, code)
  }
}
