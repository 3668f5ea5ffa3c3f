import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './writeWhole.ts'

/** Files of one folder, by name. */
export type FolderFiles = Readonly<Record<string, AsyncIterable<string>>>

async function renameAll(from: string, to: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rename(join(from, name), join(to, name))
}

/**
 * Writes files into a folder: all of them or none. They are written whole beside their place first; a folder that was not there appears with all its files,
 * one that was keeps whatever else lies in it.
 *
 * @throws the machine's own failures, such as a folder that cannot be written
 */
export async function writeFolder(folder: string, files: FolderFiles): Promise<void> {
  const there = existsSync(folder)
  const unfinished = there ? join(folder, `.part-${process.pid}`) : `${folder.replace(/[/\\]+$/, '')}.part-${process.pid}`
  try {
    await mkdir(unfinished, { recursive: true })
    for (const [name, lines] of Object.entries(files)) await writeWhole(join(unfinished, name), lines)
    if (there) await renameAll(unfinished, folder, Object.keys(files))
    else await rename(unfinished, folder)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}
