import { sql } from 'kysely'
import type { Reader } from './open.ts'

/** Zones in which a postcode lies; of a British first part those of all its postcodes. */
export async function selectPostcodeZones(reader: Reader, postcode: string): Promise<readonly string[]> {
  const isWhole = postcode.includes(' ') || /^\d{5}$/.test(postcode)
  const start = isWhole ? postcode : `${postcode} `
  const { rows } = await sql<{ zone: string }>`
    SELECT DISTINCT zone FROM postcode WHERE postcode >= ${start} COLLATE "C" AND starts_with(postcode, ${start})
    ORDER BY zone LIMIT 20000`.execute(reader)
  return rows.map(({ zone }) => zone)
}
