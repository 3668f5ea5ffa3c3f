import { sql } from 'kysely'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Reader } from './open.ts'

/** Polygons of rings in degrees, the first ring of each being the outer one. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[]

export interface StoredOutline {
  readonly polygons: Polygons
  readonly schematic: boolean
}

const none = ['']
const listed = (codes: readonly string[]): readonly string[] => (codes.length > 0 ? codes : none)

/** The codes of an edition's zones that have an outline. */
export async function selectOutlinedCodes(reader: Reader, edition: string): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('zone_shape').select('code').where('edition', '=', edition).execute()
  return new Set(rows.map((row) => row.code))
}

/** Whole outlines with their holes; of cells that hold outer rings alone, a polygon per ring. */
export async function selectOutlines(
  reader: Reader,
  edition: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredOutline>> {
  const { rows } = await sql<{ code: string; schematic: boolean; polygons: Polygons | null; rings: Polygons[number] | null }>`
    SELECT code, schematic, polygons, CASE WHEN polygons IS NULL THEN rings END AS rings
    FROM zone_shape WHERE edition = ${edition} AND code = ANY(${listed(codes)}::text[])`.execute(reader)
  return new Map(
    rows.map(({ code, schematic, polygons, rings }) => [
      code,
      { schematic, polygons: polygons ?? (rings ?? []).map((ring) => [ring]) },
    ]),
  )
}

/** A table of figures with its columns. */
export interface StoredDataset {
  readonly code: string
  readonly kind: string
  readonly title: Bilingual
  readonly source: string
  readonly licence: string | null
  readonly date: string | null
  readonly measures: readonly StoredMeasure[]
}

export interface StoredMeasure {
  readonly position: number
  readonly code: string
  readonly label: Bilingual
  readonly unit: string
  readonly denominator: string | null
}

/** Every dataset with its measures in the order of the figures. */
export async function selectDatasets(reader: Reader): Promise<readonly StoredDataset[]> {
  const [datasets, measures] = await Promise.all([
    reader.selectFrom('dataset').selectAll().orderBy('code').execute(),
    reader.selectFrom('measure').selectAll().orderBy('dataset').orderBy('position').execute(),
  ])
  const byDataset = Map.groupBy(measures, (measure) => measure.dataset)
  return datasets.map((row) => ({
    code: row.code,
    kind: row.kind,
    title: { fr: row.title_fr, en: row.title_en },
    source: row.source,
    licence: row.licence,
    date: row.reference_date,
    measures: (byDataset.get(row.code) ?? []).map((measure) => ({
      position: measure.position,
      code: measure.code,
      label: { fr: measure.label_fr, en: measure.label_en },
      unit: measure.unit,
      denominator: measure.denominator,
    })),
  }))
}

/** The datasets that hold a figure for one of these roots, by kind of table. */
export async function selectDatasetsOf(reader: Reader, roots: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = listed(roots)
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM dataset WHERE
      EXISTS (SELECT FROM measure_value v WHERE v.dataset = dataset.code AND v.territory_id = ANY(${asked}::text[]))
      OR EXISTS (SELECT FROM population_count v WHERE v.dataset = dataset.code AND v.territory_id = ANY(${asked}::text[]))
      OR EXISTS (SELECT FROM facility_count v WHERE v.dataset = dataset.code AND v.territory_id = ANY(${asked}::text[]))`.execute(
    reader,
  )
  return new Set(rows.map((row) => row.code))
}

/** One column of a dataset, and that of its denominator, for every zone of these roots that the dataset names. */
export async function selectMeasure(
  reader: Reader,
  dataset: string,
  position: number,
  denominator: number | null,
  roots: readonly string[],
): Promise<ReadonlyMap<string, { readonly value: number | null; readonly of: number | null }>> {
  const { rows } = await sql<{ zone: string; value: number | null; of: number | null }>`
    SELECT zone, figures[${position + 1}::int] AS value, figures[${(denominator ?? -1) + 1}::int] AS of
    FROM measure_value WHERE dataset = ${dataset} AND territory_id = ANY(${listed(roots)}::text[])`.execute(reader)
  return new Map(rows.map(({ zone, value, of }) => [zone, { value, of }]))
}

/** The types of facility that a dataset counts. */
export async function selectFacilityTypes(reader: Reader, dataset: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('facility_count')
    .select('type')
    .distinct()
    .where('dataset', '=', dataset)
    .orderBy('type')
    .execute()
  return rows.map((row) => row.type)
}

/** Facilities of a type by zone; a zone that the dataset names without the type has none. */
export async function selectFacilities(
  reader: Reader,
  dataset: string,
  type: string,
  roots: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ zone: string; facilities: number }>`
    SELECT zone, coalesce(sum(facilities) FILTER (WHERE type = ${type}), 0)::int AS facilities
    FROM facility_count WHERE dataset = ${dataset} AND territory_id = ANY(${listed(roots)}::text[]) GROUP BY zone`.execute(reader)
  return new Map(rows.map((row) => [row.zone, row.facilities]))
}

/** How people are counted by a dataset: `sex`, `age` or `activity`. */
export type PeopleBy = 'sex' | 'age' | 'activity'

/** The categories by which a dataset counts people, each dimension by itself. */
export async function selectPeopleCategories(
  reader: Reader,
  dataset: string,
): Promise<readonly { readonly by: PeopleBy; readonly category: string }[]> {
  const { rows } = await sql<{ by: PeopleBy; category: string }>`
    SELECT 'sex' AS by, sex AS category FROM population_count WHERE dataset = ${dataset} AND sex <> ''
    UNION SELECT 'age', age FROM population_count WHERE dataset = ${dataset} AND age <> ''
    UNION SELECT 'activity', activity FROM population_count WHERE dataset = ${dataset} AND activity <> ''
    ORDER BY 1, 2`.execute(reader)
  return rows
}

/**
 * People of one category and in all, by zone. A file may give totals beside crossings: of the rows that tell the category, those that leave most other
 * categories open are summed, and none twice.
 */
export async function selectPeople(
  reader: Reader,
  dataset: string,
  { by, category }: { readonly by: PeopleBy; readonly category: string },
  roots: readonly string[],
): Promise<ReadonlyMap<string, { readonly value: number; readonly of: number }>> {
  const { rows } = await sql<{ zone: string; value: number; of: number }>`
    WITH counted AS (
      SELECT zone, (sex = '')::int + (age = '')::int + (activity = '')::int AS open,
        coalesce(sum(people) FILTER (WHERE ${sql.ref(by)} = ${category}), 0) AS value, sum(people) AS of
      FROM population_count
      WHERE dataset = ${dataset} AND territory_id = ANY(${listed(roots)}::text[]) AND ${sql.ref(by)} <> ''
      GROUP BY zone, sex = '', age = '', activity = '', 2)
    SELECT DISTINCT ON (zone) zone, value, of FROM counted ORDER BY zone, open DESC`.execute(reader)
  return new Map(rows.map(({ zone, value, of }) => [zone, { value, of }]))
}
