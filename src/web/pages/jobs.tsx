import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { JobView, ZoneName } from '#app/views.ts'
import { capital } from '#words/zones.ts'
import { administrationActions } from '../addresses/administration.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { cancelTo, filled, pathTo, queryOf } from '../paths.ts'

interface JobsView {
  readonly jobs: readonly JobView[]
  /** Who asked for each job, by its id; empty for those who may not run any. */
  readonly requests: ReadonlyMap<string, string>
  /** The département or county whose figures are computed again: the root of the territory in view. */
  readonly root: ZoneName | null
}

function isOpen(job: JobView): boolean {
  return job.state === 'waiting' || job.state === 'running'
}

/** What can be done with a job, for those who may: cancel an open one, run again one that failed or was cancelled. */
const JobActions: FC<{ visit: Visit; job: JobView }> = ({ visit, job }) => {
  const { words, language, asked, viewer } = visit
  if (!may(viewer, 'jobs.run') || job.state === 'done') return <></>
  if (isOpen(job)) {
    return (
      <form method="post" action={cancelTo(language, job.id, asked)}>
        <button type="submit" class="quiet">
          {words.jobs.cancel}
        </button>{' '}
        <span class="muted">{words.jobs.cancelNote}</span>
      </form>
    )
  }
  return (
    <form method="post" action={filled(administrationActions.retryJob[language], { id: job.id }) + queryOf(asked)}>
      <button type="submit" class="quiet">
        {words.administration.jobs.retry}
      </button>
    </form>
  )
}

const Job: FC<{ visit: Visit; job: JobView; requester: string | undefined }> = ({ visit, job, requester }) => {
  const { words, format, language, asked } = visit
  const { jobs } = words
  const zone = inWords(visit, job.territory)
  return (
    <li class={`job ${job.state}`}>
      <p class="job-head">
        <b>{capital(zone.the)}</b> <span class="state">{jobs.states[job.state]}</span>
      </p>
      {isOpen(job) && (
        <p>
          <progress max={100} value={Math.round(job.progress * 100)} aria-label={`${jobs.progress}, ${zone.the}`}></progress>{' '}
          {format.percent(job.progress)}, {jobs.steps[job.step]}
        </p>
      )}
      <p class="muted">
        {job.startedAt && jobs.started(format.instant(job.startedAt))}
        {job.endedAt && ` · ${jobs.ended(format.instant(job.endedAt))}`}
        {requester && ` · ${words.administration.jobs.by(requester)}`}
      </p>
      {job.error && <p>{words.refusals.codes[job.error]?.({}) ?? words.refusals.other(job.error)}</p>}
      <JobActions visit={visit} job={job} />
      {job.state === 'done' && (
        <p>
          <a href={pathTo(language, 'matrix', { ...asked, territory: job.territory.code, against: null })}>{jobs.seeMatrix}</a>
        </p>
      )}
    </li>
  )
}

/** The list asks for itself again while something is under way; a link does the same without script. */
const List: FC<{ visit: Visit; view: JobsView }> = ({ visit, view: { jobs, requests } }) => {
  const { words, language, asked } = visit
  const address = pathTo(language, 'jobs', asked)
  const polling = jobs.some((job) => isOpen(job))
    ? { 'hx-get': address, 'hx-trigger': 'every 2s', 'hx-select': '#jobs', 'hx-swap': 'outerMorph' }
    : {}
  return (
    <section id="jobs" aria-labelledby="jobs-title" {...polling}>
      <h2 id="jobs-title">{words.jobs.list}</h2>
      <p>
        <a href={address}>{words.jobs.refresh}</a>
      </p>
      {jobs.length === 0 ? (
        <p>{words.jobs.empty}</p>
      ) : (
        <ul class="jobs">
          {jobs.map((job) => (
            <Job visit={visit} job={job} requester={requests.get(job.id)} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Why there is nothing to press, and for a visitor the way to it. */
const WhoMay: FC<{ visit: Visit }> = ({ visit }) => {
  const { words, language, asked, viewer } = visit
  const back = pathTo(language, 'jobs', asked)
  return (
    <p class="muted">
      {words.accounts.rights.runJobs}{' '}
      {viewer.userId === null && (
        <a href={pathTo(language, 'signIn', asked, { more: { return: back } })}>{words.accounts.menu.signIn}</a>
      )}
    </p>
  )
}

export const jobsPage: Page<JobsView> = {
  key: 'jobs',
  live: true,
  scripts: ['htmx'],
  load: async ({ portal, desks, viewer, asked }) => {
    const [jobs, choices] = await Promise.all([portal.jobs(), portal.territoryChoices()])
    const requests = may(viewer, 'jobs.run') ? await desks.administration.jobRequests(viewer) : new Map<string, string>()
    const found = choices.find(
      ({ root, zones }) => root.code === asked.territory || zones.some((zone) => zone.code === asked.territory),
    )
    return { jobs, requests, root: found?.root ?? null }
  },
  title: (visit) => visit.words.jobs.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { root } = view
    const { words, language, asked } = visit
    return (
      <>
        <h1>{words.jobs.title}</h1>
        <p class="context">{words.jobs.context}</p>
        {!may(visit.viewer, 'jobs.run') && <WhoMay visit={visit} />}
        {root && may(visit.viewer, 'jobs.run') && (
          <form method="post" action={pathTo(language, 'jobs', asked)} class="actions">
            <button type="submit">{words.jobs.start(inWords(visit, root).of)}</button>
          </form>
        )}
        <List visit={visit} view={view} />
      </>
    )
  },
}
