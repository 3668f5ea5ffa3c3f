import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { diskFull } from '../errors.ts'
import { canUse } from './account.ts'
import type { Place } from './place.ts'
import { socketName, urlOn } from './running.ts'
import { endOf, spawnWatched } from './watched.ts'

/** A started postgres: its socket's folder, its end, and how to bring it about. */
export type Server = { readonly socketDir: string; readonly ended: Promise<void>; readonly stop: () => Promise<void> }

const readyWithinMs = 120_000
const stopWithinMs = 60_000
const longestLog = 10_000_000
/** The system's limit for the path of a socket is 104 bytes on macOS, 108 on Linux. */
const longestSocketPath = 100

export async function startServer(place: Place): Promise<Server> {
  const socketDir = makeSocketFolder(place)
  const log = openLog(place)
  const child = spawnWatched(place, 'postgres', flags(place, socketDir), log)
  closeSync(log)
  const ended = endOf(child).then(() => {})
  const server = { socketDir, ended, stop: () => stop(child, ended, socketDir) }
  try {
    await untilReady(place, server)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

function flags(place: Place, socketDir: string): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    fsync: 'on',
    shared_buffers: '128MB',
    max_connections: '60',
    max_wal_size: '256MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Parallel workers speak through /dev/shm, which containers keep small, and two cores are busy anyway.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    logging_collector: 'off',
  }
  return ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A short private folder: the path of a socket may be 100 bytes only, and there is no password on it. */
function makeSocketFolder(place: Place): string {
  const fits = (parent: string) =>
    Buffer.byteLength(join(parent, 'passerelle-XXXXXX', socketName)) < longestSocketPath &&
    (!place.account || canUse(place.account, parent))
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find(fits)
  if (!parent)
    throw new EnvironmentError(
      `The folder for temporary files ${tmpdir()} cannot be used by PostgreSQL; set TMPDIR to a short path that is open to all.`,
    )
  const made = mkdtempSync(join(parent, 'passerelle-'))
  chmodSync(made, 0o700)
  if (place.account) chownSync(made, place.account.uid, place.account.gid)
  return made
}

function logFile(place: Place): string {
  return join(place.dataDir, 'postgres.log')
}

function openLog(place: Place): number {
  const size = statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0
  return openSync(logFile(place), size > longestLog ? 'w' : 'a', 0o600)
}

async function untilReady(place: Place, server: Server): Promise<void> {
  let over = false
  void server.ended.then(() => (over = true))
  for (const deadline = Date.now() + readyWithinMs; Date.now() < deadline; await sleep(20)) {
    if (over) throw startFailure(place)
    if (await accepts(urlOn(server.socketDir, 'postgres', 'postgres'))) return
  }
  throw new EnvironmentError(`PostgreSQL did not answer within ${readyWithinMs / 1000} s; ${logFile(place)} says why.`)
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function startFailure(place: Place): EnvironmentError {
  const said = readFileSync(logFile(place), 'utf8').trimEnd().split('\n').slice(-8)
  if (said.some((line) => /No space left|could not extend|ENOSPC/.test(line))) return diskFull(place.dataDir)
  const fatal = said.findLast((line) => /FATAL|PANIC|ERROR|error while/.test(line)) ?? said.at(-1) ?? 'it said nothing'
  return new EnvironmentError(`PostgreSQL could not start on ${place.dataDir} (${fatal.trim()}); see ${logFile(place)}.`)
}

async function stop(child: ChildProcess, ended: Promise<void>, socketDir: string): Promise<void> {
  child.stdin?.destroy()
  const patience = setTimeout(() => child.kill('SIGQUIT'), stopWithinMs)
  await ended
  clearTimeout(patience)
  rmSync(socketDir, { recursive: true, force: true })
}
