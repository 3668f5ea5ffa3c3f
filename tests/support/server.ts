import { Client } from 'pg'
import { z } from 'zod'

/** The server that the runner prepared, as the test files get it through the environment. */
const testServer = z.object({
  /** A role that may create databases. */
  adminUrl: z.string(),
  /** The roles of the clones: the owner of the schema, and the one that serves; null: both are the admin's. */
  ownerRole: z.string().nullable(),
  webRole: z.string().nullable(),
  /** What the names of this run's databases begin with. */
  prefix: z.string(),
  hasSample: z.boolean(),
})
export type TestServer = z.infer<typeof testServer>
export type Template = 'empty' | 'sample'

const variable = 'PASSERELLE_TEST_SERVER'

export function serverInEnvironment(server: TestServer): Record<string, string> {
  return { [variable]: JSON.stringify(server) }
}

export function serverFromEnvironment(): TestServer {
  const text = process.env[variable]
  if (!text) throw new Error(`${variable} is not set; run this file through the runner: npm test -- FILE`)
  return testServer.parse(JSON.parse(text))
}

export function templateName(server: TestServer, template: Template): string {
  return `${server.prefix}_${template}`
}

/** The address of a database of the server, as one of its roles. */
export function urlOf(server: TestServer, database: string, role: string | null): string {
  // A socket's address has no host, which the URL class does not allow.
  const url = new URL(server.adminUrl.replace('@/', '@socket.invalid/'))
  url.pathname = `/${database}`
  if (role !== null) url.username = role
  return url.href.replace('@socket.invalid/', '@/')
}

/** Runs one statement as the admin. */
export async function asAdmin<T>(server: TestServer, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function createDatabase(server: TestServer, name: string, template: string): Promise<void> {
  const owner = server.ownerRole === null ? '' : `OWNER ${server.ownerRole}`
  const locale = template === 'template0' ? `ENCODING 'UTF8' LOCALE 'C'` : ''
  await asAdmin(server, async (client) => {
    // One at a time: a template must have no other user while it is copied.
    await client.query(`SELECT pg_advisory_lock(hashtext('passerelle test databases'))`)
    await client.query(`CREATE DATABASE ${name} ${owner} TEMPLATE ${template} ${locale}`)
  })
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await asAdmin(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}
