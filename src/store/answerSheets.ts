import type { AnswerSheet, SheetMode } from '#domain/survey'
import { sql } from 'kysely'
import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

/** One person's answer as it is kept while the field is open. */
export interface KeptSheet {
  /** A random UUID (version 4), which says no time. */
  readonly id: string
  readonly mode: SheetMode
  readonly content: AnswerSheet
}

/** Keeps a sheet and counts it under its day (YYYY-MM-DD); the day is not kept with the sheet. */
export async function insertSheet(writer: Writer, survey: SurveyKey, sheet: KeptSheet, day: string): Promise<void> {
  const keys = { territory_id: survey.territory, survey_id: survey.id }
  await writer
    .insertInto('answer_sheet')
    .values({ ...keys, id: sheet.id, mode: sheet.mode, content: JSON.stringify(sheet.content) })
    .execute()
  await writer
    .insertInto('survey_day')
    .values({ ...keys, day, mode: sheet.mode, sheets: 1 })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'survey_id', 'day', 'mode']).doUpdateSet({ sheets: sql<number>`survey_day.sheets + 1` }),
    )
    .execute()
}

/** All sheets of a survey in the order of their random ids, which is nobody's order of coming. */
export async function selectSheets(reader: Reader, survey: SurveyKey): Promise<KeptSheet[]> {
  const rows = await reader
    .selectFrom('answer_sheet')
    .select(['id', 'mode', 'content'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('id')
    .execute()
  return rows.map(({ id, mode, content }) => ({ id, mode: mode as SheetMode, content: content as AnswerSheet }))
}

export async function countSheets(reader: Reader, survey: SurveyKey): Promise<number> {
  const row = await reader
    .selectFrom('answer_sheet')
    .select((eb) => eb.fn.countAll<number>().as('sheets'))
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .executeTakeFirstOrThrow()
  return row.sheets
}
