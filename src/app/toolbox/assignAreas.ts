import type { Points } from '#stats/kmeans.ts'
import type { Assigned } from './classifyFiles.ts'

function squaredDistance(points: Points, i: number, centroids: Float64Array, c: number): number {
  const { d, values } = points
  let sum = 0
  for (let j = 0; j < d; j++) sum += ((values[i * d + j] as number) - (centroids[c * d + j] as number)) ** 2
  return sum
}

/** The nearest centroid of each area, the first of equals, and its two smallest distances. */
export function assignTo(points: Points, centroids: Float64Array): Assigned {
  const k = centroids.length / points.d
  const cluster = new Int32Array(points.n)
  for (let i = 0; i < points.n; i++) {
    let least = Number.POSITIVE_INFINITY
    for (let c = 0; c < k; c++) {
      const squared = squaredDistance(points, i, centroids, c)
      if (squared < least) [least, cluster[i]] = [squared, c]
    }
  }
  return distancesOf(points, centroids, cluster)
}

/** Distances of each area to the centroid of its own cluster and to the nearest other one. */
export function distancesOf(points: Points, centroids: Float64Array, cluster: Int32Array): Assigned {
  const k = centroids.length / points.d
  const distance = new Float64Array(points.n)
  const second = new Float64Array(points.n)
  for (let i = 0; i < points.n; i++) {
    const own = cluster[i] as number
    let other = Number.POSITIVE_INFINITY
    for (let c = 0; c < k; c++) if (c !== own) other = Math.min(other, squaredDistance(points, i, centroids, c))
    distance[i] = Math.sqrt(squaredDistance(points, i, centroids, own))
    second[i] = Math.sqrt(other)
  }
  return { cluster, distance, second }
}
