import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { asEnvironmentError } from '#store/errors.ts'
import { startEmbedded, temporaryDataFolder } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'
import { type TestServer, asAdmin, createDatabase, templateName, urlOf } from './server.ts'

/** A server with this run's templates, and how to leave it as it was. */
export type Cluster = { readonly server: TestServer; readonly stop: () => Promise<void> }

type Bare = Omit<TestServer, 'prefix' | 'hasSample'> & { readonly stop: () => Promise<void> }

/** Starts a cluster of our own, or uses the server of DATABASE_URL (its role needs CREATEDB), and makes the templates on it. */
export async function prepareCluster(databaseUrl: string | undefined): Promise<Cluster> {
  const { stop, ...bare } = databaseUrl ? await givenServer(databaseUrl) : await ownServer()
  const server: TestServer = {
    ...bare,
    prefix: `passerelle_test_${randomBytes(4).toString('hex')}`,
    hasSample: existsSync(sampleModule),
  }
  const cleanUp = async () => {
    if (databaseUrl) await dropAll(server)
    await stop()
  }
  try {
    await makeTemplates(server)
    return { server, stop: cleanUp }
  } catch (error) {
    await cleanUp()
    throw asEnvironmentError(error, databaseUrl ? { url: databaseUrl } : {})
  }
}

async function ownServer(): Promise<Bare> {
  const folder = temporaryDataFolder()
  const embedded = await startEmbedded({ dataDir: folder })
  const stop = async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { adminUrl: embedded.adminUrl, ownerRole: 'passerelle_owner', webRole: 'passerelle_web', stop }
}

async function givenServer(url: string): Promise<Bare> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw asEnvironmentError(error, { url })
  }
  return { adminUrl: url, ownerRole: null, webRole: null, stop: async () => {} }
}

const sampleModule = join(import.meta.dirname, 'sampleTemplate.ts')

async function makeTemplates(server: TestServer): Promise<void> {
  const empty = templateName(server, 'empty')
  await createDatabase(server, empty, 'template0')
  await migrate(urlOf(server, empty, server.ownerRole))
  if (!server.hasSample) return
  const sample = templateName(server, 'sample')
  await createDatabase(server, sample, empty)
  // Named by a variable, since the sample is written after the house.
  const { prepareSample } = (await import(sampleModule)) as { prepareSample: (url: string) => Promise<void> }
  await prepareSample(urlOf(server, sample, server.ownerRole))
}

async function dropAll(server: TestServer): Promise<void> {
  await asAdmin(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      server.prefix,
    ])
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}
