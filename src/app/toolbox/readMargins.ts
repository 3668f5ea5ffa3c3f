import type { CalibrationTarget } from '#stats/calibrationTarget.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { readColumns, type Records, type WantedColumn } from './readColumns.ts'
import type { TableFaults } from './tableFaults.ts'

/** One line of a file of margins: the population's total of a category, or of a numeric variable (category null). */
interface MarginLine {
  readonly line: number
  readonly category: string | null
  readonly total: number
}

/** A variable of a file of margins, its lines in the order of the file. */
export interface Margin {
  readonly file: string
  readonly variable: string
  readonly lines: readonly MarginLine[]
}

function checkLine(margin: Margin, line: MarginLine, faults: TableFaults): void {
  const { file, variable, lines } = margin
  const at = { file, line: line.line }
  const earlier = lines.find(({ category }) => category === line.category)
  const first = lines[0]
  if (earlier) {
    const value = line.category === null ? variable : `${variable}, ${line.category}`
    faults.add({ ...at, column: 'category', value, code: 'margin.twice', expected: String(earlier.line) })
  } else if (first && (first.category === null) !== (line.category === null)) {
    faults.add({
      ...at,
      column: 'category',
      value: line.category ?? '',
      code: 'margin.mixed',
      expected: `${variable} (${first.line})`,
    })
  }
  if (line.category !== null && line.total < 0)
    faults.add({ ...at, column: 'total', value: String(line.total), code: 'margin.negative' })
}

/**
 * Reads a file of margins: `variable,category,total`, the category empty for the total of a numeric variable.
 *
 * @throws TableRefused when the file cannot be read or has any fault: a line twice, a variable with and without categories, a negative or missing total
 */
export async function readMargins(file: SourceFile, faults: TableFaults): Promise<Margin[]> {
  const records = await readColumns(
    file,
    {
      variable: { column: 'variable', kind: 'code', needed: true },
      category: { column: 'category', kind: 'code', needed: false },
      total: { column: 'total', kind: 'number', needed: true },
    },
    faults,
  )
  faults.refuse()
  const variables = records.code('variable')
  const categories = records.code('category')
  const totals = records.number('total')
  const margins = new Map<string, { file: string; variable: string; lines: MarginLine[] }>()
  for (let row = 0; row < records.rows; row++) {
    const variable = variables?.categories[variables.codes[row] as number] ?? ''
    const category = categories?.categories[categories.codes[row] as number] ?? null
    const line = { line: records.line[row] as number, category, total: totals?.[row] as number }
    const margin = margins.get(variable) ?? { file: records.file, variable, lines: [] }
    checkLine(margin, line, faults)
    margin.lines.push(line)
    margins.set(variable, margin)
  }
  faults.refuse()
  return [...margins.values()]
}

const isNumeric = (margin: Margin): boolean => margin.lines[0]?.category === null

/** The columns of the records that margins speak of, by role. */
export function marginColumns(margins: readonly Margin[]): Record<string, WantedColumn> {
  return Object.fromEntries(
    margins.map((margin) => [
      `margin ${margin.variable}`,
      {
        column: margin.variable,
        kind: isNumeric(margin) ? 'number' : 'code',
        needed: true,
        askedAt: { file: margin.file, line: margin.lines[0]?.line ?? 1 },
      } satisfies WantedColumn,
    ]),
  )
}

function categoryTarget(margin: Margin, records: Records, faults: TableFaults): CalibrationTarget {
  const { variable, lines, file } = margin
  const categories = lines.map(({ category }) => category ?? '')
  const found = records.code(`margin ${variable}`)
  const index = (found?.categories ?? []).map((category) => categories.indexOf(category))
  const codes = Int32Array.from(found?.codes ?? [], (code) => (code < 0 ? -1 : (index[code] as number)))
  for (const [row, code] of codes.entries()) {
    const met = found?.codes[row] as number
    if (code >= 0 || met < 0) continue
    faults.add({
      file: records.file,
      line: records.line[row] as number,
      column: variable,
      value: found?.categories[met] ?? '',
      code: 'margin.categoryWithout',
      expected: `${file}: ${categories.join(', ')}`,
    })
  }
  return { kind: 'categories', variable, codes, categories, targets: Float64Array.from(lines, ({ total }) => total) }
}

/** What calibration needs, from the margins and the records; faults for categories of the records that no margin has. */
export function calibrationTargets(margins: readonly Margin[], records: Records, faults: TableFaults): CalibrationTarget[] {
  return margins.map((margin) => {
    if (!isNumeric(margin)) return categoryTarget(margin, records, faults)
    const values = records.number(`margin ${margin.variable}`) ?? new Float64Array()
    return { kind: 'numeric', variable: margin.variable, values, target: margin.lines[0]?.total ?? 0 }
  })
}
