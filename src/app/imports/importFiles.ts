import { importKindCodes, isPlan, type ImportKind, type TablePlan } from '#domain/imports'
import type { Viewer } from '#domain/accounts'
import { raiseVersion } from '#store/dataVersion.ts'
import { writeBulk, type BulkWriter } from '#store/imports/copyInto.ts'
import { isRepeatedKey } from '#store/imports/merge.ts'
import { insertImport, lockImports, rememberMapping, selectMapping } from '#store/imports/ledger.ts'
import { oneAtATime } from '#store/imports/oneAtATime.ts'
import { recordAudit } from '#store/audit.ts'
import { unpack } from '../files/unpack.ts'
import type { SourceFile, Unreadable } from '../files/sourceFile.ts'
import type { Observatory } from '../observatory.ts'
import { FileReport, type IssueWords } from './fileReport.ts'
import type { ImportDocument } from './importContract.ts'
import type { ImportAnswers, ImportRun } from './importRun.ts'
import { editionFor, openBook, openColumnNames } from './openBook.ts'
import { checksumOf, headerChecksum, planOf, recognise, type Recognised } from './recognise.ts'
import { takeAnswers } from './takeAnswers.ts'
import { takeBoundaries } from './takeBoundaries.ts'
import { takeTable } from './takeTable.ts'

/** What somebody asks when bringing files. */
export interface ImportRequest {
  readonly files: readonly SourceFile[]
  /** The kind of all of them, where their owner says it; recognised by their content otherwise. */
  readonly kind: ImportKind | null
  /** Reads and checks everything, and changes nothing. */
  readonly dryRun: boolean
  readonly answers: ImportAnswers
  /** Who brings them; `null` from the command line of the machine itself. */
  readonly by: Viewer | null
  readonly words: IssueWords
  /** Called with a file and the rows read of it so far. */
  readonly onProgress?: (file: string, rows: number) => void
  readonly signal?: AbortSignal
}

interface Arrival {
  readonly file: SourceFile
  readonly report: FileReport
  readonly bytes: number
  readonly found: Recognised
}

function refusedReport({ name, issues }: Unreadable): FileReport {
  const report = new FileReport(name)
  for (const issue of issues) report.fault(issue)
  return report
}

async function unpackAll(files: readonly SourceFile[]): Promise<{ files: SourceFile[]; refused: FileReport[] }> {
  const unpacked: SourceFile[] = []
  const refused: FileReport[] = []
  for (const file of files) {
    const found = await unpack(file)
    for (const each of found) {
      if ('open' in each) unpacked.push(each)
      else refused.push(refusedReport(each))
    }
  }
  return { files: unpacked, refused }
}

async function arrive(run: ImportRun, file: SourceFile, request: ImportRequest): Promise<Arrival> {
  const report = new FileReport(file.name)
  const { checksum, bytes } = await checksumOf(file)
  report.checksum = checksum
  const found = await recognise(file, {
    kind: request.kind,
    answers: request.answers,
    columnNames: run.columnNames,
    remembered: (header) => selectMapping(run.bulk.writer, headerChecksum(header)),
  })
  report.kind = found.kind
  if (found.form === 'refused') {
    for (const issue of found.issues) report.fault(issue)
    report.unmapped = found.unmapped
    report.columns = found.columns
  }
  if (found.form === 'table') {
    report.columns = found.table.header
    report.mapping = found.plan.mapping
    report.source = found.plan.source
    report.licence = found.plan.licence
    report.referenceDate = found.plan.referenceDate
  }
  return { file, report, bytes, found }
}

/** Zones before what lies in them; names of columns before the tables that use them. */
function order({ found }: Arrival): number {
  const rank = importKindCodes.findIndex((kind) => kind === found.kind)
  return found.form === 'table' && found.kind === 'census' && found.plan.dataset === null ? rank - 0.5 : rank
}

/** The plan of a table, made again when names of columns have come with another of the files. */
function currentPlan(run: ImportRun, { table, plan }: Extract<Recognised, { form: 'table' }>): TablePlan {
  if (plan.kind !== 'census' || plan.dataset === null || !run.columnNames.learned()) return plan
  const again = planOf(table, { kind: 'census', columnNames: run.columnNames, mapping: plan.mapping })
  return isPlan(again) ? again : plan
}

async function take(run: ImportRun, arrival: Arrival, request: ImportRequest): Promise<void> {
  const { report, found, bytes, file } = arrival
  const id = run.observatory.newId()
  if (found.form === 'features') await takeBoundaries(run, report, found.features, id)
  else if (found.form === 'table' && found.kind === 'answers') await takeAnswers(run, report, { file, table: found.table }, id)
  else if (found.form === 'table') await takeTable(run, report, found.table, currentPlan(run, found), id)
  if (report.errorCount > 0) return
  if (found.form === 'table' && Object.keys(request.answers.mapping ?? {}).length > 0) {
    const { table, plan, kind } = found
    await rememberMapping(run.bulk.writer, {
      headerChecksum: headerChecksum(table.header),
      kind,
      mapping: plan.mapping,
      at: run.at,
    })
  }
  if (report.added + report.changed > 0) await enter(run, report, { id, bytes, by: request.by })
}

/** The file's line in the ledger, and in the audit log. */
async function enter(run: ImportRun, report: FileReport, file: { id: string; bytes: number; by: Viewer | null }): Promise<void> {
  const { writer } = run.bulk
  const {
    kind,
    file: fileName,
    checksum,
    source,
    licence,
    referenceDate,
    rows,
    added,
    changed,
    unchanged,
    missingValues,
  } = report
  if (kind === null) throw new Error(`${fileName} was taken in without a kind`)
  await insertImport(writer, {
    id: file.id,
    kind,
    fileName,
    checksum,
    bytes: file.bytes,
    source,
    licence,
    referenceDate,
    records: rows,
    added,
    changed,
    unchanged,
    missingValues,
    importedAt: run.at,
    importedBy: file.by?.userId ?? null,
    importedByName: file.by?.name ?? null,
    report: {
      warningCount: report.warningCount,
      unmatched: report.unmatchedCodes.slice(0, 1e3),
      mapping: report.mapping,
    },
    undoneAt: null,
    undoneByName: null,
  })
  await recordAudit(writer, {
    actor: file.by ?? { userId: null, name: 'passerelle' },
    action: 'import.taken',
    subject: fileName,
    details: { kind, checksum, rows, added, changed },
  })
}

async function startRun(obs: Observatory, bulk: BulkWriter, request: ImportRequest, directly: boolean): Promise<ImportRun> {
  const { writer } = bulk
  await lockImports(writer)
  const at = obs.now()
  const edition = await editionFor(writer, at)
  return {
    observatory: obs,
    bulk,
    edition,
    book: await openBook(writer, edition),
    columnNames: await openColumnNames(writer),
    at,
    directly,
    answers: request.answers,
    onProgress: () => {},
    signal: request.signal ?? null,
    touched: new Set(),
  }
}

/**
 * Reads files, checks every row, and takes all of them in, or none: one fault in one file leaves the observatory as it was. Importing the same
 * files again changes nothing.
 */
export async function importFiles(obs: Observatory, request: ImportRequest): Promise<ImportDocument> {
  try {
    return await runOnce(obs, request, true)
  } catch (error) {
    if (!isRepeatedKey(error)) throw error
    // A row came twice on the short way: the long one finds out which, and says on what lines.
    return runOnce(obs, request, false)
  }
}

async function runOnce(obs: Observatory, request: ImportRequest, directly: boolean): Promise<ImportDocument> {
  const { files, refused } = await unpackAll(request.files)
  const bulkWork = async (bulk: BulkWriter): Promise<{ value: ImportDocument; save: boolean }> => {
    const run = await startRun(obs, bulk, request, directly)
    const arrivals: Arrival[] = []
    for (const file of files) arrivals.push(await arrive(run, file, request))
    for (const arrival of arrivals.toSorted((a, b) => order(a) - order(b))) {
      const { report } = arrival
      if (arrival.found.form === 'refused') continue
      await take({ ...run, onProgress: (rows) => request.onProgress?.(report.file, rows) }, arrival, request)
    }
    for (const scope of run.touched) await raiseVersion(bulk.writer, scope)
    const reports = [...refused, ...arrivals.map((arrival) => arrival.report)]
    const save = !request.dryRun && reports.every((report) => report.errorCount === 0)
    const document: ImportDocument = {
      schema: 'import/1',
      files: reports.map((report) => report.toDocument(request.words)),
      committed: save,
    }
    return { value: document, save }
  }
  return oneAtATime(obs.db, () => writeBulk(obs.db, bulkWork))
}
