import { gunzipSync } from 'node:zlib'
import { CsvError, parse } from 'csv-parse/sync'
import { answerColumns, answersFromFile, type Answers, type FileRow, type RowIssue } from '#domain/survey'
import type { Geography } from '#domain/territory'

/** A file as it came: its name as the user gave it, and its bytes. */
export interface AnswersFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The most that is read, unpacked: a gzip bomb stops here. A survey of a million answers takes 60 MB. */
const largest = 256 * 1024 * 1024
const longestRecord = 64 * 1024

/** UTF-16 as spreadsheets write it with its mark, UTF-8, or Latin-1 as Windows writes it when the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
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
  const options = {
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestRecord,
  }
  return parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
}

/** The bytes as text, or why they cannot be read. */
function textOf({ name, bytes }: AnswersFile): string | RowIssue {
  const fault = (code: RowIssue['code'], value: string): RowIssue => ({ ...broken(1, value), code })
  if (bytes.length > largest) return fault('file.tooLarge', `${bytes.length}`)
  try {
    const text = decode(name.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes)
    return text.includes('\0') ? fault('file.notText', '') : text
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return tooLarge ? fault('file.tooLarge', name) : fault('file.notGzip', name)
  }
}

/**
 * Reads a file of answers: CSV with comma, semicolon or tab, point or comma decimals, UTF-8 with or without BOM, UTF-16 with its mark or Latin-1,
 * gzip by name, up to 256 MB unpacked. Gives the answers, or every fault with its line and column.
 */
export function readAnswers(
  file: AnswersFile,
  geography: Geography,
  zones: readonly string[],
): { answers: Answers | null; issues: readonly RowIssue[]; columns: readonly string[] } {
  const text = textOf(file)
  if (typeof text !== 'string') return { answers: null, issues: [text], columns: [] }
  try {
    const found = records(text)
    const columns = (found[0]?.record ?? []).map((name) => name.trim())
    const ragged = found.filter(({ record }) => record.length !== columns.length)
    if (ragged.length > 0) {
      return { answers: null, issues: ragged.map(({ record, info }) => broken(info.lines, record.join(','))), columns }
    }
    return { ...answersFromFile(columns, rowsOf(found, columns), geography, zones), columns }
  } catch (error) {
    if (error instanceof CsvError)
      return { answers: null, issues: [broken(Number(error['lines'] ?? 1), error.message)], columns: [] }
    throw error
  }
}
