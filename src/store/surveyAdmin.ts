import { sql } from 'kysely'
import type { PopulationMargin, Questionnaire } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import { surveyOf, type Survey, type SurveyKey, type SurveyState } from './surveys.ts'

/** A survey as those see it who make it: with its plan, and how many people answered so far (sheets while it is open, respondents after). */
export interface SurveyRecord extends Survey {
  readonly plan: unknown
  readonly respondents: number
}

/** What is written of a survey while it is a draft. */
export interface SurveyContent {
  readonly title: Bilingual
  readonly kind: Survey['kind']
  readonly grid: string
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly source: Bilingual
  readonly questionnaire: Questionnaire
}

function records(reader: Reader) {
  return reader
    .selectFrom('survey')
    .selectAll()
    .select(
      sql<number>`(SELECT count(*) FROM respondent AS r WHERE r.territory_id = survey.territory_id AND r.survey_id = survey.id)
        + (SELECT count(*) FROM answer_sheet AS a WHERE a.territory_id = survey.territory_id AND a.survey_id = survey.id)`.as(
        'respondents',
      ),
    )
    .where('kind', 'in', ['elicitation', 'satisfaction'])
}

type Row = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number]

function recordOf(row: Row): SurveyRecord {
  return { ...surveyOf(row), plan: row.plan, respondents: row.respondents }
}

/** Every survey that was asked of people, the latest field first. */
export async function selectSurveys(reader: Reader): Promise<SurveyRecord[]> {
  const rows = await records(reader).orderBy('territory_id').orderBy('field_start', 'desc').orderBy('code', 'desc').execute()
  return rows.map((row) => recordOf(row))
}

/** The surveys of a code, one a root territory at most. */
export async function selectSurveysOfCode(reader: Reader, code: string): Promise<SurveyRecord[]> {
  const rows = await records(reader).where('code', '=', code).orderBy('territory_id').execute()
  return rows.map((row) => recordOf(row))
}

/** Holds a survey until the transaction ends, whoever sends a sheet or changes it waiting, and gives it as it is then. */
export async function lockSurvey(writer: Writer, { territory, id }: SurveyKey): Promise<SurveyRecord> {
  await sql`SELECT 1 FROM survey WHERE territory_id = ${territory} AND id = ${id} FOR UPDATE`.execute(writer)
  const row = await records(writer).where('territory_id', '=', territory).where('id', '=', id).executeTakeFirst()
  if (!row) throw new DomainError('survey.unknown', { code: id })
  return recordOf(row)
}

/** The codes that surveys of a root have already. */
export async function surveyCodes(reader: Reader, territory: string): Promise<string[]> {
  const rows = await reader.selectFrom('survey').select('code').where('territory_id', '=', territory).execute()
  return rows.map(({ code }) => code)
}

function columnsOf({ title, kind, grid, fieldStart, fieldEnd, source, questionnaire }: SurveyContent) {
  return {
    title_fr: title.fr,
    title_en: title.en,
    kind,
    grid,
    field_start: fieldStart,
    field_end: fieldEnd,
    source_fr: source.fr,
    source_en: source.en,
    questionnaire: JSON.stringify(questionnaire),
  }
}

/** Adds a draft with the margins that its weights will meet. */
export async function insertSurveyDraft(
  writer: Writer,
  key: SurveyKey & { readonly code: string },
  content: SurveyContent,
  margins: readonly PopulationMargin[],
): Promise<void> {
  await writer
    .insertInto('survey')
    .values({ territory_id: key.territory, id: key.id, code: key.code, synthetic: false, state: 'draft', ...columnsOf(content) })
    .execute()
  await insertColumns<PopulationMargin>(
    writer,
    'margin',
    {
      territory_id: ['text', () => key.territory],
      survey_id: ['uuid', () => key.id],
      variable: ['text', (each) => each.variable],
      category: ['text', (each) => each.category],
      total: ['double precision', (each) => each.total],
      source: ['text', (each) => each.source],
    },
    margins,
  )
}

function at(writer: Writer, survey: SurveyKey, version: number) {
  return writer
    .updateTable('survey')
    .set({ version: version + 1 })
    .where('territory_id', '=', survey.territory)
    .where('id', '=', survey.id)
    .where('version', '=', version)
}

/** Changes a draft that is still at `version`; `false` when somebody else changed or opened it meanwhile. */
export async function updateSurveyDraft(
  writer: Writer,
  survey: SurveyKey,
  content: SurveyContent,
  version: number,
): Promise<boolean> {
  const done = await at(writer, survey, version).set(columnsOf(content)).where('state', '=', 'draft').executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Keeps a plan; `false` when the survey was changed meanwhile. */
export async function updateSurveyPlan(writer: Writer, survey: SurveyKey, plan: unknown, version: number): Promise<boolean> {
  const done = await at(writer, survey, version)
    .set({ plan: JSON.stringify(plan) })
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function updateSurveyState(writer: Writer, survey: Survey, state: SurveyState): Promise<void> {
  await at(writer, survey, survey.version).set({ state }).execute()
}

const ofSurveys = ['survey_code', 'survey_draft', 'survey_day', 'paper_form', 'margin'] as const

/** Deletes a draft with its margins and whatever an opening that was taken back left, codes that nobody used among them. */
export async function deleteSurveyDraft(writer: Writer, { territory, id }: SurveyKey): Promise<void> {
  for (const table of ofSurveys)
    await writer.deleteFrom(table).where('territory_id', '=', territory).where('survey_id', '=', id).execute()
  await writer.deleteFrom('survey').where('territory_id', '=', territory).where('id', '=', id).execute()
}
