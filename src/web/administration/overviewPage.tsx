import type { FC } from 'hono/jsx'
import type { OverviewView } from '#app/administration/overviewDesk.ts'
import type { Page, Visit } from '../page.ts'
import { pathTo, type PageKey } from '../paths.ts'
import type { Routing } from '../routing.ts'

interface Waiting {
  readonly text: string
  readonly page: PageKey
}

/** A backup older than this is worth a line. In milliseconds. */
const oldBackup = 7 * 24 * 60 * 60_000

function backupLine(visit: Visit, { lastBackup }: OverviewView): Waiting | null {
  const { overview } = visit.words.administration
  if (lastBackup === null) return { text: overview.backupNone, page: 'adminBackup' }
  if (Date.now() - lastBackup.madeAt.getTime() < oldBackup) return null
  return { text: overview.backupOld(visit.format.date(lastBackup.madeAt.toISOString())), page: 'adminBackup' }
}

function waitingLines(visit: Visit, view: OverviewView): Waiting[] {
  const { overview } = visit.words.administration
  const { integer } = visit.format
  const { waiting, messages, failedJobs, delivered } = view
  const lines: readonly (Waiting & { readonly when: boolean })[] = [
    {
      when: waiting.refusedUploads > 0,
      text: overview.uploads(integer(waiting.refusedUploads), waiting.refusedUploads === 1),
      page: 'imports',
    },
    {
      when: waiting.contributions > 0,
      text: overview.contributions(integer(waiting.contributions), waiting.contributions === 1),
      page: 'contributionQueue',
    },
    { when: failedJobs > 0, text: overview.jobs(integer(failedJobs), failedJobs === 1), page: 'jobs' },
    {
      when: messages.failed > 0,
      text: overview.messagesFailed(integer(messages.failed), messages.failed === 1),
      page: 'adminOutbox',
    },
    {
      when: !delivered && messages.waiting > 0,
      text: overview.messagesWaiting(integer(messages.waiting), messages.waiting === 1),
      page: 'adminOutbox',
    },
    { when: waiting.administrators === 1, text: overview.oneAdministrator, page: 'adminPeople' },
  ]
  const backup = backupLine(visit, view)
  return [...lines.filter(({ when }) => when), ...(backup ? [backup] : [])]
}

const parts = [
  'adminOrganisations',
  'adminPeople',
  'adminTerritories',
  'adminServices',
  'adminProcedures',
  'adminOutbox',
  'adminAudit',
  'adminBackup',
  'adminSettings',
] as const

const Parts: FC<{ visit: Visit }> = ({ visit }) => {
  const { words, language, asked } = visit
  const { overview } = words.administration
  return (
    <section aria-labelledby="keep">
      <h2 id="keep">{overview.keep}</h2>
      <ul class="admin-parts">
        {parts.map((key) => (
          <li>
            <a href={pathTo(language, key, asked)}>{words.pageNames[key]}</a>
            <span>{overview.parts[key]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const overviewPage: Page<OverviewView> = {
  key: 'administration',
  needs: 'administration.read',
  live: true,
  load: ({ desks, viewer }) => desks.administration.overview(viewer),
  title: (visit) => visit.words.administration.overview.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { overview } = words.administration
    const waiting = waitingLines(visit, view)
    return (
      <>
        <h1>{overview.title}</h1>
        <p class="context">{overview.context}</p>
        <section aria-labelledby="waiting">
          <h2 id="waiting">{overview.waiting}</h2>
          {waiting.length === 0 ? (
            <p>{overview.nothing}</p>
          ) : (
            <ul class="admin-waiting">
              {waiting.map(({ text, page }) => (
                <li>
                  <a href={pathTo(language, page, asked)}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
        <Parts visit={visit} />
      </>
    )
  },
}

const settingsPage: Page<null> = {
  key: 'adminSettings',
  needs: 'administration.read',
  live: true,
  above: ['administration'],
  load: () => Promise.resolve(null),
  title: (visit) => visit.words.administration.settings.title,
  synthetic: () => false,
  view: ({ words, desks, viewer }) => {
    const { settings } = words.administration
    const { origin, provider, mailServer, mailFrom, baseMap } = desks.administration.settings(viewer)
    const lines = [
      [settings.origin, origin],
      [settings.provider, provider && `${provider.name}, ${provider.issuer}`],
      [settings.mailServer, mailServer],
      [settings.mailFrom, mailFrom],
      [settings.baseMap, baseMap],
    ] as const
    return (
      <>
        <h1>{settings.title}</h1>
        <p class="context">{settings.context}</p>
        <dl class="admin-facts">
          {lines.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value ?? settings.absent}</dd>
            </div>
          ))}
        </dl>
      </>
    )
  },
}

export function addOverviewRoutes(routing: Routing): void {
  routing.page(overviewPage)
  routing.page(settingsPage)
}
