import type { FileIssue } from './issue.ts'
import type { ImportKind } from './kinds.ts'
import type { ReadingContext, TableRefusal } from './rowReader.ts'
import { issueAt } from './report.ts'

/** The head of a table: names as written, less the spaces, marks and quotes around them, and the same folded for comparison. */
export interface Head {
  readonly columns: readonly string[]
  /** Without case, accents and anything but letters and digits: `Libellé_d_acheminement` is `libelledacheminement`. */
  readonly keys: readonly string[]
}

/** A text folded for comparison. Example: `fold('#Code_commune_INSEE')` is `codecommuneinsee`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
}

/** Columns without a name are kept in their place; nothing finds them. */
export function readHead(header: readonly string[]): Head {
  const columns = header.map((name) => name.replaceAll(/^[\uFEFF\s"']+|[\s"']+$/g, ''))
  return { columns, keys: columns.map(fold) }
}

/** What a kind looks for in a head. */
export interface Field {
  readonly field: string
  /** Folded names under which it is understood, the most telling first. */
  readonly names: readonly string[]
  /** Folded names that vary: `aged100`, `ageq65`. */
  readonly pattern?: RegExp
  readonly required?: true
}

/** Where each field of a kind stands in a file. */
export interface Fields {
  /** Index of the field's column, -1 where the file has none. */
  at(field: string): number
  has(field: string): boolean
  /** Name of the field's column as the file writes it, or the field's own where it has none. */
  column(field: string): string
  /** The cell without the spaces around it; empty where the file has no such column. */
  text(cells: readonly string[], field: string): string
  readonly mapping: Readonly<Record<string, string>>
}

export function findColumn(head: Head, names: readonly string[]): number {
  for (const name of names) {
    const index = head.keys.indexOf(name)
    if (index >= 0) return index
  }
  return -1
}

function columnOf(head: Head, field: Field, mapping: ReadingContext['mapping']): number {
  const chosen = mapping[field.field]
  if (chosen !== undefined) return chosen === '' ? -1 : findColumn(head, [fold(chosen)])
  const named = findColumn(head, field.names)
  const { pattern } = field
  return named < 0 && pattern ? head.keys.findIndex((key) => pattern.test(key)) : named
}

/** Finds the fields of a kind: by what somebody chose, else by name. */
export function findFields(head: Head, fields: readonly Field[], mapping: ReadingContext['mapping']): Fields {
  const where = new Map(fields.map((field) => [field.field, columnOf(head, field, mapping)]))
  const at = (field: string): number => where.get(field) ?? -1
  const found = [...where].filter(([, index]) => index >= 0)
  return {
    at,
    has: (field) => at(field) >= 0,
    column: (field) => head.columns[at(field)] ?? field,
    text: (cells, field) => cells[at(field)]?.trim() ?? '',
    mapping: Object.fromEntries(found.map(([field, index]) => [field, head.columns[index] ?? ''])),
  }
}

/**
 * What keeps a head from being read as one kind: columns that are missing (`expected` lists the names understood), chosen but absent, or there twice;
 * `null` when nothing does.
 */
export function refusalOf(
  kind: ImportKind,
  head: Head,
  fields: readonly Field[],
  context: ReadingContext,
  missing: readonly string[] = [],
): TableRefusal | null {
  const found = findFields(head, fields, context.mapping)
  const issues: FileIssue[] = []
  const unmapped: string[] = []
  const listed = head.columns.join(', ')
  for (const { field, names, required } of fields) {
    const chosen = context.mapping[field]
    if (found.has(field)) {
      const key = head.keys[found.at(field)] ?? ''
      if (head.keys.lastIndexOf(key) !== found.at(field))
        issues.push(issueAt(1, found.column(field), listed, 'column.twice', found.column(field)))
    } else if (chosen !== undefined && chosen !== '') {
      issues.push(issueAt(1, chosen, listed, 'column.unknown', listed))
      unmapped.push(field)
    } else if (required || missing.includes(field)) {
      issues.push(issueAt(1, field, listed, 'column.missing', names.slice(0, 6).join(', ')))
      unmapped.push(field)
    }
  }
  return issues.length > 0 ? { kind, issues, unmapped } : null
}
