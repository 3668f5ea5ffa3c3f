import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createPortal } from '#app/createPortal.ts'
import { createDesks, type Desks } from '#app/desks.ts'
import type { DeskTools, ServiceSettings } from '#app/deskTools.ts'
import { workJobs } from '#app/jobs.ts'
import type { Observatory } from '#app/observatory.ts'
import type { Portal } from '#app/portal.ts'
import { openQueue } from '#store/queue.ts'
import { createWeb } from '#web/app.tsx'
import { labelsOf } from '#words/labels.ts'
import { testDatabase } from './database.ts'
import { testObservatory } from './sampleObservatory.ts'

export interface PortalServer {
  readonly url: string
  readonly observatory: Observatory
  readonly portal: Portal
  readonly desks: Desks
  /** What the desks were made with, for a second process on the same database. */
  readonly tools: DeskTools
  readonly app: ReturnType<typeof createWeb>
  readonly close: () => Promise<void>
}

/** The whole portal on a clone of the sample observatory, listening on a free port of the loopback; errors that a page would hide fail the test. */
export async function portalServer(settings: Partial<ServiceSettings> = {}): Promise<PortalServer> {
  const { db, drop } = await testDatabase({ from: 'sample' })
  const obs = testObservatory(db)
  let closing = false
  const raise = (error: unknown): void => {
    // A connection of the queue may be under way when its database is dropped.
    if (closing) return
    throw error instanceof Error ? error : new Error(JSON.stringify(error))
  }
  const queue = await openQueue(db, { soleOwner: true, onError: raise })
  await workJobs(obs, queue)
  const portal = createPortal(obs, queue, labelsOf)
  const tools: DeskTools = {
    observatory: obs,
    queue,
    labels: labelsOf,
    origin: 'http://localhost',
    secret: 'a secret for tests only, thirty-two bytes',
    settings: { oidc: null, smtpUrl: null, mailFrom: null, baseMapUrl: null, ...settings },
  }
  const desks = createDesks(tools)
  const app = createWeb(portal, desks, { version: '0.0.0-test', log: (entry) => raise(entry.error) })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    closing = true
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await queue.stop()
    await drop()
  }
  return { url: `http://localhost:${port}`, observatory: obs, portal, desks, tools, app, close }
}
