import type { SampleDesign } from '#stats/sampleDesign.ts'
import { calibration } from '#stats/calibrationResiduals.ts'
import { domainFrame } from '#stats/domainVariance.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { categoryOf, inOrder } from './categories.ts'
import { emptyRow, estimateDeviation, estimateDomain, type Asked, type IntervalKind } from './estimateDomain.ts'
import { estimateDocument, type EstimateDocument, type EstimateRow } from './estimateContract.ts'
import type { CodedColumn } from './growingColumns.ts'
import { readColumns, type Records, type WantedColumn } from './readColumns.ts'
import { calibrationTargets, marginColumns, readMargins } from './readMargins.ts'
import { designColumns, readSample, type SampleColumns } from './readSample.ts'
import { TableFaults, type TableNote } from './tableFaults.ts'
import { calibrateBy, type CalibrationSettings } from './weigh.ts'

/** What is estimated: a mean, a total, or the proportion of records whose column has a value. */
export type Question =
  | { readonly figure: 'mean' | 'total'; readonly column: string }
  | { readonly figure: 'proportion'; readonly column: string; readonly value: string }

export interface EstimateRequest extends SampleColumns {
  readonly records: SourceFile
  readonly question: Question
  /** A row per category of this column. */
  readonly by?: string | undefined
  /** One row: the difference of the domain `column` = `value` from the whole, or from the rest. */
  readonly deviation?: { readonly column: string; readonly value: string; readonly against: 'whole' | 'rest' } | undefined
  readonly margins?: SourceFile | undefined
  readonly calibration: CalibrationSettings
  readonly interval: IntervalKind
  readonly level: number
}

export interface EstimateOutcome {
  readonly document: EstimateDocument
  /** What calibration could not meet; null where it met all margins, or there are none. */
  readonly unmet: {
    readonly infeasible: readonly { variable: string; category: string }[]
    readonly totalsDiffer: boolean
  } | null
  readonly negativeWeights: number
  readonly notes: readonly TableNote[]
}

function questionColumns({ question, by, deviation }: EstimateRequest): Record<string, WantedColumn> {
  const kind = question.figure === 'proportion' ? 'code' : 'number'
  const domain = by ?? deviation?.column
  return {
    y: { column: question.column, kind, needed: false },
    ...(domain !== undefined && { domain: { column: domain, kind: 'code', needed: false } as const }),
  }
}

/** The values asked about: as they are, or 1 and 0 for a proportion; NaN where missing. */
function valuesOf(records: Records, question: Question, notes: TableNote[]): Float64Array {
  const numbers = records.number('y')
  if (numbers || question.figure !== 'proportion') return numbers ?? new Float64Array()
  const column = records.code('y') ?? { codes: new Int32Array(), categories: [] }
  const wanted = categoryOf(column.categories, question.value)
  if (wanted < 0) {
    const known = column.categories.slice(0, 10).join(', ')
    notes.push({ file: records.file, code: 'value.nowhere', values: [question.value, question.column, known] })
  }
  return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code === wanted ? 1 : 0))
}

/** Lists of the rows that have a value, one list per category of a column. */
function rowsByCategory(values: Float64Array, { codes, categories }: CodedColumn): Int32Array[] {
  const counts = new Int32Array(categories.length)
  const has = (row: number): boolean => !Number.isNaN(values[row]) && (codes[row] as number) >= 0
  for (let row = 0; row < values.length; row++)
    if (has(row)) counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1
  const lists = Array.from(counts, (count) => new Int32Array(count))
  counts.fill(0)
  for (let row = 0; row < values.length; row++) {
    if (!has(row)) continue
    const code = codes[row] as number
    const list = lists[code] as Int32Array
    list[counts[code] as number] = row
    counts[code] = (counts[code] as number) + 1
  }
  return lists
}

function rowsWithValue(values: Float64Array): Int32Array {
  return rowsByCategory(values, { codes: new Int32Array(values.length), categories: [''] })[0] ?? new Int32Array()
}

function deviationRow(request: EstimateRequest, records: Records, asked: Asked, notes: TableNote[]): EstimateRow {
  const { column = '', value = '', against = 'whole' } = request.deviation ?? {}
  const coded = records.code('domain') ?? { codes: new Int32Array(), categories: [] }
  const wanted = categoryOf(coded.categories, value)
  if (wanted < 0)
    notes.push({ file: records.file, code: 'value.nowhere', values: [value, column, coded.categories.slice(0, 10).join(', ')] })
  const sides = Int32Array.from(coded.codes, (code) => (code < 0 ? -1 : code === wanted ? 0 : 1))
  const [inside = new Int32Array(), rest = new Int32Array()] = rowsByCategory(asked.values, {
    codes: sides,
    categories: ['in', 'rest'],
  })
  const compared = against === 'rest' ? rest : rowsWithValue(asked.values)
  return estimateDeviation(asked, value.trim(), inside, compared)
}

function rowsOf(request: EstimateRequest, records: Records, asked: Asked, notes: TableNote[]): EstimateRow[] {
  if (request.deviation) return [deviationRow(request, records, asked, notes)]
  const domains = request.by === undefined ? null : records.code('domain')
  if (!domains) return [estimateDomain(asked, null, rowsWithValue(asked.values))]
  const lists = rowsByCategory(asked.values, domains)
  return inOrder(domains.categories).map((k) => estimateDomain(asked, domains.categories[k] ?? '', lists[k] ?? new Int32Array()))
}

interface Weighted {
  readonly design: SampleDesign
  readonly weights: Float64Array
  readonly unmet: EstimateOutcome['unmet']
}

/** The final weights: those of the file, or calibrated ones with the regression that their variance needs. */
function weighted(
  request: EstimateRequest,
  design: SampleDesign,
  weights: Float64Array,
  targets: ReturnType<typeof calibrationTargets>,
): Weighted {
  if (!request.margins) return { design, weights, unmet: null }
  const result = calibrateBy(request.calibration, weights, targets)
  const { infeasible, totalsDiffer } = result
  if (!result.converged) return { design, weights: result.weights, unmet: { infeasible, totalsDiffer } }
  const margins = targets.map((target) =>
    target.kind === 'numeric' ? { values: target.values } : { codes: target.codes, categories: target.categories },
  )
  return { design: { ...design, calibration: calibration(weights, margins) }, weights: result.weights, unmet: null }
}

/**
 * A mean, a total or a proportion of a file of records, with its design-based standard error and interval: overall, by the categories of a column, or as
 * the deviation of a domain from the whole that holds it.
 *
 * Without margins met there are no estimates: rows come without figures and `unmet` says why.
 * Source: METHODS 4 and 5. Equals R survey's `svyby(…, svymean | svytotal)` with the degrees of freedom of the domain.
 *
 * @throws TableRefused when a file is at fault
 */
export async function estimateFile(request: EstimateRequest): Promise<EstimateOutcome> {
  const faults = new TableFaults()
  const margins = request.margins ? await readMargins(request.margins, faults) : []
  const wanted = { ...designColumns(request), ...questionColumns(request), ...marginColumns(margins) }
  const records = await readColumns(request.records, wanted, faults)
  const targets = calibrationTargets(margins, records, faults)
  faults.refuse()
  const sample = readSample(records, request, faults)
  faults.refuse()
  const { design, weights, unmet } = weighted(request, sample.design, sample.weights, targets)
  const notes = [...sample.notes]
  const values = valuesOf(records, request.question, notes)
  const { question, interval, level } = request
  const frame = domainFrame(design, weights)
  const rows = rowsOf(request, records, { figure: question.figure, values, frame, interval, level }, notes)
  const shown = unmet ? rows.map(({ domain, n }) => emptyRow(domain, n, 'notApplicable')) : rows
  const negativeWeights = unmet ? 0 : weights.reduce((count, weight) => count + (weight < 0 ? 1 : 0), 0)
  return { document: estimateDocument.parse({ schema: 'estimate/1', rows: shown }), unmet, negativeWeights, notes }
}
