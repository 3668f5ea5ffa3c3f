import { Readable } from 'node:stream'
import type { FC } from 'hono/jsx'
import type { OverviewDesk } from '#app/administration/overviewDesk.ts'
import type { Page, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { faultsOf, FormHead, formWith, Labelled, type FormState } from './form.tsx'

interface BackupData {
  readonly last: Awaited<ReturnType<OverviewDesk['lastBackup']>>
  readonly form: FormState
}

async function loadBackup({ desks, viewer }: Visit): Promise<BackupData> {
  return { last: await desks.administration.lastBackup(viewer), form: formWith({}) }
}

const Last: FC<{ visit: Visit; data: BackupData }> = ({ visit, data }) => {
  const { words, format } = visit
  const { backup } = words.administration
  const { last } = data
  return (
    <section aria-labelledby="last">
      <h2 id="last">{backup.last}</h2>
      {last === null ? (
        <p>{backup.noneYet}</p>
      ) : (
        <p>
          {backup.lastLine(format.instant(last.madeAt.toISOString()), last.madeBy ?? words.shell.unknown)}{' '}
          {backup.lastSize(format.integer(last.rows), format.integer(last.bytes))}{' '}
          {last.encrypted ? backup.encrypted : backup.clear}
        </p>
      )}
    </section>
  )
}

const backupPage: Page<BackupData> = {
  key: 'adminBackup',
  needs: 'backup.make',
  live: true,
  above: ['administration'],
  load: loadBackup,
  title: (visit) => visit.words.administration.backup.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { backup } = visit.words.administration
    const { form } = data
    return (
      <>
        <h1>{backup.title}</h1>
        <p class="context">{backup.context}</p>
        <FormHead visit={visit} form={form} />
        <Last visit={visit} data={data} />
        <section aria-labelledby="make">
          <h2 id="make">{backup.make}</h2>
          <p>{backup.warning}</p>
          <form method="post" action={pathTo(visit.language, 'adminBackup', visit.asked)}>
            <Labelled form={form} name="passphrase" label={backup.passphrase} hint={backup.passphraseHint}>
              <input
                id="passphrase"
                name="passphrase"
                type="password"
                autocomplete="new-password"
                aria-describedby={form.faults['passphrase'] ? 'passphrase-hint passphrase-fault' : 'passphrase-hint'}
                aria-invalid={form.faults['passphrase'] ? 'true' : undefined}
              />
            </Labelled>
            <button type="submit">{backup.download}</button>
          </form>
        </section>
        <section aria-labelledby="commands">
          <h2 id="commands">{backup.commands}</h2>
          <p>{backup.commandsNote}</p>
          <pre class="admin-message">{'passerelle backup observatory.passerelle\npasserelle restore observatory.passerelle'}</pre>
        </section>
      </>
    )
  },
}

const shortest = 12

/** The file as it is made; the browser saves it while it comes. */
async function download(routing: Routing, c: WebContext, visit: Visit, version: string): Promise<Response> {
  const passphrase = (await readForm(c)).get('passphrase') ?? ''
  if (passphrase !== '' && passphrase.length < shortest) {
    const faults = faultsOf(visit, { passphrase: 'passphrase.short' })
    return routing.show(c, visit, backupPage, { ...(await loadBackup(visit)), form: { ...formWith({}), faults } })
  }
  const bytes = visit.desks.administration.makeBackup(visit.viewer, version, passphrase === '' ? null : passphrase)
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Disposition', `attachment; filename="observatory-${new Date().toISOString().slice(0, 10)}.passerelle"`)
  c.header('Cache-Control', 'no-store')
  return c.body(Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>)
}

export function addBackupRoutes(routing: Routing): void {
  routing.page(backupPage)
  routing.on('POST', paths.adminBackup, 'backup.make', (c, visit) => download(routing, c, visit, routing.version))
}
