import Flatbush from 'flatbush'
import type { Position, Ring } from '../rings.ts'

/** An edge of a ring. */
export interface Segment {
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
export function depthOf(one: Segment, other: Segment): number {
  const [a, b] = [side(one.from, one.to, other.from), side(one.from, one.to, other.to)]
  if (a * b > 0) return 0
  const [c, d] = [side(other.from, other.to, one.from), side(other.from, other.to, one.to)]
  if (c * d > 0) return 0
  if (a * b < 0 && c * d < 0)
    return Math.min(distance(one, other.from), distance(one, other.to), distance(other, one.from), distance(other, one.to))
  return Math.max(b === 0 ? depthThrough(one, other) : 0, d === 0 ? depthThrough(other, one) : 0)
}

/** The edges of closed rings. */
export function segmentsOf(rings: readonly Ring[]): Segment[] {
  return rings.flatMap((ring) =>
    ring.slice(1).map((to, i) => ({ from: ring[i] as Position, to, next: (ring[i + 2] ?? ring[1]) as Position })),
  )
}

/** An index over the boxes of edges. */
export function indexOf(segments: readonly Segment[]): Flatbush {
  const index = new Flatbush(segments.length)
  for (const { from, to } of segments) {
    index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]))
  }
  index.finish()
  return index
}

/** Where the lines of two edges that cross meet. */
export function meeting({ from: [x0, y0], to: [x1, y1] }: Segment, { from: [x2, y2], to: [x3, y3] }: Segment): Position {
  const cross = (x1 - x0) * (y3 - y2) - (y1 - y0) * (x3 - x2)
  const t = ((x2 - x0) * (y3 - y2) - (y2 - y0) * (x3 - x2)) / cross
  return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)]
}

/** Thrown where edges lie so across each other that comparing them would take minutes. */
export class TooComplex extends Error {}

/** Comparisons of edges that one file may cost, a few seconds; the 35,000 communes of France, not simplified, take half. */
const mostComparisons = 50_000_000

/** Counts comparisons of edges over a whole file. */
export class Effort {
  #left: number

  constructor(comparisons = mostComparisons) {
    this.#left = comparisons
  }

  /** @throws TooComplex when the file has had its share */
  spend(): void {
    this.#left -= 1
    if (this.#left < 0) throw new TooComplex('the edges of the file lie across each other')
  }
}

/** Numbers of the edges to be compared with an edge: their boxes meet, and the filter takes them. */
export function near(index: Flatbush, { from, to }: Segment, effort: Effort, filter: (other: number) => boolean): number[] {
  const [west, east] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]]
  const [south, north] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]]
  return index.search(west, south, east, north, (other) => {
    effort.spend()
    return filter(other)
  })
}
