import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { diskFull } from '../errors.ts'
import { program } from './binaries.ts'
import type { Place } from './place.ts'

const leastFreeBytes = 400 * 1024 * 1024
const unfinishedPrefix = 'postgres.new-'

/** Makes the cluster of a place unless it is there. It is built aside and renamed, so that a kill in the middle leaves nothing half made. */
export async function ensureCluster(place: Place, onCreate: () => void): Promise<void> {
  removeUnfinished(place.dataDir)
  if (existsSync(place.cluster)) return
  onCreate()
  refuseFullDisk(place.dataDir)
  const unfinished = join(place.dataDir, `${unfinishedPrefix}${process.pid}`)
  mkdirSync(unfinished, { mode: 0o700 })
  if (place.account) chownSync(unfinished, place.account.uid, place.account.gid)
  try {
    await initdb(place, unfinished)
    renameSync(unfinished, place.cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function initdb(place: Place, folder: string): Promise<void> {
  const flags = ['-D', folder, '-U', 'postgres', '--locale=C', '--encoding=UTF8', '--auth=trust', '--no-instructions']
  try {
    await promisify(execFile)(program(place.binaries, 'initdb'), flags, {
      ...asAccount(place),
      cwd: '/',
      env: plainEnvironment(),
    })
  } catch (cause) {
    const said = String(cause)
    if (/No space left|ENOSPC/i.test(said)) throw diskFull(place.dataDir, cause)
    const reason = said.split('\n').findLast((line) => line.trim() !== '') ?? said
    throw new EnvironmentError(
      `PostgreSQL could not make its files in ${place.dataDir} (${reason.trim()}); set DATABASE_URL to use another server.`,
      {
        cause,
      },
    )
  }
}

/** Neither language nor zone of the caller may reach the server: the same bytes everywhere. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(LANG|LANGUAGE|LC_.*|PG.*|TZ|LD_LIBRARY_PATH|LD_PRELOAD)$/.test(name),
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

export function asAccount(place: Place): { uid?: number; gid?: number } {
  return place.account ? { uid: place.account.uid, gid: place.account.gid } : {}
}

function refuseFullDisk(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize < leastFreeBytes) throw diskFull(dataDir)
}

function removeUnfinished(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(unfinishedPrefix)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}
