import { readColumnNames, type DatasetRecord, type FileIssue, type ImportKind, type TablePlan } from '#domain/imports'
import { merge, stagedDuplicates } from '#store/imports/merge.ts'
import { keepAbsent } from '#store/imports/measures.ts'
import { sharePostcodes } from '#store/imports/lookups.ts'
import type { RelationName } from '#store/imports/relations.ts'
import type { CopyValue } from '#store/imports/copyInto.ts'
import type { FileRow, OpenTable } from '../files/sourceFile.ts'
import type { FileReport } from './fileReport.ts'
import { figureStage, type HeldRecords } from './figureStage.ts'
import type { ImportRun } from './importRun.ts'
import { measureLayout, type MeasureLayout } from './measureLayout.ts'
import { placeAgain } from './placeAgain.ts'
import { takePlaces } from './takePlaces.ts'
import { takeFrames, takeRows, takeSuccessions, takeWantedZones, takeZones } from './takeZones.ts'

/** The table that the rows of a kind fill as they come; other kinds hold their records until the file has ended. */
const streamed: Partial<Readonly<Record<ImportKind, RelationName>>> = {
  population: 'population_count',
  census: 'measure_value',
  filosofi: 'measure_value',
  facilities: 'facility_count',
  postcodes: 'postcode',
}

/** A head alone is more likely a failed export than a table of nothing. */
function refuseNoRows(report: FileReport, { headerLine }: OpenTable): void {
  if (report.rows > 0 || report.errorCount > 0) return
  report.fault({ line: headerLine + 1, column: '', value: '', code: 'file.empty', expected: 'CSV' })
}

/** The table that a plan's rows fill, where they fill one as they come. */
function relationOf({ kind, dataset }: TablePlan): RelationName | null {
  return dataset || kind === 'postcodes' ? (streamed[kind] ?? null) : null
}

async function takeDataset(run: ImportRun, report: FileReport, dataset: DatasetRecord, importId: string): Promise<void> {
  const { code, kind, title, licence, referenceDate, measures } = dataset
  const row: CopyValue[] = [code, kind, title.fr, title.en, dataset.source, licence, referenceDate, 0, 0]
  const outcome = await takeRows(run, 'dataset', [row], importId)
  const columns = measures.map((each, position): CopyValue[] => {
    const { fr, en } = each.label
    return [code, position, each.code, fr, en, each.unit, each.denominator, 0, 0]
  })
  const named = await takeRows(run, 'measure', columns, importId)
  if (outcome.added + outcome.changed + named.added + named.changed + report.added + report.changed > 0)
    run.touched.add('observatory')
}

async function refuseRepeats(run: ImportRun, report: FileReport, relation: RelationName): Promise<void> {
  for (const { line, firstLine, key } of await stagedDuplicates(run.bulk.writer, relation)) {
    const value = Object.values(key).slice(1).join(' ')
    report.fault({ line, column: Object.keys(key).at(-1) ?? '', value, code: 'row.duplicate', expected: `${firstLine}` })
  }
}

async function takeFigures(
  run: ImportRun,
  report: FileReport,
  filled: { readonly relation: RelationName; readonly plan: TablePlan },
  importId: string,
): Promise<void> {
  const { relation, plan } = filled
  await takeWantedZones(run, report, importId)
  const summed = plan.duplicates === 'add' && relation === 'population_count' ? { sum: 'people' } : undefined
  const outcome = await merge(run.bulk.writer, relation, importId, summed)
  if (outcome.repeated) return refuseRepeats(run, report, relation)
  report.count(outcome)
  if (relation !== 'postcode' || outcome.added + outcome.changed === 0) return
  await sharePostcodes(run.bulk.writer, run.edition.code)
  await placeAgain(run, importId)
}

async function takeHeld(run: ImportRun, report: FileReport, held: HeldRecords, importId: string): Promise<void> {
  await takeFrames(run, report, held.zones, importId)
  if (held.zones.length > 0) await takeZones(run, report, held.zones, importId)
  if (held.successions.length > 0) await takeSuccessions(run, report, held.successions, importId)
  if (held.places.length === 0) return
  await takePlaces(run, report, held.places, importId)
}

/** What the reading of a table gave. */
interface Found {
  readonly plan: TablePlan
  readonly layout: MeasureLayout | null
  readonly relation: RelationName | null
  readonly held: HeldRecords
}

type ReadRow = (row: FileRow) => void

async function readRows(run: ImportRun, report: FileReport, table: OpenTable, read: ReadRow, settle: () => Promise<void>) {
  const onFault = (issue: FileIssue): void => {
    report.fault(issue)
    if (issue.code.startsWith('row.')) report.rows++
  }
  for await (const rows of table.rows(onFault)) {
    run.signal?.throwIfAborted()
    for (const row of rows) read(row)
    report.rows += rows.length
    run.onProgress(report.rows)
    await settle()
  }
}

/** Keeps the names of columns that a metadata file tells, for the tables that come with it or later. */
async function takeColumnNames(run: ImportRun, report: FileReport, table: OpenTable, importId: string): Promise<void> {
  const found: (readonly string[])[] = []
  await readRows(
    run,
    report,
    table,
    ({ cells }) => found.push(cells),
    () => Promise.resolve(),
  )
  if (report.errorCount > 0) return
  const { entries } = readColumnNames(table.header, found)
  for (const { code, table: name, label } of entries) run.columnNames.learn(code, name, label)
  const rows = entries.map(({ code, table: name, label }, i): CopyValue[] => [code, code.slice(0, 5), name, label, i + 2, 1])
  const outcome = await takeRows(run, 'column_name', rows, importId)
  report.count(outcome)
  if (outcome.added + outcome.changed > 0) run.touched.add('observatory')
}

/** What a file says beside its figures, and the figures themselves, now that every row is known to be sound. */
async function takeAll(run: ImportRun, report: FileReport, found: Found, importId: string): Promise<void> {
  const { plan, layout, relation, held } = found
  if (relation === 'measure_value' && layout) await keepAbsent(run.bulk.writer, layout.absent)
  if (relation) await takeFigures(run, report, { relation, plan }, importId)
  await takeHeld(run, report, held, importId)
  if (!plan.dataset || report.errorCount > 0) return
  await takeDataset(run, report, { ...plan.dataset, measures: layout?.measures ?? [] }, importId)
}

/** Reads a table through its plan and takes it in, unless a row is at fault: then every fault is told and nothing more is done. */
export async function takeTable(
  run: ImportRun,
  report: FileReport,
  table: OpenTable,
  plan: TablePlan,
  importId: string,
): Promise<void> {
  if (plan.namesColumns) return takeColumnNames(run, report, table, importId)
  const { dataset } = plan
  const relation = relationOf(plan)
  const layout = dataset && (await measureLayout(run, dataset))
  const direct = run.directly && dataset && plan.duplicates !== 'add' ? importId : null
  const { sink, held, settle, end } = await figureStage(run, report, dataset?.code ?? '', relation, layout, direct)
  await readRows(run, report, table, ({ cells, line }) => plan.read(cells, line, sink), settle)
  const straight = await end()
  refuseNoRows(report, table)
  if (report.errorCount > 0) return
  if (straight === null) return takeAll(run, report, { plan, layout, relation, held }, importId)
  await takeWantedZones(run, report, importId)
  report.count({ added: straight, changed: 0, unchanged: 0 })
  await takeAll(run, report, { plan, layout, relation: null, held }, importId)
}
