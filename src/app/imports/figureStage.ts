import type { RecordSink, SuccessionRecord, ZoneRecord, PlaceRecord } from '#domain/imports'
import { stage } from '#store/imports/merge.ts'
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
  /** Ends the sending, when all is with the database. */
  end(): Promise<void>
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
): Promise<FigureStage> {
  const copy: CopyTarget | null = relation ? await stage(run.bulk, relation) : null
  const held: HeldRecords = { zones: [], successions: [], places: [] }
  let waiting: Promise<void> | undefined
  const send = (row: Parameters<CopyTarget['add']>[0]): void => {
    const more = copy?.add(row)
    if (more) waiting = waiting ? Promise.all([waiting, more]).then(() => {}) : more
  }
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
    figures: ({ line, zone, figures }) =>
      send([placed(zone), dataset, zone, layout ? layout.arrange(figures) : figures, line, 1]),
    population: ({ line, zone, sex, age, activity, people }) =>
      send([placed(zone), dataset, zone, sex, age, activity, people, line, 1]),
    facility: ({ line, zone, type, facilities }) => send([placed(zone), dataset, zone, type, facilities, line, 1]),
    postcode: ({ line, postcode, zone, lon, lat }) => send([postcode, zone ?? '', lon, lat, line, 1]),
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
      await copy?.end()
    },
  }
}
