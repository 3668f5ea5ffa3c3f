import { sql, type RawBuilder } from 'kysely'
import type { Reader, Writer } from '../open.ts'
import type { BulkWriter, CopyTarget } from './copyInto.ts'
import { relationOf, type Relation, type RelationName } from './relations.ts'

/** What taking rows in did, in rows of the file. */
export interface Outcome {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** Also whether the file holds two rows of one key, which the caller may refuse. */
export interface Merged extends Outcome {
  readonly repeated: boolean
}

export interface DuplicateRow {
  readonly line: number
  readonly firstLine: number
  readonly key: Readonly<Record<string, string | number>>
}

const staged = (relation: Relation): RawBuilder<unknown> => sql.id(`staged_${relation.table}`)
const refs = (names: readonly string[], table?: string): RawBuilder<unknown> =>
  sql.join(names.map((name) => (table ? sql.ref(`${table}.${name}`) : sql.ref(name))))
const namesOf = (columns: Relation['columns']): string[] => columns.map(({ name }) => name)

/** A passing table of the same columns, to which a file's rows are copied with their line; gone when the transaction ends. */
export async function stage({ writer, copyInto }: BulkWriter, name: RelationName): Promise<CopyTarget> {
  const relation = relationOf(name)
  const columns = [...relation.key, ...relation.columns]
  await sql`DROP TABLE IF EXISTS ${staged(relation)}`.execute(writer)
  const definitions = sql.join(columns.map((column) => sql`${sql.ref(column.name)} ${sql.raw(column.type)}`))
  await sql`CREATE TEMPORARY TABLE ${staged(relation)} (${definitions}, line integer, sources integer) ON COMMIT DROP`.execute(
    writer,
  )
  return copyInto(`staged_${name}`, [...namesOf(columns), 'line', 'sources'])
}

/**
 * The table itself, for rows of a dataset of which it holds none: nothing is to be compared, and a row that the file repeats ends the transaction
 * (`isRepeatedKey`). `null` where there are rows already.
 */
export async function stageDirectly(
  { writer, copyInto }: BulkWriter,
  name: RelationName,
  dataset: string,
): Promise<CopyTarget | null> {
  const relation = relationOf(name)
  const { rows } = await sql`SELECT FROM ${sql.table(name)} WHERE dataset = ${dataset} LIMIT 1`.execute(writer)
  if (rows.length > 0) return null
  return copyInto(name, [...namesOf([...relation.key, ...relation.columns]), 'import_id'])
}

/** Whether a failure says that a key came twice. */
export function isRepeatedKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

function sameKey(relation: Relation): RawBuilder<unknown> {
  return sql.join(
    relation.key.map(({ name }) => sql`target.${sql.ref(name)} = staged.${sql.ref(name)}`),
    sql` AND `,
  )
}

/** What a stored row becomes: the file's value, or the stored one where the file says nothing about a kept column. */
function becomes({ name, keep }: Relation['columns'][number]): RawBuilder<unknown> {
  return keep ? sql`COALESCE(staged.${sql.ref(name)}, target.${sql.ref(name)})` : sql`staged.${sql.ref(name)}`
}

function differs(relation: Relation): RawBuilder<unknown> {
  const telling = relation.columns.filter(({ follows }) => !follows)
  if (telling.length === 0) return sql`false`
  const stored = sql.join(telling.map(({ name }) => sql`target.${sql.ref(name)}`))
  return sql`ROW(${stored}) IS DISTINCT FROM ROW(${sql.join(telling.map(becomes))})`
}

async function count(reader: Reader, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT COALESCE(sum(sources), 0)::int AS n FROM ${query}`.execute(reader)
  return rows[0]?.n ?? 0
}

/** Adds up rows of one key, for relations that say so. */
async function addUp(writer: Writer, relation: Relation, column: string): Promise<void> {
  const key = refs(namesOf(relation.key))
  const table = staged(relation)
  await sql`
    CREATE TEMPORARY TABLE summed ON COMMIT DROP AS
    SELECT ${key}, sum(${sql.ref(column)}) AS ${sql.ref(column)}, min(line) AS line, sum(sources)::int AS sources
    FROM ${table} GROUP BY ${key}`.execute(writer)
  await sql`DROP TABLE ${table}`.execute(writer)
  await sql`ALTER TABLE summed RENAME TO ${table}`.execute(writer)
}

/** Leaves the first row of each key, which counts for those dropped. */
async function keepFirst(writer: Writer, relation: Relation): Promise<void> {
  const key = refs(namesOf(relation.key))
  const table = staged(relation)
  const all = refs([...namesOf(relation.key), ...namesOf(relation.columns)])
  await sql`
    CREATE TEMPORARY TABLE firsts ON COMMIT DROP AS
    SELECT DISTINCT ON (${key}) ${all}, line, sum(sources) OVER (PARTITION BY ${key})::int AS sources
    FROM ${table} ORDER BY ${key}, line`.execute(writer)
  await sql`DROP TABLE ${table}`.execute(writer)
  await sql`ALTER TABLE firsts RENAME TO ${table}`.execute(writer)
}

/** Rows of one key that a file holds twice, at most a hundred of them. */
export async function stagedDuplicates(reader: Reader, name: RelationName): Promise<DuplicateRow[]> {
  const relation = relationOf(name)
  const names = namesOf(relation.key)
  const { rows } = await sql<{ line: number; first: number; key: Record<string, string | number> }>`
    SELECT line, first, to_jsonb(found) - 'line' - 'first' AS key
    FROM (SELECT ${refs(names)}, line, min(line) OVER (PARTITION BY ${refs(names)}) AS first FROM ${staged(relation)}) AS found
    WHERE line > first ORDER BY line LIMIT 100`.execute(reader)
  return rows.map(({ line, first, key }) => ({ line, firstLine: first, key }))
}

/**
 * Takes the staged rows in: new keys are added, differing rows changed (their former state is kept for an undo), equal ones left alone.
 * `repeats` says what rows of one key do, where the file knows better than the table.
 */
export async function merge(
  writer: Writer,
  name: RelationName,
  importId: string,
  repeats?: Relation['duplicates'],
): Promise<Merged> {
  const relation = relationOf(name)
  const duplicates = repeats ?? relation.duplicates
  if (typeof duplicates === 'object') await addUp(writer, relation, duplicates.sum)
  if (duplicates === 'first') await keepFirst(writer, relation)
  const table = sql.table(name)
  const from = staged(relation)
  await sql`ANALYZE ${from}`.execute(writer)
  const joined = sql`${from} AS staged JOIN ${table} AS target ON ${sameKey(relation)}`
  const present = await count(writer, joined)
  const changed = present === 0 ? 0 : await count(writer, sql`${joined} WHERE ${differs(relation)}`)
  if (changed > 0) await change(writer, relation, importId)
  const total = await count(writer, sql`${from} AS staged`)
  const wanted = await rowsOf(writer, from)
  const matched = present === 0 ? 0 : await rowsOf(writer, joined)
  const inserted = matched < wanted ? await add(writer, relation, importId) : 0
  const repeated = inserted < wanted - matched || (present > 0 && (await hasRepeated(writer, relation)))
  return { added: total - present, changed, unchanged: present - changed, repeated }
}

async function rowsOf(reader: Reader, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${query}`.execute(reader)
  return rows[0]?.n ?? 0
}

async function hasRepeated(reader: Reader, relation: Relation): Promise<boolean> {
  const key = refs(namesOf(relation.key))
  const { rows } = await sql`SELECT FROM ${staged(relation)} GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`.execute(reader)
  return rows.length > 0
}

async function change(writer: Writer, relation: Relation, importId: string): Promise<void> {
  const table = sql.table(relation.table)
  const key = sql.join(relation.key.map(({ name }) => sql`${sql.lit(name)}, target.${sql.ref(name)}`))
  await sql`
    INSERT INTO import_change (import_id, relation, key, before)
    SELECT ${importId}::uuid, ${relation.table}, jsonb_build_object(${key}), to_jsonb(target)
    FROM ${staged(relation)} AS staged JOIN ${table} AS target ON ${sameKey(relation)} WHERE ${differs(relation)}
    ON CONFLICT DO NOTHING`.execute(writer)
  const set = sql.join(relation.columns.map((column) => sql`${sql.ref(column.name)} = ${becomes(column)}`))
  await sql`
    UPDATE ${table} AS target SET ${set}, import_id = ${importId}::uuid
    FROM ${staged(relation)} AS staged WHERE ${sameKey(relation)} AND ${differs(relation)}`.execute(writer)
}

/** Gives the number of rows inserted: fewer than staged when the file repeats a key. */
async function add(writer: Writer, relation: Relation, importId: string): Promise<number> {
  const names = [...namesOf(relation.key), ...namesOf(relation.columns)]
  const { numAffectedRows } = await sql`
    INSERT INTO ${sql.table(relation.table)} (${refs(names)}, import_id)
    SELECT ${refs(names, 'staged')}, ${importId}::uuid FROM ${staged(relation)} AS staged
    WHERE NOT EXISTS (SELECT FROM ${sql.table(relation.table)} AS target WHERE ${sameKey(relation)})
    ON CONFLICT DO NOTHING`.execute(writer)
  return Number(numAffectedRows ?? 0)
}
