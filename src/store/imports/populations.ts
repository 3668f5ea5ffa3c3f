import { sql } from 'kysely'
import type { PopulationCell } from '#domain/survey'
import type { Reader } from '../open.ts'

/** The population of a root territory in the table imported last: of the root itself where the table has it (`whole`), else of its communes together (`zones` of them). */
export async function selectImportedPopulation(
  reader: Reader,
  root: string,
): Promise<{ cells: PopulationCell[]; source: string; referenceDate: string | null; zones: number; whole: boolean } | null> {
  const { rows } = await sql<{ dataset: string; source: string; referenceDate: string | null; whole: boolean; zones: number }>`
    SELECT p.dataset, d.source, d.reference_date AS "referenceDate", bool_or(p.zone = ${root}) AS whole,
      count(DISTINCT p.zone) AS zones
    FROM population_count AS p JOIN dataset AS d ON d.code = p.dataset JOIN import AS i ON i.id = p.import_id
    WHERE p.territory_id = ${root} GROUP BY p.dataset, d.source, d.reference_date ORDER BY max(i.imported_at) DESC LIMIT 1`.execute(
    reader,
  )
  const [latest] = rows
  if (!latest) return null
  const cells = await sql<PopulationCell>`
    SELECT sex, age, activity, sum(people) AS people FROM population_count
    WHERE territory_id = ${root} AND dataset = ${latest.dataset} AND (zone = ${root}) = ${latest.whole}
    GROUP BY sex, age, activity`.execute(reader)
  const { source, referenceDate, whole, zones } = latest
  return { cells: cells.rows, source, referenceDate, whole, zones }
}
