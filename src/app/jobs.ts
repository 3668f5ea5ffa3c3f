import { DomainError } from '#kernel/result.ts'
import { hasMatrices, weightingOfSurvey } from '#store/weightings.ts'
import { read, write } from '#store/open.ts'
import { latestSurvey } from '#store/surveys.ts'
import { saveJobProgress, selectJobProgress, type JobProgress } from '#store/jobProgress.ts'
import type { JobQueue, QueuedJob } from '#store/queue.ts'
import { runMainJob, territoriesToCompute, type MainJobStep } from './mainJob.ts'
import { zoneName } from './naming.ts'
import { withAtlas, type Observatory } from './observatory.ts'
import { workBuilds } from './segments/runBuild.ts'
import type { JobState, JobView } from './views.ts'

/** What the terminal is told while a job runs. */
export type JobListener = (event: {
  readonly job: string
  readonly territory: string
  readonly step: MainJobStep | 'failed'
  readonly progress: number
}) => void

const states: Readonly<Record<QueuedJob['state'], JobState>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
}

/** The code that a DomainError's message begins with; `unexpected` for a bug, whose message is for the log. */
function refusalCode(message: string): string {
  return /^[a-z]+\.[a-zA-Z]+(?= )/.exec(message)?.[0] ?? 'unexpected'
}

function view(job: QueuedJob, territory: JobView['territory'], progress: JobProgress | undefined): JobView {
  const state = states[job.state]
  const waiting = state === 'waiting'
  return {
    id: job.id,
    territory,
    state,
    progress: waiting ? 0 : (progress?.progress ?? 0),
    step: waiting ? 'waiting' : ((progress?.step ?? 'reading') as JobView['step']),
    startedAt: job.startedAt?.toISOString() ?? null,
    endedAt: job.endedAt?.toISOString() ?? null,
    error: job.error === null ? null : refusalCode(job.error),
  }
}

/** All jobs, the latest first. */
export async function jobViews(obs: Observatory, queue: JobQueue): Promise<readonly JobView[]> {
  const jobs = await queue.list()
  return withAtlas(obs, async (reader, { geography }) => {
    const progress = await selectJobProgress(reader)
    return jobs.map((job) => view(job, zoneName(geography.get(job.territory)), progress.get(job.id)))
  })
}

async function viewOf(obs: Observatory, queue: JobQueue, id: string): Promise<JobView> {
  const found = (await jobViews(obs, queue)).find((job) => job.id === id)
  if (!found) throw new DomainError('job.unknown', { id })
  return found
}

/** Asks for the main job of a root; one that is already waiting or running is given back instead of a second one. */
export async function startJob(obs: Observatory, queue: JobQueue, query: { territory: string }): Promise<JobView> {
  const root = await withAtlas(obs, async (_reader, { geography }) => geography.get(query.territory).root)
  const computable = await territoriesToCompute(obs)
  if (root === null || !computable.includes(root)) throw new DomainError('territory.noSurvey', { code: query.territory })
  const id = await queue.send(root)
  return viewOf(obs, queue, id)
}

export async function cancelJob(obs: Observatory, queue: JobQueue, query: { id: string }): Promise<JobView> {
  await viewOf(obs, queue, query.id)
  await queue.cancel(query.id)
  return viewOf(obs, queue, query.id)
}

/** Starts working off the queue in this process: one job at a time, its progress saved for the pages and told to the listener; beside them classifications on their way. */
export async function workJobs(obs: Observatory, queue: JobQueue, listener: JobListener = () => {}): Promise<void> {
  await workBuilds(obs, queue.builds)
  await queue.work(async (job, signal) => {
    const tell = async (step: MainJobStep, progress: number): Promise<void> => {
      listener({ job: job.id, territory: job.territory, step, progress })
      await write(obs.db, (writer) =>
        saveJobProgress(writer, { job: job.id, territory: job.territory, step, progress }, obs.now()),
      )
    }
    try {
      await runMainJob(obs, job.territory, { onProgress: tell, signal })
    } catch (error) {
      listener({ job: job.id, territory: job.territory, step: 'failed', progress: 0 })
      throw error
    }
  })
}

/** Root territories whose survey has no results yet: the main job of a first start, or of one that was interrupted. */
export async function territoriesWithoutResults(obs: Observatory): Promise<string[]> {
  const roots = await territoriesToCompute(obs)
  return read(obs.db, async (reader) => {
    const missing: string[] = []
    for (const root of roots) {
      const survey = await latestSurvey(reader, root, 'satisfaction')
      const weighting = survey && (await weightingOfSurvey(reader, survey))
      if (!weighting || !(await hasMatrices(reader, weighting))) missing.push(root)
    }
    return missing
  })
}
