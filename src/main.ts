import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { observatory, type Observatory } from '#app/observatory.ts'
import { explain } from '#cli/exit.ts'
import { help } from '#cli/help.ts'
import { matrixCommand, type Terminal } from '#cli/matrix.ts'
import { languageOf, UsageError } from '#cli/options.ts'
import { readConfig, type Config } from '#config'
import { EnvironmentError } from '#kernel/environmentError.ts'
import type { Language } from '#kernel/bilingual.ts'
import { uuidV7 } from '#kernel/uuid.ts'
import { isEmpty, loadSample } from '#sample/load.ts'
import { joinRunning, startEmbedded } from '#store/embedded.ts'
import { asEnvironmentError } from '#store/errors.ts'
import { migrate } from '#store/migrate.ts'
import { closeDatabase, openDatabase } from '#store/open.ts'
import { cliWords, type CliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { progressLine } from '#cli/progress.ts'
import { serve } from './serve.ts'

// The one place where the parts are wired together; it alone reads the environment.

const root = join(import.meta.dirname, '..')

export interface Opened {
  readonly observatory: Observatory
  /** Whether no other process works on this database. */
  readonly soleOwner: boolean
  readonly close: () => Promise<void>
}

interface OpenOptions {
  readonly config: Config
  readonly words: CliWords
  readonly language: Language
  readonly terminal: Terminal
  /** The portal owns its data folder; a command joins a running portal instead. */
  readonly own: boolean
  readonly onDeath: () => void
}

/** Addresses of the database: the server's of DATABASE_URL, a running portal's, or one that we start. */
async function databaseUrls({ config, words, terminal, own, onDeath }: OpenOptions) {
  if (config.DATABASE_URL) {
    const webUrl = config.DATABASE_WEB_URL ?? config.DATABASE_URL
    return { ownerUrl: config.DATABASE_URL, webUrl, soleOwner: false, stop: async () => {} }
  }
  const wish = { dataDir: config.PASSERELLE_DATA ?? join(root, 'data'), explicit: config.PASSERELLE_DATA !== undefined }
  const running = own ? null : await joinRunning(wish)
  if (running) return { ...running, soleOwner: false, stop: async () => {} }
  const embedded = await startEmbedded({
    ...wish,
    joinable: own,
    waitMs: own ? 0 : 60_000,
    onProgress: (step) => terminal.say(words.database[step]),
    onDeath,
  })
  return { ...embedded, soleOwner: true }
}

async function fill(obs: Observatory, { config, words, language, terminal }: OpenOptions): Promise<void> {
  if (config.PASSERELLE_SAMPLE === 'none' || !(await isEmpty(obs))) return
  const { integer } = formatOf(language)
  const loaded = await loadSample(obs, (step, progress) => terminal.say(progressLine(words.sample[step], progress)))
  terminal.say(words.loaded(integer(loaded.zones), integer(loaded.places), integer(loaded.respondents), integer(loaded.ratings)))
}

/** Opens the observatory: database, migrations, and the sample on the first use. */
async function open(options: OpenOptions): Promise<Opened> {
  const { ownerUrl, webUrl, soleOwner, stop } = await databaseUrls(options)
  try {
    await migrate(ownerUrl)
    const db = openDatabase(webUrl)
    const obs = observatory(
      db,
      () => new Date(),
      () => uuidV7(Date.now(), randomBytes(10)),
    )
    await fill(obs, options)
    const close = async (): Promise<void> => {
      await closeDatabase(db)
      await stop()
    }
    return { observatory: obs, soleOwner, close }
  } catch (error) {
    await stop()
    throw asEnvironmentError(error, { url: ownerUrl })
  }
}

function terminalOf(config: Config): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    say: (text) => void process.stderr.write(`${text}\n`),
    colour: process.stdout.isTTY === true && config.NO_COLOR === undefined,
  }
}

async function run(name: string, args: readonly string[], config: Config, language: Language): Promise<void> {
  const words = cliWords(language)
  const terminal = terminalOf(config)
  const fail = (): never => {
    terminal.say(words.databaseDied)
    process.exit(1)
  }
  const opening = { config, words, language, terminal, onDeath: fail }
  if (name === 'start') return serve({ args, config, language, terminal, root, open: () => open({ ...opening, own: true }) })
  if (name === 'matrix') return matrixCommand({ args, language, terminal, open: () => open({ ...opening, own: false }) })
  throw new UsageError(words.unknownCommand(name))
}

async function main(argv: readonly string[]): Promise<void> {
  const read = readConfig(process.env)
  const language = languageOf(argv, 'config' in read ? read.config : {})
  const words = cliWords(language)
  try {
    if ('faults' in read) throw new EnvironmentError(words.badSetting(read.faults.join('; ')))
    const [name = 'help', ...args] = argv
    const asksHelp = name === 'help' || name === '--help' || name === '-h' || args.includes('--help')
    if (!asksHelp) return await run(name, args, read.config, language)
    const topic = name === 'help' ? args.find((arg) => !arg.startsWith('-')) : name.startsWith('-') ? undefined : name
    const text = help(words, topic)
    if (text === null) throw new UsageError(words.unknownCommand(topic ?? ''))
    process.stdout.write(text)
  } catch (error) {
    const { text, code } = explain(error, words)
    process.stderr.write(`${text}\n`)
    process.exitCode = code
  }
}

await main(process.argv.slice(2))
