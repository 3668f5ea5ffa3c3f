import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { runMainJob } from '#app/mainJob.ts'
import { observatory, type Observatory } from '#app/observatory.ts'
import { uuidV7 } from '#kernel/uuid.ts'
import { loadSample } from '#sample/load.ts'
import { startEmbedded } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'
import { closeDatabase, openDatabase } from '#store/open.ts'

/** A server of the bench's own with a migrated database to copy; gone at the end. */
export interface BenchServer {
  readonly version: string
  /** A fresh copy of the migrated, empty database: the address of its owner. */
  readonly fresh: () => Promise<string>
  readonly drop: (url: string) => Promise<void>
  /** The sample observatory, loaded and computed once: the address of its owner. */
  readonly sample: () => Promise<string>
  readonly stop: () => Promise<void>
}

export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
}

/** Opens an observatory on a database for the time of some work. */
export async function withObservatory<T>(url: string, work: (obs: Observatory) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { max: 4 })
  try {
    return await work(observatory(db, () => new Date(), newId))
  } finally {
    await closeDatabase(db)
  }
}

async function asAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const embedded = await startEmbedded({ dataDir: join(folder, 'data'), joinable: false })
  const url = (name: string): string => embedded.ownerUrl.replace('@/passerelle?', `@/${name}?`)
  const named = (address: string): string => /@\/(\w+)\?/.exec(address)?.[1] ?? ''
  await migrate(embedded.ownerUrl)
  let copies = 0
  let sample: Promise<string> | undefined
  const fresh = async (): Promise<string> => {
    const name = `bench_${++copies}`
    await asAdmin(embedded.adminUrl, (client) =>
      client.query(`CREATE DATABASE ${name} OWNER passerelle_owner TEMPLATE passerelle`),
    )
    return url(name)
  }
  const loaded = async (): Promise<string> => {
    const address = await fresh()
    await withObservatory(address, async (obs) => {
      await loadSample(obs)
      await runMainJob(obs, '62')
    })
    return address
  }
  return {
    version: await asAdmin(embedded.adminUrl, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
      return rows[0]?.server_version ?? ''
    }),
    fresh,
    drop: (address) =>
      asAdmin(embedded.adminUrl, async (client) => void (await client.query(`DROP DATABASE ${named(address)} WITH (FORCE)`))),
    sample: () => (sample ??= loaded()),
    stop: async () => {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
