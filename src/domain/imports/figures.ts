import { isMissing, parseNumber } from './numbers.ts'
import { issueAt } from './report.ts'
import type { MeasureRecord } from './records.ts'
import type { RecordSink } from './rowReader.ts'

/** A column of figures on its way in. */
export interface FigureColumn {
  readonly index: number
  readonly column: string
  readonly measure: MeasureRecord
  readonly smallest: number | null
  readonly largest: number | null
}

function readFigure(
  { column, smallest, largest }: FigureColumn,
  text: string,
  decimalComma: boolean | undefined,
  line: number,
  sink: RecordSink,
): number | null {
  const value = parseNumber(text, decimalComma)
  if (value === null) {
    sink.fault(issueAt(line, column, text, 'value.notNumber', decimalComma ? '1 234,5' : '1234.5'))
    return null
  }
  if (smallest === 0 && value < 0) sink.fault(issueAt(line, column, text, 'value.negative', '>= 0'))
  else if ((smallest !== null && value < smallest) || (largest !== null && value > largest))
    sink.fault(issueAt(line, column, text, 'value.outOfRange', `${smallest ?? ''}–${largest ?? ''}`))
  return value
}

/** The figures of a row; what the source lacks or withholds is `null` and counted, never zero. */
export function readFigures(
  columns: readonly FigureColumn[],
  cells: readonly string[],
  decimalComma: boolean | undefined,
  line: number,
  sink: RecordSink,
): (number | null)[] {
  let missing = 0
  const figures = columns.map((column) => {
    const text = cells[column.index] ?? ''
    if (!isMissing(text)) return readFigure(column, text, decimalComma, line, sink)
    missing++
    return null
  })
  if (missing > 0) sink.missing(missing)
  return figures
}

/** Zones of a table that has one row for each: a second one is told with the line of the first. */
export function onlyOnce(column: string): (code: string, line: number, sink: RecordSink) => boolean {
  const lines = new Map<string, number>()
  return (code, line, sink) => {
    const first = lines.get(code)
    if (first === undefined) {
      lines.set(code, line)
      return true
    }
    sink.fault(issueAt(line, column, code, 'row.duplicate', String(first)))
    return false
  }
}
