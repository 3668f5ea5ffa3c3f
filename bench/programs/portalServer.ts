import { serve } from '@hono/node-server'
import { createDesks } from '#app/desks.ts'
import { createPortal } from '#app/createPortal.ts'
import { observatory } from '#app/observatory.ts'
import { openDatabase } from '#store/open.ts'
import { openQueue } from '#store/queue.ts'
import { createWeb } from '#web/app.tsx'
import { newId } from '../observatory.ts'

// The portal as main serves it, on a database that is ready: its own process, a port of the system's choice.
const db = openDatabase(process.argv[2] ?? '')
const queue = await openQueue(db, { soleOwner: false, onError: console.error })
const obs = observatory(db, () => new Date(), newId)
const labels = () => (_kind: string, code: string) => code
const desks = createDesks({
  observatory: obs,
  queue,
  labels,
  origin: 'http://localhost',
  secret: 'a secret for benchmarks only, 32 bytes',
  settings: { oidc: null, smtpUrl: null, mailFrom: null, baseMapUrl: null },
})
const app = createWeb(createPortal(obs, queue, labels), desks, { version: 'bench', log: console.error })
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
process.once('SIGTERM', () => process.exit(0))
