import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { storedMatrixDocument } from '#app/computeMatrix.ts'
import { createPortal } from '#app/createPortal.ts'
import { territoriesWithoutResults, workJobs, type JobListener } from '#app/jobs.ts'
import { withAtlas, type Observatory } from '#app/observatory.ts'
import { matrixHeadline } from '#cli/matrixTable.ts'
import { readOptions } from '#cli/options.ts'
import { progressLine } from '#cli/progress.ts'
import type { Language } from '#kernel/bilingual.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { openQueue, type JobQueue } from '#store/queue.ts'
import { createWeb } from '#web/app.tsx'
import { cliWords } from '#words/cli.ts'
import { labelsOf } from '#words/labels.ts'
import { openObservatory, type OpenOptions } from './open.ts'

// `passerelle start`: the portal from its first line in the terminal to its clean end.

export interface ServeOptions extends Omit<OpenOptions, 'own'> {
  readonly args: readonly string[]
}

/** Listens, or says in a sentence why the port cannot be had. */
function listenOn(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
  language: Language,
): Promise<ServerType> {
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

/** Works off the main jobs that a first start, or an interrupted one, still owes; told in the terminal, awaited before the address is printed. */
async function computeMissing(obs: Observatory, queue: JobQueue, options: ServeOptions): Promise<void> {
  const words = cliWords(options.language)
  const missing = await territoriesWithoutResults(obs)
  const interrupted = (await queue.list()).some((job) => job.state === 'retry')
  if (interrupted) options.terminal.say(words.resumed)
  const left = new Set(missing)
  const { promise, resolve } = Promise.withResolvers<void>()
  let last = ''
  const listener: JobListener = ({ territory, step, progress }) => {
    const line = progressLine(`${words.computing(territory)} : ${words.job[step]}`, progress)
    if (line !== last) options.terminal.say(line)
    last = line
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
  const names = await withAtlas(obs, async (_reader, { geography }) => ({
    territory: found.name,
    against: geography.get(document.against).name,
  }))
  terminal.out(`\n${matrixHeadline(document, names, { language, colour: terminal.colour })}\n`)
}

/** Resolves with the first request to stop; repeated ones (a terminal sends Ctrl-C to every process) are the same request. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

export async function serve(options: ServeOptions): Promise<void> {
  const { config, language, terminal } = options
  const words = cliWords(language)
  const given = readOptions(options.args, { port: 'string', host: 'string' }, (name) => words.unknownOption(name, 'start'))
  const port = given.port === undefined ? config.PORT : Number(given.port)
  if (!(Number.isInteger(port) && port >= 0 && port <= 65535))
    throw new EnvironmentError(words.badSetting(`--port ${given.port}`))
  const host = given.host ?? config.HOST
  const stop = stopRequested()
  let fetch = (_request: Request): Response | Promise<Response> =>
    new Response('', { status: 503, headers: { 'retry-after': '5' } })
  // The port is taken before the long work begins, so that a taken one is told at once.
  const server = await listenOn((request) => fetch(request), host, port, language)
  const {
    observatory: obs,
    soleOwner,
    close,
  } = await openObservatory({ ...options, own: true }).catch((error: unknown) => {
    server.close()
    throw error
  })
  const onError = (error: unknown): void => terminal.say(String(error))
  const queue = await openQueue(obs.db, { soleOwner, onError })
  const { version } = JSON.parse(readFileSync(join(options.root, 'package.json'), 'utf8')) as { version: string }
  const allowedHosts = ['localhost', '127.0.0.1', '[::1]', host, ...config.PASSERELLE_HOSTS]
  const log = (entry: object): void => terminal.say(JSON.stringify({ at: new Date().toISOString(), ...entry }))
  const web = createWeb(createPortal(obs, queue, labelsOf), { version, allowedHosts, log })
  const ready = computeMissing(obs, queue, options).then(async () => {
    fetch = (request) => web.fetch(request)
    await headline(obs, options)
    terminal.out(`\n${words.ready(`http://localhost:${portOf(server)}`)}\n`)
  })
  await Promise.race([stop, ready.then(() => stop)])
  terminal.say(words.stopping)
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await queue.stop()
  await close()
  terminal.say(words.stopped)
  process.exit(0)
}
