import type { Questionnaire } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Selectable } from 'kysely'
import type { SurveyTable } from './database.ts'
import type { Reader, Writer } from './open.ts'
import type { Survey, SurveyKey, SurveyState } from './surveys.ts'

/** A survey as those who answer it meet it. */
export interface FieldSurvey extends Pick<
  Survey,
  'id' | 'territory' | 'code' | 'kind' | 'grid' | 'fieldStart' | 'fieldEnd' | 'synthetic'
> {
  readonly title: Bilingual
  /** Who asks. */
  readonly source: Bilingual
  readonly state: SurveyState
  readonly questionnaire: Questionnaire | null
  /** Whether anybody may answer who has the address, without a code from a letter. */
  readonly openLink: boolean
}

function fieldSurveyOf(row: Selectable<SurveyTable>): FieldSurvey {
  return {
    id: row.id,
    territory: row.territory_id,
    code: row.code,
    kind: row.kind as Survey['kind'],
    grid: row.grid,
    title: { fr: row.title_fr, en: row.title_en },
    fieldStart: row.field_start,
    fieldEnd: row.field_end,
    source: { fr: row.source_fr, en: row.source_en },
    synthetic: row.synthetic,
    state: row.state as SurveyState,
    questionnaire: row.questionnaire as Questionnaire | null,
    openLink: (row.questionnaire as Questionnaire | null)?.openLink !== false,
  }
}

/** Surveys of a code, one a root territory at most. */
export async function selectSurveysOfCode(reader: Reader, code: string): Promise<FieldSurvey[]> {
  const rows = await reader.selectFrom('survey').selectAll().where('code', '=', code).orderBy('territory_id').execute()
  return rows.map(fieldSurveyOf)
}

/** Surveys that were opened and not closed yet, those that end first before the others. */
export async function selectOpenSurveys(reader: Reader): Promise<FieldSurvey[]> {
  const rows = await reader
    .selectFrom('survey')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('field_end')
    .orderBy('territory_id')
    .orderBy('code')
    .execute()
  return rows.map(fieldSurveyOf)
}

/** Whether a survey is open, and keeps it so until the transaction ends: who closes it waits for the answer that is being sent. */
export async function holdOpen(writer: Writer, survey: SurveyKey): Promise<boolean> {
  const row = await writer
    .selectFrom('survey')
    .select('state')
    .where('territory_id', '=', survey.territory)
    .where('id', '=', survey.id)
    .forShare()
    .executeTakeFirst()
  return row?.state === 'open'
}
