import type { Random } from '#kernel/random.ts'
import type { Points } from './kmeans.ts'

function squared({ d, values }: Points, a: number, b: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const apart = (values[a * d + j] as number) - (values[b * d + j] as number)
    sum += apart * apart
  }
  return sum
}

/** The first row whose running sum of distances passes `target`; points at distance 0 are never drawn while another is left. */
function rowAt(nearest: Float64Array, target: number): number {
  let sum = 0
  let last = 0
  for (let i = 0; i < nearest.length; i++) {
    const distance = nearest[i] as number
    if (distance === 0) continue
    sum += distance
    last = i
    if (sum > target) return i
  }
  return last
}

/**
 * Start rows by greedy k-means++: each next centroid is the best of 2 + ln k points drawn with a probability proportional to their squared distance
 * from the centroids so far. Gives centroids, row-major. Source: Arthur and Vassilvitskii 2007, with the greedy choice that scikit-learn makes.
 */
export function plusPlus(points: Points, k: number, rng: Random): Float64Array {
  const { n, d, values } = points
  const tries = 2 + Math.floor(Math.log(k))
  const centroids = new Float64Array(k * d)
  const nearest = new Float64Array(n)
  const first = rng.below(n)
  centroids.set(values.subarray(first * d, (first + 1) * d))
  for (let i = 0; i < n; i++) nearest[i] = squared(points, i, first)
  for (let c = 1; c < k; c++) {
    const total = nearest.reduce((sum, value) => sum + value, 0)
    let [chosen, potential] = [-1, Number.POSITIVE_INFINITY]
    for (let t = 0; t < tries; t++) {
      const row = rowAt(nearest, rng.next() * total)
      let sum = 0
      for (let i = 0; i < n; i++) sum += Math.min(nearest[i] as number, squared(points, i, row))
      if (sum < potential) [chosen, potential] = [row, sum]
    }
    centroids.set(values.subarray(chosen * d, (chosen + 1) * d), c * d)
    for (let i = 0; i < n; i++) nearest[i] = Math.min(nearest[i] as number, squared(points, i, chosen))
  }
  return centroids
}
