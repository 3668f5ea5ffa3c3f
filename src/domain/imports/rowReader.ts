import type { FileIssue } from './issue.ts'
import type { ImportKind } from './kinds.ts'
import type {
  DatasetRecord,
  FacilityRecord,
  FiguresRecord,
  PlaceRecord,
  PopulationRecord,
  PostcodeRecord,
  SuccessionRecord,
  ZoneRecord,
} from './records.ts'

/** Where a reader puts what a row gives. Faults refuse the file; warnings are told and change nothing. */
export interface RecordSink {
  zone(record: ZoneRecord, line: number): void
  succession(record: SuccessionRecord, line: number): void
  figures(record: FiguresRecord): void
  population(record: PopulationRecord): void
  facility(record: FacilityRecord): void
  postcode(record: PostcodeRecord): void
  place(record: PlaceRecord): void
  fault(issue: FileIssue): void
  warning(issue: FileIssue): void
  /** A value that the source leaves out or withholds. */
  missing(count: number): void
  /** Rows left out on purpose, such as `postcode.terminated`: counted by code, no fault of the file. */
  skipped?(code: string, count: number): void
}

/** Names of census columns and the like, read from a metadata file brought before or beside the tables. */
export interface ColumnNames {
  /** By the column's code: the table's name and the column's. */
  find(code: string): { readonly table: string; readonly label: string } | undefined
}

/** What a reader may ask while it plans. */
export interface ReadingContext {
  /** Name of the file, without its folder. */
  readonly fileName: string
  readonly columnNames: ColumnNames
  /** Column of the file by field of the kind, as somebody chose or the observatory remembers; empty when nobody has. */
  readonly mapping: Readonly<Record<string, string>>
  /** Whether the file writes numbers 1 234,5; left out where nobody knows: then numbers that could be read both ways are refused. */
  readonly decimalComma?: boolean | undefined
}

/** How a table of one kind is read: its head was understood. */
export interface TablePlan {
  readonly kind: ImportKind
  /** The table of figures that the file makes, where it makes one. */
  readonly dataset: DatasetRecord | null
  /** Names, licence and date that the kind or the head tell, for the provenance. */
  readonly source: string | null
  readonly licence: string | null
  readonly referenceDate: string | null
  /** How columns were understood, to be shown and remembered: field of the kind -> column of the file. */
  readonly mapping: Readonly<Record<string, string>>
  /** `add`: rows of one zone and category add up (IRIS onto their commune, facilities listed one by one); else a second row is a fault. */
  readonly duplicates?: 'add'
  /** The file names the columns of other files (`readColumnNames`) and holds nothing to store. */
  readonly namesColumns?: true
  /** Reads one row; called once per row in order: a plan reads one file from its first row, once. */
  read(cells: readonly string[], line: number, sink: RecordSink): void
}

/** A head that was recognised but cannot be read as it stands: what is wrong, and the fields that somebody must map to columns. */
export interface TableRefusal {
  readonly kind: ImportKind
  readonly issues: readonly FileIssue[]
  readonly unmapped: readonly string[]
}
