import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { readRunning } from './running.ts'

/** Another process owns the data folder: a command may join its server once that is ready. */
export class FolderInUse extends EnvironmentError {}

/** A held lock; `release` may be called twice. */
export type Lock = { readonly release: () => void }

/**
 * Takes the lock of a data folder, so that two processes never own it. It is a lock of the operating system on the file `lock`, taken through
 * SQLite because Node offers no other: atomic, free as soon as its process is gone (kill -9 too), and blind to process ids.
 * Waits up to `waitMs` for it, then throws an EnvironmentError that names the owner.
 */
export async function lockFolder(dataDir: string, waitMs: number): Promise<Lock> {
  for (const deadline = Date.now() + waitMs; ; await sleep(100)) {
    const lock = tryLock(dataDir)
    if (lock) return lock
    if (Date.now() >= deadline) throw inUse(dataDir)
  }
}

function tryLock(dataDir: string): Lock | null {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(join(dataDir, 'lock'))
    // No journal file beside the lock: nothing is ever written.
    file.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
    return holding(file)
  } catch (error) {
    if (file?.isOpen) file.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null
    throw new EnvironmentError(
      `The data folder ${dataDir} is not writable by this user; start as its owner or choose another folder with PASSERELLE_DATA.`,
      { cause: error },
    )
  }
}

function holding(file: DatabaseSync): Lock {
  return { release: () => (file.isOpen ? file.close() : undefined) }
}

function inUse(dataDir: string): FolderInUse {
  const owner = readRunning(dataDir)
  const who = owner ? `process ${owner.pid}` : 'another process'
  return new FolderInUse(
    `The data folder ${dataDir} is in use by ${who}; stop that one or choose another folder with PASSERELLE_DATA.`,
  )
}
