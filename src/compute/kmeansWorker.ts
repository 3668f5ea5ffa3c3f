import { parentPort, workerData } from 'node:worker_threads'
import type { LloydEnd } from '#stats/kmeansLloyd.ts'
import { follow, lead } from './crew.ts'
import type { Layout } from './kmeansLayout.ts'
import { runJob, type Job } from './kmeansJob.ts'

/** What a thread is started with. Thread 0 leads. */
export interface Post {
  readonly module: WebAssembly.Module
  readonly memory: WebAssembly.Memory
  readonly thread: number
  readonly threads: number
  readonly layout: Layout
  readonly job: Job
}

export type Report = { readonly done: number; readonly iteration: number } | { readonly end: LloydEnd; readonly restart: number }

const { module, memory, thread, threads, layout, job } = workerData as Post
if (thread > 0) follow(module, memory, thread)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const report = (message: Report): void => parentPort?.postMessage(message)
const { end, restart } = runJob(lead(module, memory, threads), layout, job, (done, iteration) => report({ done, iteration }))
report({ end, restart })
