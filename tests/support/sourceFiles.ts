import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import type { SourceFile } from '#app/files/sourceFile.ts'

/** The real files of the field, beside the project; tests that read them are skipped where they are not there. */
const folder = new URL('../../../shared/data/', import.meta.url)
export const withoutRealFiles = existsSync(folder) ? false : 'the real files are not beside the project'

/** A file of given bytes, handed over in pieces of a given size. */
export function fileOf(name: string, content: string | Uint8Array, piece = 64 * 1024): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
    },
  }
}

function fileAt(url: URL): SourceFile {
  return { name: url.pathname.split('/').at(-1) ?? '', size: statSync(url).size, open: () => createReadStream(url) }
}

/** A real file by its path from their folder. */
export const realFile = (path: string): SourceFile => fileAt(new URL(path, folder))

/** All real files below a folder, by name. */
export function realFiles(path: string): SourceFile[] {
  const below = new URL(`${path}/`, folder)
  return readdirSync(below, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => new URL(name, below))
    .filter((url) => statSync(url).isFile())
    .map(fileAt)
}

/** All that comes, in one list. */
export async function allOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const each of source) all.push(each)
  return all
}
