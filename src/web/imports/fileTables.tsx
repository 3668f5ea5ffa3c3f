import type { FC } from 'hono/jsx'
import type { ImportedFile } from '#app/imports/importContract.ts'
import type { ImportEntry, MeasureCount } from '#app/imports/importDesk.ts'
import { isImportKindCode } from '#domain/imports'
import { issueSentence } from '#words/fileIssues.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

export function kindName({ words }: Visit, kind: string | null): string {
  return kind !== null && isImportKindCode(kind) ? words.imports.kinds[kind] : words.imports.notUnderstood
}

const Heads: FC<{ heads: readonly string[] }> = ({ heads }) => (
  <tr>
    {heads.map((head) => (
      <th scope="col" class="text">
        {head}
      </th>
    ))}
  </tr>
)

/** Faults or warnings by line; the `message` of a stored issue holds what was expected there. */
const Issues: FC<{ visit: Visit; issues: ImportedFile['errors']; total: number; caption: string }> = (props) => {
  const { visit, issues, total, caption } = props
  const { words, language, format } = visit
  const { columns, listed } = words.imports
  return (
    <div class="wide-table" tabindex={0} role="region" aria-label={caption}>
      <table class="figures issues">
        <caption>
          {caption}
          {total > issues.length && <span class="muted"> {listed(format.integer(issues.length), format.integer(total))}</span>}
        </caption>
        <thead>
          <Heads heads={[columns.line, columns.column, columns.value, columns.message]} />
        </thead>
        <tbody>
          {issues.map(({ message, ...issue }) => (
            <tr>
              <td>{issue.line === 0 ? '' : format.integer(issue.line)}</td>
              <td class="text">{issue.column}</td>
              <td class="text">
                <code>{issue.value}</code>
              </td>
              <td class="text">{issueSentence(language, { ...issue, expected: message })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Unmatched: FC<{ visit: Visit; file: ImportedFile }> = ({ visit, file }) => {
  const { words, format } = visit
  const { columns, unmatchedTitle, unmatchedText, noSuccessor } = words.imports
  return (
    <details open={file.unmatched.length <= 10}>
      <summary>{unmatchedTitle(format.integer(file.unmatchedCount))}</summary>
      <p>{unmatchedText}</p>
      <table class="figures">
        <thead>
          <Heads heads={[columns.code, columns.resolved]} />
        </thead>
        <tbody>
          {file.unmatched.map(({ code, name, resolvedTo }) => (
            <tr>
              <th scope="row">
                {code} {name}
              </th>
              <td class="text">{resolvedTo ?? noSuccessor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const Fact: FC<{ name: string; value: string }> = ({ name, value }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

/** What the check of one file found: understood, to change, to mend, to know. */
export const FileFound: FC<{ visit: Visit; file: ImportedFile; confirmed: boolean }> = ({ visit, file, confirmed }) => {
  const { words, format } = visit
  const { imports } = words
  const count = (n: number): string => format.integer(n)
  const nothing = file.added + file.changed === 0 && file.errorCount === 0
  return (
    <section class="file-found">
      <h2>{file.file}</h2>
      <p>{file.kind === null ? imports.notUnderstood : imports.understood(kindName(visit, file.kind))}</p>
      {file.errorCount > 0 && (
        <>
          <p class="notice warning">
            {imports.errorsText} <a href={`${pathTo(visit.language, 'imports', visit.asked)}#bring`}>{imports.bringAgain}</a>
          </p>
          <Issues
            visit={visit}
            issues={file.errors}
            total={file.errorCount}
            caption={imports.errorsTitle(count(file.errorCount))}
          />
        </>
      )}
      {file.errorCount === 0 && (
        <p class="will-change">
          {nothing
            ? imports.nothingChanges
            : imports.willChangeText(count(file.added), count(file.changed), count(file.unchanged))}
        </p>
      )}
      <dl class="sides">
        <Fact name={imports.columns.rows} value={count(file.rows)} />
        <Fact name={imports.columns.missing} value={count(file.missingValues)} />
        {file.rejected > 0 && <Fact name={imports.columns.rejected} value={count(file.rejected)} />}
        <Fact
          name={imports.columns.source}
          value={[file.source, file.licence, file.referenceDate].filter((part) => part !== null).join(' · ') || imports.notTold}
        />
      </dl>
      {file.unmatchedCount > 0 && <Unmatched visit={visit} file={file} />}
      {file.warningCount > 0 && (
        <details open={!confirmed && file.warnings.length <= 10}>
          <summary>{imports.warningsTitle(count(file.warningCount))}</summary>
          <Issues
            visit={visit}
            issues={file.warnings}
            total={file.warningCount}
            caption={imports.warningsTitle(count(file.warningCount))}
          />
        </details>
      )}
    </section>
  )
}

/** Where the data of an import come from, to be read by whoever doubts a figure. */
export const Provenance: FC<{ visit: Visit; entry: ImportEntry }> = ({ visit, entry }) => {
  const { words, format } = visit
  const { columns } = words.imports
  const lines: readonly (readonly [string, string])[] = [
    [columns.kind, kindName(visit, entry.kind)],
    [columns.source, entry.source ?? words.imports.notTold],
    [columns.licence, entry.licence ?? words.imports.notTold],
    [columns.date, entry.referenceDate ?? words.imports.notTold],
    [columns.at, format.instant(entry.importedAt.toISOString())],
    [columns.by, entry.importedByName ?? 'passerelle import'],
    [columns.rows, format.integer(entry.records)],
    [columns.added, format.integer(entry.added)],
    [columns.changed, format.integer(entry.changed)],
    [columns.unchanged, format.integer(entry.unchanged)],
    [columns.missing, format.integer(entry.missingValues)],
  ]
  return (
    <dl class="sides">
      {lines.map(([name, value]) => (
        <Fact name={name} value={value} />
      ))}
      <div>
        <dt>{columns.checksum}</dt>
        <dd>
          <code class="checksum">{entry.checksum}</code>
        </dd>
      </div>
    </dl>
  )
}

/** How many zones have a value, column by column: what a source withholds is missing, never zero. */
export const MeasureCounts: FC<{ visit: Visit; measures: readonly MeasureCount[] }> = ({ visit, measures }) => {
  const { words, language, format } = visit
  const { imports } = words
  if (measures.length === 0) return <></>
  return (
    <>
      <h2 id="measures-title">{imports.measuresTitle}</h2>
      <div class="wide-table" tabindex={0} role="region" aria-labelledby="measures-title">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col" class="text">
                {imports.measure}
              </th>
              <th scope="col">{imports.present}</th>
              <th scope="col">{imports.columns.missing}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map((each) => (
              <tr>
                <th scope="row">
                  {language === 'fr' ? each.labelFr : each.labelEn} <span class="muted">{each.code}</span>
                </th>
                <td>{format.integer(each.present)}</td>
                <td>{format.integer(each.missing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
