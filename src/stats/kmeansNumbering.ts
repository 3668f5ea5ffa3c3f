import type { KMeansFit, Points } from './kmeans.ts'
import type { LloydEnd } from './kmeansLloyd.ts'

/** Numbers clusters by descending size, equal ones by their first point; empty ones come last in the order of the start. */
export function numbered({ n, d }: Points, end: LloydEnd): Omit<KMeansFit, 'restarts' | 'bestRestart'> {
  const k = end.centroids.length / d
  const counts = new Int32Array(k)
  const firsts = new Int32Array(k).fill(n)
  for (let i = n - 1; i >= 0; i--) {
    const c = end.assignment[i] as number
    counts[c] = (counts[c] as number) + 1
    firsts[c] = i
  }
  const order = Array.from(counts.keys()).toSorted(
    (a, b) => (counts[b] as number) - (counts[a] as number) || (firsts[a] as number) - (firsts[b] as number) || a - b,
  )
  const numberOf = new Int32Array(k)
  const centroids = new Float64Array(k * d)
  for (const [number, c] of order.entries()) {
    numberOf[c] = number
    centroids.set(end.centroids.subarray(c * d, (c + 1) * d), number * d)
  }
  return {
    k,
    d,
    centroids,
    assignment: end.assignment.map((c) => numberOf[c] as number),
    sizes: Int32Array.from(order, (c) => counts[c] as number),
    wss: end.wss,
    iterations: end.iterations,
    converged: end.converged,
  }
}
