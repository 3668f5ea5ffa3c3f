import type { Points } from '#stats/kmeans.ts'
import type { FileRow, OpenTable, SourceFile } from '../files/sourceFile.ts'
import { AreaIds } from './areaIds.ts'
import { fileNumber } from './fileNumber.ts'
import { float64Column, int32Column } from './growingColumns.ts'
import { findColumns, openRecords, plainName, type WantedColumn } from './readColumns.ts'
import type { TableFault, TableFaults } from './tableFaults.ts'

/** Areas or households with their figures, in the order of the file. */
export interface Areas {
  readonly file: string
  readonly ids: AreaIds
  readonly variables: readonly string[]
  /** One row per area, one coordinate per variable, as given: no value is missing. */
  readonly figures: Points
  /** The line of each area. */
  readonly line: Int32Array
}

export interface AreasWanted {
  /** The column of identifiers. */
  readonly id: string
  /** The columns of figures; `null` for all others of the file. */
  readonly variables: readonly string[] | null
}

/** Most lines listed for one column; all are counted. */
const listed = 100

/** Missing values of one column: told one by one, unless the column has no value at all. */
interface Gaps {
  count: number
  readonly lines: number[]
}

interface Reading {
  readonly table: OpenTable
  readonly idAt: number
  readonly at: readonly number[]
  readonly names: readonly string[]
  readonly ids: AreaIds
  readonly line: ReturnType<typeof int32Column>
  readonly values: ReturnType<typeof float64Column>
  readonly gaps: readonly Gaps[]
  readonly faults: TableFaults
}

const isMissing = (text: string): boolean => text === '' || text === 'NA'

function variablesOf(table: OpenTable, { id, variables }: AreasWanted, faults: TableFaults): readonly string[] {
  if (variables) return variables
  const others = table.header.filter((name) => plainName(name) !== plainName(id))
  if (others.some((name) => name === '')) {
    const value = String(table.header.indexOf('') + 1)
    faults.add({ file: table.name, line: table.headerLine, value, code: 'column.unnamed' })
  }
  if (others.length === 0) faults.add({ file: table.name, line: table.headerLine, code: 'areas.noVariables' })
  return others.filter((name) => name !== '')
}

function takeFigure(reading: Reading, row: FileRow, j: number): void {
  const text = row.cells[reading.at[j] as number]?.trim() ?? ''
  if (isMissing(text)) {
    const gaps = reading.gaps[j] as Gaps
    if (gaps.count < listed) gaps.lines.push(row.line)
    gaps.count += 1
    reading.values.push(Number.NaN)
    return
  }
  const value = fileNumber(text, reading.table.decimalComma)
  if (Number.isNaN(value)) {
    const column = reading.names[j] ?? ''
    reading.faults.add({ file: reading.table.name, line: row.line, column, value: text, code: 'figure.invalid' })
  }
  reading.values.push(value)
}

function takeRow(reading: Reading, row: FileRow, idName: string): void {
  const id = row.cells[reading.idAt]?.trim() ?? ''
  if (id === '') reading.faults.add({ file: reading.table.name, line: row.line, column: idName, code: 'area.noId' })
  reading.ids.push(id)
  reading.line.push(row.line)
  for (let j = 0; j < reading.at.length; j++) takeFigure(reading, row, j)
}

function gapFaults(reading: Reading, rows: number): void {
  const single: TableFault[] = []
  let unlisted = 0
  for (const [j, { count, lines }] of reading.gaps.entries()) {
    const at = { file: reading.table.name, column: reading.names[j] ?? '', value: '', expected: '' }
    if (count === rows && rows > 1) reading.faults.add({ ...at, line: reading.table.headerLine, code: 'column.allMissing' })
    else {
      single.push(...lines.map((line) => ({ ...at, line, code: 'figure.missing' })))
      unlisted += count - lines.length
    }
  }
  for (const fault of single.toSorted((a, b) => a.line - b.line)) reading.faults.add(fault)
  for (let k = 0; k < unlisted; k++) reading.faults.add({ file: reading.table.name, code: 'figure.missing' })
}

function repeatFaults(areas: Areas, id: string, faults: TableFaults): void {
  for (const { row, first } of areas.ids.repeated()) {
    const [line, expected] = [areas.line[row] as number, String(areas.line[first])]
    faults.add({ file: areas.file, line, column: id, value: areas.ids.at(row), code: 'area.twice', expected })
  }
}

/**
 * Reads areas, or households, with their figures: a file of any length as a stream, 8 bytes a figure. Whatever keeps an area from being compared is a fault
 * with its line: no identifier, one that an earlier line has, a missing value, a value that is no number.
 *
 * @param faults gets what is wrong; the caller decides when to refuse. A file that is none, or without rows, is refused here
 * @throws TableRefused
 */
export async function readAreas(file: SourceFile, wanted: AreasWanted, faults: TableFaults): Promise<Areas> {
  const table = await openRecords(file, faults)
  const names = variablesOf(table, wanted, faults)
  const columns = [
    { column: wanted.id, kind: 'code' as const, needed: true },
    ...names.map((column): WantedColumn => ({ column, kind: 'number', needed: true })),
  ]
  const [idAt = -1, ...at] = findColumns(table, columns, faults)
  faults.refuse()
  const reading: Reading = {
    table,
    idAt,
    at,
    names,
    ids: new AreaIds(),
    line: int32Column(),
    values: float64Column(),
    gaps: names.map(() => ({ count: 0, lines: [] })),
    faults,
  }
  for await (const batch of table.rows((issue) => faults.add({ ...issue, file: table.name })))
    for (const row of batch) takeRow(reading, row, wanted.id)
  return areasOf(reading, wanted.id)
}

function areasOf(reading: Reading, id: string): Areas {
  const { table, names, ids, faults } = reading
  const n = reading.line.length
  if (n === 0 && faults.count === 0) faults.add({ file: table.name, code: 'file.noRows' })
  gapFaults(reading, n)
  const areas = {
    file: table.name,
    ids,
    variables: names,
    figures: { n, d: names.length, values: reading.values.take() },
    line: reading.line.take(),
  }
  repeatFaults(areas, id, faults)
  faults.refuse()
  return areas
}
