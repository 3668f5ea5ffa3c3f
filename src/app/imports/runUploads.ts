import type { Viewer } from '#domain/accounts'
import type { ImportKind } from '#domain/imports'
import { DomainError } from '#kernel/result.ts'
import { read, write } from '#store/open.ts'
import {
  deletePieces,
  deleteUnfinished,
  deleteUpload,
  insertPiece,
  insertUpload,
  moveUpload,
  readPieces,
  selectUpload,
  selectWaiting,
  type Upload,
} from '#store/imports/uploads.ts'
import type { Observatory } from '../observatory.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import type { Received } from './importDesk.ts'
import type { ImportDocument } from './importContract.ts'
import { importFiles } from './importFiles.ts'
import { askedKind } from './recognise.ts'

/** How the owner of a file says it is to be read. */
export interface UploadOptions {
  readonly kind: ImportKind | null
  readonly crs: string | null
  readonly mapping: Readonly<Record<string, string>>
}

/** The checks and imports of this process. */
export interface UploadRuns {
  receive(viewer: Viewer, file: Received): Promise<string>
  start(id: string, by?: Viewer): void
  resume(): Promise<void>
  idle(): Promise<void>
  /** Ends what is under way; it is taken up again at the next start. */
  stop(): Promise<void>
}

const pieceBytes = 1 << 20
/** A file that has not arrived whole after this long, in milliseconds, never will. */
const longestArrival = 3_600_000
/** Progress is written at most this often, in milliseconds. */
const progressEvery = 700

async function keep(obs: Observatory, id: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  let held: Uint8Array[] = []
  let size = 0
  let number = 0
  const flush = async (): Promise<void> => {
    const piece = Buffer.concat(held)
    held = []
    size = 0
    await write(obs.db, (writer) => insertPiece(writer, id, number, piece))
    number++
  }
  for await (const part of content) {
    held.push(part)
    size += part.length
    if (size >= pieceBytes) await flush()
  }
  if (size > 0) await flush()
}

function sourceOf(obs: Observatory, upload: Upload): SourceFile {
  return { name: upload.fileName, size: upload.bytes, open: () => readPieces(obs.db, upload.id, upload.bytes) }
}

function faulty(document: ImportDocument): boolean {
  return document.files.some((file) => file.errorCount > 0)
}

async function say(obs: Observatory, id: string, to: Parameters<typeof moveUpload>[3]): Promise<void> {
  await write(obs.db, async (writer) => {
    await moveUpload(writer, id, ['reading', 'importing'], to)
    if (to.state === 'imported') await deletePieces(writer, id)
  })
}

/** Reads the file, or takes it in, and writes how it ended. */
async function work(obs: Observatory, upload: Upload, by: Viewer, signal: AbortSignal): Promise<void> {
  const { id, state } = upload
  const { kind, crs, mapping } = upload.options as UploadOptions
  let told = performance.now()
  const document = await importFiles(obs, {
    files: [sourceOf(obs, upload)],
    kind,
    dryRun: state === 'reading',
    answers: { mapping, ...(crs ? { crs } : {}) },
    by,
    signal,
    words: (issue) => issue.expected,
    onProgress(_file, rows) {
      if (performance.now() - told < progressEvery) return
      told = performance.now()
      void say(obs, id, { state, progress: rows }).catch(() => {})
    },
  })
  const found = document.files.find((file) => file.kind !== null)?.kind ?? null
  const next = faulty(document) ? 'refused' : document.committed ? 'imported' : 'previewed'
  await say(obs, id, { state: next, preview: document, kind: found })
}

async function run(obs: Observatory, id: string, by: Viewer | null, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const upload = await read(obs.db, (reader) => selectUpload(reader, id))
  if (!upload) return
  const owner: Viewer = { userId: upload.broughtBy, name: upload.broughtByName ?? '', email: null, memberships: [] }
  try {
    await work(obs, upload, by ?? owner, signal)
  } catch (error) {
    if (signal.aborted) return
    await say(obs, id, { state: 'failed', failure: error instanceof Error ? error.message : String(error) })
  }
}

async function receive(obs: Observatory, viewer: Viewer, file: Received): Promise<string> {
  const id = obs.newId()
  const options: UploadOptions = { kind: askedKind(file.kind), crs: file.crs, mapping: {} }
  await write(obs.db, (writer) =>
    insertUpload(writer, {
      id,
      fileName: file.fileName,
      broughtBy: viewer.userId,
      broughtByName: viewer.name,
      broughtAt: obs.now(),
      kind: options.kind,
      options,
    }),
  )
  try {
    await keep(obs, id, file.content)
    if (file.isCut()) throw new DomainError('upload.tooLarge')
  } catch (error) {
    // A file that did not arrive whole is no file: nothing of it stays.
    await write(obs.db, (writer) => deleteUpload(writer, id))
    throw error
  }
  await write(obs.db, (writer) => moveUpload(writer, id, ['receiving'], { state: 'reading' }))
  return id
}

export function runUploads(obs: Observatory): UploadRuns {
  const running = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const start = (id: string, by: Viewer | null): void => {
    if (running.has(id)) return
    const ended = run(obs, id, by, stopping.signal).finally(() => running.delete(id))
    // A database that is gone is told by whoever asks it next; nobody waits for this run.
    running.set(
      id,
      ended.catch(() => {}),
    )
  }
  return {
    async receive(viewer, file) {
      const id = await receive(obs, viewer, file)
      start(id, viewer)
      return id
    },
    start: (id, by) => start(id, by ?? null),
    async resume() {
      await write(obs.db, (writer) => deleteUnfinished(writer, new Date(obs.now().getTime() - longestArrival)))
      const waiting = await read(obs.db, selectWaiting)
      for (const upload of waiting) if (upload.state === 'reading' || upload.state === 'importing') start(upload.id, null)
    },
    async stop() {
      stopping.abort()
      await Promise.all(running.values())
    },
    async idle() {
      await Promise.all(running.values())
    },
  }
}
