import { type Catalogue, type Column, tablesOf } from './catalogue.ts'

const heading = `-- The schema as all migrations leave it, written by npm run schema from pg_catalog. To read and to review; never edited, never run.
-- The job queue's own schema (pgboss) is in migrations/0001_jobs.sql.
`

/** The schema as readable SQL: the same bytes from PostgreSQL 15 and 18. Views are listed by their columns; their text is in the migrations. */
export function schemaText(catalogue: Catalogue): string {
  const tables = [...tablesOf(catalogue)].map(([table, columns]) => tableText(catalogue, table, columns))
  const policies = catalogue.policies.map((line) => `${line};\n`)
  return [heading, ...tables, ...(policies.length > 0 ? [policies.join('')] : [])].join('\n')
}

function tableText(catalogue: Catalogue, table: string, columns: readonly Column[]): string {
  if (columns[0]?.kind === 'view') return `-- VIEW ${table} (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})\n`
  const constraints = catalogue.constraints
    .filter((constraint) => constraint.table === table)
    .map(({ name, definition }) => `CONSTRAINT ${name} ${definition}`)
  const body = [...columns.map(columnText), ...constraints].map((line) => `  ${line}`).join(',\n')
  const indexes = catalogue.indexes.filter((index) => index.table === table).map(({ definition }) => `${definition};\n`)
  return `CREATE TABLE ${table} (\n${body}\n);\n${indexes.join('')}`
}

function columnText(column: Column): string {
  const rest = [column.required ? ' NOT NULL' : '', column.default === null ? '' : ` DEFAULT ${column.default}`]
  return `${column.name} ${column.type}${rest.join('')}`
}
