import type { RecordSink, SuccessionRecord, ZoneRecord, PlaceRecord } from '#domain/imports'
import { stage, stageDirectly } from '#store/imports/merge.ts'
import type { CopyTarget } from '#store/imports/copyInto.ts'
import type { RelationName } from '#store/imports/relations.ts'
import type { FileReport } from './fileReport.ts'
import type { MeasureLayout } from './measureLayout.ts'
import type { ImportRun } from './importRun.ts'

/** Records that are few enough to be held until the file has ended. */
export interface HeldRecords {
  readonly zones: { readonly record: ZoneRecord; readonly line: number }[]
  readonly successions: { readonly record: SuccessionRecord; readonly line: number }[]
  readonly places: PlaceRecord[]
}

/** A sink that sends figures straight to a passing table, whatever their number, and holds the rest. */
export interface FigureStage {
  readonly sink: RecordSink
  readonly held: HeldRecords
  /** Waits until the database has taken what was sent. */
  settle(): Promise<void>
  /** Ends the sending, when all is with the database; gives the rows that went straight into their table, `null` where they wait to be merged. */
  end(): Promise<number | null>
}

/**
 * Where the records of one file go. One table of figures at most is filled per file: only one COPY can run on a connection.
 * `dataset` is the code under which figures are stored.
 */
export async function figureStage(
  run: ImportRun,
  report: FileReport,
  dataset: string,
  relation: RelationName | null,
  layout: MeasureLayout | null,
  /** The import's id where rows may go straight into the table, if it holds none of the dataset. */
  directly: string | null,
): Promise<FigureStage> {
  const straight = relation && directly !== null ? await stageDirectly(run.bulk, relation, dataset) : null
  const copy: CopyTarget | null = straight ?? (relation ? await stage(run.bulk, relation) : null)
  const held: HeldRecords = { zones: [], successions: [], places: [] }
  let waiting: Promise<void> | undefined
  const send = (row: Parameters<CopyTarget['add']>[0]): void => {
    const more = copy?.add(row)
    if (more) waiting = waiting ? Promise.all([waiting, more]).then(() => {}) : more
  }
  // Straight into the table goes the import's id, to a passing one the line and the number of rows it stands for.
  const put = straight
    ? (row: Parameters<CopyTarget['add']>[0]): void => send([...row, directly])
    : (row: Parameters<CopyTarget['add']>[0], line: number): void => send([...row, line, 1])
  const placed = (zone: string): string => {
    const found = run.book.resolve(zone)
    if (found.found === 'successor') report.unmatched(zone, run.book.formerName(zone), found.successor)
    if (found.found === 'unknown') report.unmatched(zone, null, null)
    return found.root
  }
  const sink: RecordSink = {
    zone: (record, line) => void held.zones.push({ record, line }),
    succession: (record, line) => void held.successions.push({ record, line }),
    place: (record) => void held.places.push(record),
    figures: ({ line, zone, figures }) => put([placed(zone), dataset, zone, layout ? layout.arrange(figures) : figures], line),
    population: ({ line, zone, sex, age, activity, people }) =>
      put([placed(zone), dataset, zone, sex, age, activity, people], line),
    facility: ({ line, zone, type, facilities }) => put([placed(zone), dataset, zone, type, facilities], line),
    postcode: ({ line, postcode, zone, lon, lat }) => {
      if (zone !== null) placed(zone)
      put([postcode, zone ?? '', lon, lat], line)
    },
    fault: (issue) => report.fault(issue),
    warning: (issue) => report.warning(issue),
    skipped: (code, n) => report.skipped(code, n),
    missing: (count) => void (report.missingValues += count),
  }
  return {
    sink,
    held,
    async settle() {
      const until = waiting
      waiting = undefined
      await until
    },
    async end() {
      await waiting
      const rows = await copy?.end()
      return straight ? (rows ?? 0) : null
    },
  }
}
