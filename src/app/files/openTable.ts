import type { FileIssue } from '#domain/imports'
import { inPieces } from './bytes.ts'
import { CsvRecords, type RecordFault } from './csvRecords.ts'
import { FileFault, issueOf, unreadable } from './fileFault.ts'
import type { ReadingLimits } from './limits.ts'
import type { FileRow, OpenTable, Unreadable } from './sourceFile.ts'
import { delimiterOf, isBlank, writesDecimalComma } from './tableFormat.ts'
import { textDecoding, type Encoding, type TextDecoding } from './textDecoding.ts'

/** Rows handed over at a time. */
const batchSize = 1000
/** Characters from which delimiter, head and decimal sign are recognised. */
const sampleLength = 64 * 1024

/** What reading a table again from its first byte needs. */
export interface TableSource {
  readonly name: string
  readonly limits: ReadingLimits
  readonly encoding: Encoding | undefined
  bytes(): AsyncIterable<Uint8Array>
}

interface Sample {
  readonly text: string
  /** Whether the file goes on after it. */
  readonly cut: boolean
  readonly decoding: TextDecoding
}

async function sampleOf({ bytes, encoding }: TableSource): Promise<Sample> {
  const decoding = textDecoding(encoding)
  let text = ''
  for await (const piece of inPieces(bytes())) {
    text += decoding.push(piece)
    if (text.length >= sampleLength || decoding.fault()) return { text, cut: true, decoding }
  }
  return { text: text + decoding.end(), cut: false, decoding }
}

/** `sep=;` on the first line: how a spreadsheet says its delimiter. */
const spokenDelimiter = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i

/** Where text stopped coming, and what is wrong with what follows. */
function decodingIssue(decoding: TextDecoding, records: CsvRecords, header: readonly string[]): FileIssue | null {
  const fault = decoding.fault()
  if (!fault) return null
  const { line, cells } = records.pending()
  const column = header[cells.length - 1] ?? String(cells.length)
  const value = `${(cells.at(-1) ?? '').slice(-60)}${fault.seen}`
  return issueOf(fault.code, {
    line,
    column,
    value,
    expected: fault.code === 'file.encoding' ? 'UTF-8' : 'CSV, GeoJSON, TopoJSON',
  })
}

/** Blanks, and delimiters of whatever kind. */
const nothing = /^[\s,;|]*$/

interface Head {
  readonly header: readonly string[]
  readonly line: number
  readonly delimiter: OpenTable['delimiter']
}

/** The head: the first record that says anything. */
function headOf({ text, cut, decoding }: Sample, limits: ReadingLimits): Head | FileIssue {
  const spoken = spokenDelimiter.exec(text)
  const delimiter = (spoken?.[1] as Head['delimiter'] | undefined) ?? delimiterOf(text)
  const faults: RecordFault[] = []
  const records = new CsvRecords({ delimiter, longest: limits.record, fault: (fault) => faults.push(fault) })
  const rows = records.push(text)
  const broken = decodingIssue(decoding, records, rows[0]?.cells ?? [])
  if (broken) return broken
  const whole = cut ? rows : [...rows, ...records.end()]
  const first = whole.slice(spoken ? 1 : 0).find(({ cells }) => !cells.every((cell) => nothing.test(cell)))
  const [fault] = faults
  if (first) return { header: first.cells.map((cell) => cell.trim()), line: first.line, delimiter }
  if (fault) return issueOf(fault.code, fault)
  return cut ? issueOf('file.longLine', { value: text }) : issueOf('file.empty', { expected: 'CSV' })
}

/** Opens a table: recognises encoding, delimiter, head and decimal sign by its beginning. Rows are read from the first byte again, each time they are asked for. */
export async function openTable(source: TableSource): Promise<OpenTable | Unreadable> {
  const sample = await sampleOf(source)
  const head = headOf(sample, source.limits)
  if ('code' in head) return unreadable(source.name, head)
  let encoding = sample.decoding.encoding()
  return {
    form: 'table',
    name: source.name,
    header: head.header,
    headerLine: head.line,
    // A file may be plain ASCII for long: what was seen so far is told.
    get encoding() {
      return encoding
    },
    delimiter: head.delimiter,
    decimalComma: writesDecimalComma(sample.text, head.delimiter),
    rows: (onFault) =>
      rowsOf(source, head, onFault ?? refuse, (seen) => {
        encoding = seen
      }),
  }
}

/** Without anybody to tell, the first fault ends the reading. */
function refuse(issue: FileIssue): never {
  throw new FileFault(issue)
}

async function* rowsOf(
  source: TableSource,
  head: Head,
  onFault: (issue: FileIssue) => void,
  sawEncoding: (encoding: Encoding) => void,
): AsyncGenerator<readonly FileRow[]> {
  const decoding = textDecoding(source.encoding)
  const fault = (found: RecordFault): void => onFault(issueOf(found.code, { ...found, expected: '"…"' }))
  const records = new CsvRecords({ delimiter: head.delimiter, longest: source.limits.record, fault })
  let batch: FileRow[] = []
  const take = (rows: readonly FileRow[]): void => {
    for (const row of rows) {
      const fitted = row.line > head.line ? fit(row, head, onFault) : null
      if (fitted) batch.push(fitted)
    }
  }
  try {
    for await (const piece of inPieces(source.bytes())) {
      take(records.push(decoding.push(piece)))
      if (decoding.fault() || records.stopped) break
      for (; batch.length >= batchSize; batch = batch.slice(batchSize)) yield batch.slice(0, batchSize)
    }
    if (!decoding.fault()) take(records.push(decoding.end()))
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    onFault(error.issue)
    return
  }
  const broken = decodingIssue(decoding, records, head.header)
  if (broken) onFault(broken)
  else take(records.end())
  sawEncoding(decoding.encoding())
  for (; batch.length > 0; batch = batch.slice(batchSize)) yield batch.slice(0, batchSize)
}

/** The row with as many cells as the head: empty ones beyond it go; too few, or values beyond it, are a fault. Blank rows are passed over. */
function fit(row: FileRow, { header }: Head, onFault: (issue: FileIssue) => void): FileRow | null {
  const { line, cells } = row
  if (cells.length === header.length) return isBlank(cells) ? null : row
  if (isBlank(cells)) return null
  if (cells.length > header.length && isBlank(cells.slice(header.length))) return { line, cells: cells.slice(0, header.length) }
  onFault(
    issueOf('row.columns', { line, column: '', value: `${cells.length}: ${cells.join(' | ')}`, expected: String(header.length) }),
  )
  return null
}
