import type { FC } from 'hono/jsx'
import type { SheetFileView } from '#app/entry/fileViews.ts'
import { entryAction, EntryHead, entryPath, surveyAsked } from '../entry/entryHead.tsx'
import { FileFound } from '../entry/entryFileFound.tsx'
import { FileMapping } from '../entry/entryFileMapping.tsx'
import type { Page, Visit } from '../page.ts'
import type { Faults } from '../parts/form.tsx'
import { entryActions } from '../addresses/entry.ts'

export interface SheetFileData {
  readonly file: SheetFileView
  readonly faults: Faults
  readonly typed: Readonly<Record<string, string>>
}

/** While the file is read or saved: the page asks for itself again; a link does the same without script. */
const Running: FC<{ visit: Visit; rows: number }> = ({ visit, rows }) => {
  const { words, format } = visit
  const { files } = words.entry
  const address = entryPath(visit, 'answerFile')
  return (
    <div hx-get={address} hx-trigger="every 1s" hx-select="#answer-file" hx-target="#answer-file" hx-swap="outerHTML">
      <p role="status">{files.running(format.integer(rows))}</p>
      <p>
        <progress aria-label={files.states.checking}></progress>
      </p>
      <p>
        <a href={address}>{files.refresh}</a>
      </p>
    </div>
  )
}

const Decide: FC<{ visit: Visit; file: SheetFileView }> = ({ visit, file }) => {
  const { words, format } = visit
  const { files } = words.entry
  const sheets = file.report?.sheets ?? 0
  return (
    <>
      {file.state === 'ready' && sheets === 0 && <p class="notice">{files.nothingNew}</p>}
      <div class="actions">
        {file.state === 'ready' && sheets > 0 && (
          <form method="post" action={entryAction(visit, entryActions.fileConfirm)}>
            <button type="submit">{files.confirm(format.integer(sheets))}</button>
          </form>
        )}
        <form method="post" action={entryAction(visit, entryActions.fileDiscard)}>
          <button type="submit" class="quiet">
            {files.discard}
          </button>
        </form>
      </div>
    </>
  )
}

/** A file on which nobody works any more: it can be read again. */
const Stopped: FC<{ visit: Visit; file: SheetFileView }> = ({ visit, file }) => {
  const { files } = visit.words.entry
  return (
    <form method="post" action={entryAction(visit, entryActions.fileMap)}>
      <p class="notice warning">{file.state === 'failed' ? files.failed : files.stalled}</p>
      <button type="submit" name="as" value="before" class="quiet">
        {files.again}
      </button>
    </form>
  )
}

const Content: FC<{ visit: Visit; data: SheetFileData }> = ({ visit, data }) => {
  const { file, faults, typed } = data
  const { words, format } = visit
  const { report } = file
  if (file.running) return <Running visit={visit} rows={file.running.rows} />
  if (file.state === 'taken')
    return (
      <p class="notice" role="status">
        {words.entry.files.taken(format.integer(report?.sheets ?? 0))}
      </p>
    )
  const read = file.state === 'ready' || file.state === 'faulty' ? report : null
  return (
    <>
      {read ? <FileFound visit={visit} view={file} report={read} /> : <Stopped visit={visit} file={file} />}
      <Decide visit={visit} file={file} />
      {read && read.header.length > 0 && <FileMapping visit={visit} view={file} report={read} faults={faults} typed={typed} />}
    </>
  )
}

/** A file of answers: what was understood, what is wrong, and the way in. */
export const entryFilePage: Page<SheetFileData> = {
  key: 'answerFile',
  needs: 'answers.bring',
  live: true,
  scripts: ['htmx'],
  load: async (visit) => ({
    file: await visit.desks.entry.answerFile(visit.viewer, surveyAsked(visit), visit.parts['id'] ?? ''),
    faults: {},
    typed: {},
  }),
  title: ({ words }, { file }) => words.entry.files.fileTitle(file.name),
  synthetic: ({ file }) => file.head.synthetic,
  view: (visit, data) => (
    <div id="answer-file">
      <EntryHead visit={visit} head={data.file.head} title={visit.words.entry.files.fileTitle(data.file.name)} up="answerFiles" />
      <Content visit={visit} data={data} />
    </div>
  ),
}
