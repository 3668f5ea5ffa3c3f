import type { Reader, Writer } from './open.ts'

export interface JobProgress {
  readonly job: string
  readonly territory: string
  readonly step: string
  readonly progress: number
}

export async function saveJobProgress(writer: Writer, progress: JobProgress, at: Date): Promise<void> {
  const row = { ...progress, updated_at: at }
  await writer
    .insertInto('job_progress')
    .values(row)
    .onConflict((conflict) => conflict.column('job').doUpdateSet(row))
    .execute()
}

export async function selectJobProgress(reader: Reader): Promise<Map<string, JobProgress>> {
  const rows = await reader.selectFrom('job_progress').select(['job', 'territory', 'step', 'progress']).execute()
  return new Map(rows.map((row) => [row.job, row]))
}
