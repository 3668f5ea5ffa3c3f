import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { serverInEnvironment } from './server.ts'

// The runner: one database server for all test files, then one `node --test`, whose closing lines are the last thing printed.
const root = join(import.meta.dirname, '..', '..')

/** Arguments are flags of `node --test`, or parts of paths: `store/`, `matrix`, `tests/store/open.test.ts`. */
function testArguments(given: readonly string[]): string[] {
  const flags = given.filter((argument) => argument.startsWith('-'))
  const defaults = ['--test', '--test-randomize', '--test-concurrency=2', '--test-reporter=spec', '--test-timeout=600000']
  return [...process.execArgv, ...defaults, ...flags, ...testFiles(given.filter((argument) => !argument.startsWith('-')))]
}

function testFiles(parts: readonly string[]): string[] {
  const all = globSync('tests/**/*.test.{ts,tsx}', { cwd: root }).sort()
  const chosen = all.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part.replace(/^\.\//, ''))))
  if (chosen.length === 0)
    throw new EnvironmentError(`No test file's path contains ${parts.join(' or ')}; give a part of a path under tests/.`)
  return chosen
}

function runTests(cluster: Cluster, testArgs: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, testArgs, {
    cwd: root,
    env: { ...process.env, ...serverInEnvironment(cluster.server) },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

try {
  const testArgs = testArguments(process.argv.slice(2))
  const cluster = await prepareCluster(process.env['DATABASE_URL'])
  const code = await runTests(cluster, testArgs).finally(cluster.stop)
  process.exit(code)
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(error.exitCode)
}
