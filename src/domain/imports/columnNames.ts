import { fold, readHead } from './head.ts'
import type { ColumnNames } from './rowReader.ts'

/** Names read from a metadata file. */
export interface ReadColumnNames extends ColumnNames {
  readonly count: number
  /** What each code names, in the order of the file. */
  readonly entries: readonly { readonly code: string; readonly table: string; readonly label: string }[]
}

const wanted = {
  table: ['tablename'],
  label: ['variablename', 'variablelabel'],
  code: ['newnames', 'newname', 'columnvariablecode', 'variablecode'],
  former: ['oldnames', 'oldname'],
} as const

function placeOf(header: readonly string[], field: keyof typeof wanted): number {
  const { keys } = readHead(header)
  const names: readonly string[] = wanted[field]
  return keys.findIndex((key) => names.includes(key))
}

/** Whether a head is that of a file that names the columns of census tables (`Table_Metadata.csv`). */
export function isColumnNamesHead(header: readonly string[]): boolean {
  return placeOf(header, 'label') >= 0 && placeOf(header, 'code') >= 0
}

/** Some tables repeat their own name in front of each label. */
function withoutTable(label: string, table: string): string {
  return label.startsWith(`${table}: `) ? label.slice(table.length + 2) : label
}

/** The names in a metadata file: found by the columns' codes (`ts0010001`) and by the names that the tables had before (`Residence type: Total; measures: Value`). */
export function readColumnNames(header: readonly string[], rows: Iterable<readonly string[]>): ReadColumnNames {
  const [tableAt, labelAt, codeAt, formerAt] = [
    placeOf(header, 'table'),
    placeOf(header, 'label'),
    placeOf(header, 'code'),
    placeOf(header, 'former'),
  ]
  const cell = (cells: readonly string[], index: number): string => cells[index]?.trim() ?? ''
  const names = new Map<string, { table: string; label: string }>()
  const entries: { code: string; table: string; label: string }[] = []
  for (const cells of rows) {
    const table = cell(cells, tableAt)
    const label = withoutTable(cell(cells, labelAt), table)
    const code = cell(cells, codeAt)
    if (code === '' || label === '') continue
    entries.push({ code, table, label })
    const former = fold(cell(cells, formerAt))
    for (const key of [fold(code), former]) if (key !== '') names.set(key, { table, label })
  }
  return { count: entries.length, entries, find: (code) => names.get(fold(code)) }
}

/** Where nobody brought any. */
export const noColumnNames: ColumnNames = { find: () => undefined }
