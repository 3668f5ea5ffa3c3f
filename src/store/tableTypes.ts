import { type Catalogue, type Column, tablesOf } from './catalogue.ts'

const heading = `// The tables' types, written by npm run schema from the migrated database; never edited.
import type { ColumnType, Generated } from 'kysely'

/** Read parsed; written as JSON text, since pg would take an array for an array of SQL. */
export type Json = ColumnType<unknown, string, string>
export type Numeric = ColumnType<string, number | string, number | string>
export type Timestamp = ColumnType<Date, Date | string, Date | string>
`

const types: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  numeric: 'Numeric',
  json: 'Json',
  jsonb: 'Json',
  timestamptz: 'Timestamp',
  bytea: 'Buffer',
}

/** The TypeScript of all tables and views of `public`, for Kysely: one interface a table, `Generated` where the database has a default. */
export function tableTypesText(catalogue: Catalogue): string {
  const tables = [...tablesOf(catalogue)]
  const interfaces = tables.map(([table, columns]) => interfaceText(interfaceName(table), columns.map(fieldText)))
  const all = interfaceText(
    'DB',
    tables.map(([table]) => `${table}: ${interfaceName(table)}`),
  )
  return [heading, ...interfaces, all].join('\n')
}

function interfaceText(name: string, fields: readonly string[]): string {
  return `export interface ${name} {\n${fields.map((field) => `  ${field}\n`).join('')}}\n`
}

function interfaceName(table: string): string {
  return `${table.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Table`
}

function fieldText(column: Column): string {
  const type = typeOf(column)
  const nullable = column.required || column.kind === 'view' ? type : `${type} | null`
  return `${column.name}: ${column.default === null ? nullable : `Generated<${nullable}>`}`
}

function typeOf({ plainType, enumValues }: Column): string {
  if (enumValues) return enumValues.map((value) => `'${value}'`).join(' | ')
  if (plainType.startsWith('_')) return `${types[plainType.slice(1)] ?? 'string'}[]`
  return types[plainType] ?? 'string'
}
