import { createHmac, randomUUID } from 'node:crypto'
import {
  checkSheet,
  columnOfField,
  guessColumns,
  nothingSaid,
  readSheetValue,
  rowPlan,
  sheetSaid,
  type AnswerSheet,
  type CellIssue,
  type RowPlan,
  type SheetMapping,
  type SheetVocabulary,
  type ValueKind,
} from '#domain/survey'
import type { FileRow, OpenTable } from '../files/sourceFile.ts'
import type { EntryContext } from './entryContext.ts'
import type { SheetFileFault, SheetFileOptions } from './fileViews.ts'

/** A sheet ready to be kept; `key` finds the same answer in a later file, `null` where the file has no numbers of answers. */
export interface FileSheet {
  readonly id: string
  readonly content: AnswerSheet
  readonly key: string | null
}

/** What reading a file works with. */
export interface ReadingOf {
  readonly context: EntryContext
  readonly table: OpenTable
  readonly mapping: SheetMapping
  readonly vocabulary: SheetVocabulary
  readonly known: boolean
  readonly options: SheetFileOptions
  readonly secret: string
  readonly language: 'fr' | 'en'
  /** Takes sheets, a batch at a time; gives how many of them an earlier file had brought. */
  readonly take: (sheets: readonly FileSheet[]) => Promise<number>
  readonly onRows: (rows: number) => void
  readonly signal: AbortSignal
}

const faultsShown = 100
const examplesShown = 3
/** Different values of one kind that are asked for; a column with more holds no choices. */
const mostValues = 60
const longestShown = 80

const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text)
/** Values that tell of a person whatever the column is called. */
const tellsPerson = /@|^\d{1,3}(?:\.\d{1,3}){3}$|^(?:\+33|0)[1-9](?:[ .]?\d{2}){4}$/

/** Columns named for something personal: dropped always, whatever a mapping says. */
function personalColumns(header: readonly string[], context: EntryContext, vocabulary: SheetVocabulary): number[] {
  const guessed = guessColumns(header, vocabulary, context.questionnaire.mostServices)
  return guessed.flatMap((meaning, i) => (meaning === 'never' ? [i] : []))
}

interface Tally {
  rows: number
  incomplete: number
  already: number
  sheets: number
  noReason: number
  faultCount: number
  faultyAnswers: number
  readonly faults: SheetFileFault[]
  readonly examples: Set<string>[]
  readonly values: Map<ValueKind, Map<string, number>>
}

function tallyFor(columns: number): Tally {
  return {
    rows: 0,
    incomplete: 0,
    already: 0,
    sheets: 0,
    noReason: 0,
    faultCount: 0,
    faultyAnswers: 0,
    faults: [],
    examples: Array.from({ length: columns }, () => new Set<string>()),
    values: new Map(),
  }
}

/** Reads the rows of one file with one mapping: looks at values, makes sheets, checks them, and hands them on in batches. */
export class AnswerReading {
  readonly tally: Tally
  readonly plan: RowPlan
  readonly never: ReadonlySet<number>
  readonly #of: ReadingOf
  readonly #seen = new Map<string, number>()
  readonly #submittedAt: number
  readonly #idAt: number
  #batch: FileSheet[] = []

  constructor(of: ReadingOf) {
    this.#of = of
    const { context, table, mapping, vocabulary, language } = of
    this.tally = tallyFor(table.header.length)
    this.never = new Set(personalColumns(table.header, context, vocabulary))
    const columns = mapping.columns.map((meaning, i) => (this.never.has(i) ? 'never' : meaning))
    const most = context.questionnaire.mostServices
    this.plan = rowPlan({ ...mapping, columns }, { vocabulary, findZone: context.zones.findZone, most, language })
    this.#submittedAt = columns.indexOf('submitted')
    this.#idAt = columns.indexOf('id')
  }

  /** A fault of a row, told under the column's name. */
  fault(line: number, { column, value, code }: CellIssue): void {
    this.broken({ line, column: this.#of.table.header[column] ?? '', value, code })
  }

  /** A fault of the file; the first hundred are told, all are counted. */
  broken({ line, column, value, code }: SheetFileFault): void {
    this.tally.faultCount++
    if (this.tally.faults.length < faultsShown) this.tally.faults.push({ line, column, value: cut(value), code })
  }

  /** Looks at the values of a row: examples, and choices that are not understood by themselves. */
  look(cells: readonly string[]): void {
    cells.forEach((cell, i) => {
      const held = this.tally.examples[i]
      if (!held || held.size >= examplesShown || this.never.has(i)) return
      const text = cell.trim()
      if (text !== '' && !tellsPerson.test(text)) held.add(cut(text))
    })
    for (const { index, kind, part, item } of this.plan.columns) {
      const text = (cells[index] ?? '').trim()
      if (kind === null || text === '' || (part === 'important' && item === null)) continue
      if (readSheetValue(kind, text, this.plan) !== undefined) continue
      const held = this.tally.values.get(kind) ?? new Map<string, number>()
      this.tally.values.set(kind, held)
      if (held.has(text) || held.size < mostValues) held.set(text, (held.get(text) ?? 0) + 1)
    }
  }

  #keyOf(id: string, cells: readonly (readonly string[])[]): string {
    const mac = createHmac('sha256', this.#of.secret).update(`answer of ${this.#of.context.survey.id}\n${id}`)
    for (const row of cells) mac.update(`\n${row.filter((_, i) => !this.never.has(i)).join('\u001F')}`)
    return mac.digest('base64url')
  }

  /** The id of a row's answer; a fault where it stood before. */
  idOf({ line, cells }: FileRow): string | null {
    const id = (cells[this.#idAt] ?? '').trim()
    if (this.#idAt < 0) return null
    if (id === '') {
      this.fault(line, { column: this.#idAt, value: '', code: 'value.missing' })
      return null
    }
    const before = this.#seen.get(id)
    if (before !== undefined) this.fault(line, { column: this.#idAt, value: `${id} (${before})`, code: 'id.twice' })
    else this.#seen.set(id, line)
    return id
  }

  isLeftOut(cells: readonly string[]): boolean {
    if (this.#of.options.incomplete || this.#submittedAt < 0) return false
    return (cells[this.#submittedAt] ?? '').trim() === ''
  }

  /** Makes the sheet of what was said, checks it whole, and puts it with those to be kept. */
  async finish(said: ReturnType<typeof nothingSaid>, rows: readonly FileRow[], id: string | null, before: number): Promise<void> {
    const line = rows[0]?.line ?? 0
    const { sheet, issues, noReason } = sheetSaid(said, this.plan)
    for (const issue of issues) this.fault(line, issue)
    if (this.tally.faultCount === before)
      for (const { field, value, code } of checkSheet(sheet, this.#of.context.rules))
        this.fault(line, { column: columnOfField(field, this.plan, said.drawn), value, code })
    if (this.tally.faultCount > before) {
      this.tally.faultyAnswers++
      return
    }
    this.tally.noReason += noReason
    const key =
      id === null
        ? null
        : this.#keyOf(
            id,
            rows.map(({ cells }) => cells),
          )
    this.#batch.push({ id: randomUUID(), content: sheet, key })
    if (this.#batch.length >= 1000) await this.flush()
  }

  async flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    if (batch.length === 0) return
    const already = await this.#of.take(batch)
    this.tally.already += already
    this.tally.sheets += batch.length - already
  }
}
