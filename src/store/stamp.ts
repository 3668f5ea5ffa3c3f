import { sql } from 'kysely'
import type { VersionScope } from './dataVersion.ts'
import type { Reader } from './open.ts'

/** A text that changes when anything that a page shows changes: an edition of the zones, a weighting, or whatever raised its version. */
export async function dataStamp(reader: Reader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT concat_ws(' ',
      (SELECT count(*) FROM geography_edition), (SELECT max(valid_from) FROM geography_edition),
      (SELECT count(*) FROM weighting), (SELECT max(made_at) FROM weighting),
      (SELECT string_agg(version::text, ' ' ORDER BY scope) FROM data_version)) AS stamp`.execute(reader)
  return rows[0]?.stamp ?? ''
}

/** A number that changes when something of one scope does, to keep memories by. */
export async function versionOf(reader: Reader, scope: VersionScope): Promise<number> {
  const row = await reader.selectFrom('data_version').select('version').where('scope', '=', scope).executeTakeFirst()
  return row?.version ?? 0
}
