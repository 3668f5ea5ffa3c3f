import { shareOf, themeOf, type AreaFigures, type SegmentVariable } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { selectAreaFigures, type AreaRow } from '#store/areaFigures.ts'
import { selectDatasets, type StoredDataset, type StoredMeasure } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import { currentEdition } from '#store/territory.ts'

/** A dataset's areas with every variable that can be made of it. */
export interface LoadedFigures {
  readonly dataset: StoredDataset
  readonly level: string
  readonly figures: AreaFigures
  /** The counts themselves, by area, in the order of the dataset's measures. */
  readonly rows: readonly AreaRow[]
}

/** A dataset by its code; refuses `segments.datasetUnknown`. */
export async function datasetOf(reader: Reader, code: string): Promise<StoredDataset> {
  const found = (await selectDatasets(reader)).find((dataset) => dataset.code === code)
  if (!found) throw new DomainError('segments.datasetUnknown', { dataset: code })
  return found
}

/** Counts become shares of their denominators; percentages and amounts are taken as given; totals of people and households describe areas and are no variables. */
export function variableOf(dataset: string, measure: StoredMeasure): SegmentVariable | null {
  const given = ['percent', 'ratio', 'euros', 'perKm2'].includes(measure.unit)
  if (measure.denominator === null && !given) return null
  const denominator = given ? null : measure.denominator
  return { dataset, measure: measure.code, denominator, label: measure.label, theme: themeOf(measure.code) }
}

/** The level that most areas of a dataset are of: groups are made of areas of one level alone. */
function levelOf(rows: readonly AreaRow[]): string {
  const counted = Map.groupBy(rows, (row) => row.level)
  const [most] = [...counted].toSorted(([, a], [, b]) => b.length - a.length)
  return most?.[0] ?? ''
}

/** Totals by area of the first measure without a denominator that counts these; one each where the dataset counts none. */
function totals(dataset: StoredDataset, rows: readonly AreaRow[], unit: 'people' | 'households'): Float64Array {
  const measure = dataset.measures.find((each) => each.unit === unit && each.denominator === null)
  return Float64Array.from(rows, (row) => (measure ? (row.figures[measure.position] ?? 0) : 1))
}

/** Reads the areas of a dataset in a root territory with every variable that can be made of it; refuses `segments.datasetUnknown`, `segments.noAreas`. */
export async function loadFigures(reader: Reader, code: string, territory: string): Promise<LoadedFigures> {
  const [dataset, edition] = await Promise.all([datasetOf(reader, code), currentEdition(reader)])
  const all = edition ? await selectAreaFigures(reader, edition.code, code, territory) : []
  const level = levelOf(all)
  const rows = all.filter((row) => row.level === level)
  if (rows.length === 0) throw new DomainError('segments.noAreas', { dataset: code })
  const variables = dataset.measures.flatMap((measure) => variableOf(code, measure) ?? [])
  const position = new Map(dataset.measures.map((measure) => [measure.code, measure.position]))
  const values = new Float64Array(rows.length * variables.length)
  for (const [j, { measure, denominator }] of variables.entries()) {
    const at = position.get(measure) ?? -1
    const of = denominator === null ? null : (position.get(denominator) ?? -1)
    for (const [i, { figures }] of rows.entries()) {
      const value = figures[at] ?? null
      values[i * variables.length + j] = of === null ? (value ?? Number.NaN) : shareOf(value, figures[of] ?? null)
    }
  }
  const people = totals(dataset, rows, 'people')
  const households = totals(dataset, rows, 'households')
  return { dataset, level, rows, figures: { zones: rows.map((row) => row.zone), people, households, variables, values } }
}
