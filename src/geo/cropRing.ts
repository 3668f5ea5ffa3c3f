import type { Box, Position, Ring } from './rings.ts'

type Axis = 0 | 1

/** Keeps the side of a line parallel to an axis where `sign * (coordinate - limit) >= 0` (one step of Sutherland and Hodgman, 1974). */
function keepSide(open: readonly Position[], axis: Axis, limit: number, sign: 1 | -1): Position[] {
  const kept: Position[] = []
  open.forEach((here, i) => {
    const before = open[i === 0 ? open.length - 1 : i - 1] as Position
    const [depth, last] = [sign * (here[axis] - limit), sign * (before[axis] - limit)]
    if (depth < 0 !== last < 0) {
      const t = last / (last - depth)
      kept.push([before[0] + (here[0] - before[0]) * t, before[1] + (here[1] - before[1]) * t])
    }
    if (depth >= 0) kept.push(here)
  })
  return kept
}

/**
 * The part of a ring inside a box, by Sutherland and Hodgman: exact inside the box; a concave ring may come back with stretches that run along the box's edge
 * and enclose nothing. Cheap, so good before an exact and costly clip within the box.
 *
 * @returns a closed ring, or `null` when ring and box have no area in common
 */
export function cropRing(ring: Ring, { west, south, east, north }: Box): Ring | null {
  let open: Position[] = ring.slice(0, -1)
  open = keepSide(open, 0, west, 1)
  open = keepSide(open, 0, east, -1)
  open = keepSide(open, 1, south, 1)
  open = keepSide(open, 1, north, -1)
  const [first] = open
  return first && open.length >= 3 ? [...open, first] : null
}
