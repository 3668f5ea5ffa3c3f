import { CsvRecords } from './csvRecords.ts'
import type { FileRow, OpenTable } from './sourceFile.ts'

type Delimiter = OpenTable['delimiter']
/** The comma comes last: of equals it is rather the decimal sign. */
const delimiters: readonly Delimiter[] = [';', '\t', '|', ',']

/** Records looked at to recognise how a file is written. */
const sampleSize = 200

/** Whether a record says nothing: an empty line, or delimiters alone. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** The first records of a text, without blank ones. The last may be cut short where the text is. */
function firstRecords(text: string, delimiter: string): FileRow[] {
  const records = new CsvRecords({ delimiter, longest: text.length + 1, fault: () => {} })
  return [...records.push(text), ...records.end()].filter(({ cells }) => !isBlank(cells)).slice(0, sampleSize)
}

/**
 * The delimiter that cuts the head into several fields and most records into as many; of equals, the one that cuts more.
 *
 * @param sample the beginning of the file; a comma when there is nothing to go by
 */
export function delimiterOf(sample: string): Delimiter {
  let best: { delimiter: Delimiter; share: number; fields: number } = { delimiter: ',', share: 0, fields: 1 }
  for (const delimiter of delimiters) {
    const [head, ...rows] = firstRecords(sample, delimiter)
    const fields = head?.cells.length ?? 0
    if (fields < 2) continue
    const alike = rows.filter(({ cells }) => cells.length === fields).length
    const share = rows.length === 0 ? 1 : Math.round((10 * alike) / rows.length) / 10
    if (share > best.share || (share === best.share && fields > best.fields) || best.fields < 2)
      best = { delimiter, share, fields }
  }
  return best.delimiter
}

const withPoint = /^[-+]?\d+\.\d+$/
const withComma = /^[-+]?\d+(?:[ \u00A0\u202F]\d{3})*,\d+$/
/** `1,234` may be a thousand and more; two digits, or four, after the comma may not. */
const surelyDecimal = /,(?:\d{1,2}|\d{4,})$/

/**
 * Whether numbers are written 1 234,5. Told by the first records; a file with semicolons whose first records have whole numbers alone is taken to
 * write as spreadsheets do that use semicolons, because the comma is their decimal sign.
 */
export function writesDecimalComma(sample: string, delimiter: Delimiter): boolean {
  let [points, commas] = [0, 0]
  for (const { cells } of firstRecords(sample, delimiter).slice(1)) {
    for (const cell of cells) {
      const text = cell.trim()
      if (withPoint.test(text)) points += 1
      else if (withComma.test(text) && (delimiter !== ',' || surelyDecimal.test(text))) commas += 1
    }
  }
  return points === commas ? delimiter === ';' && points === 0 : commas > points
}
