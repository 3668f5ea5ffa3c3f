import type { FC } from 'hono/jsx'
import type { SheetFileReport, SheetFileView } from '#app/entry/fileViews.ts'
import type { Visit } from '../page.ts'
import { FaultSummary, type Faults } from '../parts/form.tsx'
import { meaningsOf, valueName, type Meanings } from './entryMeanings.ts'
import { entryAction } from './entryHead.tsx'
import { entryActions } from '../addresses/entry.ts'

interface MappingProps {
  readonly visit: Visit
  readonly view: SheetFileView
  readonly report: SheetFileReport
  readonly faults: Faults
  /** What was typed, by the name of its field. */
  readonly typed: Readonly<Record<string, string>>
}

const ColumnRows: FC<MappingProps & { meanings: Meanings; columns: readonly number[] }> = (props) => {
  const { visit, report, meanings, columns, typed, faults } = props
  const { files } = visit.words.entry
  return (
    <table class="admin-table">
      <thead>
        <tr>
          {[files.column, files.examples, files.meaning].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((i) => {
          const name = `col.${i}`
          const fault = faults[name]
          return (
            <tr>
              <th scope="row" class="breaking">
                <label for={name}>{report.header[i]}</label>
              </th>
              <td data-label={files.examples} class="breaking">
                {(report.examples[i] ?? []).join(' · ')}
              </td>
              <td data-label={files.meaning}>
                {fault && (
                  <span class="fault" id={`${name}-fault`}>
                    {fault}
                  </span>
                )}
                <input
                  id={name}
                  name={name}
                  list="meanings"
                  autocomplete="off"
                  value={typed[name] ?? meanings.labelOf(report.mapping.columns[i] ?? 'ignore')}
                  aria-invalid={fault ? 'true' : undefined}
                  aria-describedby={fault ? `${name}-fault` : undefined}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Values that are not understood by themselves, each with what it may mean; one table for all columns that hold the same kind. */
const Values: FC<MappingProps> = ({ visit, view, report, typed }) => {
  const { words, format } = visit
  const { files } = words.entry
  if (report.values.length === 0) return <></>
  return (
    <section>
      <h2>{files.valuesTitle}</h2>
      <p>{files.valuesText}</p>
      {[...Map.groupBy(report.values, ({ kind }) => kind)].map(([kind, all]) => (
        <table class="admin-table">
          <caption>{files.kinds[kind]}</caption>
          <thead>
            <tr>
              {[files.value, files.times, files.means].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map(({ value, count, code }) => {
              const name = `val.${kind}.${value}`
              const chosen = typed[name] ?? (code === null ? '?' : code)
              return (
                <tr>
                  <th scope="row" class="breaking">
                    <label for={name}>{value}</label>
                  </th>
                  <td data-label={files.times}>{format.integer(count)}</td>
                  <td data-label={files.means}>
                    {kind === 'zone' ? (
                      <input id={name} name={name} autocomplete="off" value={chosen === '?' ? '' : chosen} />
                    ) : (
                      <select id={name} name={name}>
                        <option value="?" selected={chosen === '?'}>
                          {files.choose}
                        </option>
                        <option value="" selected={chosen === ''}>
                          {files.noAnswer}
                        </option>
                        {(view.choices[kind] ?? []).map((each) => (
                          <option value={each} selected={chosen === each}>
                            {valueName(visit, view.grid, kind, each)}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
    </section>
  )
}

/** Whose answers come in: all that can, or without those unfinished or at fault. */
const Options: FC<MappingProps> = ({ visit, view }) => {
  const { files } = visit.words.entry
  return (
    <p class="entry-options">
      {(['incomplete', 'leaveFaulty'] as const).map((name) => (
        <label>
          <input type="checkbox" name={name} value="yes" checked={view.options[name]} /> {files[name]}
        </label>
      ))}
    </p>
  )
}

/** Which column is what, and what its values mean; sent, the file is read again. */
export const FileMapping: FC<MappingProps> = (props) => {
  const { visit, view, report, faults } = props
  const { words, format } = visit
  const { files } = words.entry
  const meanings = meaningsOf(visit, view.grid, view.head.kind, view.most)
  const columns = report.header.map((_, i) => i).filter((i) => !report.never.includes(i))
  const open = columns.filter((i) => report.mapping.columns[i] === 'ignore' || `col.${i}` in faults)
  const understood = columns.filter((i) => !open.includes(i))
  const count = (all: readonly number[]): string => format.integer(all.length)
  return (
    <form method="post" action={entryAction(visit, entryActions.fileMap)} class="entry-mapping" autocomplete="off">
      <FaultSummary title={words.entry.faultsTitle} faults={faults} />
      <Values {...props} />
      <h2>{files.mappingTitle}</h2>
      <p>{files.mappingText}</p>
      {open.length > 0 && (
        <details open={report.missing.length > 0 || Object.keys(faults).length > 0}>
          <summary>{files.ignored(count(open))}</summary>
          <ColumnRows {...props} meanings={meanings} columns={open} />
        </details>
      )}
      {understood.length > 0 && (
        <details open={understood.length <= 30}>
          <summary>{files.understood(count(understood))}</summary>
          <ColumnRows {...props} meanings={meanings} columns={understood} />
        </details>
      )}
      {report.never.length > 0 && (
        <p class="notice">
          <b>{files.neverTitle(count(report.never))}</b> {report.never.map((i) => report.header[i]).join(' · ')}
        </p>
      )}
      <datalist id="meanings">
        {meanings.all.map(([, label]) => (
          <option value={label}></option>
        ))}
      </datalist>
      <Options {...props} />
      <p class="actions">
        <button type="submit" class="quiet">
          {files.again}
        </button>
      </p>
    </form>
  )
}
