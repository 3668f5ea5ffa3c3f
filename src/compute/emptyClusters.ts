import type { Layout } from './kmeansLayout.ts'

interface Clusters {
  readonly sums: Float64Array
  readonly sizes: Int32Array
}

/** Gives every empty cluster the point that lies furthest from its own centroid, as the plain twin does; the blocks' own sums stay those of the labels. */
export function emptyFilled(memory: WebAssembly.Memory, layout: Layout, order: readonly number[], clusters: Clusters): Clusters {
  const { n, d, k } = layout
  const { sums, sizes } = clusters
  const empty = Array.from({ length: k }, (_, slot) => slot)
    .filter((slot) => sizes[slot] === 0)
    .toSorted((a, b) => (order[a] as number) - (order[b] as number))
  if (empty.length === 0) return clusters
  const values = layout.compact
    ? new Float32Array(memory.buffer, layout.points, n * d)
    : new Float64Array(memory.buffer, layout.points, n * d)
  const centroids = new Float64Array(memory.buffer, layout.centroids, k * d)
  const labels = new Int32Array(memory.buffer, layout.labels, n)
  const apart = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0, from = (labels[i] as number) * d; j < d; j++)
      sum += ((values[i * d + j] as number) - (centroids[from + j] as number)) ** 2
    apart[i] = sum
  }
  const furthest = Int32Array.from({ length: n }, (_, i) => i).toSorted(
    (a, b) => (apart[b] as number) - (apart[a] as number) || a - b,
  )
  for (const [at, slot] of empty.entries()) {
    const i = furthest[at] as number
    const from = labels[i] as number
    for (let j = 0; j < d; j++) {
      const value = values[i * d + j] as number
      sums[from * d + j] = (sums[from * d + j] as number) - value
      sums[slot * d + j] = value
    }
    sizes[from] = (sizes[from] as number) - 1
    sizes[slot] = 1
  }
  return clusters
}
