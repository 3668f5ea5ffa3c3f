import { exactDistance } from './distances'
import { blockEnd, blockSize, blockTotals, labels } from './state'

/** Sum of squared distances of a block's points from their own centroids, exact, in the order of the points. */
export function inertia(block: i32): void {
  let sum: f64 = 0
  const to = blockEnd(block)
  for (let i = block * blockSize; i < to; i++) sum += exactDistance(i, load<i32>(labels + (<usize>i << 2)))
  store<f64>(blockTotals + (<usize>block << 3), sum)
}
