import { randomBytes } from 'node:crypto'
import { type Database, closeDatabase, openDatabase } from '#store/open.ts'
import { type Template, createDatabase, dropDatabase, serverFromEnvironment, templateName, urlOf } from './server.ts'

/** A database of one test file's own. `url` is the serving role's, who owns nothing; `ownerUrl` the schema owner's. */
export type TestDatabase = {
  readonly db: Database
  readonly url: string
  readonly ownerUrl: string
  readonly drop: () => Promise<void>
}

/**
 * Clones a template into a fresh database: `empty` has the schema alone, `sample` the sample observatory. Call `drop` in an `after` hook.
 *
 * @example const { db, drop } = await testDatabase({ from: 'sample' }); after(drop)
 */
export async function testDatabase({ from }: { readonly from: Template }): Promise<TestDatabase> {
  const server = serverFromEnvironment()
  if (from === 'sample' && !server.hasSample)
    throw new Error('The runner made no sample template: tests/support/sampleTemplate.ts is missing')
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`
  await createDatabase(server, name, templateName(server, from))
  const url = urlOf(server, name, server.webRole)
  const db = openDatabase(url, { max: 4 })
  const drop = async () => {
    await closeDatabase(db)
    await dropDatabase(server, name)
  }
  return { db, url, ownerUrl: urlOf(server, name, server.ownerRole), drop }
}

/** A fresh database without even a schema, for tests of the migrator. */
export async function blankDatabase(): Promise<{ readonly ownerUrl: string; readonly drop: () => Promise<void> }> {
  const server = serverFromEnvironment()
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`
  await createDatabase(server, name, 'template0')
  return { ownerUrl: urlOf(server, name, server.ownerRole), drop: () => dropDatabase(server, name) }
}
