import type { Viewer } from '#domain/accounts'
import { isUuid } from '#kernel/uuid.ts'
import type { Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { codesOf, type SheetMapping } from '#domain/survey'
import { read, write } from '#store/open.ts'
import {
  deleteSheetFile,
  insertSheetFile,
  moveSheetFile,
  selectSheetFile,
  selectSheetFiles,
  selectTakenFile,
  type SheetFile,
} from '#store/sheetFiles.ts'
import type { SurveyAsked } from '../collection/fieldSurvey.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Received } from '../imports/importDesk.ts'
import { authorise } from '../rights.ts'
import { entryContext, readEntryContext, type EntryContext } from './entryContext.ts'
import { checkFile, keepPieces, takeFile, type FileWork } from './fileRuns.ts'
import type { SheetFileLine, SheetFileOptions, SheetFileReport, SheetFilesView, SheetFileView } from './fileViews.ts'

/** Answers that come in files: received, understood, checked, and taken in when somebody says so. */
export interface FileDesk {
  answerFiles(viewer: Viewer, asked: SurveyAsked): Promise<SheetFilesView>
  answerFile(viewer: Viewer, asked: SurveyAsked, id: string): Promise<SheetFileView>
  /** Keeps a file for the time being and reads it; gives its id. Refuses with `sheetFile.again` a file that was taken in. */
  receiveAnswers(viewer: Viewer, asked: SurveyAsked, file: Received, language: Language): Promise<string>
  /** Reads a file again, with columns and values as somebody mapped them; `null`: as they are. */
  mapAnswers(viewer: Viewer, asked: SurveyAsked, id: string, chosen: MappingChosen): Promise<void>
  confirmAnswers(viewer: Viewer, asked: SurveyAsked, id: string, language: Language): Promise<void>
  discardAnswers(viewer: Viewer, asked: SurveyAsked, id: string): Promise<void>
  /** Waits until what is under way has ended. */
  answersIdle(): Promise<void>
}

export interface MappingChosen {
  readonly mapping: SheetMapping | null
  readonly options: SheetFileOptions
  readonly language: Language
}

interface Run {
  rows: number
  readonly ended: Promise<void>
  readonly abort: AbortController
}

/** Milliseconds that a request waits for a file to be read before it shows that it is being read. */
const patience = 2500

async function findFile(tools: DeskTools, asked: SurveyAsked, id: string): Promise<{ context: EntryContext; file: SheetFile }> {
  return read(tools.observatory.db, async (reader) => {
    const context = await entryContext(tools, reader, asked)
    const file = isUuid(id) ? await selectSheetFile(reader, context.survey, id) : null
    if (!file || file.state === 'receiving') throw new DomainError('sheetFile.unknown')
    return { context, file }
  })
}

function lineOf({ id, name, state, broughtOn, broughtByName, report }: SheetFile): SheetFileLine {
  const sheets = (report as SheetFileReport | null)?.sheets ?? null
  return { id, name, state, broughtOn, broughtBy: broughtByName, sheets }
}

/** The runs of this process: each file is worked on once at a time. */
function fileRuns(tools: DeskTools) {
  const running = new Map<string, Run>()
  async function work(context: EntryContext, id: string, by: Viewer, language: Language, run: Run): Promise<void> {
    const { db } = tools.observatory
    const file = await read(db, (reader) => selectSheetFile(reader, context.survey, id))
    if (!file) return
    const onRows = (rows: number): void => {
      run.rows = rows
    }
    const doing: FileWork = { tools, context, file, by, language, onRows, signal: run.abort.signal }
    try {
      await (file.state === 'taking' ? takeFile(doing) : checkFile(doing))
    } catch (error) {
      // A file set aside while it was read is no failure: there is nothing left to tell it to.
      await write(db, (writer) => moveSheetFile(writer, id, ['checking', 'taking'], { state: 'failed' }))
      if (!run.abort.signal.aborted) throw error
    }
  }
  return {
    find: (id: string): Run | undefined => running.get(id),
    async start(context: EntryContext, id: string, by: Viewer, language: Language): Promise<void> {
      if (running.has(id)) return
      const run: Run = { rows: 0, ended: Promise.resolve(), abort: new AbortController() }
      const ended = work(context, id, by, language, run)
        .catch(() => {})
        .finally(() => running.delete(id))
      running.set(id, Object.assign(run, { ended }))
      let timer: NodeJS.Timeout | undefined
      await Promise.race([ended, new Promise((resolve) => (timer = setTimeout(resolve, patience)))])
      clearTimeout(timer)
    },
    idle: async (): Promise<void> => {
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

type Runs = ReturnType<typeof fileRuns>

async function receive(
  tools: DeskTools,
  runs: Runs,
  viewer: Viewer,
  asked: SurveyAsked,
  received: Received,
  language: Language,
): Promise<string> {
  const { db, newId } = tools.observatory
  const context = await readEntryContext(tools, asked)
  const { survey, head } = context
  if (survey.state !== 'open') throw new DomainError('survey.notOpen', { code: survey.code })
  const id = newId()
  const options: SheetFileOptions = { incomplete: false, leaveFaulty: false }
  const line = { id, survey, name: received.fileName, options, broughtOn: head.today, broughtByName: viewer.name }
  await write(db, (writer) => insertSheetFile(writer, line))
  try {
    const hash = await keepPieces(tools, id, received.content)
    if (received.isCut()) throw new DomainError('upload.tooLarge')
    const before = await read(db, (reader) => selectTakenFile(reader, survey, hash))
    if (before) throw new DomainError('sheetFile.again', { day: before.broughtOn, name: before.name })
    await write(db, (writer) => moveSheetFile(writer, id, ['receiving'], { state: 'checking', hash }))
  } catch (error) {
    // A file that did not arrive whole, or came before, leaves nothing behind.
    await write(db, (writer) => deleteSheetFile(writer, id))
    throw error
  }
  await runs.start(context, id, viewer, language)
  return id
}

export function createFileDesk(tools: DeskTools): FileDesk {
  const { db } = tools.observatory
  const runs = fileRuns(tools)
  return {
    async answerFiles(viewer, asked) {
      authorise(viewer, 'answers.bring')
      return read(db, async (reader) => {
        const { head, survey } = await entryContext(tools, reader, asked)
        return { head, state: survey.state, files: (await selectSheetFiles(reader, survey)).map(lineOf) }
      })
    },
    async answerFile(viewer, asked, id) {
      authorise(viewer, 'answers.bring')
      const { context, file } = await findFile(tools, asked, id)
      const run = runs.find(id)
      const report = file.report as SheetFileReport | null
      return {
        ...lineOf(file),
        head: context.head,
        grid: context.grid,
        most: context.questionnaire.mostServices,
        report,
        choices: Object.fromEntries((report?.values ?? []).map(({ kind }) => [kind, codesOf(kind)])),
        options: file.options as SheetFileOptions,
        running: run ? { rows: run.rows } : null,
      }
    },
    async receiveAnswers(viewer, asked, file, language) {
      authorise(viewer, 'answers.bring')
      return receive(tools, runs, viewer, asked, file, language)
    },
    async mapAnswers(viewer, asked, id, { mapping, options, language }) {
      authorise(viewer, 'answers.bring')
      const { context } = await findFile(tools, asked, id)
      const to = { state: 'checking', options, ...(mapping ? { mapping } : {}) } as const
      const from = runs.find(id)
        ? (['ready', 'faulty', 'failed'] as const)
        : (['ready', 'faulty', 'failed', 'checking', 'taking'] as const)
      if (!(await write(db, (writer) => moveSheetFile(writer, id, from, to)))) throw new DomainError('sheetFile.notReady')
      await runs.start(context, id, viewer, language)
    },
    async confirmAnswers(viewer, asked, id, language) {
      authorise(viewer, 'answers.bring')
      const { context } = await findFile(tools, asked, id)
      const moved = await write(db, (writer) => moveSheetFile(writer, id, ['ready'], { state: 'taking' }))
      if (!moved) throw new DomainError('sheetFile.notReady')
      await runs.start(context, id, viewer, language)
    },
    async discardAnswers(viewer, asked, id) {
      authorise(viewer, 'answers.bring')
      await findFile(tools, asked, id)
      runs.find(id)?.abort.abort()
      if (!(await write(db, (writer) => deleteSheetFile(writer, id)))) throw new DomainError('sheetFile.notReady')
    },
    answersIdle: () => runs.idle(),
  }
}
