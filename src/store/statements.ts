import type { SubCriterionCode } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

/** What somebody answered freely, still in their words. Numbers count from 1 within a respondent. */
export interface NewStatement {
  readonly respondent: number
  readonly number: number
  readonly text: string
}

export interface Statement extends NewStatement {
  /** The sub-criteria it was coded to; none is a code of its own: it is about something else. */
  readonly items: readonly SubCriterionCode[]
  readonly coded: boolean
  readonly version: number
}

/** A survey whose citations are coded here, with how far that is. */
export interface CodingProgress {
  readonly survey: SurveyKey
  readonly code: string
  readonly title: Bilingual
  readonly grid: string
  readonly synthetic: boolean
  readonly statements: number
  readonly coded: number
}

/** Adds free statements to a survey, none of them coded yet. */
export async function insertStatements(writer: Writer, survey: SurveyKey, rows: readonly NewStatement[]): Promise<void> {
  await insertColumns<NewStatement>(
    writer,
    'statement',
    {
      territory_id: ['text', () => survey.territory],
      survey_id: ['uuid', () => survey.id],
      respondent: ['integer', (each) => each.respondent],
      number: ['integer', (each) => each.number],
      text: ['text', (each) => each.text],
    },
    rows,
  )
}

/** The surveys of a root territory that hold statements, the latest first. */
export async function selectCodingProgress(reader: Reader, territory: string): Promise<CodingProgress[]> {
  const rows = await reader
    .selectFrom('statement')
    .innerJoin('survey', (join) =>
      join.onRef('survey.territory_id', '=', 'statement.territory_id').onRef('survey.id', '=', 'statement.survey_id'),
    )
    .select(['survey.id', 'survey.code', 'survey.title_fr', 'survey.title_en', 'survey.grid', 'survey.synthetic'])
    .select((eb) => [
      eb.fn.countAll<number>().as('statements'),
      eb.fn.countAll<number>().filterWhere('statement.coded', '=', true).as('done'),
    ])
    .where('statement.territory_id', '=', territory)
    .groupBy([
      'survey.id',
      'survey.code',
      'survey.title_fr',
      'survey.title_en',
      'survey.grid',
      'survey.synthetic',
      'survey.field_end',
    ])
    .orderBy('survey.field_end', 'desc')
    .orderBy('survey.code')
    .execute()
  return rows.map((row) => ({
    survey: { territory, id: row.id },
    code: row.code,
    title: { fr: row.title_fr, en: row.title_en },
    grid: row.grid,
    synthetic: row.synthetic,
    statements: row.statements,
    coded: row.done,
  }))
}

/** All statements of a survey, respondent by respondent. */
export async function selectStatements(reader: Reader, survey: SurveyKey): Promise<Statement[]> {
  const rows = await reader
    .selectFrom('statement')
    .select(['respondent', 'number', 'text', 'items', 'coded', 'version'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('respondent')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, items: row.items as SubCriterionCode[] }))
}

/** Codes a statement that is still at `version`; `false` when somebody coded it meanwhile. */
export async function codeStatement(
  writer: Writer,
  survey: SurveyKey,
  statement: Pick<Statement, 'respondent' | 'number' | 'items' | 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('statement')
    .set({ items: [...statement.items], coded: true, version: statement.version + 1 })
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('respondent', '=', statement.respondent)
    .where('number', '=', statement.number)
    .where('version', '=', statement.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Makes a respondent's citations those of their coded statements, each sub-criterion once. */
export async function citeFromStatements(writer: Writer, survey: SurveyKey, respondent: number): Promise<void> {
  const own = { territory_id: survey.territory, survey_id: survey.id, respondent }
  const rows = await writer
    .selectFrom('statement')
    .select('items')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('respondent', '=', respondent)
    .where('coded', '=', true)
    .execute()
  await writer
    .deleteFrom('citation')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('respondent', '=', respondent)
    .execute()
  const items = [...new Set(rows.flatMap((row) => row.items))]
  if (items.length === 0) return
  await writer
    .insertInto('citation')
    .values(items.map((item) => ({ ...own, item })))
    .execute()
}
