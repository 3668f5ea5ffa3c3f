import { octetDistances, roughDistance } from './distances'
import { fullNorm, writeRow } from './quantise'
import { chunk, counts, fourSquares, fourSteps, ids, least, lists, masks, own, results, row, rowAddresses, second, squares, steps, whose } from './room'
import { settle } from './settle'
import { blockEnd, blockSize, blockTotals, bounds, compact, groupMoved, groups, labels, lower, moved, norms, octets, quantised, reach, slack, slots, upper, width } from './state'

/** What quantising may take from or add to the product of two rows, as a share of the product of their norms. */
let share: f32 = 0

/** Largest error of a squared distance of a point with this norm. */
function errorOf(norm: f32): f32 {
  return share * norm * reach + <f32>1e-6 * (norm * norm + reach * reach)
}

/** Groups whose lower bound does not lie above `u`. */
function groupsBelow(i: i32, u: f32): i32 {
  const from = lower + ((<usize>i * <usize>bounds) << 2)
  const limit = f32x4.splat(u + slack)
  let mask = 0
  for (let g = 0; g < bounds; g += 4) {
    const at = <usize>g << 2
    const below = f32x4.le(f32x4.sub(v128.load(from + at), v128.load(groupMoved + at)), limit)
    mask |= i32x4.bitmask(below) << g
  }
  return mask & ((1 << groups) - 1)
}

function note(i: i32, t: i32, mask: i32, distance: f32): void {
  const at = <usize>t << 2
  store<i32>(ids() + at, i)
  store<f32>(own() + at, distance)
  store<i32>(masks() + at, mask)
  for (let g = 0; g < groups; g++) {
    if (!((mask >> g) & 1)) continue
    const count = load<i32>(counts() + (<usize>g << 2))
    store<i32>(lists() + ((<usize>g * <usize>chunk + <usize>count) << 2), t)
    store<i32>(counts() + (<usize>g << 2), count + 1)
    const cell = (<usize>t * <usize>groups + <usize>g) << 2
    store<f32>(least() + cell, Infinity)
    store<f32>(second() + cell, Infinity)
    store<i32>(whose() + cell, -1)
  }
}

/** Looks at a point: is it settled by its bounds, or noted as number t of the chunk? */
function screen(i: i32, t: i32): bool {
  const label = load<i32>(labels + (<usize>i << 2))
  let mask = (1 << groups) - 1
  const at = <usize>t << 2
  if (label >= 0) {
    const u = load<f32>(upper + (<usize>i << 2)) + load<f32>(moved + (<usize>label << 2))
    mask = groupsBelow(i, u)
    if (mask == 0) return false
  }
  const norm = load<f32>(norms + (<usize>i << 2))
  const step = norm / <f32>fullNorm
  let r = quantised + ((<usize>i * <usize>width) << 1)
  if (compact) {
    r = row(t)
    writeRow(i, r)
  }
  let distance: f32 = Infinity
  if (label >= 0) {
    distance = roughDistance(r, norm * norm, step, label)
    const u = sqrt<f32>(max<f32>(distance + errorOf(norm), 0))
    store<f32>(upper + (<usize>i << 2), u - load<f32>(moved + (<usize>label << 2)))
    mask = groupsBelow(i, u)
    if (mask == 0) return false
  }
  store<f32>(squares() + at, norm * norm)
  store<f32>(steps() + at, step)
  store<u32>(rowAddresses() + at, <u32>r)
  note(i, t, mask, distance)
  return true
}

function least4(v: v128): v128 {
  const m = f32x4.pmin(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1))
  return f32x4.pmin(m, v128.shuffle<f32>(m, m, 1, 0, 3, 2))
}

/** Takes the eight distances of one point into the least and second least of its group; the own centroid's is passed over. */
function take(t: i32, g: i32, octet: i32, from: usize): void {
  const label = i32x4.splat(load<i32>(labels + (<usize>load<i32>(ids() + (<usize>t << 2)) << 2)))
  const far = f32x4.splat(Infinity)
  const lanes0 = i32x4.add(i32x4.splat(octet << 3), i32x4(0, 1, 2, 3))
  const lanes1 = i32x4.add(i32x4.splat(octet << 3), i32x4(4, 5, 6, 7))
  let v0 = v128.bitselect(far, v128.load(from), i32x4.eq(lanes0, label))
  let v1 = v128.bitselect(far, v128.load(from, 16), i32x4.eq(lanes1, label))
  const cell = (<usize>t * <usize>groups + <usize>g) << 2
  const m = least4(f32x4.pmin(v0, v1))
  const found = f32x4.extract_lane(m, 0)
  if (found >= load<f32>(second() + cell)) return
  const before = load<f32>(least() + cell)
  if (found >= before) {
    store<f32>(second() + cell, found)
    return
  }
  const lane = ctz(i32x4.bitmask(f32x4.eq(v0, m)) | (i32x4.bitmask(f32x4.eq(v1, m)) << 4)) + (octet << 3)
  v0 = v128.bitselect(far, v0, i32x4.eq(lanes0, i32x4.splat(lane)))
  v1 = v128.bitselect(far, v1, i32x4.eq(lanes1, i32x4.splat(lane)))
  const next = f32x4.extract_lane(least4(f32x4.pmin(v0, v1)), 0)
  store<f32>(least() + cell, found)
  store<f32>(second() + cell, min(next, before))
  store<i32>(whose() + cell, lane)
}

/** All noted points of a group against its centroids, four by four. */
function lookAt(g: i32): void {
  const count = load<i32>(counts() + (<usize>g << 2))
  const list = lists() + ((<usize>g * <usize>chunk) << 2)
  const last = min((g + 1) * octets, slots >> 3)
  for (let at = 0; at < count; at += 4) {
    const t0 = load<i32>(list + (<usize>at << 2))
    const t1 = at + 1 < count ? load<i32>(list + (<usize>at << 2), 4) : t0
    const t2 = at + 2 < count ? load<i32>(list + (<usize>at << 2), 8) : t0
    const t3 = at + 3 < count ? load<i32>(list + (<usize>at << 2), 12) : t0
    for (let k = 0; k < 4; k++) {
      const t = <usize>(k == 0 ? t0 : k == 1 ? t1 : k == 2 ? t2 : t3) << 2
      store<f32>(fourSquares() + (<usize>k << 2), load<f32>(squares() + t))
      store<f32>(fourSteps() + (<usize>k << 2), load<f32>(steps() + t))
    }
    const addresses = rowAddresses()
    const r0 = <usize>load<u32>(addresses + (<usize>t0 << 2)), r1 = <usize>load<u32>(addresses + (<usize>t1 << 2))
    const r2 = <usize>load<u32>(addresses + (<usize>t2 << 2)), r3 = <usize>load<u32>(addresses + (<usize>t3 << 2))
    for (let octet = g * octets; octet < last; octet++) {
      octetDistances(r0, r1, r2, r3, fourSquares(), fourSteps(), octet, results())
      take(t0, g, octet, results())
      if (at + 1 < count) take(t1, g, octet, results() + 32)
      if (at + 2 < count) take(t2, g, octet, results() + 64)
      if (at + 3 < count) take(t3, g, octet, results() + 96)
    }
  }
}

/** Nearest centroid of every point of a block; its sums follow the points that change. Bounds pass over what cannot have changed. */
export function assign(block: i32): void {
  share = <f32>(4.2 * 0.5 * Math.sqrt(<f64>width) / fullNorm)
  const to = blockEnd(block)
  let changes: f64 = 0
  for (let from = block * blockSize; from < to; from += chunk) {
    memory.fill(counts(), 0, <usize>groups << 2)
    const end = min(from + chunk, to)
    let noted = 0
    for (let i = from; i < end; i++) if (screen(i, noted)) noted++
    if (noted == 0) continue
    for (let g = 0; g < groups; g++) lookAt(g)
    for (let t = 0; t < noted; t++) changes += <f64>settle(block, t, errorOf(load<f32>(norms + (<usize>load<i32>(ids() + (<usize>t << 2)) << 2))))
  }
  store<f64>(blockTotals + (<usize>block << 3), changes)
}
