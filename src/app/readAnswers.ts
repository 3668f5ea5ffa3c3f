import { gunzipSync } from 'node:zlib'
import { answerColumns, answersFromFile, type Answers, type FileRow, type RowIssue } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { CsvRecords } from './files/csvRecords.ts'
import type { FileRow as CsvRow } from './files/sourceFile.ts'
import { delimiterOf, isBlank } from './files/tableFormat.ts'
import { textDecoding } from './files/textDecoding.ts'

/** A file as it came: its name as the user gave it, and its bytes. */
export interface AnswersFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The most that is read, unpacked: a gzip bomb stops here. A survey of a million answers takes 60 MB. */
const largest = 256 * 1024 * 1024
const longestRecord = 64 * 1024

function* rowsOf(records: readonly CsvRow[], columns: readonly string[]): Iterable<FileRow> {
  for (const { line, cells } of records) {
    yield { line, values: Object.fromEntries(columns.map((column, i) => [column, cells[i]?.trim() ?? ''])) }
  }
}

function broken(line: number, value: string): RowIssue {
  return { line, column: '', value: value.slice(0, 80), code: 'row.broken', expected: answerColumns.required.join(',') }
}

interface Records {
  readonly records: readonly CsvRow[]
  readonly faults: readonly RowIssue[]
}

/** The records that say anything, the head among them. */
function recordsOf(text: string): Records {
  const faults: RowIssue[] = []
  const reader = new CsvRecords({
    delimiter: delimiterOf(text.slice(0, longestRecord)),
    longest: longestRecord,
    fault: ({ line, value }) => faults.push(broken(line, value)),
  })
  const records = [...reader.push(text), ...reader.end()].filter(({ cells }) => !isBlank(cells))
  return { records, faults }
}

/** The bytes as text, or why they cannot be read. */
function textOf({ name, bytes }: AnswersFile): string | RowIssue {
  const fault = (code: RowIssue['code'], value: string): RowIssue => ({ ...broken(1, value), code })
  if (bytes.length > largest) return fault('file.tooLarge', `${bytes.length}`)
  try {
    const unpacked = name.endsWith('.gz')
      ? gunzipSync(bytes, { maxOutputLength: largest })
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const decoding = textDecoding()
    const text = decoding.push(unpacked) + decoding.end()
    const unknown = decoding.fault()
    return unknown ? { ...fault('file.notText', unknown.seen), line: text.split('\n').length } : text
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return tooLarge ? fault('file.tooLarge', name) : fault('file.notGzip', name)
  }
}

/**
 * Reads a file of answers: CSV with comma, semicolon, tab or bar, point or comma decimals, UTF-8 with or without BOM, UTF-16 with its mark or Latin-1,
 * gzip by name, up to 256 MB unpacked. Gives the answers, or every fault with its line and column.
 */
export function readAnswers(
  file: AnswersFile,
  geography: Geography,
  zones: readonly string[],
): { answers: Answers | null; issues: readonly RowIssue[]; columns: readonly string[] } {
  const text = textOf(file)
  if (typeof text !== 'string') return { answers: null, issues: [text], columns: [] }
  const { records, faults } = recordsOf(text)
  const [head, ...rows] = records
  const columns = (head?.cells ?? []).map((name) => name.trim())
  const ragged = rows.filter(({ cells }) => cells.length !== columns.length)
  const issues = [...faults, ...ragged.map(({ line, cells }) => broken(line, cells.join(',')))]
  if (issues.length > 0) return { answers: null, issues: issues.toSorted((a, b) => a.line - b.line), columns }
  return { ...answersFromFile(columns, rowsOf(rows, columns), geography, zones), columns }
}
