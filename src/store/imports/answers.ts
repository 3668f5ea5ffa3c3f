import { sql } from 'kysely'
import { insertColumns } from '../insertColumns.ts'
import type { Reader, Writer } from '../open.ts'

/** Answers of one root territory as a file brought them; respondents are numbered from 1 and keep nothing that names them. */
export interface BroughtSurvey {
  readonly territory: string
  /** The import's id. */
  readonly id: string
  readonly code: string
  readonly grid: string
  readonly title: string
  readonly day: string
  readonly respondents: readonly {
    readonly number: number
    readonly zone: string
    readonly stratum: string
    readonly cluster: string | null
    readonly weight: number
  }[]
  readonly ratings: readonly {
    readonly respondent: number
    readonly service: string
    readonly item: string
    readonly score: number
  }[]
}

export async function hasSurvey(reader: Reader, territory: string, code: string): Promise<boolean> {
  const row = await reader
    .selectFrom('survey')
    .select('id')
    .where('territory_id', '=', territory)
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertBroughtSurvey(writer: Writer, survey: BroughtSurvey): Promise<void> {
  const { territory, id, title, day } = survey
  await writer
    .insertInto('survey')
    .values({
      territory_id: territory,
      id,
      code: survey.code,
      kind: 'brought',
      grid: survey.grid,
      title_fr: title,
      title_en: title,
      field_start: day,
      field_end: day,
      source_fr: title,
      source_en: title,
      synthetic: false,
    })
    .execute()
  const keys = { territory_id: ['text', () => territory], survey_id: ['uuid', () => id] } as const
  await insertColumns<BroughtSurvey['respondents'][number]>(
    writer,
    'respondent',
    {
      ...keys,
      number: ['integer', (each) => each.number],
      zone: ['text', (each) => each.zone],
      stratum: ['text', (each) => each.stratum],
      cluster: ['text', (each) => each.cluster],
      design_weight: ['double precision', (each) => each.weight],
    },
    survey.respondents,
  )
  await insertColumns<BroughtSurvey['ratings'][number]>(
    writer,
    'rating',
    {
      ...keys,
      respondent: ['integer', (each) => each.respondent],
      service: ['text', (each) => each.service],
      item: ['text', (each) => each.item],
      score: ['smallint', (each) => each.score],
    },
    survey.ratings,
  )
}

/** Removes the answers that an import brought; gives the number of ratings. */
export async function takeBackAnswers(writer: Writer, importId: string): Promise<number> {
  const ratings = await sql`DELETE FROM rating WHERE survey_id = ${importId}::uuid`.execute(writer)
  await sql`DELETE FROM respondent WHERE survey_id = ${importId}::uuid`.execute(writer)
  await sql`DELETE FROM survey WHERE id = ${importId}::uuid`.execute(writer)
  return Number(ratings.numAffectedRows ?? 0)
}
