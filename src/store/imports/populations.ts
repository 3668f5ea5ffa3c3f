import { sql } from 'kysely'
import type { PopulationCell } from '#domain/survey'
import type { Reader } from '../open.ts'

/** The population of a root territory in the table imported last: of the root itself where the table has it, else of its communes together. */
export async function selectImportedPopulation(
  reader: Reader,
  root: string,
): Promise<{ cells: PopulationCell[]; source: string } | null> {
  const { rows } = await sql<{ dataset: string; source: string; whole: boolean }>`
    SELECT p.dataset, d.source, bool_or(p.zone = ${root}) AS whole
    FROM population_count AS p JOIN dataset AS d ON d.code = p.dataset JOIN import AS i ON i.id = p.import_id
    WHERE p.territory_id = ${root} GROUP BY p.dataset, d.source ORDER BY max(i.imported_at) DESC LIMIT 1`.execute(reader)
  const [latest] = rows
  if (!latest) return null
  const cells = await sql<PopulationCell>`
    SELECT sex, age, activity, sum(people) AS people FROM population_count
    WHERE territory_id = ${root} AND dataset = ${latest.dataset} AND (zone = ${root}) = ${latest.whole}
    GROUP BY sex, age, activity`.execute(reader)
  return { cells: cells.rows, source: latest.source }
}
