// Plants faults in src/stats one at a time, in copies of the project, and reports those that the tests of src/stats miss.
// By hand:  node --import tsx tests/mutation/run.ts [--file kish.ts] [--sample 100] [--seed 1]
// The project's own files are never touched. Exit 1 when a fault survives that is not in equivalents.ts.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EQUIVALENTS } from './equivalents.ts'
import { type Mutant, plantMutants } from './mutants.ts'

const ROOT = join(import.meta.dirname, '../..')
const TIME_LIMIT = 15_000

const { values: options } = parseArgs({
  options: { file: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
})

/** A copy of what the tests of src/stats need, in a folder of its own. */
function makeCopy(folder: string): string {
  const copy = join(folder, 'project')
  for (const part of ['src/stats', 'src/kernel', 'tests/stats', 'tests/golden', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  symlinkSync(join(ROOT, '../shared'), join(folder, 'shared'))
  return copy
}

/** The tests that import a file of src/stats by name. */
function testsOf(file: string): string[] {
  const folder = join(ROOT, 'tests/stats')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && readFileSync(join(folder, name), 'utf8').includes(`#stats/${file}`))
    .map((name) => `tests/stats/${name}`)
}

/** True when the tests pass in the copy. A run over the time limit counts as failed: the fault made it loop. */
function passes(copy: string, tests: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-isolation=none', ...tests], {
      cwd: copy,
      stdio: 'ignore',
      timeout: TIME_LIMIT,
      killSignal: 'SIGKILL',
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
  })
}

/** Pseudo-random order from a seed, so that a sample can be repeated. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item, index) => ({ item, key: Math.sin((index + 1) * 12.9898 + seed * 78.233) * 43_758.5453 }))
  return keyed.sort((a, b) => a.key - Math.floor(a.key) - (b.key - Math.floor(b.key))).map(({ item }) => item)
}

function isEquivalent(mutant: Mutant): boolean {
  return EQUIVALENTS.some(({ file, after }) => file === mutant.file && mutant.after.includes(after))
}

function collect(): Mutant[] {
  const files = readdirSync(join(ROOT, 'src/stats')).filter((name) => options.file === undefined || name === options.file)
  const all = files
    .filter((name) => testsOf(name).length > 0)
    .flatMap((name) => plantMutants(name, readFileSync(join(ROOT, 'src/stats', name), 'utf8')))
    .filter((mutant) => !isEquivalent(mutant))
  return options.sample === undefined ? all : shuffled(all, Number(options.seed)).slice(0, Number(options.sample))
}

/** Takes mutants from the queue until it is empty; survivors are collected. */
async function work(copy: string, queue: Mutant[], survivors: Mutant[]): Promise<void> {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const path = join(copy, 'src/stats', mutant.file)
    const original = readFileSync(path, 'utf8')
    writeFileSync(path, mutant.source)
    if (await passes(copy, testsOf(mutant.file))) {
      survivors.push(mutant)
      console.log(`survived  ${mutant.file}:${mutant.line}\n  - ${mutant.before}\n  + ${mutant.after}`)
    }
    writeFileSync(path, original)
  }
}

async function main(): Promise<number> {
  const queue = collect()
  const total = queue.length
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  try {
    const copies = Array.from({ length: availableParallelism() }, (_, index) => {
      const own = join(folder, String(index))
      mkdirSync(own)
      return makeCopy(own)
    })
    const everyTest = [...new Set(queue.flatMap((mutant) => testsOf(mutant.file)))]
    if (!(await passes(copies[0] ?? '', everyTest))) throw new Error('The tests fail without any fault planted: nothing to learn')
    const survivors: Mutant[] = []
    await Promise.all(copies.map((copy) => work(copy, queue, survivors)))
    console.log(`${total} faults planted, ${total - survivors.length} caught, ${survivors.length} survived`)
    return survivors.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
