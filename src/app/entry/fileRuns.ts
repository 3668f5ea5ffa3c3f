import { createHash, randomBytes } from 'node:crypto'
import { uuidV7 } from '#kernel/uuid.ts'
import type { Viewer } from '#domain/accounts'
import { guessColumns, sheetVocabulary, type SheetMapping, type SheetVocabulary } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { holdOpen } from '#store/fieldSurveys.ts'
import { read, write, type Writer } from '#store/open.ts'
import {
  deleteSheetPieces,
  insertFileSheets,
  insertSheetPiece,
  insertSources,
  moveSheetFile,
  readSheetPieces,
  selectSources,
  type SheetFile,
} from '#store/sheetFiles.ts'
import { keepSheetMapping, selectSheetMapping } from '#store/sheetMappings.ts'
import type { DeskTools } from '../deskTools.ts'
import { openFile } from '../files/openFile.ts'
import type { OpenTable } from '../files/sourceFile.ts'
import type { EntryContext } from './entryContext.ts'
import type { SheetFileFault, SheetFileOptions, SheetFileReport } from './fileViews.ts'
import type { FileSheet } from './answerReading.ts'
import { fitsHead, headSignature, readAnswerFile, valuesByOrder } from './readAnswerFile.ts'

/** What one run on a file works with. */
export interface FileWork {
  readonly tools: DeskTools
  readonly context: EntryContext
  readonly file: SheetFile
  readonly by: Viewer
  readonly language: 'fr' | 'en'
  readonly onRows: (rows: number) => void
  readonly signal: AbortSignal
}

const pieceBytes = 1 << 20

/** Keeps a file piece by piece as it comes; gives the SHA-256 of its bytes. */
export async function keepPieces(tools: DeskTools, id: string, content: AsyncIterable<Uint8Array>): Promise<string> {
  const sum = createHash('sha256')
  let held: Uint8Array[] = []
  let size = 0
  let number = 0
  const flush = async (): Promise<void> => {
    const piece = Buffer.concat(held)
    held = []
    size = 0
    await write(tools.observatory.db, (writer) => insertSheetPiece(writer, id, number, piece))
    number++
  }
  for await (const part of content) {
    sum.update(part)
    held.push(part)
    size += part.length
    if (size >= pieceBytes) await flush()
  }
  if (size > 0) await flush()
  return sum.digest('hex')
}

function vocabularyFor(tools: DeskTools, { grid }: EntryContext): SheetVocabulary {
  const [fr, en] = [tools.labels('fr'), tools.labels('en')]
  const names = serviceCodes.map((code) => [code, { fr: fr('service', code), en: en('service', code) }] as const)
  return sheetVocabulary(grid, Object.fromEntries(names) as Readonly<Record<ServiceCode, Bilingual>>)
}

/** A report on what is no table at all. */
function unreadableReport(faults: readonly SheetFileFault[]): SheetFileReport {
  return {
    header: [],
    examples: [],
    mapping: { columns: [], values: {} },
    never: [],
    values: [],
    form: 'wide',
    encoding: '',
    delimiter: '',
    known: false,
    missing: [],
    rows: 0,
    incomplete: 0,
    already: 0,
    sheets: 0,
    noReason: 0,
    chance: 'one',
    faults,
    faultCount: faults.length,
    faultyAnswers: 0,
  }
}

async function openAnswers({
  tools,
  file,
}: FileWork): Promise<OpenTable | { readonly form: 'none'; readonly report: SheetFileReport }> {
  const open = (): AsyncIterable<Uint8Array> => readSheetPieces(tools.observatory.db, file.id, file.bytes)
  const opened = await openFile({ name: file.name, size: file.bytes, open })
  if (opened.form === 'table') return opened
  const notTable = { line: 1, column: '', value: file.name, code: 'file.notTable' }
  return { form: 'none', report: unreadableReport(opened.form === 'unreadable' ? opened.issues : [notTable]) }
}

interface Mapped {
  readonly mapping: SheetMapping
  readonly known: boolean
}

/** The mapping that somebody chose, the one remembered for this head, or a guess. */
async function mappingFor({ tools, context, file }: FileWork, table: OpenTable, vocabulary: SheetVocabulary): Promise<Mapped> {
  if (fitsHead(file.mapping, table.header.length)) return { mapping: file.mapping, known: false }
  const kept = await read(tools.observatory.db, (reader) => selectSheetMapping(reader, headSignature(table.header)))
  if (fitsHead(kept, table.header.length)) return { mapping: kept, known: true }
  const columns = guessColumns(table.header, vocabulary, context.questionnaire.mostServices)
  return { mapping: { columns, values: {} }, known: false }
}

function isReady(report: SheetFileReport, options: SheetFileOptions): boolean {
  const whole = report.faultCount === 0 || options.leaveFaulty
  return whole && report.missing.length === 0 && report.header.length > 0
}

function keysOf(sheets: readonly FileSheet[]): string[] {
  return sheets.flatMap(({ key }) => (key === null ? [] : [key]))
}

/** Reads a table as it stands, and once more where values are told by their order alone. */
async function reportOn(work: FileWork, table: OpenTable): Promise<SheetFileReport> {
  const { tools, context, file, language, onRows, signal } = work
  const vocabulary = vocabularyFor(tools, context)
  const { mapping, known } = await mappingFor(work, table, vocabulary)
  const take = async (sheets: readonly FileSheet[]): Promise<number> =>
    (await read(tools.observatory.db, (reader) => selectSources(reader, context.survey, keysOf(sheets)))).size
  const options = file.options as SheetFileOptions
  const common = { context, table, vocabulary, known, options, secret: tools.secret, language, take, onRows, signal }
  const report = await readAnswerFile({ ...common, mapping })
  const ordered = valuesByOrder(report.values.filter(({ code }) => code === null))
  const kinds = Object.keys(ordered) as (keyof typeof ordered)[]
  if (kinds.length === 0) return report
  const both = kinds.map((kind) => [kind, { ...ordered[kind], ...mapping.values[kind] }] as const)
  return readAnswerFile({ ...common, mapping: { ...mapping, values: { ...mapping.values, ...Object.fromEntries(both) } } })
}

/** Reads a file without keeping anything of it, and writes what was found. */
export async function checkFile(work: FileWork): Promise<void> {
  const { tools, file } = work
  const opened = await openAnswers(work)
  const report = opened.form === 'table' ? await reportOn(work, opened) : opened.report
  const state = isReady(report, file.options as SheetFileOptions) ? 'ready' : 'faulty'
  const to = { state, report, mapping: report.mapping } as const
  await write(tools.observatory.db, (writer) => moveSheetFile(writer, file.id, ['checking'], to))
}

async function takeAll(work: FileWork, writer: Writer, table: OpenTable): Promise<void> {
  const { tools, context, file, by, language, onRows, signal } = work
  const options = file.options as SheetFileOptions
  const { mapping } = file.report as SheetFileReport
  if (!(await holdOpen(writer, context.survey))) throw new DomainError('survey.notOpen', { code: context.survey.code })
  const take = async (sheets: readonly FileSheet[]): Promise<number> => {
    const before = await selectSources(writer, context.survey, keysOf(sheets))
    const fresh = sheets.filter(({ key }) => key === null || !before.has(key))
    if (fresh.length > 0) await insertFileSheets(writer, context.survey, fresh, context.head.today)
    await insertSources(writer, context.survey, keysOf(fresh))
    return sheets.length - fresh.length
  }
  const vocabulary = vocabularyFor(tools, context)
  const common = {
    context,
    table,
    mapping,
    vocabulary,
    known: false,
    options,
    secret: tools.secret,
    language,
    take,
    onRows,
    signal,
  }
  const report = await readAnswerFile(common)
  if (!isReady(report, options)) throw new DomainError('sheetFile.notReady')
  const moved = await moveSheetFile(writer, file.id, ['taking'], {
    state: 'taken',
    // What is kept of a file that came in is what came of it: no value of anybody.
    report: { ...report, examples: [], values: [], faults: [] },
  })
  if (!moved) throw new DomainError('sheetFile.notReady')
  await deleteSheetPieces(writer, file.id)
  const at = tools.observatory.now()
  const id = uuidV7(at.getTime(), randomBytes(10))
  await keepSheetMapping(writer, { id, signature: headSignature(table.header), name: file.name, mapping, at })
  const details = { file: file.name, sheets: report.sheets }
  await recordAudit(writer, { actor: by, action: 'answers.brought', subject: context.survey.code, details })
}

/** Takes a file in: all of its answers in one transaction, or none. */
export async function takeFile(work: FileWork): Promise<void> {
  const { db } = work.tools.observatory
  const table = await openAnswers(work)
  if (table.form !== 'table') throw new DomainError('sheetFile.notReady')
  try {
    await write(db, (writer) => takeAll(work, writer, table))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await write(db, (writer) => moveSheetFile(writer, work.file.id, ['taking'], { state: 'faulty' }))
  }
}
