import { PgBoss, type JobWithMetadata } from 'pg-boss'
import type { Database } from './open.ts'

const queueName = 'main-job'
const buildsName = 'segment-build'

/** A job of the queue as the product sees it. */
export interface QueuedJob {
  readonly id: string
  /** Code of the root territory. */
  readonly territory: string
  readonly state: JobWithMetadata['state']
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  /** Message of the error that ended it. */
  readonly error: string | null
}

/** Work on a classification on its way; the job's id is given from outside, so that what it works on can name it first. */
export interface BuildQueue {
  send(job: string, build: string): Promise<void>
  cancel(job: string): Promise<void>
  work(handler: (job: { readonly id: string; readonly build: string }, signal: AbortSignal) => Promise<void>): Promise<void>
}

/** The queue of main jobs: at most one waiting or running per territory, retried when its process died. */
export interface JobQueue {
  /** Puts a job in the queue and gives its id, or that of the one already there. */
  send(territory: string): Promise<string>
  /** The last hundred, the latest first. */
  list(): Promise<readonly QueuedJob[]>
  cancel(id: string): Promise<void>
  work(handler: (job: { readonly id: string; readonly territory: string }, signal: AbortSignal) => Promise<void>): Promise<void>
  readonly builds: BuildQueue
  stop(): Promise<void>
}

interface JobData {
  readonly territory: string
}

interface BuildData {
  readonly build: string
}

function seen(job: JobWithMetadata<JobData>): QueuedJob {
  const output = job.output as { message?: unknown } | null
  return {
    id: job.id,
    territory: job.data.territory,
    state: job.state,
    startedAt: job.startedOn ?? null,
    endedAt: job.completedOn ?? null,
    error: job.state === 'failed' && typeof output?.message === 'string' ? output.message : null,
  }
}

async function list(boss: PgBoss): Promise<QueuedJob[]> {
  const jobs = await boss.findJobs<JobData>(queueName, { limit: 10_000 })
  return jobs
    .toSorted((a, b) => b.createdOn.getTime() - a.createdOn.getTime())
    .slice(0, 100)
    .map(seen)
}

async function buildQueue(boss: PgBoss, soleOwner: boolean): Promise<BuildQueue> {
  await boss.createQueue(buildsName, { retryLimit: 3, retryDelay: 0, heartbeatSeconds: 10, expireInSeconds: 3600 })
  if (soleOwner) {
    const orphans = (await boss.findJobs<BuildData>(buildsName, { limit: 10_000 })).filter((job) => job.state === 'active')
    for (const job of orphans) await boss.fail(buildsName, job.id, { message: 'interrupted' })
  }
  return {
    async send(job, build) {
      await boss.send(buildsName, { build } satisfies BuildData, { id: job })
    },
    async cancel(job) {
      await boss.cancel(buildsName, job)
    },
    async work(handler) {
      await boss.work<BuildData>(buildsName, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
        if (job) await handler({ id: job.id, build: job.data.build }, job.signal)
      })
    },
  }
}

function open(job: QueuedJob): boolean {
  return job.state === 'created' || job.state === 'retry' || job.state === 'active'
}

/**
 * Opens the queue in a database whose schema is up to date.
 *
 * `soleOwner` says that no other process works on this database (the embedded one): a job found running then belonged to a process that was
 * killed, and goes back into the queue at once. Otherwise a missed heartbeat (10 s) does the same.
 */
export async function openQueue(
  db: Database,
  options: { readonly soleOwner: boolean; readonly onError: (error: unknown) => void },
): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: db.url,
    max: 4,
    // Our migrator makes the schema; the serving role owns nothing, so whatever would change it stays off.
    migrate: false,
    createSchema: false,
    reindex: false,
    persistWarnings: false,
    persistQueueStats: false,
    schedule: false,
  })
  boss.on('error', options.onError)
  await boss.start()
  await boss.createQueue(queueName, {
    policy: 'exclusive',
    retryLimit: 3,
    retryDelay: 0,
    heartbeatSeconds: 10,
    expireInSeconds: 900,
  })
  if (options.soleOwner) {
    const orphans = (await list(boss)).filter((job) => job.state === 'active')
    for (const job of orphans) await boss.fail(queueName, job.id, { message: 'interrupted' })
  }
  const builds = await buildQueue(boss, options.soleOwner)
  return {
    builds,
    async send(territory) {
      const id = await boss.send(queueName, { territory } satisfies JobData, { singletonKey: territory })
      if (id !== null) return id
      const held = (await list(boss)).find((job) => job.territory === territory && open(job))
      if (held) return held.id
      throw new Error(`The queue took no job for ${territory} and holds none`)
    },
    list: () => list(boss),
    async cancel(id) {
      await boss.cancel(queueName, id)
    },
    async work(handler) {
      await boss.work<JobData>(queueName, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
        if (job) await handler({ id: job.id, territory: job.data.territory }, job.signal)
      })
    },
    async stop() {
      await boss.stop({ graceful: false })
    },
  }
}
