import type { Viewer } from '#domain/accounts'
import type { ImportKind } from '#domain/imports'
import { read, write } from '#store/open.ts'
import {
  deletePieces,
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
}

const pieceBytes = 1 << 20
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
  return { name: upload.fileName, size: upload.bytes, open: () => readPieces(obs.db, upload.id) }
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
async function work(obs: Observatory, upload: Upload, by: Viewer): Promise<void> {
  const { id, state } = upload
  const { kind, crs, mapping } = upload.options as UploadOptions
  let told = performance.now()
  const document = await importFiles(obs, {
    files: [sourceOf(obs, upload)],
    kind,
    dryRun: state === 'reading',
    answers: { mapping, ...(crs ? { crs } : {}) },
    by,
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

async function run(obs: Observatory, id: string, by: Viewer | null): Promise<void> {
  const upload = await read(obs.db, (reader) => selectUpload(reader, id))
  if (!upload) return
  const owner: Viewer = { userId: upload.broughtBy, name: upload.broughtByName ?? '', email: null, memberships: [] }
  try {
    await work(obs, upload, by ?? owner)
  } catch (error) {
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
  await keep(obs, id, file.content)
  return id
}

export function runUploads(obs: Observatory): UploadRuns {
  const running = new Map<string, Promise<void>>()
  const start = (id: string, by: Viewer | null): void => {
    if (running.has(id)) return
    const ended = run(obs, id, by).finally(() => running.delete(id))
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
      const waiting = await read(obs.db, selectWaiting)
      for (const upload of waiting) if (upload.state === 'reading' || upload.state === 'importing') start(upload.id, null)
    },
    async idle() {
      await Promise.all(running.values())
    },
  }
}
