import { spawn, spawnSync } from 'node:child_process'

/** What a command prints, on one line, or `null` when it is not there or fails. */
export async function answerOf(command: string, args: readonly string[]): Promise<string | null> {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim().replaceAll(/\s+/g, ' ') : null
}

/** A peer that takes longer than this, in milliseconds, is stopped. */
const longest = 180_000

/** Runs a command to its end and gives what it printed; an error with its last words when it fails. */
export function runCommand(command: string, args: readonly string[], input = ''): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: longest })
  let output = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code ?? 'a signal'}: ${said.slice(-500)}`)),
    )
  })
}

/** A server in a process of its own, asked on the port it tells. */
export interface Program {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Starts one of `bench/programs` on this Node; it tells its port as its first message and ends when told to. */
export function startProgram(file: string, args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [...process.execArgv, file, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ port: Number(port), stop }))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it told its port`)))
  })
}
