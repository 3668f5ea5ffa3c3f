import { chownSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { diskFull } from '../errors.ts'
import type { Place } from './place.ts'
import { endOf, spawnWatched } from './watched.ts'

const leastFreeBytes = 400 * 1024 * 1024
const unfinishedPrefix = 'postgres.new-'
const goneWithinMs = 20_000

/** Makes the cluster of a place unless it is there. It is built aside and renamed, so that a kill in the middle leaves nothing half made. */
export async function ensureCluster(place: Place, onCreate: () => void): Promise<void> {
  await removeUnfinished(place.dataDir)
  if (existsSync(place.cluster)) return
  onCreate()
  refuseFullDisk(place.dataDir)
  const unfinished = mkdtempSync(join(place.dataDir, unfinishedPrefix))
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
  const child = spawnWatched(place, 'initdb', flags, 'pipe')
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await endOf(child)
  child.stdin?.destroy()
  if (code === 0) return
  if (/No space left/i.test(said)) throw diskFull(place.dataDir)
  const reason = said.split('\n').findLast((line) => /error|fatal|could not/i.test(line)) ?? `exit code ${code}`
  throw new EnvironmentError(
    `PostgreSQL could not make its files in ${place.dataDir} (${reason.trim()}); set DATABASE_URL to use another server.`,
  )
}

function refuseFullDisk(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize < leastFreeBytes) throw diskFull(dataDir)
}

/** Removes what a killed run was making. Its initdb may still be on its way out and write, so until nothing comes back. */
async function removeUnfinished(dataDir: string): Promise<void> {
  const unfinished = () => readdirSync(dataDir).filter((name) => name.startsWith(unfinishedPrefix))
  for (const deadline = Date.now() + goneWithinMs; unfinished().length > 0 && Date.now() < deadline; await sleep(100)) {
    for (const name of unfinished()) removeQuietly(join(dataDir, name))
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Written to in the middle; the next round removes it.
  }
}
