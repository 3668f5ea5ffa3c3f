import { centroidNorms, centroidOctets, centroidRows, centroids, centroidSteps, compact, d, points, width } from './state'

/** Squared distance in float64, the coordinates in their order: the same bytes as the plain twin's. */
export function exactDistance(i: i32, slot: i32): f64 {
  let sum: f64 = 0
  const c = centroids + ((<usize>slot * <usize>d) << 3)
  if (compact) {
    const x = points + ((<usize>i * <usize>d) << 2)
    for (let j = 0; j < d; j++) {
      const apart = <f64>load<f32>(x + (<usize>j << 2)) - load<f64>(c + (<usize>j << 3))
      sum += apart * apart
    }
    return sum
  }
  const x = points + ((<usize>i * <usize>d) << 3)
  for (let j = 0; j < d; j++) {
    const apart = load<f64>(x + (<usize>j << 3)) - load<f64>(c + (<usize>j << 3))
    sum += apart * apart
  }
  return sum
}

/** Squared distance of a quantised row from one centroid. `step` is what a unit of the row's is worth. */
export function roughDistance(row: usize, square: f32, step: f32, slot: i32): f32 {
  const c = centroidRows + ((<usize>slot * <usize>width) << 1)
  let sums = i32x4.splat(0)
  let j = 0
  for (; j + 8 <= width; j += 8) {
    const at = <usize>j << 1
    sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load(row + at), v128.load(c + at)))
  }
  if (j < width) {
    const at = <usize>j << 1
    sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load64_zero(row + at), v128.load64_zero(c + at)))
  }
  const product =
    i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3)
  const worth = load<f32>(centroidSteps + (<usize>slot << 2)) * step
  return square + load<f32>(centroidNorms + (<usize>slot << 2)) - <f32>product * worth
}

function finish(sums: v128, at: usize, square: f32, step: f32): v128 {
  const worth = f32x4.mul(v128.load(centroidSteps + at), f32x4.splat(step))
  return f32x4.sub(f32x4.add(v128.load(centroidNorms + at), f32x4.splat(square)), f32x4.mul(f32x4.convert_i32x4_s(sums), worth))
}

/**
 * Squared distances of four quantised rows from the eight centroids of an octet, 8 float32 a row. `squares` and `steps` hold the four rows' own.
 * Centroids lie interleaved: a vector holds coordinates 2j and 2j + 1 of four of them, so that no sum runs across lanes.
 */
export function octetDistances(r0: usize, r1: usize, r2: usize, r3: usize, squares: usize, steps: usize, octet: i32, to: usize): void {
  let c = centroidOctets + ((<usize>octet * <usize>width) << 4)
  let a0 = i32x4.splat(0), a1 = i32x4.splat(0), b0 = i32x4.splat(0), b1 = i32x4.splat(0)
  let c0 = i32x4.splat(0), c1 = i32x4.splat(0), d0 = i32x4.splat(0), d1 = i32x4.splat(0)
  const bytes = <usize>width << 1
  for (let at: usize = 0; at < bytes; at += 8) {
    let even = v128.load(c), odd = v128.load(c, 16)
    let x = v128.load32_splat(r0 + at)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, even)); a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, odd))
    x = v128.load32_splat(r1 + at)
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x, even)); b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x, odd))
    x = v128.load32_splat(r2 + at)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x, even)); c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x, odd))
    x = v128.load32_splat(r3 + at)
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x, even)); d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x, odd))
    even = v128.load(c, 32); odd = v128.load(c, 48)
    x = v128.load32_splat(r0 + at, 4)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, even)); a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, odd))
    x = v128.load32_splat(r1 + at, 4)
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x, even)); b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x, odd))
    x = v128.load32_splat(r2 + at, 4)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x, even)); c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x, odd))
    x = v128.load32_splat(r3 + at, 4)
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x, even)); d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x, odd))
    c += 64
  }
  const first = <usize>octet << 5
  const second = first + 16
  v128.store(to, finish(a0, first, load<f32>(squares), load<f32>(steps)))
  v128.store(to, finish(a1, second, load<f32>(squares), load<f32>(steps)), 16)
  v128.store(to, finish(b0, first, load<f32>(squares, 4), load<f32>(steps, 4)), 32)
  v128.store(to, finish(b1, second, load<f32>(squares, 4), load<f32>(steps, 4)), 48)
  v128.store(to, finish(c0, first, load<f32>(squares, 8), load<f32>(steps, 8)), 64)
  v128.store(to, finish(c1, second, load<f32>(squares, 8), load<f32>(steps, 8)), 80)
  v128.store(to, finish(d0, first, load<f32>(squares, 12), load<f32>(steps, 12)), 96)
  v128.store(to, finish(d1, second, load<f32>(squares, 12), load<f32>(steps, 12)), 112)
}
