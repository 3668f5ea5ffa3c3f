import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { type Account, canUse, serverAccount, weAreRoot } from './account.ts'
import { type Binaries, copyBinaries, findBinaries, linkLibraries, program } from './binaries.ts'

/** Where the caller wants the data: `explicit` when somebody chose the folder (it is never moved), else the project's default. */
export type Wish = { readonly dataDir: string; readonly explicit?: boolean }

/** Where the data are, which programs serve them, and as whom (null: as ourselves). */
export type Place = {
  readonly dataDir: string
  readonly cluster: string
  readonly binaries: Binaries
  readonly account: Account | null
}

const systemFolder = '/var/lib/passerelle'

/**
 * Where the data of a wish really are. As root in a clone under a closed home (0700) PostgreSQL's user cannot reach the project's folder: the
 * data are then in a system folder, keyed by the clone's path. Throws an EnvironmentError when the folder cannot be made or reached.
 */
export function dataFolder(wish: Wish): string {
  const wanted = makeFolder(resolve(wish.dataDir))
  if (!weAreRoot()) return wanted
  const account = serverAccount(clusterIn(wanted))
  if (canUse(account, wanted)) return wanted
  if (wish.explicit) {
    throw new EnvironmentError(
      `The data folder ${wanted} cannot be reached by the user ${account.name}, as whom PostgreSQL runs; open its parent folders (chmod o+x), choose another PASSERELLE_DATA, or start as an ordinary user.`,
    )
  }
  makeFolder(systemFolder)
  const key = createHash('sha256').update(realpathSync(wanted)).digest('hex').slice(0, 12)
  return makeFolder(join(systemFolder, `data-${key}`))
}

/** Where the cluster of a data folder lies. */
export function clusterIn(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/** Completes a data folder with the programs that its server's user can run, copying them once where it cannot reach the installed ones. */
export async function placeFor(dataDir: string, onCopy: () => void): Promise<Place> {
  const cluster = clusterIn(dataDir)
  const found = findBinaries()
  const account = weAreRoot() ? serverAccount(cluster) : null
  const usable = linkLibraries(found) && (!account || canUse(account, program(found, 'postgres')))
  if (usable) return { dataDir, cluster, binaries: found, account }
  onCopy()
  const parent = account ? makeFolder(systemFolder) : dataDir
  return { dataDir, cluster, binaries: await copyBinaries(found, parent), account }
}

function makeFolder(path: string): string {
  try {
    const made = makeLevels(path)
    // Under root's umask of 077 our own folder would be closed to PostgreSQL's user.
    if (weAreRoot() && (made !== undefined || path === systemFolder)) openUpTo(path, made ?? path)
    return realpathSync(path)
  } catch (cause) {
    throw new EnvironmentError(
      `The data folder ${path} cannot be made or read by this user; make ${dirname(path)} writable or choose another folder with PASSERELLE_DATA.`,
      { cause },
    )
  }
}

/** Makes a folder and those above it that are missing, and gives the first one made. Node's own recursive way never ends under /proc. */
function makeLevels(path: string): string | undefined {
  if (existsSync(path)) return undefined
  const first = makeLevels(dirname(path))
  mkdirSync(path)
  return first ?? path
}

function openUpTo(path: string, first: string): void {
  for (let folder = path; folder.startsWith(first); folder = dirname(folder)) chmodSync(folder, 0o755)
}
