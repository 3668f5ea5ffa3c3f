import type { Scale, Scaling } from '#stats/transformScale.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { openRecords, readColumns, type Records } from './readColumns.ts'
import type { TableFaults } from './tableFaults.ts'

/** The stored scaling of a variable, and what its squared distances are multiplied by. */
export interface WeightedScaling extends Scaling {
  readonly weight: number
}

/** The stored scaling of some variables, after the transformation. */
export interface StoredScaling {
  readonly scale: Scale
  readonly of: ReadonlyMap<string, WeightedScaling>
}

/** The stored scaling of one row; faults for a variable that was there already, or a scale without a span. */
function takeRow(
  records: Records,
  row: number,
  scale: 'range' | 'z',
  found: Map<string, WeightedScaling>,
  faults: TableFaults,
): void {
  const value = (role: string): number => records.number(role)?.[row] ?? 1
  const names = records.code('variable')
  const variable = names?.categories[names.codes[row] as number] ?? ''
  const span = scale === 'range' ? value('second') - value('first') : value('second')
  const at = { file: records.file, line: records.line[row] as number, value: variable }
  if (found.has(variable)) faults.add({ ...at, column: 'variable', code: 'scaling.twice' })
  if (span <= 0) faults.add({ ...at, column: scale === 'range' ? 'max' : 'sd', code: 'scaling.noSpan' })
  found.set(variable, { offset: value('first'), span, weight: value('weight') })
}

/**
 * Reads a file of scaling: `variable,min,max` or `variable,mean,sd`, with a column `weight` where one was found, as `classify` writes it; other columns are passed over.
 *
 * @throws TableRefused
 */
export async function readScaling(file: SourceFile, faults: TableFaults): Promise<StoredScaling> {
  const { header } = await openRecords(file, faults)
  const scale = header.includes('mean') && header.includes('sd') ? 'z' : 'range'
  const [first, second] = scale === 'z' ? ['mean', 'sd'] : ['min', 'max']
  const records = await readColumns(
    file,
    {
      variable: { column: 'variable', kind: 'code', needed: true },
      first: { column: first, kind: 'number', needed: true },
      second: { column: second, kind: 'number', needed: true },
      ...(header.includes('weight') && { weight: { column: 'weight', kind: 'number', needed: true, rule: 'weight' } }),
    },
    faults,
  )
  faults.refuse()
  const found = new Map<string, WeightedScaling>()
  for (let row = 0; row < records.rows; row++) takeRow(records, row, scale, found, faults)
  faults.refuse()
  return { scale, of: found }
}
