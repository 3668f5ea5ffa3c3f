import { exactDistance, roughDistance } from './distances'
import { ids, least, masks, own, rowAddresses, second, squares, steps, whose } from './room'
import { blockCounts, blockSums, bounds, coordinate, d, groupMoved, groups, labels, lower, moved, octets, original, slots, upper } from './state'

function cell(t: i32, g: i32): usize {
  return (<usize>t * <usize>groups + <usize>g) << 2
}

function groupOf(slot: i32): i32 {
  return (slot >> 3) / octets
}

function lowerOf(square: f32, error: f32): f32 {
  return sqrt<f32>(max<f32>(square - error, 0))
}

function count(block: i32, slot: i32, by: i32): void {
  const at = blockCounts + ((<usize>block * <usize>slots + <usize>slot) << 2)
  store<i32>(at, load<i32>(at) + by)
}

/** Carries a point from one cluster's sums of this block to another's. */
function carry(block: i32, i: i32, from: i32, to: i32): void {
  const sums = blockSums + ((<usize>block * <usize>slots * <usize>d) << 3)
  const gains = sums + ((<usize>to * <usize>d) << 3)
  for (let j = 0; j < d; j++) {
    const at = gains + (<usize>j << 3)
    store<f64>(at, load<f64>(at) + coordinate(i, j))
  }
  count(block, to, 1)
  if (from < 0) return
  const losses = sums + ((<usize>from * <usize>d) << 3)
  for (let j = 0; j < d; j++) {
    const at = losses + (<usize>j << 3)
    store<f64>(at, load<f64>(at) - coordinate(i, j))
  }
  count(block, from, -1)
}

/** Lower bounds of the groups that were looked at, and of the group that a point leaves. */
function keepBounds(t: i32, i: i32, from: i32, to: i32, error: f32): void {
  const mask = load<i32>(masks() + (<usize>t << 2))
  const row = lower + ((<usize>i * <usize>bounds) << 2)
  const left = from != to && from >= 0 ? lowerOf(load<f32>(own() + (<usize>t << 2)), error) : Infinity
  const leftGroup = from >= 0 ? groupOf(from) : -1
  for (let g = 0; g < groups; g++) {
    const at = <usize>g << 2
    const looked = (mask >> g) & 1
    if (!looked && g != leftGroup) continue
    const gone = load<f32>(groupMoved + at)
    let bound = load<f32>(row + at)
    if (looked) {
      const square = load<i32>(whose() + cell(t, g)) == to ? load<f32>(second() + cell(t, g)) : load<f32>(least() + cell(t, g))
      bound = lowerOf(square, error) + gone
    }
    if (g == leftGroup) bound = min(bound, <f32>left + gone)
    store<f32>(row + at, bound)
  }
}

/** Nearest of all centroids that rounding leaves in question, by exact distances; the first of equals in the order of the start. */
function nearestExactly(t: i32, i: i32, from: i32, limit: f32, error: f32): i32 {
  const mask = load<i32>(masks() + (<usize>t << 2))
  const row = <usize>load<u32>(rowAddresses() + (<usize>t << 2))
  const square = load<f32>(squares() + (<usize>t << 2))
  const step = load<f32>(steps() + (<usize>t << 2))
  let best = from
  let nearest: f64 = from >= 0 ? exactDistance(i, from) : Infinity
  for (let g = 0; g < groups; g++) {
    if (!((mask >> g) & 1) || load<f32>(least() + cell(t, g)) - error > limit) continue
    const end = min((g + 1) * octets << 3, slots)
    for (let slot = (g * octets) << 3; slot < end; slot++) {
      if (slot == from || roughDistance(row, square, step, slot) - error > limit) continue
      const distance = exactDistance(i, slot)
      if (distance > nearest) continue
      if (distance == nearest && best >= 0 && load<i32>(original + (<usize>slot << 2)) > load<i32>(original + (<usize>best << 2))) continue
      nearest = distance
      best = slot
    }
  }
  return best
}

/** Decides where noted point t belongs; 1 when it changed. */
export function settle(block: i32, t: i32, error: f32): i32 {
  const i = load<i32>(ids() + (<usize>t << 2))
  const mask = load<i32>(masks() + (<usize>t << 2))
  const from = load<i32>(labels + (<usize>i << 2))
  const current = load<f32>(own() + (<usize>t << 2))
  let best: f32 = Infinity
  let rival: f32 = Infinity
  let to = -1
  for (let g = 0; g < groups; g++) {
    if (!((mask >> g) & 1)) continue
    const found = load<f32>(least() + cell(t, g))
    if (found < best) {
      rival = min(best, load<f32>(second() + cell(t, g)))
      best = found
      to = load<i32>(whose() + cell(t, g))
    } else rival = min(rival, found)
  }
  if (best - error > current + error) {
    keepBounds(t, i, from, from, error)
    return 0
  }
  const limit = min(best, current) + error
  let square = best
  if (min(rival, current) - error <= limit) {
    to = nearestExactly(t, i, from, limit, error)
    square = min(best, current)
    // An exact answer may be the rougher one's rival: its upper bound takes the rounding of both.
    square += error
  }
  keepBounds(t, i, from, to, error)
  const u = sqrt<f32>(max<f32>(square + error, 0))
  store<f32>(upper + (<usize>i << 2), u - load<f32>(moved + (<usize>to << 2)))
  if (to == from) return 0
  carry(block, i, from, to)
  store<i32>(labels + (<usize>i << 2), to)
  return 1
}
