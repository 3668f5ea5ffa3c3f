import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { type Embedded, joinRunning, startEmbedded, temporaryDataFolder } from '#store/embedded.ts'

describe('the database of our own', () => {
  const dataDir = temporaryDataFolder()
  const steps: string[] = []
  let embedded: Embedded

  before(async () => {
    assert.equal(await joinRunning({ dataDir }), null)
    embedded = await startEmbedded({ dataDir, onProgress: (step) => steps.push(step) })
  })
  after(async () => {
    await embedded.stop()
    await embedded.stop()
    assert.equal(await joinRunning({ dataDir }), null)
    rmSync(dataDir, { recursive: true, force: true })
  })

  const query = async (connectionString: string, sql: string) => {
    const client = new Client({ connectionString })
    await client.connect()
    return (await client.query(sql).finally(() => client.end())).rows
  }

  it('tells its steps', () => {
    // In a clone under a closed home the programs are copied first, once.
    const told = steps.filter((step) => step !== 'copyingPrograms')
    assert.deepEqual(told, ['creatingCluster', 'startingServer'])
  })

  it('has an owner of the schema and a server that owns nothing', async () => {
    const who = 'SELECT current_user AS who, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super'
    assert.deepEqual(await query(embedded.ownerUrl, who), [{ who: 'passerelle_owner', super: false }])
    assert.deepEqual(await query(embedded.webUrl, who), [{ who: 'passerelle_web', super: false }])
    await assert.rejects(query(embedded.webUrl, 'CREATE TABLE mine ()'), /permission denied/)
  })

  it('listens on no port', async () => {
    assert.deepEqual(await query(embedded.adminUrl, 'SHOW listen_addresses'), [{ listen_addresses: '' }])
    assert.deepEqual(await query(embedded.adminUrl, 'SHOW fsync'), [{ fsync: 'on' }])
  })

  it('lets a command join it', async () => {
    assert.deepEqual(await joinRunning({ dataDir }), { ownerUrl: embedded.ownerUrl, webUrl: embedded.webUrl })
  })

  it('sorts French words the French way by their collation', async () => {
    const sql = `SELECT string_agg(word, ' ' ORDER BY word COLLATE "fr-x-icu") AS words FROM unnest(ARRAY['zone', 'Étaples', 'école', 'Arras']) AS word`
    assert.deepEqual(await query(embedded.ownerUrl, sql), [{ words: 'Arras école Étaples zone' }])
  })

  it('waits for the other owner as long as it was told', async () => {
    const started = Date.now()
    await assert.rejects(startEmbedded({ dataDir, waitMs: 300 }), /is in use by process/)
    assert.ok(Date.now() - started >= 300)
  })
})
