import { sql } from 'kysely'
import type { Reader } from './open.ts'

/** A text that changes when an edition of the zones or a weighting is added: all that pages show hangs on these two. */
export async function dataStamp(reader: Reader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT concat_ws(' ',
      (SELECT count(*) FROM geography_edition), (SELECT max(valid_from) FROM geography_edition),
      (SELECT count(*) FROM weighting), (SELECT max(made_at) FROM weighting)) AS stamp`.execute(reader)
  return rows[0]?.stamp ?? ''
}
