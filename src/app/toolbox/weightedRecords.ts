import { csvField } from '../exportMatrix.ts'
import type { OpenTable, SourceFile } from '../files/sourceFile.ts'
import { isMissingOrNumber } from './fileNumber.ts'
import { openRecords } from './readColumns.ts'
import { TableFaults } from './tableFaults.ts'

/** Names for the new column, the first that the file does not have already. */
const weightNames = ['weight', 'calibratedWeight', 'passerelleWeight']

function weightName(header: readonly string[]): string {
  return weightNames.find((name) => !header.includes(name)) ?? `weight${header.length + 1}`
}

/** A cell as it was; what a spreadsheet would run as a formula is led by an apostrophe, numbers are not text. */
function cellText(cell: string, delimiter: string): string {
  const text = isMissingOrNumber(cell.trim()) ? cell : csvField(cell)
  const quoted = text.startsWith('"') && text.endsWith('"') && text.length > 1
  return !quoted && (text.includes(delimiter) || text.includes('"')) ? `"${text.replaceAll('"', '""')}"` : text
}

async function* linesOf(table: OpenTable, weights: Float64Array, column: string): AsyncGenerator<string> {
  const { delimiter, decimalComma } = table
  const line = (cells: readonly string[], last: string): string =>
    `${[...cells.map((cell) => cellText(cell, delimiter)), last].join(delimiter)}\r\n`
  const number = (value: number): string => {
    const text = decimalComma ? String(value).replace('.', ',') : String(value)
    return text.includes(delimiter) ? `"${text}"` : text
  }
  yield line(table.header, column)
  let row = 0
  for await (const batch of table.rows()) {
    let text = ''
    for (const { cells } of batch) text += line(cells, number(weights[row++] as number))
    yield text
  }
}

/**
 * The records again with their weight in one more column, `weight` (or another name where the file has one of that name), as lines of text with the file's
 * own delimiter and decimal sign. Every column and row stays; text that a spreadsheet would run as a formula is led by an apostrophe.
 */
export async function weightedRecords(
  records: SourceFile,
  weights: Float64Array,
): Promise<{ readonly column: string; readonly lines: AsyncIterable<string> }> {
  const table = await openRecords(records, new TableFaults())
  const column = weightName(table.header)
  return { column, lines: linesOf(table, weights, column) }
}
