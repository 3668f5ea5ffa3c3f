import { asEnvironmentError } from './errors.ts'
import { ensureCluster } from './embedded/cluster.ts'
import { endLeftover } from './embedded/leftover.ts'
import { type Lock, lockFolder } from './embedded/lock.ts'
import { type Wish, clusterIn, dataFolder, placeFor } from './embedded/place.ts'
import { ensureRoles } from './embedded/roles.ts'
import { type ServerUrls, removeRunning, serverUrls, urlOn, writeRunning } from './embedded/running.ts'
import { type Server, startServer } from './embedded/server.ts'

export { FolderInUse } from './embedded/lock.ts'
export { joinRunning } from './embedded/running.ts'
export { temporaryDataFolder } from './embedded/temporary.ts'

/** What takes time at a start, for the progress in the terminal. */
export type EmbeddedStep = 'waitingForPrevious' | 'copyingPrograms' | 'creatingCluster' | 'startingServer'

export type EmbeddedOptions = Wish & {
  /** Whether other processes may use the server while it runs (`joinRunning`): yes for the portal, no for one command. Default true. */
  readonly joinable?: boolean
  /** How long to wait for another owner of the data folder before giving up. Default 0. */
  readonly waitMs?: number
  readonly onProgress?: (step: EmbeddedStep) => void
  /** Called when postgres ends although nobody stopped it. */
  readonly onDeath?: () => void
}

/** A running server of our own. `adminUrl` is the superuser's, for tests and repairs; `stop` may be called twice. */
export type Embedded = ServerUrls & {
  readonly adminUrl: string
  readonly dataDir: string
  readonly socketDir: string
  readonly stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on a data folder: takes the folder's lock, sees the postgres of a killed run out, makes the cluster on the first run
 * (0.8 s), starts it (0.1 s) and makes roles and database. It stops with `stop()`, and by itself when this process dies, even by kill -9.
 * Every fault of the surroundings is an EnvironmentError: folder in use, disk full, no permission, no programs for this platform.
 *
 * @example const embedded = await startEmbedded({ dataDir: 'data' }); await migrate(embedded.ownerUrl); …; await embedded.stop()
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = dataFolder(options)
  const lock = await lockFolder(dataDir, options.waitMs ?? 0)
  try {
    return await startLocked(dataDir, lock, options)
  } catch (error) {
    removeRunning(dataDir)
    lock.release()
    throw asEnvironmentError(error, { dataDir })
  }
}

async function startLocked(dataDir: string, lock: Lock, options: EmbeddedOptions): Promise<Embedded> {
  const tell = (step: EmbeddedStep) => options.onProgress?.(step)
  await endLeftover(dataDir, clusterIn(dataDir), () => tell('waitingForPrevious'))
  writeRunning(dataDir, { pid: process.pid })
  const place = await placeFor(dataDir, () => tell('copyingPrograms'))
  await ensureCluster(place, () => tell('creatingCluster'))
  tell('startingServer')
  const server = await startServer(place)
  const adminUrl = urlOn(server.socketDir, 'postgres', 'postgres')
  try {
    await ensureRoles(adminUrl)
  } catch (error) {
    await server.stop()
    throw error
  }
  writeRunning(dataDir, { pid: process.pid, socketDir: server.socketDir, joinable: options.joinable ?? true })
  const stop = stopping(server, dataDir, lock, options.onDeath)
  return { ...serverUrls(server.socketDir), adminUrl, dataDir, socketDir: server.socketDir, stop }
}

function stopping(server: Server, dataDir: string, lock: Lock, onDeath?: () => void): () => Promise<void> {
  let stopped: Promise<void> | undefined
  void server.ended.then(() => (stopped ? undefined : onDeath?.()))
  const stop = async () => {
    removeRunning(dataDir)
    await server.stop()
    lock.release()
  }
  return () => (stopped ??= stop())
}
