import { hash } from 'node:crypto'
import {
  codesOf,
  foldText,
  isLongHead,
  meaningParts,
  missingColumns,
  nothingSaid,
  sayLongRow,
  sayRow,
  type RowPlan,
  type SheetMapping,
} from '#domain/survey'
import type { FileRow } from '../files/sourceFile.ts'
import { AnswerReading, type ReadingOf } from './answerReading.ts'
import type { SheetFileReport, UnreadValue } from './fileViews.ts'

/** Finds the same head again, whatever its case, accents and marks. */
export function headSignature(header: readonly string[]): string {
  return hash('sha256', header.map((name) => `${foldText(name)} ${name.length}`).join('\n'), 'hex')
}

async function readWide(reading: AnswerReading, rows: readonly FileRow[]): Promise<void> {
  for (const row of rows) {
    reading.tally.rows++
    reading.look(row.cells)
    const before = reading.tally.faultCount
    const id = reading.idOf(row)
    if (reading.isLeftOut(row.cells)) {
      reading.tally.incomplete++
      continue
    }
    const said = nothingSaid()
    for (const issue of sayRow(said, row.cells, reading.plan)) reading.fault(row.line, issue)
    await reading.finish(said, [row], id, before)
  }
}

/** Lines of one respondent stand together; who comes again after another one is a fault, so that memory stays flat. */
function longReader(reading: AnswerReading): { take: (rows: readonly FileRow[]) => Promise<void>; end: () => Promise<void> } {
  const idAt = reading.plan.columns.find(({ part }) => part === 'id')?.index ?? -1
  let open: { key: string; id: string | null; rows: FileRow[]; said: ReturnType<typeof nothingSaid>; before: number } | null =
    null
  const end = async (): Promise<void> => {
    if (open) await reading.finish(open.said, open.rows, open.id, open.before)
    open = null
  }
  return {
    end,
    async take(rows) {
      for (const row of rows) {
        reading.tally.rows++
        reading.look(row.cells)
        const key = (row.cells[idAt] ?? '').trim()
        if (!open || open.key !== key) {
          await end()
          const before = reading.tally.faultCount
          open = { key, id: reading.idOf(row), rows: [], said: nothingSaid(), before }
        }
        open.rows.push(row)
        for (const issue of sayLongRow(open.said, row.cells, reading.plan)) reading.fault(row.line, issue)
      }
    },
  }
}

function valuesOf({ tally, plan }: AnswerReading): UnreadValue[] {
  return [...tally.values].flatMap(([kind, counts]) =>
    [...counts].map(([value, count]) => ({ kind, value, count, code: plan.mapping.values[kind]?.[value] ?? null })),
  )
}

/** LimeSurvey's own codes say nothing but an order: `A1` is taken for the first choice, where every value that is not understood is such a code. */
export function valuesByOrder(values: readonly UnreadValue[]): SheetMapping['values'] {
  const kinds = [...Map.groupBy(values, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const codes = codesOf(kind)
    const numbers = all.map(({ value }) => Number(/^(?:A|SQ)0*(\d{1,2})$/.exec(value)?.[1] ?? Number.NaN))
    const fits = numbers.every((number) => number >= 1 && number <= codes.length)
    if (!fits || kind === 'zone' || kind === 'need') return []
    return [[kind, Object.fromEntries(all.map(({ value }, i) => [value, codes[(numbers[i] ?? 1) - 1] ?? '']))] as const]
  })
  return Object.fromEntries(kinds)
}

function chanceOf(plan: RowPlan): SheetFileReport['chance'] {
  if (plan.columns.some(({ part }) => part === 'probability')) return 'told'
  return plan.columns.some(({ part }) => part === 'need') ? 'needs' : 'one'
}

/** Reads a whole file: hands its sheets on in batches, and tells what it found. Memory stays flat but for the numbers of answers. */
export async function readAnswerFile(of: ReadingOf): Promise<SheetFileReport> {
  const { table, known, context, signal } = of
  const reading = new AnswerReading(of)
  const { tally, plan, never } = reading
  const long = isLongHead(table.header) || plan.columns.some(({ part }) => part === 'service')
  const lines = longReader(reading)
  for await (const rows of table.rows((issue) => reading.broken(issue))) {
    signal.throwIfAborted()
    await (long ? lines.take(rows) : readWide(reading, rows))
    of.onRows(tally.rows)
  }
  await lines.end()
  await reading.flush()
  const { examples, values: _, ...counts } = tally
  return {
    ...counts,
    header: table.header,
    examples: examples.map((held) => [...held]),
    mapping: plan.mapping,
    never: [...never],
    values: valuesOf(reading),
    form: long ? 'long' : 'wide',
    encoding: table.encoding,
    delimiter: table.delimiter,
    known,
    missing: missingColumns(plan.mapping.columns, context.rules.kind),
    chance: chanceOf(plan),
  }
}

/** Whether a mapping fits a head: as many columns, each with a meaning that there is. */
export function fitsHead(mapping: unknown, columns: number): mapping is SheetMapping {
  if (typeof mapping !== 'object' || mapping === null || !('columns' in mapping) || !Array.isArray(mapping.columns)) return false
  const meanings: readonly unknown[] = mapping.columns
  return meanings.length === columns && meanings.every((each) => typeof each === 'string' && meaningParts(each) !== null)
}
