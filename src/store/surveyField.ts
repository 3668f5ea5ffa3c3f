import { sql } from 'kysely'
import type { SheetMode } from '#domain/survey'
import type { Reader } from './open.ts'
import type { SurveyKey } from './surveys.ts'

/** Sheets of one day by the way they came. */
export interface FieldDay {
  /** YYYY-MM-DD */
  readonly day: string
  readonly mode: SheetMode
  readonly sheets: number
}

/** Sheets that agree on where the person lives, their sex and age (`null`: not told). */
export interface SheetGroup {
  readonly zone: string | null
  readonly sex: string | null
  readonly age: string | null
  readonly sheets: number
}

/** What is under way beside the sheets that came. */
export interface FieldCounts {
  readonly codes: number
  readonly begun: number
  readonly drafts: number
  /** Paper forms keyed once, or whose two keyings differ. */
  readonly forms: number
}

export async function selectFieldDays(reader: Reader, survey: SurveyKey): Promise<FieldDay[]> {
  const rows = await reader
    .selectFrom('survey_day')
    .select(['day', 'mode', 'sheets'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('sheets', '>', 0)
    .orderBy('day')
    .orderBy('mode')
    .execute()
  return rows as FieldDay[]
}

/** Who answered so far, counted and never one by one. */
export async function countSheetGroups(reader: Reader, survey: SurveyKey): Promise<SheetGroup[]> {
  const { rows } = await sql<SheetGroup>`
    SELECT content->>'zone' AS zone, content->'publics'->>'sex' AS sex, content->'publics'->>'age' AS age, count(*) AS sheets
    FROM answer_sheet WHERE territory_id = ${survey.territory} AND survey_id = ${survey.id}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(reader)
  return rows
}

/** The same of a survey whose sheets have become respondents. */
export async function countRespondentGroups(reader: Reader, survey: SurveyKey): Promise<SheetGroup[]> {
  const { rows } = await sql<SheetGroup>`
    SELECT zone, sex, age, count(*) AS sheets FROM respondent WHERE territory_id = ${survey.territory} AND survey_id = ${survey.id}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(reader)
  return rows
}

export async function selectFieldCounts(reader: Reader, survey: SurveyKey): Promise<FieldCounts> {
  const of = sql`territory_id = ${survey.territory} AND survey_id = ${survey.id}`
  const { rows } = await sql<FieldCounts>`
    SELECT (SELECT count(*) FROM survey_code WHERE ${of}) AS codes,
      (SELECT count(*) FROM survey_code WHERE ${of} AND begun) AS begun,
      (SELECT count(*) FROM survey_draft WHERE ${of}) AS drafts,
      (SELECT count(*) FROM paper_form WHERE ${of} AND state <> 'done') AS forms`.execute(reader)
  return rows[0] ?? { codes: 0, begun: 0, drafts: 0, forms: 0 }
}
