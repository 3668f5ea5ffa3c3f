import type { Points } from './kmeans.ts'

export interface Separation {
  /** The nearest centroid and the one after it, by point; of equals the one with the lower number. */
  readonly nearest: Int32Array
  readonly second: Int32Array
  /** (d2 - d1) / d2, from 0 (as near to both) to 1 (on its own centroid). It is not a probability. */
  readonly separation: Float64Array
}

function squaredDistance({ d, values }: Points, point: number, centroids: Float64Array, cluster: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const apart = (values[point * d + j] as number) - (centroids[cluster * d + j] as number)
    sum += apart * apart
  }
  return sum
}

/**
 * How clearly each point belongs to its nearest centroid rather than to the second: (d2 - d1) / d2 of Euclidean distances, 0 where both are at 0.
 * `centroids` are row-major in the space of the points. RangeError with fewer than two centroids, or with a row that is not whole.
 *
 * Example: a point at 1 between centroids at 0 and 5 has d1 1, d2 4 and a separation of .75.
 */
export function separation(points: Points, centroids: Float64Array): Separation {
  const k = centroids.length / points.d
  if (!Number.isInteger(k) || k < 2)
    throw new RangeError(`${centroids.length} figures are not two or more centroids of ${points.d}`)
  const nearest = new Int32Array(points.n)
  const second = new Int32Array(points.n)
  const apart = new Float64Array(points.n)
  for (let i = 0; i < points.n; i++) {
    let [least, next] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let c = 0; c < k; c++) {
      const found = squaredDistance(points, i, centroids, c)
      if (found < least) {
        next = least
        second[i] = nearest[i] as number
        least = found
        nearest[i] = c
      } else if (found < next) {
        next = found
        second[i] = c
      }
    }
    apart[i] = next === 0 ? 0 : 1 - Math.sqrt(least / next)
  }
  return { nearest, second, separation: apart }
}
