import type { Client } from 'pg'

/** The schema `public` as pg_catalog tells it, in an order that depends on names alone. */
export type Column = {
  readonly table: string
  readonly kind: 'table' | 'view'
  readonly name: string
  readonly type: string
  /** The type's plain name (`int4`, `_text` for an array), for the generated TypeScript. */
  readonly plainType: string
  readonly enumValues: readonly string[] | null
  readonly required: boolean
  readonly default: string | null
}

export type Constraint = {
  readonly table: string
  readonly name: string
  readonly kind: 'p' | 'u' | 'f' | 'c' | 'x'
  readonly definition: string
  readonly columns: readonly string[]
  readonly target: string | null
  readonly targetColumns: readonly string[]
  readonly onDelete: string
}

export type Index = {
  readonly table: string
  readonly name: string
  readonly definition: string
  readonly unique: boolean
  readonly columns: readonly string[]
}

export type Catalogue = {
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  readonly indexes: readonly Index[]
  readonly policies: readonly string[]
  readonly triggers: readonly string[]
  readonly sequences: readonly string[]
}

const columnsSql = `
SELECT c.relname AS "table", CASE WHEN c.relkind = 'v' THEN 'view' ELSE 'table' END AS kind, a.attname AS name,
  format_type(a.atttypid, a.atttypmod) AS type, t.typname AS "plainType", a.attnotnull AS required, pg_get_expr(d.adbin, d.adrelid) AS "default",
  (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS "enumValues"
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
ORDER BY c.relname COLLATE "C", a.attnum`

const columnNames = (
  keys: string,
  relation: string,
) => `ARRAY(SELECT a.attname::text FROM unnest(${keys}) WITH ORDINALITY AS k(attnum, place)
  JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.attnum ORDER BY k.place)`

// PostgreSQL 18 lists NOT NULL among the constraints, 15 does not: left out, the columns tell it.
const constraintsSql = `
SELECT c.relname AS "table", n.conname AS name, n.contype AS kind, pg_get_constraintdef(n.oid) AS definition,
  ${columnNames('n.conkey', 'n.conrelid')} AS columns, f.relname AS target, ${columnNames('n.confkey', 'n.confrelid')} AS "targetColumns",
  n.confdeltype AS "onDelete"
FROM pg_constraint n
JOIN pg_class c ON c.oid = n.conrelid
LEFT JOIN pg_class f ON f.oid = n.confrelid
WHERE c.relnamespace = 'public'::regnamespace AND n.contype IN ('p', 'u', 'f', 'c', 'x')
ORDER BY c.relname COLLATE "C", position(n.contype::text IN 'pufcx'), n.conname COLLATE "C"`

const indexesSql = `
SELECT c.relname AS "table", i.relname AS name, pg_get_indexdef(i.oid) AS definition, x.indisunique AS "unique",
  ${columnNames('x.indkey', 'c.oid')} AS columns
FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_class c ON c.oid = x.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint n WHERE n.conindid = i.oid AND n.contype IN ('p', 'u', 'x'))
ORDER BY c.relname COLLATE "C", i.relname COLLATE "C"`

const policiesSql = `SELECT line FROM (
SELECT 'ALTER TABLE ' || c.relname || ' ENABLE ROW LEVEL SECURITY' || CASE WHEN c.relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' ELSE '' END AS line
FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
UNION ALL
SELECT 'CREATE POLICY ' || policyname || ' ON ' || tablename || ' AS ' || permissive || ' FOR ' || cmd || coalesce(' USING (' || qual || ')', '')
  || coalesce(' WITH CHECK (' || with_check || ')', '')
FROM pg_policies WHERE schemaname = 'public') policies
ORDER BY line COLLATE "C"`

const triggersSql = `
SELECT line FROM (SELECT c.relname || '.' || t.tgname AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal) triggers ORDER BY line COLLATE "C"`

const sequencesSql = `SELECT relname AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`

/** Reads the catalogue of the schema `public`. */
export async function readCatalogue(client: Client): Promise<Catalogue> {
  const lines = async (sql: string) => (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line)
  return {
    columns: (await client.query<Column>(columnsSql)).rows,
    constraints: (await client.query<Constraint>(constraintsSql)).rows,
    indexes: (await client.query<Index>(indexesSql)).rows,
    policies: await lines(policiesSql),
    triggers: await lines(triggersSql),
    sequences: await lines(sequencesSql),
  }
}

/** Columns grouped by their table, in order. */
export function tablesOf(catalogue: Catalogue): ReadonlyMap<string, readonly Column[]> {
  return Map.groupBy(catalogue.columns, (column) => column.table)
}
