import { cellShares, type CellShares } from '#stats/cellCovariance.ts'
import { domainDegrees, domainFrame } from '#stats/domainVariance.ts'
import { pearsonStatistic, raoScott, type RaoScott } from '#stats/raoScott.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { inOrder } from './categories.ts'
import { crosstabDocument, type CrosstabDocument } from './crosstabContract.ts'
import type { CodedColumn } from './growingColumns.ts'
import { readColumns, type Records } from './readColumns.ts'
import { designColumns, readSample, type Sample, type SampleColumns } from './readSample.ts'
import { TableFaults, type TableNote } from './tableFaults.ts'

export interface CrosstabRequest extends SampleColumns {
  readonly records: SourceFile
  readonly rows: string
  readonly columns: string
}

export interface CrosstabOutcome {
  readonly document: CrosstabDocument
  readonly notes: readonly TableNote[]
}

/** The test compares every cell with every other; a table beyond this is no table for people either. */
const mostCells = 1000

/** A table of two columns: the categories met together, and the cell of each record (-1 where either value is missing). */
interface Table {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cell: Int32Array
  readonly count: Int32Array
  readonly n: number
}

/** The categories of a column that some records of the table have, in their order, and the place of each code among them. */
function met({ codes, categories }: CodedColumn, other: CodedColumn): { names: string[]; place: Int32Array } {
  const seen = new Uint8Array(categories.length)
  for (let i = 0; i < codes.length; i++)
    if ((codes[i] as number) >= 0 && (other.codes[i] as number) >= 0) seen[codes[i] as number] = 1
  const order = inOrder(categories).filter((k) => seen[k] === 1)
  const place = new Int32Array(categories.length).fill(-1)
  for (const [at, k] of order.entries()) place[k] = at
  return { names: order.map((k) => categories[k] ?? ''), place }
}

function tableOf(records: Records, request: CrosstabRequest, faults: TableFaults): Table {
  const none = { codes: new Int32Array(), categories: [] }
  const [a, b] = [records.code('rows') ?? none, records.code('columns') ?? none]
  const [rows, columns] = [met(a, b), met(b, a)]
  const size = rows.names.length * columns.names.length
  if (size > mostCells) {
    const value = `${rows.names.length} × ${columns.names.length}`
    faults.add({
      file: records.file,
      column: `${request.rows}, ${request.columns}`,
      value,
      code: 'crosstab.tooMany',
      expected: String(mostCells),
    })
    faults.refuse()
  }
  const count = new Int32Array(size)
  const cell = a.codes.map((code, i) => {
    const other = b.codes[i] as number
    if (code < 0 || other < 0) return -1
    const at = (rows.place[code] as number) * columns.names.length + (columns.place[other] as number)
    count[at] = (count[at] as number) + 1
    return at
  })
  return { rows: rows.names, columns: columns.names, cell, count, n: cell.reduce((sum, at) => sum + (at >= 0 ? 1 : 0), 0) }
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** The standard error of a share; null where its variance cannot be estimated. */
function errorOf(variance: number): number | null {
  return Number.isNaN(variance) ? null : Math.sqrt(Math.max(variance, 0))
}

function cellsOf(table: Table, shares: CellShares, estimable: boolean): CrosstabDocument['cells'] {
  const { weighted, totalWeight, covariance } = shares
  const width = table.columns.length
  const size = weighted.length
  const rowWeight = table.rows.map((_, i) => weighted.subarray(i * width, (i + 1) * width).reduce((sum, value) => sum + value, 0))
  const columnWeight = table.columns.map((_, j) =>
    table.rows.reduce((sum, _row, i) => sum + (weighted[i * width + j] as number), 0),
  )
  return table.rows.flatMap((row, i) =>
    table.columns.map((column, j) => {
      const at = i * width + j
      const weight = weighted[at] as number
      return {
        row,
        column,
        n: table.count[at] as number,
        weighted: weight,
        share: ratio(weight, totalWeight),
        rowShare: ratio(weight, rowWeight[i] as number),
        columnShare: ratio(weight, columnWeight[j] as number),
        se: estimable ? errorOf(covariance[at * size + at] as number) : null,
      }
    }),
  )
}

/** The rows and columns of a table whose weight is above 0: a category of weight 0 takes no part in the test. */
function weightedPart(
  table: Table,
  { share, covariance }: CellShares,
): { rows: number; columns: number; share: Float64Array; covariance: Float64Array } {
  const width = table.columns.length
  const rows = table.rows.map((_, i) => i).filter((i) => share.subarray(i * width, (i + 1) * width).some((value) => value > 0))
  const columns = table.columns.map((_, j) => j).filter((j) => rows.some((i) => (share[i * width + j] as number) > 0))
  const kept = rows.flatMap((i) => columns.map((j) => i * width + j))
  return {
    rows: rows.length,
    columns: columns.length,
    share: Float64Array.from(kept, (cell) => share[cell] as number),
    covariance: Float64Array.from(kept.flatMap((a) => kept.map((b) => covariance[a * share.length + b] as number))),
  }
}

interface Tested {
  readonly test: RaoScott | null
  readonly chi2: number | null
  readonly status: CrosstabDocument['status']
}

function testOf(table: Table, shares: CellShares, degrees: number): Tested {
  if (!(shares.totalWeight > 0)) return { test: null, chi2: null, status: 'noData' }
  const part = weightedPart(table, shares)
  if (part.rows < 2 || part.columns < 2) return { test: null, chi2: null, status: 'notApplicable' }
  const chi2 = table.n * pearsonStatistic(part.share, part.rows, part.columns)
  const test = raoScott({ ...part, n: table.n, degrees })
  if (test) return { test, chi2, status: 'ok' }
  const estimable = degrees > 0 && !part.covariance.some((value) => Number.isNaN(value))
  return { test: null, chi2, status: estimable ? 'notApplicable' : 'oneUnit' }
}

function documentOf(table: Table, { design, weights }: Sample): CrosstabDocument {
  const shares = cellShares(design, table.cell, weights, table.count.length)
  const degrees = design.units - design.strata
  const inTable = Int32Array.from(table.cell.keys()).filter((row) => (table.cell[row] as number) >= 0)
  const estimable = domainDegrees(domainFrame(design, weights), inTable) > 0
  const { test, chi2, status } = testOf(table, shares, degrees)
  return crosstabDocument.parse({
    schema: 'crosstab/1',
    cells: cellsOf(table, shares, estimable),
    F: test?.F ?? null,
    ndf: test?.ndf ?? null,
    ddf: test?.ddf ?? null,
    p: test?.p ?? null,
    chi2,
    n: table.n,
    status,
  })
}

/**
 * The table of two columns of a file of records with the standard errors of its shares, and Rao and Scott's test that the two are independent.
 *
 * Records where either value is missing lie outside the table and stay in the design. Degrees of freedom of the test are the whole design's, as R's are.
 * Equals R survey's `svytable`, `svymean(~interaction(a, b))` and `svychisq(statistic = "F")`.
 *
 * @throws TableRefused when the file is at fault, or the table would have more than 1,000 cells
 */
export async function crosstabFile(request: CrosstabRequest): Promise<CrosstabOutcome> {
  const faults = new TableFaults()
  const wanted = {
    ...designColumns(request),
    rows: { column: request.rows, kind: 'code', needed: false },
    columns: { column: request.columns, kind: 'code', needed: false },
  } as const
  const records = await readColumns(request.records, wanted, faults)
  faults.refuse()
  const sample = readSample(records, request, faults)
  faults.refuse()
  return { document: documentOf(tableOf(records, request, faults), sample), notes: sample.notes }
}
