import type { ColumnNames } from '#domain/imports'
import type { GeographyEdition } from '#domain/territory'
import type { BulkWriter } from '#store/imports/copyInto.ts'
import type { Observatory } from '../observatory.ts'
import type { ZoneBook } from './zoneBook.ts'

/** Names of columns, and those that come with the files of this run. */
export interface LearnedNames extends ColumnNames {
  learn(code: string, table: string, label: string): void
  learned(): boolean
}

/** What one run over some files shares: one transaction, one book of zones, one list of what changed. */
export interface ImportRun {
  readonly observatory: Observatory
  readonly bulk: BulkWriter
  readonly edition: GeographyEdition
  readonly book: ZoneBook
  readonly columnNames: LearnedNames
  readonly at: Date
  /** Rows of a new dataset may go straight into its table; not when a first try met a row twice. */
  readonly directly: boolean
  /** How the owner of the files answered what they leave open. */
  readonly answers: ImportAnswers
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal | null
  /** Set by whoever changes zones or places, so that pages are told once. */
  readonly touched: Set<'zones' | 'places' | 'observatory'>
}

export interface ImportAnswers {
  /** Column of the file by field of the kind. */
  readonly mapping?: Readonly<Record<string, string>>
  /** Coordinate system of features that do not say theirs, such as `EPSG:2154`. */
  readonly crs?: string
}
