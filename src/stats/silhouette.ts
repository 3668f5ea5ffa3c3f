import { random } from '#kernel/random.ts'
import type { Points } from './kmeans.ts'

export interface SilhouetteSample {
  /** Above so many points a sample of this size is taken. */
  readonly sample: number
  readonly seed: number
}

function distance({ d, values }: Points, a: number, b: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const apart = (values[a * d + j] as number) - (values[b * d + j] as number)
    sum += apart * apart
  }
  return Math.sqrt(sum)
}

/**
 * Mean silhouette of a partition: (b - a) / max(a, b) averaged over points, a being the mean distance to the others of the own cluster and b the smallest mean distance
 * to another one; 0 for a point alone in its cluster. Euclidean. Above `sample` points it is that of a seeded sample of points among themselves, in their order.
 * `null` where fewer than two clusters hold points.
 *
 * Source: Rousseeuw 1987. Equals scikit-learn's `silhouette_score` and R's `cluster::silhouette`.
 */
export function silhouette(points: Points, assignment: Int32Array, { sample, seed }: SilhouetteSample): number | null {
  const all = Array.from({ length: points.n }, (_, i) => i)
  const rows =
    points.n > sample
      ? random(seed)
          .sample(all, sample)
          .toSorted((a, b) => a - b)
      : all
  const clusters = rows.map((row) => assignment[row] as number)
  const k = Math.max(...clusters) + 1
  const sizes = new Int32Array(k)
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] as number) + 1
  if (sizes.filter((size) => size > 0).length < 2) return null
  const sums = new Float64Array(rows.length * k)
  for (const [i, row] of rows.entries()) {
    for (let j = i + 1; j < rows.length; j++) {
      const apart = distance(points, row, rows[j] as number)
      const toOther = i * k + (clusters[j] as number)
      const toOwn = j * k + (clusters[i] as number)
      sums[toOther] = (sums[toOther] as number) + apart
      sums[toOwn] = (sums[toOwn] as number) + apart
    }
  }
  const widths = clusters.map((own, i) => widthOf(sums.subarray(i * k, (i + 1) * k), sizes, own))
  return widths.reduce((sum, width) => sum + width, 0) / widths.length
}

function widthOf(sums: Float64Array, sizes: Int32Array, own: number): number {
  const mates = (sizes[own] as number) - 1
  if (mates === 0) return 0
  const a = (sums[own] as number) / mates
  let b = Number.POSITIVE_INFINITY
  for (let c = 0; c < sizes.length; c++) {
    if (c !== own && (sizes[c] as number) > 0) b = Math.min(b, (sums[c] as number) / (sizes[c] as number))
  }
  const widest = Math.max(a, b)
  return widest === 0 ? 0 : (b - a) / widest
}
