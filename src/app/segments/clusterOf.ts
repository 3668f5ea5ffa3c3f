import { kmeansOnThreads } from '../../compute/kmeans.ts'
import type { Cluster } from '#domain/segments'
import { kmeans } from '#stats/kmeans.ts'

interface Search {
  readonly restarts: number
  readonly maxIterations: number
  readonly tolerance: number
}

/** Numbers touched by one round of all starts under which threads would cost more than they save. */
const small = 1_500_000

/** Puts points into groups: small ones here, between two answers of the server; others on threads. Both give the same groups. A signal ends it. */
export function clusterOf({ restarts, maxIterations, tolerance }: Search, signal?: AbortSignal): Cluster {
  return async (points, k, seed) => {
    const options = { k, restarts, seed, maxIterations, tolerance }
    if (points.n * points.d * k * restarts > small) return kmeansOnThreads(points, options, signal ? { signal } : {})
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
    return kmeans(points, options)
  }
}
