import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { type Wish, dataFolder } from './place.ts'

/** What the owner of a data folder says of itself in `running.json`: its process, its server's socket once it is ready, and whether others may use that. */
const runningFile = z.object({
  pid: z.number().int().positive(),
  socketDir: z.string().optional(),
  joinable: z.boolean().optional(),
})
export type Running = z.infer<typeof runningFile>

/** The addresses of one embedded server: as the owner of the schema, and as the role that serves and owns nothing. */
export type ServerUrls = { readonly ownerUrl: string; readonly webUrl: string }

export function urlOn(socketDir: string, role: string, database = 'passerelle'): string {
  return `postgresql://${role}@/${database}?host=${encodeURIComponent(socketDir)}`
}

export function serverUrls(socketDir: string): ServerUrls {
  return { ownerUrl: urlOn(socketDir, 'passerelle_owner'), webUrl: urlOn(socketDir, 'passerelle_web') }
}

export function readRunning(dataDir: string): Running | null {
  try {
    return runningFile.parse(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')))
  } catch {
    return null
  }
}

export function writeRunning(dataDir: string, running: Running): void {
  const file = join(dataDir, 'running.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(running)}\n`)
  renameSync(`${file}.new`, file)
}

export function removeRunning(dataDir: string): void {
  rmSync(join(dataDir, 'running.json'), { force: true })
}

/** The server that another process runs on this data folder and lets others use, or null. */
export async function joinRunning(wish: Wish): Promise<ServerUrls | null> {
  const running = readRunning(dataFolder(wish))
  if (!running?.socketDir || !running.joinable || !isAlive(running.pid)) return null
  return (await answers(join(running.socketDir, socketName))) ? serverUrls(running.socketDir) : null
}

export const socketName = '.s.PGSQL.5432'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => resolve(true))
    connection.once('error', () => resolve(false))
    connection.once('connect', () => connection.destroy())
  })
}
