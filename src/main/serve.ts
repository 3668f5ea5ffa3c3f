import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { startDelivery } from '#app/administration/deliverMessages.ts'
import { storedMatrixDocument } from '#app/computeMatrix.ts'
import { hasSampleAccounts, makeSampleAccounts } from '#app/accounts/sampleAccounts.ts'
import { createDesks } from '#app/desks.ts'
import { createPortal } from '#app/createPortal.ts'
import { territoriesWithoutResults, workJobs, type JobListener } from '#app/jobs.ts'
import { signingKey } from '#app/signingKey.ts'
import { warmUp } from '#app/warmUp.ts'
import { withAtlas, type Observatory } from '#app/observatory.ts'
import { matrixHeadline } from '#cli/matrixTable.ts'
import { readOptions, UsageError } from '#cli/options.ts'
import type { Language } from '#kernel/bilingual.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { asEnvironmentError } from '#store/errors.ts'
import { openQueue, type JobQueue } from '#store/queue.ts'
import { createWeb } from '#web/app.tsx'
import { cliWords } from '#words/cli.ts'
import { labelsOf } from '#words/labels.ts'
import { openObservatory, type OpenOptions } from './open.ts'
import { serviceSettings } from './serviceSettings.ts'

// `passerelle start`: the portal from its first line in the terminal to its clean end.

export interface ServeOptions extends Omit<OpenOptions, 'own'> {
  readonly args: readonly string[]
}

/** Listens, or says in a sentence why the port cannot be had. */
function listenOn(fetch: Answer, host: string, port: number, language: Language): Promise<ServerType> {
  const words = cliWords(language)
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: words.portTaken(port),
    EACCES: words.portDenied(port),
    EADDRNOTAVAIL: words.hostUnknown(host),
    ENOTFOUND: words.hostUnknown(host),
  }
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const sentence = sentences[error.code ?? '']
      reject(sentence ? new EnvironmentError(sentence, { cause: error }) : error)
    })
  })
}

function portOf(server: ServerType): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** What the zones are called in the reader's language. */
function namesOf(obs: Observatory, language: Language): Promise<ReadonlyMap<string, string>> {
  return withAtlas(
    obs,
    async (_reader, { geography }) => new Map(geography.zones.map((zone) => [zone.code, zone.name[language]])),
  )
}

/** Works off the main jobs that a first start, or an interrupted one, still owes; told in the terminal, awaited before the address is printed. */
async function computeMissing(obs: Observatory, queue: JobQueue, options: ServeOptions): Promise<void> {
  const words = cliWords(options.language)
  const missing = await territoriesWithoutResults(obs)
  const interrupted = (await queue.list()).some((job) => job.state === 'retry')
  if (interrupted) options.terminal.say(words.resumed)
  const names = await namesOf(obs, options.language)
  const left = new Set(missing)
  const { promise, resolve } = Promise.withResolvers<void>()
  const listener: JobListener = ({ territory, step, progress }) => {
    options.terminal.progress(words.computing(names.get(territory) ?? territory, words.job[step]), progress)
    if (step === 'done' || step === 'failed') left.delete(territory)
    if (left.size === 0) resolve()
  }
  await workJobs(obs, queue, listener)
  for (const territory of missing) await queue.send(territory)
  if (missing.length > 0) await promise
}

async function headline(obs: Observatory, options: ServeOptions): Promise<void> {
  const { language, terminal } = options
  const found = await withAtlas(obs, async (_reader, { geography }) => geography.find('audomarois'))
  if (!found) return
  const document = await storedMatrixDocument(obs, { territory: found.code, detail: false, language })
  const zones = await withAtlas(obs, async (_reader, { geography }) => ({
    territory: found,
    against: geography.get(document.against),
  }))
  terminal.out(`\n${matrixHeadline(document, zones, { language, colour: terminal.colour })}\n`)
}

/** Closing may take this long. */
const stopWithinMs = 10_000

/**
 * Aborted by the first request to stop; repeated ones (a terminal sends Ctrl-C to every process) are the same request. Work that does not end in time
 * is left, after `onLate`, to be taken up at the next start; the embedded database stops by itself when we are gone.
 */
function stopRequests(onLate: () => void): AbortSignal {
  const controller = new AbortController()
  const leave = (): never => {
    onLate()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) setTimeout(leave, stopWithinMs).unref()
      controller.abort()
    })
  }
  return controller.signal
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}

type Answer = (request: Request, env?: object) => Response | Promise<Response>

/** Opens the observatory, computes what is owed, and hands the pages to `publish`; gives what must be closed in the end. */
async function open(
  options: ServeOptions & { host: string; port: number; signal: AbortSignal },
  publish: (answer: Answer) => string,
) {
  const { config, terminal, host, signal } = options
  const { observatory: obs, soleOwner, close } = await openObservatory({ ...options, own: true })
  const log = (entry: object): void => terminal.say(JSON.stringify({ at: new Date().toISOString(), ...entry }, errorsAsText))
  const queue = await openQueue(obs.db, { soleOwner, onError: (error) => log({ event: 'queue.failed', error }) })
  const origin = config.PASSERELLE_URL ?? `http://localhost:${options.port}`
  const settings = serviceSettings(config)
  const delivery = startDelivery(obs, settings, { origin, onError: (error) => log({ event: 'delivery.failed', error }) })
  let endImports = async (): Promise<void> => {}
  const closeAll = async (): Promise<void> => {
    await endImports()
    await delivery?.stop()
    await queue.stop()
    await close()
  }
  const { version } = JSON.parse(readFileSync(join(options.root, 'package.json'), 'utf8')) as { version: string }
  const publicHost = config.PASSERELLE_URL ? [new URL(config.PASSERELLE_URL).host] : []
  const allowedHosts = ['localhost', '127.0.0.1', '[::1]', host, ...publicHost, ...config.PASSERELLE_HOSTS]
  const desks = createDesks({
    observatory: obs,
    queue,
    labels: labelsOf,
    origin,
    secret: await signingKey(obs, randomBytes(32).toString('base64url')),
    settings,
  })
  endImports = () => desks.imports.stop()
  const web = createWeb(createPortal(obs, queue, labelsOf), desks, { version, allowedHosts, log })
  const ready = computeMissing(obs, queue, options).then(() =>
    welcome(
      obs,
      options,
      publish((request, env) => web.fetch(request, env)),
    ),
  )
  try {
    await Promise.race([ready, stopped(signal)])
  } catch (error) {
    await closeAll()
    throw asEnvironmentError(error)
  }
  // Checks and imports that a process which died had begun.
  await desks.imports.resume()
  // The first evidence sheet would otherwise wait for a second while the answers are read; should it fail, that sheet will say so.
  if (!signal.aborted)
    warmUp(obs).catch((error: unknown) => (signal.aborted ? undefined : log({ event: 'warmUp.failed', error })))
  return closeAll
}

/** An account of each role with the sample: passwords the first time, afterwards how to get new ones. */
async function tellSampleAccounts(obs: Observatory, { language, terminal }: ServeOptions): Promise<void> {
  const { admin } = cliWords(language)
  const accounts = await makeSampleAccounts(obs)
  if (accounts !== null) {
    const lines = accounts.map(({ role, email, password }) => `  ${email.padEnd(36)} ${password}  ${admin.roles[role]}`)
    terminal.out(`\n${admin.sampleTitle}\n${lines.join('\n')}\n`)
  } else if (await hasSampleAccounts(obs)) terminal.out(`\n${admin.sampleKept}\n`)
}

/** The headline of the results and the address, in the terminal. */
async function welcome(obs: Observatory, options: ServeOptions, address: string): Promise<void> {
  await headline(obs, options)
  if (options.config.PASSERELLE_SAMPLE !== 'none') await tellSampleAccounts(obs, options)
  options.terminal.out(`\n${cliWords(options.language).ready(address)}\n`)
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value
}

/** Runs the portal until it is asked to stop. */
export async function serve(options: ServeOptions): Promise<void> {
  const { config, language, terminal } = options
  const words = cliWords(language)
  const given = readOptions(options.args, { port: 'string', host: 'string' }, (name) => words.unknownOption(name, 'start'))
  const port = given.port === undefined ? config.PORT : Number(given.port || Number.NaN)
  if (!(Number.isInteger(port) && port >= 0 && port <= 65535)) throw new UsageError(words.badPort(given.port ?? ''))
  const host = given.host ?? config.HOST
  const signal = stopRequests(() => terminal.say(words.stopped))
  let answer: Answer = () => new Response('', { status: 503, headers: { 'retry-after': '5' } })
  // The port is taken before the long work begins, so that a taken one is told at once.
  const server = await listenOn((request, env) => answer(request, env), host, port, language)
  let close = async (): Promise<void> => {}
  try {
    close = await open({ ...options, host, port: portOf(server), signal }, (given) => {
      answer = given
      return `http://localhost:${portOf(server)}`
    })
    await stopped(signal)
  } catch (error) {
    server.close()
    if (!signal.aborted) throw error
  }
  terminal.say(words.stopping)
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await close()
  terminal.say(words.stopped)
  process.exit(0)
}
