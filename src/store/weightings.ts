import type { Selectable } from 'kysely'
import type { WeighingReport, WeightingSettings } from '#domain/survey'
import type { WeightingTable } from './database.ts'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import { surveyOf, type Survey, type SurveyKey } from './surveys.ts'

/** A frozen version of a survey's weights: what they were made from, and how well they do. */
export interface Weighting {
  readonly id: string
  readonly territory: string
  readonly surveyId: string
  /** 1, 2, … within the survey. */
  readonly number: number
  /** What its maker called it; `null` for one that the main job made. */
  readonly name: string | null
  readonly settings: WeightingSettings
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly report: WeighingReport
}

/** How a version of before settings were kept was made. */
const formerSettings: WeightingSettings = { method: 'raking', bounds: null, variables: null, joined: {} }

/** A version on its way in; its number is the next of its survey. */
export type NewWeighting = Omit<Weighting, 'number'>

function weightingOf(row: Selectable<WeightingTable>): Weighting {
  return {
    id: row.id,
    territory: row.territory_id,
    surveyId: row.survey_id,
    number: row.number,
    name: row.name,
    settings: (row.settings as WeightingSettings | null) ?? formerSettings,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
    report: row.diagnostics as WeighingReport,
  }
}

/** Waits for whoever else changes this survey in a transaction, and gives its record's version. */
export async function lockSurvey(writer: Writer, survey: SurveyKey): Promise<number> {
  const { version } = await writer
    .selectFrom('survey')
    .select('version')
    .where('territory_id', '=', survey.territory)
    .where('id', '=', survey.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return version
}

async function nextNumber(writer: Writer, survey: SurveyKey): Promise<number> {
  await lockSurvey(writer, survey)
  const { last } = await writer
    .selectFrom('weighting')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Saves a version with one weight per respondent, in the order of their numbers; gives its number. Two at once get two numbers. */
export async function insertWeighting(
  writer: Writer,
  weighting: NewWeighting,
  numbers: readonly number[],
  weights: Float64Array,
): Promise<number> {
  const { territory, surveyId } = weighting
  const number = await nextNumber(writer, { territory, id: surveyId })
  await writer
    .insertInto('weighting')
    .values({
      territory_id: territory,
      id: weighting.id,
      survey_id: surveyId,
      number,
      name: weighting.name,
      method: weighting.report.method,
      settings: JSON.stringify(weighting.settings),
      made_at: weighting.madeAt,
      made_by_name: weighting.madeBy,
      diagnostics: JSON.stringify(weighting.report),
    })
    .execute()
  await insertColumns<number>(
    writer,
    'weight',
    {
      territory_id: ['text', () => territory],
      weighting_id: ['uuid', () => weighting.id],
      respondent: ['integer', (i) => numbers[i] ?? 0],
      weight: ['double precision', (i) => weights[i] ?? 0],
    },
    numbers.map((_, i) => i),
  )
  return number
}

/** All versions of a survey, the latest first. */
export async function selectWeightings(reader: Reader, survey: SurveyKey): Promise<Weighting[]> {
  const rows = await reader
    .selectFrom('weighting')
    .selectAll()
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => weightingOf(row))
}

/** A version by its number within the survey. */
export async function selectWeighting(reader: Reader, survey: SurveyKey, number: number): Promise<Weighting | null> {
  const row = await reader
    .selectFrom('weighting')
    .selectAll()
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? weightingOf(row) : null
}

/** The version that a survey names as the one in force, else the latest that matrices were made with; a version only frozen is in force nowhere. */
export async function weightingOfSurvey(
  reader: Reader,
  survey: SurveyKey & { readonly weightingId: string | null },
): Promise<Weighting | null> {
  const versions = reader
    .selectFrom('weighting')
    .selectAll()
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
  const named = survey.weightingId
  const row = await (
    named !== null
      ? versions.where('id', '=', named)
      : versions
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('matrix')
                .select('matrix.id')
                .where('matrix.territory_id', '=', survey.territory)
                .whereRef('matrix.weighting_id', '=', 'weighting.id'),
            ),
          )
          .orderBy('made_at', 'desc')
          .orderBy('number', 'desc')
          .limit(1)
  ).executeTakeFirst()
  return row ? weightingOf(row) : null
}

/** Whether matrices were made with a version. */
export async function hasMatrices(reader: Reader, weighting: Pick<Weighting, 'territory' | 'id'>): Promise<boolean> {
  const row = await reader
    .selectFrom('matrix')
    .select('id')
    .where('territory_id', '=', weighting.territory)
    .where('weighting_id', '=', weighting.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Weights in the order of the respondents' numbers. */
export async function selectWeights(reader: Reader, weighting: Pick<Weighting, 'territory' | 'id'>): Promise<Float64Array> {
  const rows = await reader
    .selectFrom('weight')
    .select('weight')
    .where('territory_id', '=', weighting.territory)
    .where('weighting_id', '=', weighting.id)
    .orderBy('respondent')
    .execute()
  return Float64Array.from(rows, (row) => row.weight)
}

/** Names the version in force of a survey and keeps its settings as the survey's own. */
export async function putWeightingInForce(writer: Writer, weighting: Weighting): Promise<void> {
  await writer
    .updateTable('survey')
    .set((eb) => ({
      weighting_id: weighting.id,
      weighting_settings: JSON.stringify(weighting.settings),
      version: eb('version', '+', 1),
    }))
    .where('territory_id', '=', weighting.territory)
    .where('id', '=', weighting.surveyId)
    .execute()
}

/** Satisfaction surveys whose answers are in: closed or published, the latest first. */
export async function weighableSurveys(reader: Reader): Promise<Survey[]> {
  const rows = await reader
    .selectFrom('survey')
    .selectAll()
    .where('kind', '=', 'satisfaction')
    .where('state', 'in', ['closed', 'published'])
    .orderBy('field_end', 'desc')
    .orderBy('territory_id')
    .orderBy('code', 'desc')
    .execute()
  return rows.map((row) => surveyOf(row))
}
