import { random } from '#kernel/random.ts'
import { seedOfRestart, type KMeansStop } from '#stats/kmeans.ts'
import type { LloydEnd } from '#stats/kmeansLloyd.ts'
import { plusPlus } from '#stats/kmeansSeeding.ts'
import type { Crew } from './crew.ts'
import type { Layout } from './kmeansLayout.ts'
import { lloydOnThreads, prepare } from './lloydOnThreads.ts'

export interface Job extends KMeansStop {
  /** Centroids to start from; else restarts by k-means++. */
  readonly start: Float64Array | null
  readonly restarts: number
  readonly seed: number
}

type Told = (done: number, iteration: number) => void

/** The points as the plain twin takes them: a view where they are float64, else a copy. */
function pointsOf(memory: WebAssembly.Memory, { n, d, points, compact }: Layout): Float64Array {
  return compact
    ? Float64Array.from(new Float32Array(memory.buffer, points, n * d))
    : new Float64Array(memory.buffer, points, n * d)
}

export function runJob(crew: Crew, layout: Layout, job: Job, told: Told): { end: LloydEnd; restart: number } {
  const prepared = prepare(crew, layout)
  if (job.start) return { end: lloydOnThreads(crew, prepared, job.start, job, (iteration) => told(0, iteration)), restart: 0 }
  const { n, d, k } = layout
  const points = { n, d, values: pointsOf(crew.memory, layout) }
  let best: { end: LloydEnd; restart: number } | null = null
  for (let restart = 0; restart < job.restarts; restart++) {
    const start = plusPlus(points, k, random(seedOfRestart(job.seed, restart)))
    const end = lloydOnThreads(crew, prepared, start, job, (iteration) => told(restart, iteration))
    if (!best || end.wss < best.end.wss) best = { end, restart }
    told(restart + 1, 0)
  }
  if (!best) throw new Error(`k-means needs at least one start, got ${job.restarts}`)
  return best
}
