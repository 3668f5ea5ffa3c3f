import { sql } from 'kysely'
import type { Reader, Writer } from './open.ts'

/** What waits for somebody. */
export interface WaitingCounts {
  /** Files brought through the portal that were refused or failed. */
  readonly refusedUploads: number
  readonly contributions: number
  readonly organisations: number
  readonly people: number
  readonly administrators: number
}

/** Counts over the whole observatory; in a transaction that sees every organisation's rows. */
export async function countWaiting(reader: Reader): Promise<WaitingCounts> {
  const { rows } = await sql<WaitingCounts>`SELECT
    (SELECT count(*) FROM upload WHERE state IN ('refused', 'failed'))::int AS "refusedUploads",
    (SELECT count(*) FROM contribution WHERE state = 'waiting')::int AS contributions,
    (SELECT count(*) FROM organisation WHERE active)::int AS organisations,
    (SELECT count(*) FROM auth_user)::int AS people,
    (SELECT count(DISTINCT user_id) FROM membership WHERE role = 'administrator')::int AS administrators`.execute(reader)
  const [counts] = rows
  if (!counts) throw new Error('countWaiting: the database gave no row')
  return counts
}

export async function insertJobRequest(writer: Writer, job: string, name: string, at: Date): Promise<void> {
  await writer
    .insertInto('job_request')
    .values({ job, requested_by_name: name, requested_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who asked for each job, by its id. */
export async function selectJobRequests(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('job_request').select(['job', 'requested_by_name']).execute()
  return new Map(rows.map((row) => [row.job, row.requested_by_name]))
}
