import type { GridContent, SheetMapping, ValueKind } from '#domain/survey'
import type { SheetFileState } from '#store/sheetFiles.ts'
import type { SurveyHead } from '../collection/collectionViews.ts'
import type { SurveyStateCode } from './paperViews.ts'

/** Something of a file that must be put right: `column` as the file names it, `value` cut to 80 characters. */
export interface SheetFileFault {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly code: string
}

/** A value that needs a meaning, how often it stands in the file, and what it is taken for; `null`: nobody knows yet. */
export interface UnreadValue {
  readonly kind: ValueKind
  readonly value: string
  readonly count: number
  readonly code: string | null
}

/** What a file holds, read with a mapping, before anything is kept. */
export interface SheetFileReport {
  readonly header: readonly string[]
  /** Up to three values of each column; none of a personal one. */
  readonly examples: readonly (readonly string[])[]
  readonly mapping: SheetMapping
  /** Columns whose name says that they are personal: nobody can have them kept. */
  readonly never: readonly number[]
  readonly values: readonly UnreadValue[]
  readonly form: 'wide' | 'long'
  readonly encoding: string
  readonly delimiter: string
  /** Whether a file of the same head was taken in before. */
  readonly known: boolean
  readonly missing: readonly string[]
  readonly rows: number
  readonly incomplete: number
  /** Answers that an earlier file brought. */
  readonly already: number
  /** Answers that would be kept, or were. */
  readonly sheets: number
  readonly noReason: number
  /** Where the chance of a service being drawn comes from. */
  readonly chance: 'told' | 'needs' | 'one'
  readonly faults: readonly SheetFileFault[]
  readonly faultCount: number
  readonly faultyAnswers: number
}

export interface SheetFileOptions {
  /** Whether answers that were not finished are kept too. */
  readonly incomplete: boolean
  /** Whether answers at fault are left out, so that the others can come in. */
  readonly leaveFaulty: boolean
}

export interface SheetFileLine {
  readonly id: string
  readonly name: string
  readonly state: SheetFileState
  readonly broughtOn: string
  readonly broughtBy: string
  readonly sheets: number | null
}

export interface SheetFilesView {
  readonly head: SurveyHead
  readonly state: SurveyStateCode
  readonly files: readonly SheetFileLine[]
}

export interface SheetFileView extends SheetFileLine {
  readonly head: SurveyHead
  readonly grid: GridContent
  readonly most: number
  readonly report: SheetFileReport | null
  /** What values of a kind may mean, for those that need a meaning. */
  readonly choices: Readonly<Partial<Record<ValueKind, readonly string[]>>>
  readonly options: SheetFileOptions
  /** Whether this process works on the file right now, and how many rows it has read. */
  readonly running: { readonly rows: number } | null
}
