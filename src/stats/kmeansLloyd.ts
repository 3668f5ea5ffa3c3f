import type { KMeansStop, Points } from './kmeans.ts'

/** What Lloyd's algorithm ends with, clusters in the order of the start. */
export interface LloydEnd {
  readonly centroids: Float64Array
  readonly assignment: Int32Array
  readonly wss: number
  readonly iterations: number
  readonly converged: boolean
}

/** Nearest centroid of every point (the first of equals) and its squared distance. */
export function assignNearest(
  { n, d, values }: Points,
  centroids: Float64Array,
  assignment: Int32Array,
  distances: Float64Array,
): void {
  const k = centroids.length / d
  for (let i = 0; i < n; i++) {
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (let c = 0; c < k; c++) {
      let sum = 0
      for (let j = 0; j < d && sum < least; j++) {
        const apart = (values[i * d + j] as number) - (centroids[c * d + j] as number)
        sum += apart * apart
      }
      if (sum < least) [best, least] = [c, sum]
    }
    assignment[i] = best
    distances[i] = least
  }
}

/** Sums and sizes of clusters, with every empty cluster given the furthest point, taken from the cluster it was in. */
function sumClusters(
  points: Points,
  k: number,
  assignment: Int32Array,
  distances: Float64Array,
): { sums: Float64Array; sizes: Int32Array } {
  const { n, d, values } = points
  const sums = new Float64Array(k * d)
  const sizes = new Int32Array(k)
  for (let i = 0; i < n; i++) {
    const c = assignment[i] as number
    sizes[c] = (sizes[c] as number) + 1
    for (let j = 0; j < d; j++) sums[c * d + j] = (sums[c * d + j] as number) + (values[i * d + j] as number)
  }
  const empty = Array.from(sizes.keys()).filter((c) => sizes[c] === 0)
  if (empty.length > 0) fillEmpty(points, { sums, sizes }, empty, assignment, distances)
  return { sums, sizes }
}

function fillEmpty(
  { n, d, values }: Points,
  { sums, sizes }: { sums: Float64Array; sizes: Int32Array },
  empty: readonly number[],
  assignment: Int32Array,
  distances: Float64Array,
): void {
  const furthest = Array.from({ length: n }, (_, i) => i).toSorted(
    (a, b) => (distances[b] as number) - (distances[a] as number) || a - b,
  )
  for (const [at, c] of empty.entries()) {
    const i = furthest[at] as number
    const from = assignment[i] as number
    for (let j = 0; j < d; j++) {
      const value = values[i * d + j] as number
      sums[from * d + j] = (sums[from * d + j] as number) - value
      sums[c * d + j] = value
    }
    sizes[from] = (sizes[from] as number) - 1
    sizes[c] = 1
  }
}

/** Moves centroids to the means of their points; gives the sum of their squared moves. A cluster without points stays where it is. */
function moveCentroids(centroids: Float64Array, d: number, { sums, sizes }: { sums: Float64Array; sizes: Int32Array }): number {
  let shift = 0
  for (let at = 0; at < centroids.length; at++) {
    const size = sizes[Math.floor(at / d)] as number
    if (size === 0) continue
    const mean = (sums[at] as number) / size
    const moved = mean - (centroids[at] as number)
    shift += moved * moved
    centroids[at] = mean
  }
  return shift
}

/** Mean of the columns' population variances: what the tolerance is a share of. */
export function meanVariance({ n, d, values }: Points): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    let mean = 0
    for (let i = 0; i < n; i++) mean += (values[i * d + j] as number) / n
    let variance = 0
    for (let i = 0; i < n; i++) variance += ((values[i * d + j] as number) - mean) ** 2 / n
    sum += variance
  }
  return sum / d
}

const equal = (a: Int32Array, b: Int32Array): boolean => a.every((value, i) => value === b[i])

/** Lloyd's algorithm from given centroids, which are not changed. Ends when no point changes its cluster or the centroids stand still; labels always belong to the centroids given. */
export function lloyd(points: Points, start: Float64Array, { maxIterations, tolerance }: KMeansStop): LloydEnd {
  const { n, d } = points
  const still = tolerance * meanVariance(points)
  const centroids = Float64Array.from(start)
  const distances = new Float64Array(n)
  let assignment = new Int32Array(n)
  let before = new Int32Array(n).fill(-1)
  let iterations = 0
  let converged = false
  while (iterations < maxIterations && !converged) {
    iterations++
    assignNearest(points, centroids, assignment, distances)
    const shift = moveCentroids(centroids, d, sumClusters(points, centroids.length / d, assignment, distances))
    converged = shift <= still || equal(assignment, before)
    ;[before, assignment] = [assignment, before]
  }
  // The last move may have carried a point over a border: labels are those of the centroids given.
  assignNearest(points, centroids, assignment, distances)
  return { centroids, assignment, wss: distances.reduce((sum, value) => sum + value, 0), iterations, converged }
}
