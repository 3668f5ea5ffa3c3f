import { createHash } from 'node:crypto'
import {
  isImportKindCode,
  isPlan,
  planTable,
  type ColumnNames,
  type FileIssue,
  type ImportKind,
  type TablePlan,
} from '#domain/imports'
import { openFile } from '../files/openFile.ts'
import type { OpenFeatures, OpenTable, SourceFile } from '../files/sourceFile.ts'
import type { ImportAnswers } from './importRun.ts'

/** What a file turned out to be. */
export type Recognised =
  | { readonly form: 'table'; readonly kind: ImportKind; readonly table: OpenTable; readonly plan: TablePlan }
  | { readonly form: 'features'; readonly kind: 'boundaries'; readonly features: OpenFeatures }
  | {
      readonly form: 'refused'
      readonly kind: ImportKind | null
      readonly issues: readonly FileIssue[]
      readonly unmapped: readonly string[]
      readonly columns: readonly string[]
    }

/** Heads of equal columns are one layout, whatever case and spaces. */
export function headerChecksum(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map((name) => name.trim().toLowerCase())))
    .digest('hex')
}

/** SHA-256 of a file's bytes in hexadecimal, and their number. */
export async function checksumOf(file: SourceFile): Promise<{ checksum: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of file.open()) {
    hash.update(piece)
    bytes += piece.length
  }
  return { checksum: hash.digest('hex'), bytes }
}

/** A kind that somebody named; anything else means that it is to be recognised. */
export function askedKind(text: string | null): ImportKind | null {
  return text !== null && isImportKindCode(text) ? text : null
}

interface Asked {
  readonly kind: ImportKind | null
  readonly answers: ImportAnswers
  readonly columnNames: ColumnNames
  /** How columns of such a head were understood before. */
  readonly remembered: (
    header: readonly string[],
  ) => Promise<{ readonly kind: string; readonly mapping: Readonly<Record<string, string>> } | null>
}

type Refused = Extract<Recognised, { form: 'refused' }>

const refused = (
  kind: ImportKind | null,
  issues: readonly FileIssue[],
  more: Partial<Pick<Refused, 'unmapped' | 'columns'>> = {},
): Recognised => ({ form: 'refused', kind, issues, unmapped: more.unmapped ?? [], columns: more.columns ?? [] })

/** How a head is read, with what is known of columns by now. */
export function planOf(
  { name: fileName, header, decimalComma }: Pick<OpenTable, 'name' | 'header' | 'decimalComma'>,
  asked: Pick<Asked, 'kind' | 'columnNames'> & { readonly mapping: Readonly<Record<string, string>> },
): ReturnType<typeof planTable> {
  const { columnNames, mapping, kind } = asked
  return planTable(header, { fileName, columnNames, mapping, decimalComma }, kind ?? undefined)
}

const misfit = (expected: string, value: string): FileIssue => ({
  line: 1,
  column: '',
  value,
  code: 'file.unknownKind',
  expected,
})

async function recogniseTable(table: OpenTable, asked: Asked): Promise<Recognised> {
  const { header } = table
  if (asked.kind === 'boundaries') return refused('boundaries', [misfit('GeoJSON, TopoJSON', header.join(','))])
  const remembered = await asked.remembered(header)
  const kind = asked.kind ?? askedKind(remembered?.kind ?? null)
  const plan = planOf(table, { ...asked, kind, mapping: { ...remembered?.mapping, ...asked.answers.mapping } })
  if (!plan) return refused(null, [misfit('', header.join(','))], { columns: header })
  if (isPlan(plan)) return { form: 'table', kind: plan.kind, table, plan }
  return refused(plan.kind, plan.issues, { unmapped: plan.unmapped, columns: header })
}

/** Finds out what a file is by its content, or by the kind its owner names. */
export async function recognise(file: SourceFile, asked: Asked): Promise<Recognised> {
  const { crs } = asked.answers
  const opened = await openFile(file, crs ? { crs } : {})
  const outlines = opened.form === 'unreadable' && opened.issues.some((issue) => issue.code.startsWith('geo.'))
  if (opened.form === 'unreadable') return refused(asked.kind ?? (outlines ? 'boundaries' : null), opened.issues)
  if (opened.form === 'table') return recogniseTable(opened, asked)
  if (asked.kind && asked.kind !== 'boundaries') return refused(asked.kind, [misfit(asked.kind, 'GeoJSON')])
  return { form: 'features', kind: 'boundaries', features: opened }
}
