import Flatbush from 'flatbush'
import type { Position, Ring } from '../rings.ts'

interface Segment {
  readonly from: Position
  readonly to: Position
  /** Where the ring goes on after `to`. */
  readonly next: Position
}

/** Shewchuk's bound for the sign of the determinant below (Adaptive Precision Floating-Point Arithmetic, 1997, ccwerrboundA). */
const errorBound = 3.330_669_073_875_471_6e-16

/** On which side of the line a-b the position c lies: 1 left, -1 right, 0 on it or too near to tell. */
function side(a: Position, b: Position, c: Position): -1 | 0 | 1 {
  const left = (a[0] - c[0]) * (b[1] - c[1])
  const right = (a[1] - c[1]) * (b[0] - c[0])
  const determinant = left - right
  if (Math.abs(determinant) <= errorBound * (Math.abs(left) + Math.abs(right))) return 0
  return determinant > 0 ? 1 : -1
}

const between = (a: Position, b: Position, c: Position): boolean =>
  (a[0] - c[0]) * (b[0] - c[0]) + (a[1] - c[1]) * (b[1] - c[1]) < 0

/** How far a position lies from a segment. */
function distance({ from, to }: Segment, [x, y]: Position): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy)
}

/** How far the ring of `other` passes from one side of `segment` to the other where its corner lies on it. */
function depthThrough(segment: Segment, other: Segment): number {
  const { from, to } = segment
  if (side(from, to, other.to) !== 0 || !between(from, to, other.to)) return 0
  if (side(from, to, other.from) * side(from, to, other.next) >= 0) return 0
  return Math.min(distance(segment, other.from), distance(segment, other.next))
}

/** How far a corner would have to move for two segments to cross no more; 0 when they do not cross. */
function depthOf(one: Segment, other: Segment): number {
  const [a, b] = [side(one.from, one.to, other.from), side(one.from, one.to, other.to)]
  const [c, d] = [side(other.from, other.to, one.from), side(other.from, other.to, one.to)]
  if (a * b < 0 && c * d < 0)
    return Math.min(distance(one, other.from), distance(one, other.to), distance(other, one.from), distance(other, one.to))
  return Math.max(b === 0 ? depthThrough(one, other) : 0, d === 0 ? depthThrough(other, one) : 0)
}

function segmentsOf(rings: readonly Ring[]): Segment[] {
  return rings.flatMap((ring) =>
    ring.slice(1).map((to, i) => ({ from: ring[i] as Position, to, next: (ring[i + 2] ?? ring[1]) as Position })),
  )
}

/** Whether two ways through one corner cross there: seen from the corner, the ends of one lie on both sides of the other. Ways that share a stretch do not count. */
function crossAtCorner(corner: Position, [a, b]: readonly Position[], [c, d]: readonly Position[]): boolean {
  const bearing = (end: Position | undefined): number => Math.atan2((end?.[1] ?? 0) - corner[1], (end?.[0] ?? 0) - corner[0])
  const [start, end] = [bearing(a), bearing(b)]
  const turn = (from: number, to: number): number => (to - from + 2 * Math.PI) % (2 * Math.PI)
  const open = turn(start, end)
  const place = (other: Position | undefined): number => {
    const angle = turn(start, bearing(other))
    if (Math.abs(angle) < 1e-9 || Math.abs(angle - open) < 1e-9 || Math.abs(angle - 2 * Math.PI) < 1e-9) return 0
    return angle < open ? 1 : -1
  }
  return place(c) * place(d) < 0
}

/** The first corner through which rings pass twice and cross there, as in an eight with a corner in its middle. */
function crossedCorner(segments: readonly Segment[]): Position | null {
  const passes = new Map<string, (readonly Position[])[]>()
  for (const { from, to, next } of segments) {
    const key = `${to[0]} ${to[1]}`
    const others = passes.get(key) ?? []
    if (others.some((other) => crossAtCorner(to, other, [from, next]))) return to
    others.push([from, next])
    passes.set(key, others)
  }
  return null
}

function indexOf(segments: readonly Segment[]): Flatbush {
  const index = new Flatbush(segments.length)
  for (const { from, to } of segments) {
    index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]))
  }
  index.finish()
  return index
}

export interface Crossing {
  readonly place: Position
  /** How far a corner would have to move for the crossing to go, in degrees. */
  readonly depth: number
}

/** The deepest crossing of a segment with those after it. */
function deepest(index: Flatbush, segments: readonly Segment[], i: number): Crossing | null {
  const one = segments[i] as Segment
  const { from, to } = one
  const [west, east] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]]
  const [south, north] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]]
  let found: Crossing | null = null
  for (const j of index.search(west, south, east, north, (other) => other > i)) {
    const other = segments[j] as Segment
    const depth = depthOf(one, other)
    if (depth > (found?.depth ?? 0)) found = { place: meeting(one, other), depth }
  }
  return found
}

/**
 * The place where the rings of one zone cross themselves or each other most deeply; `null` when they do not. Rings that touch, in a corner or along an edge, do not
 * cross: mapping agencies' generalised files have such. Edges are compared with those whose boxes meet (Flatbush), so a ring of 10,000 corners takes some ten
 * milliseconds.
 *
 * Example: the ring (0 0, 2 2, 2 0, 0 2, 0 0) crosses itself between its first and third edge, in (1 1).
 *
 * @param rings closed; no two equal corners in a row
 * @param enough depth from which a crossing need not be compared with others
 */
export function crossingOf(rings: readonly Ring[], enough: number): Crossing | null {
  const segments = segmentsOf(rings)
  if (segments.length < 4) return null
  const index = indexOf(segments)
  let found: Crossing | null = null
  for (let i = 0; i < segments.length; i++) {
    const crossing = deepest(index, segments, i)
    if (crossing && crossing.depth > (found?.depth ?? 0)) found = crossing
    if (found && found.depth > enough) return found
  }
  const corner = crossedCorner(segments)
  return corner ? { place: corner, depth: Infinity } : found
}

function meeting({ from: [x0, y0], to: [x1, y1] }: Segment, { from: [x2, y2], to: [x3, y3] }: Segment): Position {
  const cross = (x1 - x0) * (y3 - y2) - (y1 - y0) * (x3 - x2)
  const t = ((x2 - x0) * (y3 - y2) - (y2 - y0) * (x3 - x2)) / cross
  return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)]
}
