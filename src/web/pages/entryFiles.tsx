import type { SheetFilesView } from '#app/entry/fileViews.ts'
import { EntryHead, entryPath, surveyAsked } from '../entry/entryHead.tsx'
import type { Page } from '../page.ts'
import { FaultSummary, Framed, type Faults } from '../parts/form.tsx'

export interface SheetFilesData extends SheetFilesView {
  readonly faults: Faults
}

/** Files of answers of a survey, and where another is brought. */
export const entryFilesPage: Page<SheetFilesData> = {
  key: 'answerFiles',
  needs: 'answers.bring',
  live: true,
  load: async (visit) => ({ ...(await visit.desks.entry.answerFiles(visit.viewer, surveyAsked(visit))), faults: {} }),
  title: ({ words }) => words.entry.files.title,
  synthetic: ({ head }) => head.synthetic,
  view: (visit, { head, state, files: brought, faults }) => {
    const { words, format } = visit
    const { files, faultsTitle, toPaper } = words.entry
    const { columns } = files
    return (
      <>
        <EntryHead visit={visit} head={head} title={files.title}>
          <p class="context">{files.lead}</p>
        </EntryHead>
        <FaultSummary title={faultsTitle} faults={faults} />
        {state === 'open' ? (
          <form method="post" action={entryPath(visit, 'answerFiles')} enctype="multipart/form-data" class="form bring">
            <h2>{files.bring}</h2>
            <Framed name="file" label={files.file} hint={files.fileHint} fault={faults['file']}>
              <input type="file" id="file" name="file" aria-describedby="file-hint" />
            </Framed>
            <p class="context">{files.neverKept}</p>
            <button type="submit">{files.send}</button>
          </form>
        ) : (
          <p class="notice warning">{files.notOpen}</p>
        )}
        <h2 id="past">{files.past}</h2>
        {brought.length === 0 ? (
          <p>{files.none}</p>
        ) : (
          <table class="admin-table" aria-labelledby="past">
            <thead>
              <tr>
                {[columns.name, columns.state, columns.sheets, columns.by, columns.on].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {brought.map((file) => (
                <tr>
                  <th scope="row" class="breaking">
                    <a href={entryPath(visit, 'answerFile', { id: file.id })}>{file.name}</a>
                  </th>
                  <td data-label={columns.state}>{files.states[file.state]}</td>
                  <td data-label={columns.sheets}>{file.sheets === null ? '' : format.integer(file.sheets)}</td>
                  <td data-label={columns.by}>{file.broughtBy}</td>
                  <td data-label={columns.on}>{format.date(file.broughtOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p>
          <a href={entryPath(visit, 'paperForms')}>{toPaper}</a>
        </p>
      </>
    )
  },
}
