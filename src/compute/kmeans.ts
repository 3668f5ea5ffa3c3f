import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { KMeansFit, KMeansOptions, KMeansStop, Points } from '#stats/kmeans.ts'
import type { LloydEnd } from '#stats/kmeansLloyd.ts'
import { numbered } from '#stats/kmeansNumbering.ts'
import { cancel, Cancelled } from './crew.ts'
import { kmeansKernel } from './kernel.ts'
import type { Job } from './kmeansJob.ts'
import { firstSetAt, layoutOf, memoryCeiling, type Layout, type Shape } from './kmeansLayout.ts'
import type { Post, Report } from './kmeansWorker.ts'

/** How the work is done; none of it changes a byte of the result. */
export interface ThreadsWatch {
  /** Restarts that are done, and the iteration that the one under way has come to. */
  readonly told?: (restartsDone: number, iteration: number) => void
  readonly signal?: AbortSignal
  readonly threads?: number
}

/** Points in the memory that all threads share: write them there once, row by row, rather than keep them twice. */
export interface SharedPoints {
  readonly n: number
  readonly d: number
  /** Row-major; float32 where they were asked to be compact. */
  readonly values: Float64Array | Float32Array
  readonly memory: WebAssembly.Memory
  readonly layout: Layout
  readonly threads: number
}

const page = 65_536

/**
 * Room for n points of d coordinates and what k clusters of them need. `compact` keeps float32: half the memory, and the data rounded to 24 bits; sums and
 * distances in question are float64 either way. Throws when it is more than the 4 GB that 32-bit addresses reach: then take fewer columns, or compact.
 */
export function sharedPoints(shape: Shape, threads = availableParallelism()): SharedPoints {
  const { n, d, k, compact } = shape
  if (!Number.isInteger(k) || k < 1 || k > n) throw new Error(`${k} clusters cannot be made of ${n} points`)
  const layout = layoutOf(shape, firstSetAt, threads)
  if (layout.end > memoryCeiling)
    throw new Error(
      `${n} points of ${d} coordinates need ${Math.ceil(layout.end / 1e6)} MB; a kernel of 32-bit addresses reaches 4,294`,
    )
  const pages = Math.ceil(layout.end / page)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const values = compact
    ? new Float32Array(memory.buffer, layout.points, n * d)
    : new Float64Array(memory.buffer, layout.points, n * d)
  return { n, d, values, memory, layout, threads }
}

/** `kmeans` of #stats/kmeans.ts, of the same result, on all cores without holding up this thread. A signal ends it: the promise is then rejected. */
export async function kmeansOnThreads(points: Points, options: KMeansOptions, watch: ThreadsWatch = {}): Promise<KMeansFit> {
  return run(shared(points, options.k, watch.threads), { ...options, start: null }, watch)
}

/** `kmeansFrom` of #stats/kmeans.ts likewise. */
export async function kmeansFromOnThreads(
  points: Points,
  centroids: Float64Array,
  stop: KMeansStop,
  watch: ThreadsWatch = {},
): Promise<KMeansFit> {
  return kmeansOfShared(shared(points, centroids.length / points.d, watch.threads), centroids, stop, watch)
}

/** The same of points that lie in shared memory already; the memory serves one fit after the other, not two at once. */
export function kmeansOfShared(
  points: SharedPoints,
  centroids: Float64Array,
  stop: KMeansStop,
  watch: ThreadsWatch = {},
): Promise<KMeansFit> {
  return run(points, { ...stop, start: centroids, restarts: 1, seed: 0 }, watch)
}

function shared({ n, d, values }: Points, k: number, threads?: number): SharedPoints {
  if (values.length !== n * d || n < 1 || d < 1)
    throw new Error(`${values.length} figures are not ${n} points of ${d} coordinates`)
  const points = sharedPoints({ n, d, k, compact: false }, threads)
  points.values.set(values)
  return points
}

async function run(points: SharedPoints, job: Job, { told, signal }: ThreadsWatch): Promise<KMeansFit> {
  signal?.throwIfAborted()
  const module = await kmeansKernel()
  const { memory, layout, threads } = points
  new Uint8Array(memory.buffer, 1024, firstSetAt - 1024).fill(0)
  const stop = (): void => cancel(memory)
  signal?.addEventListener('abort', stop, { once: true })
  const workers = Array.from({ length: threads }, (_, thread) => {
    const workerData: Post = { module, memory, thread, threads, layout, job }
    // Node reads the worker's TypeScript itself: the loader that pages need would cost every thread its start.
    return new Worker(new URL('./kmeansWorker.ts', import.meta.url), { workerData, execArgv: [] })
  })
  try {
    const { end, restart } = await lastReport(workers, told)
    return { ...numbered(points as unknown as Points, end), restarts: job.restarts, bestRestart: restart }
  } catch (error) {
    if (error instanceof Cancelled || signal?.aborted) signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function lastReport(workers: readonly Worker[], told: ThreadsWatch['told']): Promise<{ end: LloydEnd; restart: number }> {
  return new Promise((resolve, reject) => {
    for (const worker of workers) worker.once('error', reject)
    workers[0]?.on('message', (report: Report) => {
      if ('end' in report) resolve(report)
      else told?.(report.done, report.iteration)
    })
  })
}
