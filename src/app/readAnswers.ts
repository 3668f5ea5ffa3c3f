import { gunzipSync } from 'node:zlib'
import { CsvError, parse } from 'csv-parse/sync'
import { answerColumns, answersFromFile, type Answers, type FileRow, type RowIssue } from '#domain/survey'
import type { Geography } from '#domain/territory'

/** A file as it came: its name as the user gave it, and its bytes. */
export interface AnswersFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Latin-1 as Windows writes it, when the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that cuts the head into more fields. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const count = (separator: string): number => head.split(separator).length
  return ([';', '\t'] as const).reduce((best, each) => (count(each) > count(best) ? each : best), ',')
}

function* rowsOf(
  records: readonly { record: string[]; info: { lines: number } }[],
  columns: readonly string[],
): Iterable<FileRow> {
  for (const { record, info } of records.slice(1)) {
    yield { line: info.lines, values: Object.fromEntries(columns.map((column, i) => [column, record[i]?.trim() ?? ''])) }
  }
}

function broken(line: number, value: string): RowIssue {
  return { line, column: '', value: value.slice(0, 80), code: 'row.broken', expected: answerColumns.required.join(',') }
}

function records(text: string): { record: string[]; info: { lines: number } }[] {
  const options = { delimiter: delimiterOf(text), bom: true, info: true, relax_column_count: true, skip_empty_lines: true }
  return parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
}

/**
 * Reads a file of answers: CSV with comma, semicolon or tab, point or comma decimals, UTF-8 with or without BOM or Latin-1, gzip by name.
 * Gives the answers, or every fault with its line and column.
 */
export function readAnswers(
  file: AnswersFile,
  geography: Geography,
  zones: readonly string[],
): { answers: Answers | null; issues: readonly RowIssue[]; columns: readonly string[] } {
  const bytes = file.name.endsWith('.gz') ? gunzipSync(file.bytes) : file.bytes
  try {
    const found = records(decode(bytes))
    const columns = (found[0]?.record ?? []).map((name) => name.trim())
    const ragged = found.filter(({ record }) => record.length !== columns.length)
    const faults = ragged.map(({ record, info }) => broken(info.lines, record.join(',')))
    const { answers, issues } = answersFromFile(columns, rowsOf(found, columns), geography, zones)
    return {
      answers: faults.length > 0 ? null : answers,
      issues: [...faults, ...issues].toSorted((a, b) => a.line - b.line),
      columns,
    }
  } catch (error) {
    if (error instanceof CsvError)
      return { answers: null, issues: [broken(Number(error['lines'] ?? 1), error.message)], columns: [] }
    throw error
  }
}
