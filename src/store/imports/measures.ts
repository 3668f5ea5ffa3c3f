import { sql } from 'kysely'
import { measureUnitCodes, type MeasureRecord } from '#domain/imports'
import type { Reader, Writer } from '../open.ts'

/** The columns of a dataset in the order of its figures. */
export async function selectMeasures(reader: Reader, dataset: string): Promise<MeasureRecord[]> {
  const rows = await reader
    .selectFrom('measure')
    .select(['code', 'label_fr', 'label_en', 'unit', 'denominator'])
    .where('dataset', '=', dataset)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    label: { fr: row.label_fr, en: row.label_en },
    unit: measureUnitCodes.find((unit) => unit === row.unit) ?? 'unknown',
    denominator: row.denominator,
  }))
}

/** Leaves stored figures as they are at places (from 0) of which the staged file says nothing. */
export async function keepAbsent(writer: Writer, places: readonly number[]): Promise<void> {
  for (const place of places) {
    const at = sql.lit(place + 1)
    await sql`
      UPDATE staged_measure_value AS staged SET figures[${at}] = target.figures[${at}]
      FROM measure_value AS target
      WHERE target.territory_id = staged.territory_id AND target.dataset = staged.dataset AND target.zone = staged.zone
        AND target.figures[${at}] IS NOT NULL`.execute(writer)
  }
}

/** How many zones of an import have a value in each column, and how many have none. */
export interface MeasureCount {
  readonly code: string
  readonly labelFr: string
  readonly labelEn: string
  readonly present: number
  readonly missing: number
}

export async function selectMeasureCounts(reader: Reader, importId: string): Promise<MeasureCount[]> {
  const { rows } = await sql<MeasureCount>`
    SELECT m.code, m.label_fr AS "labelFr", m.label_en AS "labelEn",
      count(v.figures[m.position + 1])::int AS present, (count(*) - count(v.figures[m.position + 1]))::int AS missing
    FROM measure_value AS v JOIN measure AS m ON m.dataset = v.dataset
    WHERE v.import_id = ${importId}::uuid
    GROUP BY m.dataset, m.position, m.code, m.label_fr, m.label_en ORDER BY m.dataset, m.position`.execute(reader)
  return rows
}
