import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Catalogue, tablesOf } from '#store/catalogue.ts'
import { distributed, local, reference } from '#store/distribution.ts'
import { citusMigrations } from '#store/migrationFiles.ts'
import { catalogueAt, schemaFiles } from '#store/schemaFiles.ts'
import { type TestDatabase, testDatabase } from '#tests/database.ts'
import { breaches } from '#tests/citusRules.ts'

describe('the schema', () => {
  let test: TestDatabase
  let catalogue: Catalogue

  before(async () => {
    test = await testDatabase({ from: 'empty' })
    catalogue = await catalogueAt(test.ownerUrl)
  })
  after(() => test.drop())

  it('is what the committed files say', async () => {
    for (const { file, text } of await schemaFiles(test.ownerUrl)) {
      const committed = readFileSync(file, 'utf8').split('\n')
      const made = text.split('\n')
      const at = made.findIndex((line, index) => line !== committed[index])
      assert.ok(
        at === -1 && made.length === committed.length,
        `${basename(file)}:${at + 1} is not what the migrations make (${made[at] ?? 'end'}): run npm run schema`,
      )
    }
  })

  it('lists every table in exactly one of distributed, reference and local', () => {
    const tables = [...tablesOf(catalogue)].filter(([, columns]) => columns[0]?.kind === 'table').map(([table]) => table)
    assert.deepEqual([...distributed, ...reference, ...local].sort(), tables.sort())
  })

  it('is spread by the Citus migrations as the lists say, each table once', () => {
    const sql = citusMigrations()
      .map((migration) => migration.sql)
      .join('\n')
    const named = (call: RegExp): string[] => [...sql.matchAll(call)].map((found) => found[1] ?? '').toSorted()
    assert.deepEqual(named(/create_reference_table\('(\w+)'\)/g), reference.toSorted())
    assert.deepEqual(named(/create_distributed_table\('(\w+)', 'territory_id'/g), distributed.toSorted())
  })

  it('keeps the rules of Citus', () => {
    assert.deepEqual(breaches(catalogue, { distributed, reference, local }), [])
  })

  it('would be caught breaking each rule of Citus', () => {
    const rules = [
      ...new Set(breaches(brokenCatalogue, { distributed: ['a', 'b'], reference: ['r'], local: ['l'] }).map(({ rule }) => rule)),
    ]
    assert.deepEqual(rules.sort(), [
      'deleteSetsNull',
      'keyWithoutTerritory',
      'noTerritory',
      'referenceToDistributed',
      'referenceWithoutTerritory',
      'sequence',
      'toLocal',
      'trigger',
    ])
  })
})

const column = { kind: 'table', type: 'text', plainType: 'text', enumValues: null, required: true, default: null } as const
const constraint = { definition: '', target: null, targetColumns: [], onDelete: 'a' }

const brokenCatalogue: Catalogue = {
  columns: [
    { ...column, table: 'a', name: 'id' },
    { ...column, table: 'b', name: 'territory_id' },
    { ...column, table: 'r', name: 'id' },
    { ...column, table: 'l', name: 'id' },
  ],
  constraints: [
    { ...constraint, table: 'a', name: 'a_pkey', kind: 'p', columns: ['id'] },
    { ...constraint, table: 'b', name: 'b_a', kind: 'f', columns: ['a'], target: 'a', targetColumns: ['id'] },
    { ...constraint, table: 'b', name: 'b_l', kind: 'f', columns: ['l'], target: 'l', targetColumns: ['id'] },
    {
      ...constraint,
      table: 'b',
      name: 'b_b',
      kind: 'f',
      columns: ['territory_id', 'b'],
      target: 'b',
      targetColumns: ['territory_id', 'id'],
      onDelete: 'n',
    },
    { ...constraint, table: 'r', name: 'r_b', kind: 'f', columns: ['id'], target: 'b', targetColumns: ['id'] },
  ],
  indexes: [{ table: 'b', name: 'b_name', definition: '', unique: true, columns: ['name'] }],
  policies: [],
  triggers: ['b.touch'],
  sequences: ['b_id_seq'],
}
