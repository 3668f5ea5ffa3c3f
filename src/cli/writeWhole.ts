import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/**
 * Writes text to a file in UTF-8, gzip by name. The file appears whole under its name or not at all.
 *
 * @throws the machine's own failures, such as a folder that cannot be written
 */
export async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.part-${process.pid}`
  const file = createWriteStream(unfinished, { flags: 'wx' })
  try {
    await once(file, 'open')
    if (/\.gz$/i.test(path)) await pipeline(lines, createGzip(), file)
    else await pipeline(lines, file)
    await rename(unfinished, path)
  } catch (error) {
    file.destroy()
    await rm(unfinished, { force: true })
    throw error
  }
}
