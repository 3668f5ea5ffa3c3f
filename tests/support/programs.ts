import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { temporaryDataFolder } from '#store/embedded.ts'

export const root = join(import.meta.dirname, '..', '..')

/** What a program left: its exit code (null after a signal) and what it wrote. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A running program of ours. `says` waits for a pattern on its standard output; `ended` for its end. */
export type Program = {
  readonly child: ChildProcess
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<Ended>
}

/** Starts a TypeScript program of the project, or any command, and ends it with the test. */
export function startProgram(
  context: TestContext,
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Program {
  return startCommand(context, process.execPath, [...process.execArgv, join(root, script), ...args], env)
}

export function startCommand(
  context: TestContext,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Program {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...output }))
  })
  context.after(async () => {
    child.kill('SIGTERM')
    await ended.catch(() => {})
  })
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output.stdout)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      look()
      ended.then(() => reject(new Error(`The program ended without saying ${pattern}: ${output.stdout}${output.stderr}`)), reject)
    })
  return { child, says, ended }
}

/** A folder that is removed with the test. */
export function temporaryFolder(context: TestContext): string {
  const folder = temporaryDataFolder()
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
