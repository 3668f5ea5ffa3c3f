import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { help } from '#cli/help.ts'
import { languageOf, UsageError } from '#cli/options.ts'
import { terminalOn, type Terminal } from '#cli/terminal.ts'
import { readConfig, type Config } from '#config'
import { EnvironmentError } from '#kernel/environmentError.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from '#words/cli.ts'

// The entry: understands which command is meant. It alone reads the environment; src/main/ wires the parts by hand. What a command needs is
// loaded when it runs, so that the help is there at once.

const root = join(import.meta.dirname, '..')

function programVersion(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}

async function run(name: string, args: readonly string[], config: Config, language: Language): Promise<void> {
  const terminal = terminalOn(process, { colour: config.NO_COLOR === undefined })
  const opening = { config, language, terminal, root }
  if (name === 'start') {
    const { serve } = await import('./main/serve.ts')
    return serve({ ...opening, args })
  }
  if (name === 'matrix') {
    const { matrixCommand } = await import('#cli/matrix.ts')
    const { openObservatory } = await import('./main/open.ts')
    return matrixCommand({ args, language, terminal, open: () => openObservatory({ ...opening, own: false }) })
  }
  if (name === 'import') {
    const { importCommand } = await import('#cli/import.ts')
    const { openObservatory } = await import('./main/open.ts')
    process.exitCode = await importCommand({ args, language, terminal, open: () => openObservatory({ ...opening, own: false }) })
    return
  }
  if (name === 'admin') {
    const { adminCommand } = await import('#cli/admin.ts')
    const { openObservatory } = await import('./main/open.ts')
    return adminCommand({ args, language, terminal, open: () => openObservatory({ ...opening, own: false }) })
  }
  if (name === 'backup') {
    const { backupCommand } = await import('#cli/backup.ts')
    const { openObservatory } = await import('./main/open.ts')
    const unfilled = { ...config, PASSERELLE_SAMPLE: 'none' as const }
    return backupCommand({
      args,
      language,
      terminal,
      version: programVersion(root),
      open: () => openObservatory({ ...opening, config: unfilled, own: false }),
    })
  }
  if (name === 'restore') {
    const { restoreCommand } = await import('#cli/restore.ts')
    const { openBare } = await import('./main/open.ts')
    return restoreCommand({ args, language, terminal, open: () => openBare(opening) })
  }
  if (await runToolbox(name, args, language, terminal)) return
  throw new UsageError(cliWords(language).unknownCommand(name))
}

/** The commands on plain files: no database is opened. Gives whether the name was one of theirs. */
async function runToolbox(name: string, args: readonly string[], language: Language, terminal: Terminal): Promise<boolean> {
  const command = { args, language, terminal }
  if (name === 'weigh') process.exitCode = await (await import('#cli/weigh.ts')).weighCommand(command)
  else if (name === 'estimate') process.exitCode = await (await import('#cli/estimate.ts')).estimateCommand(command)
  else if (name === 'crosstab') process.exitCode = await (await import('#cli/crosstab.ts')).crosstabCommand(command)
  else if (name === 'classify') process.exitCode = await (await import('#cli/classify.ts')).classifyCommand(command)
  else if (name === 'profile') process.exitCode = await (await import('#cli/profile.ts')).profileCommand(command)
  else return false
  return true
}

function showHelp(name: string, args: readonly string[], language: Language): void {
  const words = cliWords(language)
  const topic = name === 'help' ? args.find((arg) => !arg.startsWith('-')) : name.startsWith('-') ? undefined : name
  const text = help(words, topic)
  if (text === null) throw new UsageError(words.unknownCommand(topic ?? ''))
  process.stdout.write(text)
}

async function main(argv: readonly string[]): Promise<void> {
  const read = readConfig(process.env)
  const language = languageOf(argv, 'config' in read ? read.config : {})
  const words = cliWords(language)
  try {
    if ('faults' in read) throw new EnvironmentError(words.badSetting(read.faults.join('; ')))
    const [name = 'help', ...args] = argv
    const asksHelp = name === 'help' || name === '--help' || name === '-h' || args.includes('--help')
    if (asksHelp) showHelp(name, args, language)
    else await run(name, args, read.config, language)
  } catch (error) {
    const { explain } = await import('#cli/exit.ts')
    const { text, code } = explain(error, words)
    process.stderr.write(`${text}\n`)
    // Not by the empty event loop: after a fault a socket may stay open.
    process.exit(code)
  }
}

// `passerelle … | head`: who reads has had enough, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})

await main(process.argv.slice(2))
