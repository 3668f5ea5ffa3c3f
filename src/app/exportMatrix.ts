import writeXlsx, { type Cell, type Row } from 'write-excel-file/node'
import type { MatrixDocument } from './matrixContract.ts'

/** What a code is called in the reader's language; the edges bring it, since the app knows no sentence. */
export type Label = (
  kind:
    | 'sheet'
    | 'column'
    | 'service'
    | 'item'
    | 'level'
    | 'sureness'
    | 'side'
    | 'status'
    | 'note'
    | 'definition'
    | 'question'
    | 'dimension',
  code: string,
) => string

type DocumentRow = MatrixDocument['rows'][number]

function columnsOf(document: MatrixDocument): string[] {
  return Object.keys(document.rows[0] ?? {})
}

function valueOf(row: DocumentRow, column: string): string | number | null {
  return (row as Readonly<Record<string, string | number | null>>)[column] ?? null
}

/** A CSV field (RFC 4180); text that a spreadsheet would run as a formula is led by an apostrophe. */
export function csvField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The rows as CSV: comma, decimal point, UTF-8, codes as in the JSON; an empty field where a figure cannot be given. */
export function matrixCsv(document: MatrixDocument): string {
  const columns = columnsOf(document)
  const lines = document.rows.map((row) => columns.map((column) => csvField(valueOf(row, column))).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

const decimals: Readonly<Record<string, string>> = {
  n: '0',
  effectiveN: '0.0',
  probability: '0.0 %',
  givingUp: '0.0 %',
  se: '0.00',
  deviationSe: '0.00',
}

const named: Readonly<Record<string, Parameters<Label>[0]>> = {
  service: 'service',
  criterion: 'item',
  subCriterion: 'item',
  level: 'level',
  sureness: 'sureness',
  side: 'side',
  status: 'status',
}

function excelCell(row: DocumentRow, column: string, label: Label): Cell {
  const value = valueOf(row, column)
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number, format: decimals[column] ?? '0.0' }
  const kind = named[column]
  return { value: kind ? label(kind, value) : value, type: String }
}

function sourceRows(document: MatrixDocument, label: Label): Row[] {
  const pairs: [string, string | number][] = [
    ['territory', document.territory],
    ['against', document.against],
    ['rule', document.rule],
    ['expectedWrong', document.expectedWrong],
  ]
  const sources = document.sources.flatMap((source): [string, string | number][] => [
    ['source', source.synthetic ? `${source.title} (${label('note', 'synthetic')})` : source.title],
    ['respondents', source.respondents],
    ['respondentsInTerritory', source.respondentsInTerritory],
    ['field', [source.from, source.to].filter((day) => day !== null).join(' – ')],
    ['weights', label('note', source.weights)],
  ])
  return [...pairs, ...sources].map(([name, value]) => [{ value: label('column', name), fontWeight: 'bold' }, { value }])
}

/** The rows as a workbook for people: names instead of codes, a frozen head, and a second sheet that says where the figures come from. */
export async function matrixXlsx(document: MatrixDocument, label: Label): Promise<Uint8Array> {
  const columns = columnsOf(document)
  const head: Row = columns.map((column) => ({ value: label('column', column), fontWeight: 'bold', wrap: true }))
  const rows: Row[] = document.rows.map((row) => columns.map((column) => excelCell(row, column, label)))
  return writeXlsx([
    {
      sheet: label('sheet', 'matrix'),
      data: [head, ...rows],
      columns: columns.map((column) => ({ width: column in named ? 28 : 12 })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    { sheet: label('sheet', 'source'), data: sourceRows(document, label), columns: [{ width: 32 }, { width: 60 }] },
  ]).toBuffer()
}
