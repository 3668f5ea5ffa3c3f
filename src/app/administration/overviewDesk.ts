import type { Viewer } from '#domain/accounts'
import { countWaiting, insertJobRequest, selectJobRequests, type WaitingCounts } from '#store/administrationCounts.ts'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { recordAudit } from '#store/audit.ts'
import { lastBackupMade, type BackupMade } from '#store/backupsMade.ts'
import { read, write } from '#store/open.ts'
import { countMessages, type MessageState } from '#store/outbox.ts'
import type { DeskTools } from '../deskTools.ts'
import { cancelJob, jobViews, startJob } from '../jobs.ts'
import { authorise } from '../rights.ts'
import type { JobView } from '../views.ts'
import { DomainError } from '#kernel/result.ts'
import { backupBytes, noteBackup, type BackupReport } from './backup.ts'
import { senderOf } from './deliverMessages.ts'

export interface OverviewView {
  readonly waiting: WaitingCounts
  readonly failedJobs: number
  readonly messages: Readonly<Record<MessageState, number>>
  readonly lastBackup: BackupMade | null
  readonly delivered: boolean
}

/** What the environment configures, without secrets: names and addresses. */
export interface SettingsView {
  readonly origin: string
  readonly provider: { readonly name: string; readonly issuer: string } | null
  /** Name and port of the mail server. */
  readonly mailServer: string | null
  readonly mailFrom: string
  readonly baseMap: string | null
}

export interface OverviewDesk {
  overview(viewer: Viewer): Promise<OverviewView>
  settings(viewer: Viewer): SettingsView
  lastBackup(viewer: Viewer): Promise<BackupMade | null>
  /** The bytes of a backup as they are made; noted in the audit log when the last one has gone. `program` is the program's version. */
  makeBackup(viewer: Viewer, program: string, passphrase: string | null): AsyncGenerator<Uint8Array>
  /** Who asked for each job, by its id; nobody is named to those who may not run jobs themselves. */
  jobRequests(viewer: Viewer): Promise<ReadonlyMap<string, string>>
  runJob(viewer: Viewer, territory: string): Promise<void>
  /** Asks for a failed or cancelled job again; refuses with `job.unknown`. */
  retryJob(viewer: Viewer, id: string): Promise<void>
  stopJob(viewer: Viewer, id: string): Promise<void>
}

function settingsOf({ origin, settings }: DeskTools): SettingsView {
  const { oidc, smtpUrl, mailFrom, baseMapUrl } = settings
  const map = baseMapUrl === null ? null : new URL(baseMapUrl)
  return {
    origin,
    provider: oidc && { name: oidc.name, issuer: oidc.issuer },
    // Neither user nor password, and of the map no key that its address may hold.
    mailServer: smtpUrl === null ? null : new URL(smtpUrl).host,
    mailFrom: senderOf(mailFrom, origin),
    baseMap: map && `${map.origin}${map.pathname}`,
  }
}

async function* bytesOf(
  tools: DeskTools,
  viewer: Viewer,
  making: AsyncGenerator<Uint8Array, BackupReport>,
): AsyncGenerator<Uint8Array> {
  const report = yield* making
  await noteBackup(tools.observatory, report, viewer)
}

async function requested(tools: DeskTools, viewer: Viewer, job: JobView): Promise<void> {
  const { observatory: obs } = tools
  await write(obs.db, async (writer) => {
    await insertJobRequest(writer, job.id, viewer.name, obs.now())
    await recordAudit(writer, { actor: viewer, action: 'job.started', subject: job.territory.code, details: { job: job.id } })
  })
}

export function overviewDesk(tools: DeskTools): OverviewDesk {
  const { observatory: obs, queue, settings } = tools
  const run = async (viewer: Viewer, territory: string): Promise<void> => {
    authorise(viewer, 'jobs.run')
    await requested(tools, viewer, await startJob(obs, queue, { territory }))
  }
  return {
    async overview(viewer) {
      authorise(viewer, 'administration.read')
      const jobs = await queue.list()
      return asOrganisation(obs.db, everyOrganisation, async (writer) => ({
        waiting: await countWaiting(writer),
        failedJobs: jobs.filter(({ state }) => state === 'failed').length,
        messages: await countMessages(writer),
        lastBackup: await lastBackupMade(writer),
        delivered: settings.smtpUrl !== null,
      }))
    },
    settings(viewer) {
      authorise(viewer, 'administration.read')
      return settingsOf(tools)
    },
    lastBackup(viewer) {
      authorise(viewer, 'backup.make')
      return read(obs.db, lastBackupMade)
    },
    makeBackup(viewer, program, passphrase) {
      authorise(viewer, 'backup.make')
      return bytesOf(tools, viewer, backupBytes(obs, { program, passphrase }))
    },
    async jobRequests(viewer) {
      authorise(viewer, 'jobs.run')
      return read(obs.db, selectJobRequests)
    },
    runJob: run,
    async retryJob(viewer, id) {
      authorise(viewer, 'jobs.run')
      const job = (await jobViews(obs, queue)).find((each) => each.id === id)
      if (job?.state !== 'failed' && job?.state !== 'cancelled') throw new DomainError('job.unknown', { id })
      await run(viewer, job.territory.code)
    },
    async stopJob(viewer, id) {
      authorise(viewer, 'jobs.run')
      const job = await cancelJob(obs, queue, { id })
      await write(obs.db, (writer) =>
        recordAudit(writer, { actor: viewer, action: 'job.cancelled', subject: job.territory.code, details: { job: id } }),
      )
    },
  }
}
