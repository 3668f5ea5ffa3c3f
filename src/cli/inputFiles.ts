import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { SourceFile } from '#app/files/sourceFile.ts'
import type { CliWords } from '#words/cli.ts'
import { UsageError } from './options.ts'

/** Files that a command was given, to be read as often as needed; `done` removes what was put aside. */
export interface InputFiles {
  readonly files: readonly SourceFile[]
  readonly done: () => void
}

function onDisk(path: string, name: string): SourceFile {
  return { name, size: statSync(path).size, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) }
}

function checked(path: string, words: CliWords): SourceFile {
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
    return onDisk(path, basename(path))
  } catch (error) {
    throw new UsageError(
      words.fileUnreadable(path, error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    )
  }
}

/** Standard input is put aside in a file of our own, since a file is read more than once. */
async function fromStandardInput(folder: string): Promise<SourceFile> {
  const path = join(folder, 'stdin')
  const file = await open(path, 'w', 0o600)
  try {
    for await (const piece of process.stdin) await file.write(piece as Uint8Array)
  } finally {
    await file.close()
  }
  return onDisk(path, 'stdin')
}

/** The files of these names; `-` is standard input. A file that cannot be read is told before anything starts. */
export async function inputFiles(names: readonly string[], words: CliWords): Promise<InputFiles> {
  const known = new Map(names.filter((name) => name !== '-').map((name) => [name, checked(name, words)]))
  if (!names.includes('-')) return { files: [...known.values()], done: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-import-'))
  const piped = await fromStandardInput(folder)
  const files = names.map((name) => (name === '-' ? piped : known.get(name))).filter((file) => file !== undefined)
  return { files, done: () => rmSync(folder, { recursive: true, force: true }) }
}
