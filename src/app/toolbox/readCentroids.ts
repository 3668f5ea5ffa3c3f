import type { SourceFile } from '../files/sourceFile.ts'
import { readColumns, type Records } from './readColumns.ts'
import type { TableFaults } from './tableFaults.ts'

/** Centroids row-major, in the order of their file and of the variables asked for. */
export interface GivenCentroids {
  readonly k: number
  readonly values: Float64Array
}

/** Columns of a file as rows of points. */
export function rowsOfColumns(records: Records, names: readonly string[]): Float64Array {
  const values = new Float64Array(records.rows * names.length)
  for (const [j, name] of names.entries()) {
    const column = records.number(name) ?? new Float64Array()
    for (const [row, value] of column.entries()) values[row * names.length + j] = value
  }
  return values
}

/**
 * Reads centroids in the transformed space: a row per cluster, a column per variable; other columns (cluster, size) are passed over.
 *
 * @throws TableRefused when a variable has no column or a value is missing
 */
export async function readCentroids(
  file: SourceFile,
  variables: readonly string[],
  faults: TableFaults,
): Promise<GivenCentroids> {
  const wanted = Object.fromEntries(variables.map((column) => [column, { column, kind: 'number' as const, needed: true }]))
  const records = await readColumns(file, wanted, faults)
  faults.refuse()
  return { k: records.rows, values: rowsOfColumns(records, variables) }
}
