import type { FC } from 'hono/jsx'
import type { SheetFileReport, SheetFileView } from '#app/entry/fileViews.ts'
import type { Visit } from '../page.ts'

interface FoundProps {
  readonly visit: Visit
  readonly view: SheetFileView
  readonly report: SheetFileReport
}

const Numbers: FC<FoundProps> = ({ visit, report }) => {
  const { words, format } = visit
  const { counts } = words.entry.files
  const all = [
    [counts.rows, report.rows],
    [counts.sheets, report.sheets],
    [counts.incomplete, report.incomplete],
    [counts.already, report.already],
    [counts.faulty, report.faultyAnswers],
  ] as const
  return (
    <dl class="entry-counts">
      {all.map(([name, count]) => (
        <div>
          <dt>{name}</dt>
          <dd>{format.integer(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Missing: FC<FoundProps> = ({ visit, report }) => {
  const { files } = visit.words.entry
  if (report.missing.length === 0) return <></>
  const say = (code: string): string => files.missing[code] ?? files.missingDrawn(code.replace('drawn.', ''))
  return (
    <div class="fault-summary" role="alert">
      <h2>{files.missingTitle}</h2>
      <ul>
        {report.missing.map((code) => (
          <li>{say(code)}</li>
        ))}
      </ul>
    </div>
  )
}

const Faults: FC<FoundProps> = ({ visit, report }) => {
  const { words, format } = visit
  const { files } = words.entry
  const heads = files.faultColumns
  if (report.faultCount === 0) return <></>
  const sentence = (fault: SheetFileReport['faults'][number]): string => {
    const own = files.problem[fault.code]
    if (own) return own(fault)
    const shared = words.fileIssues[fault.code]
    return shared ? shared({ ...fault, expected: '' }) : (files.problem['other']?.(fault) ?? fault.value)
  }
  return (
    <section aria-labelledby="file-faults">
      <h2 id="file-faults">{files.faultsTitle(format.integer(report.faultCount))}</h2>
      <p>{files.faultsText}</p>
      <table class="admin-table issues">
        <thead>
          <tr>
            {[heads.line, heads.column, heads.value, heads.message].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.faults.map((fault) => (
            <tr>
              <td data-label={heads.line}>{format.integer(fault.line)}</td>
              <td data-label={heads.column} class="breaking">
                {fault.column}
              </td>
              <td data-label={heads.value} class="breaking">
                {fault.value}
              </td>
              <td data-label={heads.message}>{sentence(fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.faults.length < report.faultCount && <p class="context">{files.listed(format.integer(report.faults.length))}</p>}
    </section>
  )
}

/** What was found in a file: how it was read, what it would bring, what is missing, and what is wrong with it. */
export const FileFound: FC<FoundProps> = (props) => {
  const { visit, view, report } = props
  const { words, format } = visit
  const { files } = words.entry
  if (report.header.length === 0) return <Faults {...props} />
  return (
    <>
      <p class="context">
        {files.read(report.encoding, report.delimiter === '\t' ? 'tab' : report.delimiter)}{' '}
        {report.form === 'long' && files.longForm} {report.known && files.known}
      </p>
      <Missing {...props} />
      <Numbers {...props} />
      {view.head.kind === 'satisfaction' && <p>{chanceSaid(visit, view, report)}</p>}
      {report.noReason > 0 && <p class="notice warning">{files.noReason(format.integer(report.noReason))}</p>}
      <Faults {...props} />
    </>
  )
}

function chanceSaid({ words, format }: Visit, view: SheetFileView, { chance }: SheetFileReport): string {
  const said = words.entry.files.chance
  return chance === 'needs' ? said.needs(format.integer(view.most)) : said[chance]
}
