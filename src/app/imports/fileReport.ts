import type { FileIssue, ImportKind } from '#domain/imports'
import { listedIssues, type ImportedFile } from './importContract.ts'

/** Puts an issue into words of the reader's language. */
export type IssueWords = (issue: FileIssue) => string

/** Lines remembered to count rejected rows; beyond it every fault counts as one row. */
const countedLines = 100_000

/** What is found out about one file while it is read; listed issues are cut, counts are not. */
export class FileReport {
  readonly file: string
  kind: ImportKind | null = null
  rows = 0
  added = 0
  changed = 0
  unchanged = 0
  missingValues = 0
  source: string | null = null
  licence: string | null = null
  referenceDate: string | null = null
  mapping: Readonly<Record<string, string>> = {}
  unmapped: readonly string[] = []
  columns: readonly string[] = []
  checksum = ''
  errorCount = 0
  warningCount = 0
  /** Why the file could not be read to its end stands before what its rows are at fault for. */
  readonly #fatal: FileIssue[] = []
  readonly #errors: FileIssue[] = []
  readonly #skipped = new Map<string, number>()
  readonly #warnings: FileIssue[] = []
  readonly #faultyLines = new Set<number>()
  #faultsBeyond = 0
  readonly #unmatched = new Map<string, { name: string | null; resolvedTo: string | null }>()

  constructor(file: string) {
    this.file = file
  }

  fault(issue: FileIssue): void {
    this.errorCount++
    if (issue.code.startsWith('file.')) this.#fatal.push(issue)
    else if (this.#errors.length < listedIssues) this.#errors.push(issue)
    if (this.#faultyLines.size < countedLines) this.#faultyLines.add(issue.line)
    else if (!this.#faultyLines.has(issue.line)) this.#faultsBeyond++
  }

  warning(issue: FileIssue): void {
    this.warningCount++
    if (this.#warnings.length < listedIssues) this.#warnings.push(issue)
  }

  /** Rows that are left out on purpose, such as terminated postcodes: told once with their number. */
  skipped(code: string, count: number): void {
    this.#skipped.set(code, (this.#skipped.get(code) ?? 0) + count)
  }

  unmatched(code: string, name: string | null, resolvedTo: string | null): void {
    if (!this.#unmatched.has(code)) this.#unmatched.set(code, { name, resolvedTo })
  }

  get unmatchedCodes(): readonly string[] {
    return [...this.#unmatched.keys()]
  }

  get rejected(): number {
    return Math.min(this.rows, this.#faultyLines.size + this.#faultsBeyond)
  }

  count(outcome: { readonly added: number; readonly changed: number; readonly unchanged: number }): void {
    this.added += outcome.added
    this.changed += outcome.changed
    this.unchanged += outcome.unchanged
  }

  toDocument(words: IssueWords): ImportedFile {
    const told = (issue: FileIssue): ImportedFile['errors'][number] => {
      const { line, column, value, code } = issue
      return { line, column, value, code, message: words(issue) }
    }
    const skipped = [...this.#skipped].map(([code, n]): FileIssue => ({
      line: 0,
      column: '',
      value: `${n}`,
      code,
      expected: `${n}`,
    }))
    const unmatched = [...this.#unmatched].map(([code, found]) => ({ code, ...found }))
    return {
      file: this.file,
      kind: this.kind,
      rows: this.rows,
      added: this.added,
      changed: this.changed,
      unchanged: this.unchanged,
      rejected: this.rejected,
      missingValues: this.missingValues,
      warningCount: this.warningCount + skipped.length,
      errorCount: this.errorCount,
      warnings: [...skipped, ...this.#warnings].slice(0, listedIssues).map(told),
      errors: [...this.#fatal, ...this.#errors].slice(0, listedIssues).map(told),
      unmatchedCount: unmatched.length,
      unmatched: unmatched.slice(0, listedIssues),
      mapping: this.mapping,
      unmapped: [...this.unmapped],
      columns: [...this.columns],
      source: this.source,
      licence: this.licence,
      referenceDate: this.referenceDate,
      checksum: this.checksum,
    }
  }
}
