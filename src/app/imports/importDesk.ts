import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { isUuid } from '#kernel/uuid.ts'
import { selectImport, selectImports, lastImport, type ImportEntry } from '#store/imports/ledger.ts'
import { selectMeasureCounts, type MeasureCount } from '#store/imports/measures.ts'
import { read, write } from '#store/open.ts'
import {
  deleteUpload,
  moveUpload,
  selectDatasetLines,
  selectUpload,
  selectWaiting,
  type DatasetLine,
  type Upload,
} from '#store/imports/uploads.ts'
import { authorise } from '../rights.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import type { ImportDocument } from './importContract.ts'
import { runUploads, type UploadOptions } from './runUploads.ts'
import { undoImport } from './undoImport.ts'

export type { ImportEntry } from '#store/imports/ledger.ts'
export type { MeasureCount } from '#store/imports/measures.ts'

export interface UploadView extends Omit<Upload, 'preview' | 'options'> {
  /** What the check found; the `message` of an issue holds what was expected, which the page puts into words. */
  readonly preview: ImportDocument | null
  readonly options: UploadOptions
}

export interface ImportsView {
  readonly waiting: readonly UploadView[]
  readonly imports: readonly ImportEntry[]
  readonly datasets: readonly DatasetLine[]
  /** The import that an undo would take back. */
  readonly undoable: string | null
}

/** An import with what its figures cover. */
export interface ImportDetail {
  readonly entry: ImportEntry
  readonly measures: readonly MeasureCount[]
  readonly undoable: boolean
}

/** A file as the portal receives it. */
export interface Received {
  readonly fileName: string
  readonly kind: string | null
  readonly crs: string | null
  readonly content: AsyncIterable<Uint8Array>
  /** Whether more came than may; asked when the content has ended. */
  readonly isCut: () => boolean
}

/** Files that partners bring: received, checked, shown, and taken in when their owner says so. */
export interface ImportDesk {
  list(viewer: Viewer): Promise<ImportsView>
  import(viewer: Viewer, id: string): Promise<ImportDetail>
  /** Keeps a file and begins to check it; gives the id under which its check can be followed. */
  receive(viewer: Viewer, file: Received): Promise<string>
  upload(viewer: Viewer, id: string): Promise<UploadView>
  /** Checks a file again, as another kind or with columns pointed to. */
  readAgain(viewer: Viewer, id: string, options: UploadOptions): Promise<void>
  confirm(viewer: Viewer, id: string): Promise<void>
  discard(viewer: Viewer, id: string): Promise<void>
  undo(viewer: Viewer, id: string): Promise<void>
  /** Takes up what a process that died left unfinished. */
  resume(): Promise<void>
  /** Waits until what is under way has ended. */
  idle(): Promise<void>
  /** Ends what is under way; it is taken up again at the next start. */
  stop(): Promise<void>
}

function viewOf(upload: Upload): UploadView {
  return { ...upload, preview: upload.preview as ImportDocument | null, options: upload.options as UploadOptions }
}

const importsShown = 200

async function findUpload(obs: Observatory, id: string): Promise<Upload> {
  const upload = isUuid(id) ? await read(obs.db, (reader) => selectUpload(reader, id)) : null
  if (!upload) throw new DomainError('import.unknown', { id })
  return upload
}

export function createImportDesk(tools: DeskTools): ImportDesk {
  const { observatory: obs } = tools
  const runs = runUploads(obs)
  const find = (id: string): Promise<Upload> => findUpload(obs, id)
  return {
    async list(viewer) {
      authorise(viewer, 'imports.read')
      return read(obs.db, async (reader) => ({
        waiting: (await selectWaiting(reader)).map(viewOf),
        imports: await selectImports(reader, importsShown),
        datasets: await selectDatasetLines(reader),
        undoable: (await lastImport(reader))?.id ?? null,
      }))
    },
    async import(viewer, id) {
      authorise(viewer, 'imports.read')
      return read(obs.db, async (reader) => {
        const entry = isUuid(id) ? await selectImport(reader, id) : null
        if (!entry) throw new DomainError('import.unknown', { id })
        const measures = await selectMeasureCounts(reader, id)
        return { entry, measures, undoable: (await lastImport(reader))?.id === id }
      })
    },
    async receive(viewer, file) {
      authorise(viewer, 'imports.bring')
      return runs.receive(viewer, file)
    },
    async upload(viewer, id) {
      authorise(viewer, 'imports.read')
      return viewOf(await find(id))
    },
    async readAgain(viewer, id, options) {
      authorise(viewer, 'imports.bring')
      await find(id)
      const to = { state: 'reading', kind: options.kind, options, progress: 0 } as const
      const moved = await write(obs.db, (writer) => moveUpload(writer, id, ['previewed', 'refused', 'failed'], to))
      if (!moved) throw new DomainError('import.notReady', { id })
      runs.start(id)
    },
    async confirm(viewer, id) {
      authorise(viewer, 'imports.bring')
      await find(id)
      const to = { state: 'importing', progress: 0 } as const
      const moved = await write(obs.db, (writer) => moveUpload(writer, id, ['previewed'], to))
      if (!moved) throw new DomainError('import.notReady', { id })
      runs.start(id, viewer)
    },
    async discard(viewer, id) {
      authorise(viewer, 'imports.bring')
      await find(id)
      const gone = await write(obs.db, (writer) => deleteUpload(writer, id))
      if (!gone) throw new DomainError('import.notReady', { id })
    },
    undo: (viewer, id) => undoImport(obs, viewer, id),
    resume: () => runs.resume(),
    idle: () => runs.idle(),
    stop: () => runs.stop(),
  }
}
