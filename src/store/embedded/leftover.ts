import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { isAlive, readRunning } from './running.ts'

/** How long each step may take before the next, harder one: it ends by itself, fast shutdown, immediate shutdown (recovered at the next start). */
const steps: readonly { readonly signal: NodeJS.Signals | null; readonly patienceMs: number }[] = [
  { signal: null, patienceMs: 10_000 },
  { signal: 'SIGINT', patienceMs: 30_000 },
  { signal: 'SIGQUIT', patienceMs: 10_000 },
]

/**
 * Sees the postgres of a killed run out, which may still be shutting down, and removes what it left. Only the holder of the folder's lock may
 * call this: it knows that no living process of ours uses that postgres.
 */
export async function endLeftover(dataDir: string, cluster: string, onWait: () => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = firstNumber(file)
  if (pid && servesCluster(pid, cluster)) {
    onWait()
    await end(pid, cluster)
  }
  // Its process id may belong to somebody else by now, which would make the next postgres believe that this one lives.
  rmSync(file, { force: true })
  const socketDir = readRunning(dataDir)?.socketDir
  if (socketDir) rmSync(socketDir, { recursive: true, force: true })
}

async function end(pid: number, cluster: string): Promise<void> {
  for (const { signal, patienceMs } of steps) {
    if (signal) process.kill(pid, signal)
    await untilGone(pid, cluster, patienceMs)
    if (!servesCluster(pid, cluster)) return
  }
  throw new EnvironmentError(
    `A PostgreSQL of an earlier run (process ${pid}) does not stop; end it with kill -9 ${pid} and start again.`,
  )
}

function firstNumber(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return 0
  }
}

/** Whether that process is the postgres that we started on that cluster (a dead one that nobody reaped is not). */
function servesCluster(pid: number, cluster: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(`-D ${cluster} `)
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

async function untilGone(pid: number, cluster: string, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline && servesCluster(pid, cluster);) await sleep(50)
}
