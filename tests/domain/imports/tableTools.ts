import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import {
  isPlan,
  noColumnNames,
  planTable,
  type FacilityRecord,
  type FiguresRecord,
  type FileIssue,
  type ImportKind,
  type PlaceRecord,
  type PopulationRecord,
  type PostcodeRecord,
  type ReadingContext,
  type RecordSink,
  type SuccessionRecord,
  type TablePlan,
  type TableRefusal,
  type ZoneRecord,
} from '#domain/imports'

/** Everything that a table gave. */
export interface Taken {
  readonly plan: TablePlan
  readonly zones: ZoneRecord[]
  readonly successions: SuccessionRecord[]
  readonly figures: FiguresRecord[]
  readonly population: PopulationRecord[]
  readonly facilities: FacilityRecord[]
  readonly postcodes: PostcodeRecord[]
  readonly places: PlaceRecord[]
  readonly faults: FileIssue[]
  readonly warnings: FileIssue[]
  readonly skipped: Map<string, number>
  missing: number
}

export interface Asked extends Partial<ReadingContext> {
  readonly kind?: ImportKind
}

/** The rows of a CSV text; the mark between cells is the first of `;`, tab and `,` in its head. */
export function rowsOf(text: string): string[][] {
  const head = text.slice(0, text.indexOf('\n')).replaceAll(/"[^"]*"/g, '')
  const delimiter = [';', '\t', ','].find((mark) => head.includes(mark)) ?? ','
  return parse(text, { delimiter, skip_empty_lines: true, relax_quotes: true })
}

export function planOf(header: readonly string[], asked: Asked = {}): TablePlan | TableRefusal | null {
  const { kind, ...context } = asked
  return planTable(header, { fileName: 'file.csv', columnNames: noColumnNames, mapping: {}, ...context }, kind)
}

function sinkInto(taken: Taken): RecordSink {
  return {
    zone: (record) => taken.zones.push(record),
    succession: (record) => taken.successions.push(record),
    figures: (record) => taken.figures.push(record),
    population: (record) => taken.population.push(record),
    facility: (record) => taken.facilities.push(record),
    postcode: (record) => taken.postcodes.push(record),
    place: (record) => taken.places.push(record),
    fault: (issue) => taken.faults.push(issue),
    warning: (issue) => taken.warnings.push(issue),
    missing: (count) => {
      taken.missing += count
    },
    skipped: (code, count) => taken.skipped.set(code, (taken.skipped.get(code) ?? 0) + count),
  }
}

/** Reads rows whose head must be understood; the head is line 1. */
export function takeRows([header = [], ...rows]: readonly (readonly string[])[], asked: Asked = {}): Taken {
  const plan = planOf(header, asked)
  assert.ok(isPlan(plan), `the head ${header.join(',')} was not understood: ${JSON.stringify(plan)}`)
  const lists = { zones: [], successions: [], figures: [], population: [], facilities: [], postcodes: [], places: [] }
  const taken: Taken = { plan, ...lists, faults: [], warnings: [], skipped: new Map(), missing: 0 }
  const sink = sinkInto(taken)
  for (const [index, cells] of rows.entries()) plan.read(cells, index + 2, sink)
  return taken
}

export const take = (text: string, asked: Asked = {}): Taken => takeRows(rowsOf(text), asked)

/** `line column code` of each issue. */
export const told = (issues: readonly FileIssue[]): string[] =>
  issues.map(({ line, column, code }) => `${line} ${column} ${code}`)

const folder = new URL('../../../../shared/data/', import.meta.url)

/** The rows of a real file of the field. */
export function realRows(path: string): string[][] {
  const bytes = readFileSync(new URL(path, folder))
  return parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { bom: true })
}

export function realJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
}
