// What every command of bin/ shares. Plain JavaScript without dependencies, because it runs before anything is installed, on any Node >= 20.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 24

/** Ends the process with one plain sentence, never a stack trace. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The Node that the program runs on: the pinned one where npm could install it, else this one when it is recent enough. */
export function pinnedNode() {
  const pinned = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(pinned) && majorOf(pinned) >= oldestNode) return pinned
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath
  return giveUp(
    `No Node ${oldestNode} for ${process.platform}-${process.arch} comes with the packages and this one is ${process.versions.node}; install Node ${oldestNode} or later and start again.`,
  )
}

function majorOf(node) {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 ? Number.parseInt(answer.stdout.slice(1), 10) : 0
}

/** Arguments with which Node reads our TypeScript from any working directory. */
export function typescriptFlags() {
  const module = (...parts) => pathToFileURL(join(root, ...parts)).href
  return [
    '--disable-warning=ExperimentalWarning',
    '--import',
    module('node_modules', 'tsx', 'dist', 'loader.mjs'),
    '--import',
    module('bin', 'orphan.mjs'),
  ]
}

/** The environment of our processes: UTC inside (local time is converted with the zone of the place), JSX as tsconfig says. */
export function programEnvironment(extra = {}) {
  return { ...process.env, TZ: 'UTC', TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...extra }
}

/**
 * Runs one TypeScript program on the pinned Node and exits with its code. Signals are passed on, each kind once: with Ctrl-C in a terminal the
 * program has already had its own copy, so programs must treat a repeated signal as the same request.
 */
export async function run(script, args, extra = {}) {
  process.exit(await runAndWait(script, args, extra))
}

/** Like `run`, but hands the exit code back. */
export function runAndWait(script, args, extra = {}) {
  const child = spawn(pinnedNode(), [...typescriptFlags(), join(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: programEnvironment(extra),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    let passed = false
    process.on(signal, () => {
      if (!passed) child.kill(signal)
      passed = true
    })
  }
  stopWithNpm(child)
  return new Promise((resolve) => {
    child.on('error', (error) => giveUp(`Node could not be started (${error.message}); run npm ci and try again.`))
    child.on('exit', (code, signal) => resolve(signal ? 128 + (signalNumbers[signal] ?? 1) : (code ?? 1)))
  })
}

/**
 * A kill of `npm start` ends npm and its shell, which tell nobody: seen by our parent, or its, being another. Started without npm we may be meant
 * to outlive the shell that started us.
 */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const before = ancestors()
  const watching = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(watching)
    child.kill('SIGTERM')
  }, 250)
  watching.unref()
}

function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s*(\d+)/m)?.[1] ?? ''
  } catch {
    return ''
  }
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }
