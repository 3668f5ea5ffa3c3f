import { parseNumber, type FileIssue } from '#domain/imports'
import { marginVariableCodes } from '#domain/survey'
import { openFile } from '../files/openFile.ts'
import type { FileRow } from '../files/sourceFile.ts'

/** A total as a file gives it, with its line. */
export interface MarginRow {
  readonly line: number
  readonly variable: string
  readonly category: string
  readonly total: number
}

type Field = 'variable' | 'category' | 'total'

const names: Readonly<Record<Field, readonly string[]>> = {
  variable: ['variable'],
  category: ['category', 'categorie', 'modalite'],
  total: ['total', 'effectif', 'population', 'count'],
}

function folded(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}

function columnsOf(header: readonly string[]): Record<Field, number> {
  const at = (field: Field): number => header.findIndex((name) => names[field].includes(folded(name)))
  return { variable: at('variable'), category: at('category'), total: at('total') }
}

/** What categories a variable may have; `null` for a variable that is none. */
export type KnownCategories = (variable: string) => ReadonlySet<string> | null

interface Reading {
  readonly header: readonly string[]
  readonly columns: Readonly<Record<Field, number>>
  readonly decimalComma: boolean
  readonly known: KnownCategories
  readonly seen: Map<string, number>
  readonly issues: FileIssue[]
}

/** Categories as an example of what is expected: a few of them. */
function someOf(categories: ReadonlySet<string>): string {
  const shown = [...categories].slice(0, 6).join(', ')
  return categories.size > 6 ? `${shown}…` : shown
}

function codeIssue(reading: Reading, variable: string, category: string): readonly [Field, string, string] | null {
  const categories = reading.known(variable)
  if (!categories) return ['variable', 'margin.variable', marginVariableCodes.join(', ')]
  if (!categories.has(category)) return ['category', 'margin.category', someOf(categories)]
  return null
}

function rowOf(reading: Reading, { line, cells }: FileRow): MarginRow | null {
  const { columns, header, seen, issues } = reading
  const text = (field: Field): string => (cells[columns[field]] ?? '').trim()
  const refuse = (field: Field, code: string, expected: string): null => {
    issues.push({ line, column: header[columns[field]] ?? '', value: text(field).slice(0, 80), code, expected })
    return null
  }
  const variable = text('variable')
  const category = text('category')
  const issue = codeIssue(reading, variable, category)
  if (issue) return refuse(...issue)
  const total = parseNumber(text('total'), reading.decimalComma)
  if (total === null) return refuse('total', 'margin.total', reading.decimalComma ? '1 234,5' : '1234.5')
  if (!(total >= 0)) return refuse('total', 'margin.negative', '0')
  const key = `${variable}\n${category}`
  const former = seen.get(key)
  if (former !== undefined) return refuse('category', 'margin.twice', String(former))
  seen.set(key, line)
  return { line, variable, category, total }
}

/**
 * Reads `variable,category,total` (any usual delimiter, encoding and decimal sign; French heads too). Every row that cannot be used is told with line,
 * column, value and what is expected; then `rows` must not be used.
 */
export async function readMargins(
  name: string,
  content: Uint8Array,
  known: KnownCategories,
): Promise<{ readonly rows: readonly MarginRow[]; readonly issues: readonly FileIssue[] }> {
  const source = {
    name,
    size: content.length,
    async *open() {
      yield content
    },
  }
  const table = await openFile(source)
  if (table.form === 'unreadable') return { rows: [], issues: table.issues }
  const header = table.form === 'table' ? table.header : []
  const columns = columnsOf(header)
  if (table.form !== 'table' || Object.values(columns).includes(-1)) {
    const issue = {
      line: 1,
      column: '',
      value: header.join(',').slice(0, 80),
      code: 'margin.head',
      expected: 'variable,category,total',
    }
    return { rows: [], issues: [issue] }
  }
  const reading: Reading = { header, columns, decimalComma: table.decimalComma, known, seen: new Map(), issues: [] }
  const rows: MarginRow[] = []
  for await (const batch of table.rows((issue) => reading.issues.push(issue))) {
    for (const row of batch) {
      const read = rowOf(reading, row)
      if (read) rows.push(read)
    }
  }
  if (rows.length === 0 && reading.issues.length === 0)
    reading.issues.push({ line: 2, column: '', value: '', code: 'margin.empty', expected: 'sex,female,1234' })
  return { rows, issues: reading.issues }
}
