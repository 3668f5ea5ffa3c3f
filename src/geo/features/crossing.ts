import type Flatbush from 'flatbush'
import type { Position, Ring } from '../rings.ts'
import { type Effort, depthOf, indexOf, meeting, near, segmentsOf, type Segment } from './segments.ts'

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

export interface Crossing {
  readonly place: Position
  /** How far a corner would have to move for the crossing to go, in degrees. */
  readonly depth: number
}

/** The deepest crossing of a segment with those after it. */
function deepest(index: Flatbush, segments: readonly Segment[], i: number, effort: Effort): Crossing | null {
  const one = segments[i] as Segment
  let found: Crossing | null = null
  for (const j of near(index, one, effort, (other) => other > i)) {
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
 * @throws TooComplex when too many edges lie across each other
 */
export function crossingOf(rings: readonly Ring[], enough: number, effort: Effort): Crossing | null {
  const segments = segmentsOf(rings)
  if (segments.length < 4) return null
  const index = indexOf(segments)
  let found: Crossing | null = null
  for (let i = 0; i < segments.length; i++) {
    const crossing = deepest(index, segments, i, effort)
    if (crossing && crossing.depth > (found?.depth ?? 0)) found = crossing
    if (found && found.depth > enough) return found
  }
  const corner = crossedCorner(segments)
  return corner ? { place: corner, depth: Infinity } : found
}
