import { sql } from 'kysely'
import type { Reader } from './open.ts'

/** One area's figures, in the order of the dataset's measures. */
export interface AreaRow {
  readonly zone: string
  readonly level: string
  readonly figures: readonly (number | null)[]
}

/** Every area of a dataset in one root territory, in the order of their codes, with the level it is of in this edition. */
export async function selectAreaFigures(
  reader: Reader,
  edition: string,
  dataset: string,
  territory: string,
): Promise<readonly AreaRow[]> {
  const { rows } = await sql<AreaRow>`
    SELECT v.zone, z.level, v.figures FROM measure_value v JOIN zone z ON z.edition = ${edition} AND z.code = v.zone
    WHERE v.dataset = ${dataset} AND v.territory_id = ${territory} ORDER BY v.zone COLLATE "C"`.execute(reader)
  return rows
}
