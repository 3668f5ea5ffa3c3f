import { blockEnd, blockSize, blockSums, blockTotals, centre, compact, coordinate, d, norms, points, quantised, slots, width } from './state'

// A quantised row is the point about the centre, as whole numbers whose norm is 32,000: products of two rows stay below 2^31, whatever the data.
export const fullNorm: f64 = 32000

function sumsOf(block: i32): usize {
  return blockSums + <usize>block * <usize>slots * <usize>d * 8
}

/** Sums of the columns of a block, in the first row of its room for sums. */
export function columnSums(block: i32): void {
  const sums = sumsOf(block)
  memory.fill(sums, 0, <usize>d << 3)
  const to = blockEnd(block)
  for (let i = block * blockSize; i < to; i++) {
    for (let j = 0; j < d; j++) {
      const at = sums + (<usize>j << 3)
      store<f64>(at, load<f64>(at) + coordinate(i, j))
    }
  }
}

/** Sum of squared deviations from the means of the columns, which stand in the second row of block 0's room. */
export function columnSquares(block: i32): void {
  const means = blockSums
  let sum: f64 = 0
  const to = blockEnd(block)
  for (let i = block * blockSize; i < to; i++) {
    for (let j = 0; j < d; j++) {
      const apart = coordinate(i, j) - load<f64>(means + (<usize>j << 3))
      sum += apart * apart
    }
  }
  store<f64>(blockTotals + (<usize>block << 3), sum)
}

function about(i: i32, j: i32): f64 {
  return coordinate(i, j) - <f64>load<f32>(centre + (<usize>j << 2))
}

function writeFloat32Row(i: i32, to: usize, scale: f32): void {
  const from = points + ((<usize>i * <usize>d) << 2)
  const factor = f32x4.splat(scale)
  let j = 0
  for (; j + 4 <= d; j += 4) {
    const at = <usize>j << 2
    const apart = f32x4.sub(v128.load(from + at), v128.load(centre + at))
    const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(apart, factor)))
    v128.store64_lane(to + (at >> 1), i16x8.narrow_i32x4_s(whole, whole), 0)
  }
  for (; j < width; j++) {
    const whole: f64 = j < d ? nearest<f64>(about(i, j) * <f64>scale) : 0
    store<i16>(to + (<usize>j << 1), <i16>whole)
  }
}

/** Writes the quantised row of a point. */
export function writeRow(i: i32, to: usize): void {
  const norm = load<f32>(norms + (<usize>i << 2))
  const scale: f64 = norm > 0 ? fullNorm / <f64>norm : 0
  if (compact) {
    writeFloat32Row(i, to, <f32>scale)
    return
  }
  for (let j = 0; j < width; j++) {
    const whole: f64 = j < d ? nearest<f64>(about(i, j) * scale) : 0
    store<i16>(to + (<usize>j << 1), <i16>whole)
  }
}

/** Norms about the centre, and the quantised rows where they are kept. */
export function quantise(block: i32): void {
  const to = blockEnd(block)
  for (let i = block * blockSize; i < to; i++) {
    let sum: f64 = 0
    for (let j = 0; j < d; j++) {
      const value = about(i, j)
      sum += value * value
    }
    store<f32>(norms + (<usize>i << 2), <f32>sqrt(sum))
    if (!compact) writeRow(i, quantised + ((<usize>i * <usize>width) << 1))
  }
}
