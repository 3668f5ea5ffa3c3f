import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

/** Keeps the keys of codes for letters; how many were new. */
export async function insertCodes(writer: Writer, survey: SurveyKey, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0
  const rows = await writer
    .insertInto('survey_code')
    .values(keys.map((key) => ({ territory_id: survey.territory, survey_id: survey.id, key })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute()
  return rows.length
}

/** What is known of a letter's code. */
export async function selectCode(reader: Reader, survey: SurveyKey, key: string): Promise<{ readonly begun: boolean } | null> {
  const row = await reader
    .selectFrom('survey_code')
    .select('begun')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** Marks a letter's code as used, when its first page is opened and never when an answer arrives; `false` when it was before. */
export async function beginCode(writer: Writer, survey: SurveyKey, key: string): Promise<boolean> {
  const row = await writer
    .updateTable('survey_code')
    .set({ begun: true })
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('key', '=', key)
    .where('begun', '=', false)
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}
