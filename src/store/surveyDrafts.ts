import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

/** An unfinished answer: sealed with its code, found by a keyed hash of it. */
export interface StoredDraft {
  readonly sealed: Buffer
  /** Grows with every page saved, so that a second device notices. */
  readonly version: number
}

function keysOf(survey: SurveyKey, key: string) {
  return { territory_id: survey.territory, survey_id: survey.id, key }
}

export async function selectDraft(reader: Reader, survey: SurveyKey, key: string): Promise<StoredDraft | null> {
  const { territory, id } = survey
  const row = await reader
    .selectFrom('survey_draft')
    .select(['sealed', 'version'])
    .where('territory_id', '=', territory)
    .where('survey_id', '=', id)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** Adds a draft on a day (YYYY-MM-DD); `false` when there is one already. */
export async function insertDraft(
  writer: Writer,
  survey: SurveyKey,
  draft: { readonly key: string; readonly sealed: Buffer },
  day: string,
): Promise<boolean> {
  const row = await writer
    .insertInto('survey_draft')
    .values({ ...keysOf(survey, draft.key), sealed: draft.sealed, saved_on: day })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves a draft that was read at `version`; `false` when another device saved it since, or sent it. */
export async function updateDraft(
  writer: Writer,
  survey: SurveyKey,
  draft: { readonly key: string; readonly sealed: Buffer; readonly version: number },
  day: string,
): Promise<boolean> {
  const row = await writer
    .updateTable('survey_draft')
    .set({ sealed: draft.sealed, saved_on: day, version: draft.version + 1 })
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('key', '=', draft.key)
    .where('version', '=', draft.version)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes a draft at the version given; `false` when it is another by now, or sent. */
export async function deleteDraft(writer: Writer, survey: SurveyKey, key: string, version: number): Promise<boolean> {
  const row = await writer
    .deleteFrom('survey_draft')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes every draft of a survey: its field has closed. */
export async function deleteDrafts(writer: Writer, survey: SurveyKey): Promise<void> {
  await writer
    .deleteFrom('survey_draft')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .execute()
}

/** Deletes the drafts of all surveys that were last saved before a day (YYYY-MM-DD). */
export async function purgeDrafts(writer: Writer, before: string): Promise<void> {
  await writer.deleteFrom('survey_draft').where('saved_on', '<', before).execute()
}
