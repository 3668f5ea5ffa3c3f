import { openFile } from '../files/openFile.ts'
import type { FileRow, OpenTable, SourceFile } from '../files/sourceFile.ts'
import { fileNumber } from './fileNumber.ts'
import { type CodedColumn, float64Column, GrowingCodes, type GrowingColumn, int32Column } from './growingColumns.ts'
import { idColumn, RepeatedIds } from './repeatedIds.ts'
import type { TableFaults, TableNote } from './tableFaults.ts'

/** A column that a command needs. */
export interface WantedColumn {
  readonly column: string
  readonly kind: 'number' | 'code'
  /** Whether a missing value is a fault. */
  readonly needed: boolean
  /** For numbers: what a value must be beyond being one. */
  readonly rule?: 'weight' | 'positive'
  /** Where the column was asked for, when that is a line of another file. */
  readonly askedAt?: { readonly file: string; readonly line: number }
}

/** The columns asked for, by the part they play: a file of any length in a few bytes a row. */
export interface Records {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: number
  /** The line of each row. */
  readonly line: Int32Array
  /** NaN where missing. */
  number(role: string): Float64Array | null
  code(role: string): CodedColumn | null
  readonly notes: readonly TableNote[]
}

/** One form of a name or code, however its accents were typed. */
export const plainName = (text: string): string => text.trim().normalize('NFC')

const isMissing = (text: string): boolean => text === '' || text === 'NA'

/** The user's own files on the user's own machine, read as they come: no size is too large. */
const noLimits = { unpacked: Infinity, ratio: Infinity }

/** Opens a file as a table. @throws TableRefused when it is none */
export async function openRecords(file: SourceFile, faults: TableFaults): Promise<OpenTable> {
  const opened = await openFile(file, { limits: noLimits })
  if (opened.form === 'table') return opened
  const issues = opened.form === 'unreadable' ? opened.issues : []
  for (const issue of issues) faults.add({ ...issue, file: file.name })
  if (issues.length === 0) faults.add({ file: file.name, code: 'file.notText', expected: 'CSV' })
  faults.refuse()
  throw new Error(`${file.name} was refused without a reason`)
}

/** Where each column stands; faults for those that are missing, or there twice. */
export function findColumns(table: OpenTable, wanted: readonly WantedColumn[], faults: TableFaults): number[] {
  const header = table.header.map(plainName)
  return wanted.map(({ column, askedAt }) => {
    const at = header.indexOf(plainName(column))
    const expected = table.header.filter((name) => name !== '').join(', ')
    if (at < 0 && askedAt) faults.add({ ...askedAt, column: 'variable', value: column, code: 'margin.unknownVariable', expected })
    else if (at < 0) faults.add({ file: table.name, line: table.headerLine, column, code: 'column.notThere', expected })
    else if (header.indexOf(plainName(column), at + 1) >= 0)
      faults.add({ file: table.name, line: table.headerLine, column, code: 'column.twice' })
    return at
  })
}

interface Filled {
  readonly wanted: WantedColumn
  readonly at: number
  readonly numbers: GrowingColumn<Float64Array> | null
  readonly codes: GrowingCodes | null
}

type Report = (row: FileRow, column: WantedColumn, code: string) => void

function takeNumber(filled: Filled, row: FileRow, text: string, decimalComma: boolean, report: Report): void {
  const { wanted, numbers } = filled
  const missing = isMissing(text)
  const value = missing ? Number.NaN : fileNumber(text, decimalComma)
  if (missing && wanted.needed) report(row, wanted, wanted.rule === 'weight' ? 'weight.missing' : 'number.missing')
  else if (!missing && Number.isNaN(value)) report(row, wanted, 'number.invalid')
  else if (wanted.rule === 'weight' && value < 0) report(row, wanted, 'weight.negative')
  else if (wanted.rule === 'positive' && value <= 0) report(row, wanted, 'fpc.notPositive')
  numbers?.push(value)
}

function takeCode(filled: Filled, row: FileRow, text: string, report: Report): void {
  const missing = isMissing(text)
  if (missing && filled.wanted.needed) report(row, filled.wanted, 'code.missing')
  filled.codes?.push(missing ? '' : text.normalize('NFC'))
}

/**
 * Reads some columns of a file of any length: CSV with comma, semicolon, tab or bar, point or comma decimals, UTF-8 with or without its mark, UTF-16 or
 * Latin-1, gzip or not. Empty values and NA are missing. The rows stream; what is kept is 8 bytes a row for a number, 4 for a code, 4 for the line.
 *
 * Faults go to the list, with their line, column and value; the caller decides when to refuse. The file itself, its head or a file without rows is refused here.
 *
 * @param wanted columns by the part they play, such as `weights`
 * @example (await readColumns(file, { weights: { column: 'pw', kind: 'number', needed: true, rule: 'weight' } }, faults)).number('weights')
 * @throws TableRefused
 */
export async function readColumns(
  file: SourceFile,
  wanted: Readonly<Record<string, WantedColumn>>,
  faults: TableFaults,
): Promise<Records> {
  const table = await openRecords(file, faults)
  const places = findColumns(table, Object.values(wanted), faults)
  faults.refuse()
  const columns = new Map(
    Object.entries(wanted).map(([role, each], k): [string, Filled] => [
      role,
      {
        wanted: each,
        at: places[k] as number,
        numbers: each.kind === 'number' ? float64Column() : null,
        codes: each.kind === 'code' ? new GrowingCodes() : null,
      },
    ]),
  )
  const ids = watchedIds(table, [...columns.values()])
  const line = int32Column()
  await readRows(table, [...columns.values()], faults, (row) => {
    line.push(row.line)
    ids?.seen.push(row.cells[ids.at]?.trim() ?? '')
  })
  if (line.length === 0 && faults.count === 0) faults.add({ file: file.name, code: 'file.noRows' })
  const lines = line.take()
  return {
    file: file.name,
    header: table.header,
    rows: lines.length,
    line: lines,
    ...taken(columns),
    notes: idNotes(table, ids, lines),
  }
}

function taken(columns: ReadonlyMap<string, Filled>): Pick<Records, 'number' | 'code'> {
  const numbers = new Map([...columns].map(([role, { numbers: column }]) => [role, column?.take() ?? null]))
  const codes = new Map([...columns].map(([role, { codes: column }]) => [role, column?.take() ?? null]))
  return { number: (role) => numbers.get(role) ?? null, code: (role) => codes.get(role) ?? null }
}

async function readRows(
  table: OpenTable,
  columns: readonly Filled[],
  faults: TableFaults,
  each: (row: FileRow) => void,
): Promise<void> {
  const report: Report = (row, { column }, code) => {
    const at = columns.find(({ wanted }) => wanted.column === column)?.at ?? 0
    faults.add({ file: table.name, line: row.line, column, value: row.cells[at]?.trim() ?? '', code })
  }
  for await (const batch of table.rows((issue) => faults.add({ ...issue, file: table.name }))) {
    for (const row of batch) {
      for (const column of columns) {
        const text = row.cells[column.at]?.trim() ?? ''
        if (column.numbers) takeNumber(column, row, text, table.decimalComma, report)
        else takeCode(column, row, text, report)
      }
      each(row)
    }
  }
}

/** The identifier column, unless a command uses it: a cluster repeats by its nature. */
function watchedIds(table: OpenTable, columns: readonly Filled[]): { at: number; seen: RepeatedIds } | null {
  const at = idColumn(table.header)
  return at < 0 || columns.some((column) => column.at === at) ? null : { at, seen: new RepeatedIds() }
}

function idNotes(table: OpenTable, ids: { at: number; seen: RepeatedIds } | null, line: Int32Array): TableNote[] {
  const repeated = ids?.seen.take()
  if (!ids || !repeated) return []
  const values = [String(repeated.count), table.header[ids.at] ?? '', String(line[repeated.first]), String(line[repeated.again])]
  return [{ file: table.name, code: 'ids.repeated', values }]
}
