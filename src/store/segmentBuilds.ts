import { sql, type Selectable } from 'kysely'
import type { BuildChoice, BuildWish, BuildWork, CandidateEvidence, SegmentBuild } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import type { SegmentBuildTable } from './database.ts'
import type { Reader, Writer } from './open.ts'

/** A dataset's areas in one root territory. */
export interface DatasetAreas {
  readonly dataset: string
  readonly territory: string
  readonly areas: number
}

/** What datasets hold of each root territory. */
export async function selectDatasetAreas(reader: Reader): Promise<readonly DatasetAreas[]> {
  const { rows } = await sql<DatasetAreas>`
    SELECT dataset, territory_id AS territory, count(*)::integer AS areas FROM measure_value
    GROUP BY dataset, territory_id ORDER BY dataset, territory_id`.execute(reader)
  return rows
}

function buildOf(row: Selectable<SegmentBuildTable>): SegmentBuild {
  const { variables, dropped } = row.choice as Pick<BuildChoice, 'variables' | 'dropped'>
  return {
    id: row.id,
    territory: row.territory,
    choice: {
      dataset: row.dataset,
      variables,
      dropped,
      transform: row.transform as BuildChoice['transform'],
      scale: row.scale as BuildChoice['scale'],
      seed: row.seed,
    },
    candidates: row.candidates as readonly CandidateEvidence[],
    wish: row.wish as BuildWish | null,
    work: row.work as BuildWork | null,
    job: row.job,
    progress: row.progress,
    fault: row.fault as SegmentBuild['fault'],
    number: row.number,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A build by its id; refuses `segments.buildUnknown`. */
export async function selectBuild(reader: Reader, id: string): Promise<SegmentBuild> {
  const row = uuid.test(id)
    ? await reader.selectFrom('segment_build').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new DomainError('segments.buildUnknown', { id })
  return buildOf(row)
}

/** The builds that no classification came of yet, the latest first. */
export async function selectOpenBuilds(reader: Reader): Promise<readonly SegmentBuild[]> {
  const rows = await reader
    .selectFrom('segment_build')
    .selectAll()
    .where('number', 'is', null)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map(buildOf)
}

const columnsOf = ({ dataset, variables, dropped, transform, scale, seed }: BuildChoice) => ({
  dataset,
  choice: JSON.stringify({ variables, dropped }),
  transform,
  scale,
  seed,
  candidates: '[]',
  fault: null,
})

export async function insertBuild(
  writer: Writer,
  build: Pick<SegmentBuild, 'id' | 'territory' | 'choice' | 'madeAt' | 'madeBy'>,
): Promise<void> {
  const { id, territory, choice, madeAt, madeBy } = build
  const row = { id, territory, ...columnsOf(choice), made_at: madeAt, made_by_name: madeBy }
  await writer.insertInto('segment_build').values(row).execute()
}

/** Another choice takes the place of the one before; what was measured on that is dropped. */
export async function replaceChoice(writer: Writer, id: string, choice: BuildChoice): Promise<void> {
  await writer
    .updateTable('segment_build')
    .set({ ...columnsOf(choice), work: null, job: null })
    .where('id', '=', id)
    .execute()
}

/** Notes what a job is about to do. */
export async function startBuildWork(
  writer: Writer,
  id: string,
  asked: { readonly work: BuildWork; readonly job: string; readonly wish: BuildWish | null },
): Promise<void> {
  const wish = asked.wish && JSON.stringify(asked.wish)
  await writer
    .updateTable('segment_build')
    .set({ work: asked.work, job: asked.job, progress: 0, fault: null, ...(wish !== null && { wish }) })
    .where('id', '=', id)
    .execute()
}

/** Says how far a job has come; whether it still is the one that is wanted: one cancelled or overtaken is not. */
export async function tellBuildProgress(writer: Writer, id: string, job: string, progress: number): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('segment_build')
    .set({ progress })
    .where('id', '=', id)
    .where('job', '=', job)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What came of a job. */
export type BuildEnd =
  | { readonly candidates: readonly CandidateEvidence[] }
  | { readonly number: number }
  | { readonly fault: NonNullable<SegmentBuild['fault']> }

/** Keeps what came of a job; whether it still was the one wanted: otherwise nothing is kept. */
export async function endBuildWork(writer: Writer, id: string, job: string, end: BuildEnd): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('segment_build')
    .set({
      work: null,
      job: null,
      progress: 0,
      ...('candidates' in end && { candidates: JSON.stringify(end.candidates) }),
      ...('number' in end && { number: end.number }),
      ...('fault' in end && { fault: JSON.stringify(end.fault) }),
    })
    .where('id', '=', id)
    .where('job', '=', job)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes a build out of the hands of its job. */
export async function dropBuildWork(writer: Writer, id: string): Promise<void> {
  await writer.updateTable('segment_build').set({ work: null, job: null, progress: 0 }).where('id', '=', id).execute()
}

export async function deleteBuild(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('segment_build').where('id', '=', id).execute()
}
