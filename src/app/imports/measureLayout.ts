import type { DatasetRecord, MeasureRecord } from '#domain/imports'
import { selectMeasures } from '#store/imports/measures.ts'
import type { ImportRun } from './importRun.ts'

/**
 * Where the figures of a file go in the rows of its dataset: files of one dataset may name their columns in another order, lack some or bring new ones,
 * and rows stored before keep their meaning.
 */
export interface MeasureLayout {
  /** All columns of the dataset, those known before first. */
  readonly measures: readonly MeasureRecord[]
  /** Places (from 0) of columns that the file lacks: what is stored there stays. */
  readonly absent: readonly number[]
  /** Figures in the dataset's order; `null` at the end is left off, so that equal rows are equal whatever came later. */
  arrange(figures: readonly (number | null)[]): readonly (number | null)[]
}

function withoutTail(figures: readonly (number | null)[]): readonly (number | null)[] {
  const last = figures.findLastIndex((figure) => figure !== null)
  return last === figures.length - 1 ? figures : figures.slice(0, last + 1)
}

export async function measureLayout(run: ImportRun, dataset: DatasetRecord): Promise<MeasureLayout> {
  const stored = await selectMeasures(run.bulk.writer, dataset.code)
  const brought = new Map(dataset.measures.map((measure, place) => [measure.code, { measure, place }]))
  const known = new Set(stored.map((measure) => measure.code))
  const measures = [
    ...stored.map((measure) => brought.get(measure.code)?.measure ?? measure),
    ...dataset.measures.filter((measure) => !known.has(measure.code)),
  ]
  const places = measures.map((measure) => brought.get(measure.code)?.place ?? -1)
  const straight = places.every((place, i) => place === i)
  return {
    measures,
    absent: places.flatMap((place, i) => (place < 0 ? [i] : [])),
    arrange: (figures) => withoutTail(straight ? figures : places.map((place) => figures[place] ?? null)),
  }
}
