import { gainsGini } from '#stats/gainsGini.ts'
import { profileIndex } from '#stats/profileIndex.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { inOrder } from './categories.ts'
import { profileDocument, type ProfileDocument } from './profileContract.ts'
import { openRecords, plainName, readColumns, type Records } from './readColumns.ts'
import { TableFaults, type TableNote } from './tableFaults.ts'

export interface ProfileRequest {
  readonly file: SourceFile
  readonly base: SourceFile
  /** The column of groups, in the file. */
  readonly group: string
  /** The column of counts; `null`: every record counts 1. */
  readonly count: string | null
}

export interface ProfileOutcome {
  readonly document: ProfileDocument
  readonly notes: readonly TableNote[]
}

interface Counted {
  readonly groups: readonly string[]
  readonly counts: Map<string, number>
}

function negativeFaults(records: Records, column: string, faults: TableFaults): void {
  for (const [row, value] of (records.number('count') ?? []).entries()) {
    if (value < 0)
      faults.add({ file: records.file, line: records.line[row] as number, column, value: String(value), code: 'count.negative' })
  }
}

/** The columns of the base: `group` and `count`, or those of the file. */
async function baseColumns(
  { base, group, count }: ProfileRequest,
  faults: TableFaults,
): Promise<{ groups: string; counts: string }> {
  const header = new Set((await openRecords(base, faults)).header.map(plainName))
  const named = (own: string, theirs: string | null): string =>
    theirs !== null && !header.has(own) && header.has(plainName(theirs)) ? theirs : own
  return { groups: named('group', group), counts: named('count', count) }
}

/** The base: one line per group. */
async function readBase(request: ProfileRequest, faults: TableFaults): Promise<Counted> {
  const { groups, counts } = await baseColumns(request, faults)
  const records = await readColumns(
    request.base,
    { group: { column: groups, kind: 'code', needed: true }, count: { column: counts, kind: 'number', needed: true } },
    faults,
  )
  negativeFaults(records, counts, faults)
  const codes = records.code('group')
  const found = new Map<string, number>()
  for (let row = 0; row < records.rows; row++) {
    const name = codes?.categories[codes.codes[row] as number] ?? ''
    const at = { file: records.file, line: records.line[row] as number, column: groups, value: name }
    if (found.has(name)) faults.add({ ...at, code: 'base.twice' })
    found.set(name, records.number('count')?.[row] ?? 0)
  }
  if (faults.count === 0 && Array.from(found.values()).every((value) => value === 0))
    faults.add({ file: records.file, column: counts, code: 'base.nobody' })
  return { groups: codes?.categories ?? [], counts: found }
}

async function readFile(
  { file, group, count }: ProfileRequest,
  base: Counted,
  faults: TableFaults,
): Promise<{ counts: Map<string, number>; notes: readonly TableNote[] }> {
  const records = await readColumns(
    file,
    {
      group: { column: group, kind: 'code', needed: true },
      ...(count !== null && { count: { column: count, kind: 'number', needed: true } }),
    },
    faults,
  )
  negativeFaults(records, count ?? '', faults)
  const codes = records.code('group')
  const found = new Map<string, number>()
  for (let row = 0; row < records.rows; row++) {
    const code = codes?.codes[row] as number
    if (code < 0) continue
    const value = codes?.categories[code] ?? ''
    const line = records.line[row] as number
    if (!base.counts.has(value))
      faults.add({ file: records.file, line, column: group, value, code: 'group.notInBase', expected: base.groups.join(', ') })
    found.set(value, (found.get(value) ?? 0) + (records.number('count')?.[row] ?? 1))
  }
  return { counts: found, notes: records.notes }
}

const statusOf = (p: number | null, total: number): 'ok' | 'noData' | 'notApplicable' =>
  p !== null ? 'ok' : total > 0 ? 'notApplicable' : 'noData'

/**
 * A file of records, or of counts, by group against a base: share, index with its interval, penetration and verdict.
 *
 * @throws TableRefused when a file is at fault: a group that the base does not have, one that it has twice, negative counts …
 */
export async function profileFile(request: ProfileRequest): Promise<ProfileOutcome> {
  const faults = new TableFaults()
  const base = await readBase(request, faults)
  const file = await readFile(request, base, faults)
  faults.refuse()
  const groups = inOrder(base.groups).map((at) => base.groups[at] ?? '')
  const [f, c] = [groups.map((group) => file.counts.get(group) ?? 0), groups.map((group) => base.counts.get(group) ?? 0)]
  const { rows, F, C } = profileIndex(f, c)
  const document = profileDocument.parse({
    schema: 'profile/1',
    rows: rows.map((row, at) => ({ group: groups[at], ...row, status: statusOf(row.p, F) })),
    F,
    C,
    gini: gainsGini(c, f),
  })
  return { document, notes: file.notes }
}
