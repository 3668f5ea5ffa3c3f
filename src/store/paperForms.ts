import { sql } from 'kysely'
import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

export const paperStates = ['once', 'differs', 'done'] as const
export type PaperState = (typeof paperStates)[number]

/** Who keyed a form. */
export interface Typist {
  readonly id: string
  readonly name: string
}

/** A form by its printed number: what was keyed, until both keys agree. */
export interface PaperForm {
  readonly number: number
  readonly state: PaperState
  /** Canonical fields of the first key; `null` once the form is done. */
  readonly first: Readonly<Record<string, string>> | null
  readonly firstBy: Typist
  readonly second: Readonly<Record<string, string>> | null
  readonly secondBy: Typist | null
  /** Fields that were compared, and how many of them differed; `null` before the second key. */
  readonly fields: number | null
  readonly differences: number | null
  readonly version: number
}

/** What a survey's forms come to. */
export interface PaperCounts {
  readonly once: number
  readonly differs: number
  readonly done: number
  /** Forms that one person keyed twice. */
  readonly samePerson: number
  /** Fields keyed twice, and how many of them differed. */
  readonly fields: number
  readonly differences: number
}

function forms(reader: Reader, survey: SurveyKey) {
  return reader
    .selectFrom('paper_form')
    .selectAll()
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
}

type Row = Awaited<ReturnType<ReturnType<typeof forms>['execute']>>[number]

function typist(id: string | null, name: string | null): Typist | null {
  return id === null ? null : { id, name: name ?? '' }
}

function formOf(row: Row): PaperForm {
  return {
    number: row.number,
    state: row.state as PaperState,
    first: row.first as PaperForm['first'],
    firstBy: typist(row.first_by, row.first_by_name) ?? { id: '', name: '' },
    second: row.second as PaperForm['second'],
    secondBy: typist(row.second_by, row.second_by_name),
    fields: row.fields,
    differences: row.differences,
    version: row.version,
  }
}

export async function selectForm(reader: Reader, survey: SurveyKey, number: number): Promise<PaperForm | null> {
  const row = await forms(reader, survey).where('number', '=', number).executeTakeFirst()
  return row ? formOf(row) : null
}

/** Forms of one state by number, at most `most` of them. */
export async function selectForms(reader: Reader, survey: SurveyKey, state: PaperState, most: number): Promise<PaperForm[]> {
  const rows = await forms(reader, survey).where('state', '=', state).orderBy('number').limit(most).execute()
  return rows.map(formOf)
}

export async function countForms(reader: Reader, survey: SurveyKey): Promise<PaperCounts> {
  const { rows } = await sql<PaperCounts>`
    SELECT count(*) FILTER (WHERE state = 'once')::int AS once, count(*) FILTER (WHERE state = 'differs')::int AS differs,
      count(*) FILTER (WHERE state = 'done')::int AS done, count(*) FILTER (WHERE first_by = second_by)::int AS "samePerson",
      COALESCE(sum(fields), 0)::int AS fields, COALESCE(sum(differences), 0)::int AS differences
    FROM paper_form WHERE territory_id = ${survey.territory} AND survey_id = ${survey.id}`.execute(reader)
  return rows[0] ?? { once: 0, differs: 0, done: 0, samePerson: 0, fields: 0, differences: 0 }
}

/** Forms that are not done: keyed once, or keyed twice with differences that nobody has settled. A survey is not closed over them unknowingly. */
export async function waitingForms(reader: Reader, survey: SurveyKey): Promise<number> {
  const { once, differs } = await countForms(reader, survey)
  return once + differs
}

/** Keeps the first key of a form; `false` when the number was keyed meanwhile. */
export async function insertForm(
  writer: Writer,
  survey: SurveyKey,
  form: { readonly number: number; readonly first: Readonly<Record<string, string>>; readonly by: Typist },
): Promise<boolean> {
  const done = await writer
    .insertInto('paper_form')
    .values({
      territory_id: survey.territory,
      survey_id: survey.id,
      number: form.number,
      state: 'once',
      first: JSON.stringify(form.first),
      first_by: form.by.id,
      first_by_name: form.by.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Moves a form on that is still at `version`; `false` when somebody was quicker. A form that is done keeps who keyed it and no answer. */
export async function updateForm(
  writer: Writer,
  survey: SurveyKey,
  form: Pick<PaperForm, 'number' | 'state' | 'first' | 'second' | 'secondBy' | 'fields' | 'differences' | 'version'>,
): Promise<boolean> {
  const done = await writer
    .updateTable('paper_form')
    .set({
      state: form.state,
      first: form.first === null ? null : JSON.stringify(form.first),
      second: form.second === null ? null : JSON.stringify(form.second),
      second_by: form.secondBy?.id ?? null,
      second_by_name: form.secondBy?.name ?? null,
      fields: form.fields,
      differences: form.differences,
      version: form.version + 1,
    })
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('number', '=', form.number)
    .where('version', '=', form.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
