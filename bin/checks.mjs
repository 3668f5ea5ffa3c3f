// The checks that need no database: each on one line with its time, its output only when it fails.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pinnedNode, programEnvironment, root, typescriptFlags } from './launch.mjs'

const tools = join(root, 'node_modules', '.bin')
const tool = (name, ...args) => ({ command: join(tools, name), args })

const checks = {
  types: () => tool('tsc', '-p', '.'),
  format: () => tool('oxfmt', '--check'),
  lint: () => tool('oxlint', '--type-aware', '--deny-warnings'),
  unused: () => tool('knip', '--no-progress'),
  architecture: () => ({ command: pinnedNode(), args: [...typescriptFlags(), '--test', join('tests', 'architecture.test.ts')] }),
}

/** Runs the named checks in order, all of them; true when none failed. */
export async function runChecks(names = Object.keys(checks)) {
  let passed = true
  for (const name of names) passed = (await runCheck(name)) && passed
  return passed
}

async function runCheck(name) {
  const started = Date.now()
  const { code, output } = await runTool(checks[name]())
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

function runTool({ command, args }) {
  if (!existsSync(command)) return Promise.resolve({ code: 1, output: `${command} is missing; run npm ci.` })
  // The tools are scripts for `node`: theirs is the pinned one.
  const env = programEnvironment({ PATH: [tools, process.env.PATH].join(delimiter) })
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
