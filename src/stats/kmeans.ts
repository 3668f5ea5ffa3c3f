import { random, seedOf } from '#kernel/random.ts'
import { lloyd } from './kmeansLloyd.ts'
import { numbered } from './kmeansNumbering.ts'
import { plusPlus } from './kmeansSeeding.ts'

/** Points in space, row-major: `values[i * d + j]` is coordinate j of point i. */
export interface Points {
  readonly n: number
  readonly d: number
  readonly values: Float64Array
}

/** When to stop. */
export interface KMeansStop {
  readonly maxIterations: number
  /** Centroids that together moved, squared, no more than this share of the mean variance of the columns stand still (scikit-learn's rule). */
  readonly tolerance: number
}

export interface KMeansOptions extends KMeansStop {
  readonly k: number
  /** Starts by k-means++; the one with the smallest sum of squares is kept, the first of equals. */
  readonly restarts: number
  readonly seed: number
}

export interface KMeansFit {
  readonly k: number
  readonly d: number
  /** Row-major, clusters x columns. */
  readonly centroids: Float64Array
  /** Cluster of each point. Clusters are numbered by descending size, equal ones by their first point. */
  readonly assignment: Int32Array
  readonly sizes: Int32Array
  /** Total within-cluster sum of squares. */
  readonly wss: number
  readonly iterations: number
  /** Whether a stop rule was met before the iterations ran out. */
  readonly converged: boolean
  readonly restarts: number
  /** 0-based. */
  readonly bestRestart: number
}

/** Told of the restarts that are done; may stop the search by throwing. */
export type KMeansWatch = (restartsDone: number) => void

/** The seed of one restart: its own stream, so that restarts may run in any order on any number of threads. */
export function seedOfRestart(seed: number, restart: number): number {
  return seed ^ seedOf(`restart ${restart}`)
}

/**
 * Partition into k clusters by k-means: many seeded k-means++ starts, each improved by Lloyd's algorithm, the smallest within-cluster sum of squares kept.
 * Equal points, options and seed give equal bytes on every machine. Throws on NaN, on k above n and on sizes that do not fit.
 *
 * Example: iris x 10, asinh, scaled by range: `kmeans(points, { k: 3, restarts: 50, … }).wss` is 6.00806737.
 * Source: Lloyd 1982; Arthur and Vassilvitskii 2007. Equals scikit-learn's `KMeans(algorithm='lloyd')` from equal start rows.
 */
export function kmeans(points: Points, options: KMeansOptions, watch: KMeansWatch = () => {}): KMeansFit {
  checkPoints(points, options.k)
  let best: KMeansFit | null = null
  for (let restart = 0; restart < options.restarts; restart++) {
    const start = plusPlus(points, options.k, random(seedOfRestart(options.seed, restart)))
    const fit = kmeansFrom(points, start, options)
    if (!best || fit.wss < best.wss) best = { ...fit, restarts: options.restarts, bestRestart: restart }
    watch(restart + 1)
  }
  if (!best) throw new Error(`k-means needs at least one start, got ${options.restarts}`)
  return best
}

/** The same from given centroids (row-major, k x d), without chance. A cluster that loses all its points is given the point furthest from its own, as scikit-learn does. */
export function kmeansFrom(points: Points, centroids: Float64Array, stop: KMeansStop): KMeansFit {
  const k = centroids.length / points.d
  checkPoints(points, k)
  return { ...numbered(points, lloyd(points, centroids, stop)), restarts: 1, bestRestart: 0 }
}

function checkPoints({ n, d, values }: Points, k: number): void {
  if (values.length !== n * d || n < 1 || d < 1)
    throw new Error(`${values.length} figures are not ${n} points of ${d} coordinates`)
  if (!Number.isInteger(k) || k < 1 || k > n) throw new Error(`${k} clusters cannot be made of ${n} points`)
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) throw new Error(`point ${Math.floor(wrong / d)}, coordinate ${wrong % d} is ${values[wrong]}`)
}
