import { sql } from 'kysely'
import type { Importance, Rating, Respondent, ServiceNeed, SheetMode } from '#domain/survey'
import { insertColumns, type Column } from './insertColumns.ts'
import type { Writer } from './open.ts'
import { deleteDrafts } from './surveyDrafts.ts'
import type { SurveyKey } from './surveys.ts'

/** What somebody wrote about a service, cut from who wrote it. */
export interface WrittenWords {
  /** Drawn at random. */
  readonly id: string
  readonly service: string
  readonly language: 'fr' | 'en'
  readonly original: string
}

/** A free citation as it was said. */
export interface Statement {
  readonly respondent: number
  readonly number: number
  readonly text: string
}

/** The rows that the sheets of a survey become. */
export interface ClosedRows {
  readonly respondents: readonly (Respondent & { readonly mode: SheetMode })[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly importance: readonly Importance[]
  readonly statements: readonly Statement[]
}

type Columns<Row> = Readonly<Record<string, Column<Row>>>

const respondentColumns: Columns<ClosedRows['respondents'][number]> = {
  number: ['integer', (each) => each.number],
  zone: ['text', (each) => each.zone],
  stratum: ['text', (each) => each.stratum],
  design_weight: ['double precision', (each) => each.designWeight],
  sex: ['text', (each) => each.sex],
  age: ['text', (each) => each.age],
  family: ['text', (each) => each.family],
  activity: ['text', (each) => each.activity],
  digital: ['text', (each) => each.digital],
  mode: ['text', (each) => each.mode],
}

const needColumns: Columns<ServiceNeed> = {
  respondent: ['integer', (each) => each.respondent],
  service: ['text', (each) => each.service],
  drawn: ['boolean', (each) => each.drawn],
  draw_probability: ['double precision', (each) => each.drawProbability],
  gave_up_for: ['text', (each) => each.gaveUpFor],
  channel_used: ['text', (each) => each.channelUsed ?? null],
  channel_preferred: ['text', (each) => each.channelPreferred ?? null],
}

const ratingColumns: Columns<Rating> = {
  respondent: ['integer', (each) => each.respondent],
  service: ['text', (each) => each.service],
  item: ['text', (each) => each.item],
  score: ['smallint', (each) => each.score],
}

const importanceColumns: Columns<Importance> = {
  respondent: ['integer', (each) => each.respondent],
  service: ['text', (each) => each.service],
  criterion: ['text', (each) => each.criterion],
}

const statementColumns: Columns<Statement> = {
  respondent: ['integer', (each) => each.respondent],
  number: ['integer', (each) => each.number],
  text: ['text', (each) => each.text],
}

const wordColumns: Columns<WrittenWords> = {
  id: ['uuid', (each) => each.id],
  service: ['text', (each) => each.service],
  language: ['text', (each) => each.language],
  original: ['text', (each) => each.original],
  state: ['text', () => 'waiting'],
}

/** Writes the answers of a survey whose field ends, in the order given, and what people wrote, in an order of its own. */
export async function insertClosedRows(
  writer: Writer,
  survey: SurveyKey,
  rows: ClosedRows,
  words: readonly WrittenWords[],
): Promise<void> {
  const keys = { territory_id: ['text', () => survey.territory], survey_id: ['uuid', () => survey.id] } as const
  await insertColumns(writer, 'respondent', { ...keys, ...respondentColumns }, rows.respondents)
  await insertColumns(writer, 'service_need', { ...keys, ...needColumns }, rows.needs)
  await insertColumns(writer, 'rating', { ...keys, ...ratingColumns }, rows.ratings)
  await insertColumns(writer, 'importance', { ...keys, ...importanceColumns }, rows.importance)
  await insertColumns(writer, 'statement', { ...keys, ...statementColumns }, rows.statements)
  await insertColumns(writer, 'verbatim', { ...keys, ...wordColumns }, words)
}

/** Empties what only an open field needs: sheets, drafts, codes, and what was typed from paper. Numbers of forms that entered stay. */
export async function clearField(writer: Writer, survey: SurveyKey): Promise<void> {
  const { territory, id } = survey
  await deleteDrafts(writer, survey)
  for (const table of ['answer_sheet', 'survey_code', 'sheet_source'] as const)
    await writer.deleteFrom(table).where('territory_id', '=', territory).where('survey_id', '=', id).execute()
  // A file still on its way in comes too late; one that was taken stays listed by its name, day and count.
  await sql`DELETE FROM sheet_file WHERE territory_id = ${territory} AND survey_id = ${id} AND state <> 'taken'`.execute(writer)
  await sql`DELETE FROM paper_form WHERE territory_id = ${territory} AND survey_id = ${id} AND state <> 'done'`.execute(writer)
}
