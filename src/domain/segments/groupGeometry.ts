import type { Points } from '#stats/kmeans.ts'

/** Places of the areas of a group. */
export function indicesOf(of: Int32Array, group: number): number[] {
  const rows: number[] = []
  for (let i = 0; i < of.length; i++) if (of[i] === group) rows.push(i)
  return rows
}

/** These rows of points alone, in this order. */
export function rowsOf({ d, values }: Points, rows: readonly number[]): Points {
  const chosen = new Float64Array(rows.length * d)
  for (const [at, row] of rows.entries()) chosen.set(values.subarray(row * d, (row + 1) * d), at * d)
  return { n: rows.length, d, values: chosen }
}

/** Means of groups, row-major. */
export function means({ n, d, values }: Points, of: Int32Array, k: number): { centroids: Float64Array; sizes: Int32Array } {
  const centroids = new Float64Array(k * d)
  const sizes = new Int32Array(k)
  for (let i = 0; i < n; i++) {
    const group = of[i] ?? 0
    sizes[group] = (sizes[group] ?? 0) + 1
    for (let j = 0; j < d; j++) centroids[group * d + j] = (centroids[group * d + j] ?? 0) + (values[i * d + j] ?? 0)
  }
  for (let g = 0; g < k; g++) for (let j = 0; j < d; j++) centroids[g * d + j] = (centroids[g * d + j] ?? 0) / (sizes[g] ?? 1)
  return { centroids, sizes }
}

export function squaredDistance(a: Float64Array, at: number, b: Float64Array, bt: number, d: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const apart = (a[at * d + j] ?? 0) - (b[bt * d + j] ?? 0)
    sum += apart * apart
  }
  return sum
}

/** Within-group sum of squares of a partition. */
export function sumOfSquares(points: Points, of: Int32Array, k: number): number {
  const { centroids } = means(points, of, k)
  let sum = 0
  for (let i = 0; i < points.n; i++) sum += squaredDistance(points.values, i, centroids, of[i] ?? 0, points.d)
  return sum
}
