import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { observatory, type Observatory } from '#app/observatory.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { Config } from '#config'
import type { Language } from '#kernel/bilingual.ts'
import { uuidV7 } from '#kernel/uuid.ts'
import { isEmpty } from '#app/isEmpty.ts'
import { FolderInUse, joinRunning, startEmbedded } from '#store/embedded.ts'
import { asEnvironmentError } from '#store/errors.ts'
import { migrate } from '#store/migrate.ts'
import { closeDatabase, openDatabase } from '#store/open.ts'
import { cliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'

/** An observatory with its database open. */
export interface Opened {
  readonly observatory: Observatory
  /** Whether no other process works on this database. */
  readonly soleOwner: boolean
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly config: Config
  readonly language: Language
  readonly terminal: Terminal
  /** Folder of the program. */
  readonly root: string
  /** The portal owns its data folder; a command joins a running portal instead. */
  readonly own: boolean
  /** Ends the opening: the database is stopped and the load undone. */
  readonly signal?: AbortSignal
}

interface Addresses {
  readonly ownerUrl: string
  readonly webUrl: string
  readonly soleOwner: boolean
  readonly stop: () => Promise<void>
}

const nothingToStop = async (): Promise<void> => {}
const patience = 60_000

async function embedded({ config, language, terminal, root, own }: OpenOptions): Promise<Addresses> {
  const words = cliWords(language)
  const wish = { dataDir: config.PASSERELLE_DATA ?? join(root, 'data'), explicit: config.PASSERELLE_DATA !== undefined }
  const onDeath = (): void => {
    terminal.say(words.databaseDied)
    process.exit(1)
  }
  const start = async (): Promise<Addresses> => {
    const server = await startEmbedded({
      ...wish,
      joinable: own,
      onProgress: (step) => terminal.say(words.database[step]),
      onDeath,
    })
    return { ...server, soleOwner: true }
  }
  if (own) return start()
  // A portal may be starting, or another command be at work: join the one, wait for the other.
  for (const deadline = Date.now() + patience; ; await sleep(200)) {
    const running = await joinRunning(wish)
    if (running) return { ...running, soleOwner: false, stop: nothingToStop }
    try {
      return await start()
    } catch (error) {
      if (!(error instanceof FolderInUse) || Date.now() > deadline) throw error
    }
  }
}

/** Addresses of the database: the server's of DATABASE_URL, a running portal's, or one that we start. */
async function addresses(options: OpenOptions): Promise<Addresses> {
  const { DATABASE_URL: ownerUrl, DATABASE_WEB_URL: webUrl } = options.config
  if (ownerUrl) return { ownerUrl, webUrl: webUrl ?? ownerUrl, soleOwner: false, stop: nothingToStop }
  return embedded(options)
}

async function fill(obs: Observatory, { config, language, terminal }: OpenOptions): Promise<void> {
  if (config.PASSERELLE_SAMPLE === 'none' || !(await isEmpty(obs))) return
  const words = cliWords(language)
  const { integer } = formatOf(language)
  // Loaded only here: the sample brings all the cities of the world with it.
  const { loadSample } = await import('#sample/load.ts')
  const loaded = await loadSample(obs, (step, progress) => terminal.progress(words.sample[step], progress))
  if (!loaded) return
  terminal.say(words.loaded(integer(loaded.zones), integer(loaded.places), integer(loaded.respondents), integer(loaded.ratings)))
}

/** Opens the observatory: database, migrations, and the sample on the first use. */
export async function openObservatory(options: OpenOptions): Promise<Opened> {
  const { ownerUrl, webUrl, soleOwner, stop } = await addresses(options)
  const { signal } = options
  const abort = (): void => void stop()
  signal?.addEventListener('abort', abort)
  try {
    signal?.throwIfAborted()
    await migrate(ownerUrl)
    const db = openDatabase(webUrl)
    const newId = (): string => uuidV7(Date.now(), randomBytes(10))
    const obs = observatory(db, () => new Date(), newId)
    await fill(obs, options)
    signal?.removeEventListener('abort', abort)
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

/** Opens the database alone, as the owner of its schema, as it stands: neither migrated nor filled. */
export async function openBare(options: Omit<OpenOptions, 'own'>): Promise<{ ownerUrl: string; close: () => Promise<void> }> {
  const { ownerUrl, stop } = await addresses({ ...options, own: false })
  return { ownerUrl, close: stop }
}
