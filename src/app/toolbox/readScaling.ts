import type { Scale, Scaling } from '#stats/transformScale.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { openRecords, readColumns } from './readColumns.ts'
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
  const names = records.code('variable')
  const [lows, highs] = [records.number('first'), records.number('second')]
  const weights = records.number('weight')
  const found = new Map<string, WeightedScaling>()
  for (let row = 0; row < records.rows; row++) {
    const variable = names?.categories[names.codes[row] as number] ?? ''
    const [low, high] = [lows?.[row] as number, highs?.[row] as number]
    const span = scale === 'range' ? high - low : high
    const at = { file: records.file, line: records.line[row] as number, value: variable }
    if (found.has(variable)) faults.add({ ...at, column: 'variable', code: 'scaling.twice' })
    if (span <= 0) faults.add({ ...at, column: second, value: String(high), code: 'scaling.noSpan' })
    found.set(variable, { offset: low, span, weight: weights?.[row] ?? 1 })
  }
  faults.refuse()
  return { scale, of: found }
}
