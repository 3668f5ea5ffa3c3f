import type { Bilingual } from '#kernel/bilingual.ts'
import type { PopulationMargin, Rating, Respondent, ServiceNeed, SubCriterionCode } from '#domain/survey'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'

/** A survey's own record. */
export interface Survey {
  readonly id: string
  /** Code of the root territory. */
  readonly territory: string
  readonly code: string
  readonly kind: 'elicitation' | 'satisfaction'
  readonly grid: string
  readonly title: Bilingual
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly source: Bilingual
  readonly synthetic: boolean
}

export interface Citation {
  readonly respondent: number
  readonly item: SubCriterionCode
}

export interface SurveyRows {
  readonly respondents: readonly Respondent[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly citations: readonly Citation[]
  readonly margins: readonly PopulationMargin[]
}

export async function insertSurvey(writer: Writer, survey: Survey, rows: SurveyRows): Promise<void> {
  await writer
    .insertInto('survey')
    .values({
      territory_id: survey.territory,
      id: survey.id,
      code: survey.code,
      kind: survey.kind,
      grid: survey.grid,
      title_fr: survey.title.fr,
      title_en: survey.title.en,
      field_start: survey.fieldStart,
      field_end: survey.fieldEnd,
      source_fr: survey.source.fr,
      source_en: survey.source.en,
      synthetic: survey.synthetic,
    })
    .execute()
  await insertRespondents(writer, survey, rows.respondents)
  await insertAnswers(writer, survey, rows)
  await insertColumns<PopulationMargin>(
    writer,
    'margin',
    {
      ...keysOf(survey),
      variable: ['text', (each) => each.variable],
      category: ['text', (each) => each.category],
      total: ['double precision', (each) => each.total],
      source: ['text', (each) => each.source],
    },
    rows.margins,
  )
}

function keysOf(survey: Survey) {
  return { territory_id: ['text', () => survey.territory], survey_id: ['uuid', () => survey.id] } as const
}

async function insertRespondents(writer: Writer, survey: Survey, respondents: readonly Respondent[]): Promise<void> {
  await insertColumns<Respondent>(
    writer,
    'respondent',
    {
      ...keysOf(survey),
      number: ['integer', (each) => each.number],
      zone: ['text', (each) => each.zone],
      stratum: ['text', (each) => each.stratum],
      design_weight: ['double precision', (each) => each.designWeight],
      sex: ['text', (each) => each.sex],
      age: ['text', (each) => each.age],
      family: ['text', (each) => each.family],
      activity: ['text', (each) => each.activity],
      digital: ['text', (each) => each.digital],
    },
    respondents,
  )
}

async function insertAnswers(writer: Writer, survey: Survey, rows: SurveyRows): Promise<void> {
  await insertColumns<ServiceNeed>(
    writer,
    'service_need',
    {
      ...keysOf(survey),
      respondent: ['integer', (each) => each.respondent],
      service: ['text', (each) => each.service],
      drawn: ['boolean', (each) => each.drawn],
      draw_probability: ['double precision', (each) => each.drawProbability],
      gave_up_for: ['text', (each) => each.gaveUpFor],
    },
    rows.needs,
  )
  await insertColumns<Rating>(
    writer,
    'rating',
    {
      ...keysOf(survey),
      respondent: ['integer', (each) => each.respondent],
      service: ['text', (each) => each.service],
      item: ['text', (each) => each.item],
      score: ['smallint', (each) => each.score],
    },
    rows.ratings,
  )
  await insertColumns<Citation>(
    writer,
    'citation',
    { ...keysOf(survey), respondent: ['integer', (each) => each.respondent], item: ['text', (each) => each.item] },
    rows.citations,
  )
}

/** The latest survey of a kind in a root territory. */
export async function latestSurvey(reader: Reader, territory: string, kind: Survey['kind']): Promise<Survey | null> {
  const row = await reader
    .selectFrom('survey')
    .selectAll()
    .where('territory_id', '=', territory)
    .where('kind', '=', kind)
    .orderBy('field_end', 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
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
  }
}

/** Root territories that have a satisfaction survey. */
export async function surveyedTerritories(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('survey')
    .select('territory_id')
    .distinct()
    .where('kind', '=', 'satisfaction')
    .orderBy('territory_id')
    .execute()
  return rows.map((row) => row.territory_id)
}

export async function selectRespondents(reader: Reader, survey: Survey): Promise<Respondent[]> {
  const rows = await reader
    .selectFrom('respondent')
    .selectAll()
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('number')
    .execute()
  return rows.map(({ number, zone, stratum, sex, age, family, activity, digital, design_weight: designWeight }) => ({
    number,
    zone,
    stratum,
    sex,
    age,
    family,
    activity,
    digital,
    designWeight,
  }))
}

export async function selectNeeds(reader: Reader, survey: Survey): Promise<ServiceNeed[]> {
  const rows = await reader
    .selectFrom('service_need')
    .select(['respondent', 'service', 'drawn', 'draw_probability as drawProbability', 'gave_up_for as gaveUpFor'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('respondent')
    .orderBy('service')
    .execute()
  return rows as ServiceNeed[]
}

export async function selectRatings(reader: Reader, survey: Survey): Promise<Rating[]> {
  const rows = await reader
    .selectFrom('rating')
    .select(['respondent', 'service', 'item', 'score'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('respondent')
    .orderBy('service')
    .orderBy('item')
    .execute()
  return rows as Rating[]
}

export async function selectMargins(reader: Reader, survey: Survey): Promise<PopulationMargin[]> {
  return reader
    .selectFrom('margin')
    .select(['variable', 'category', 'total', 'source'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('variable')
    .orderBy('category')
    .execute()
}

export async function selectCitations(reader: Reader, survey: Survey): Promise<Citation[]> {
  const rows = await reader
    .selectFrom('citation')
    .select(['respondent', 'item'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('respondent')
    .orderBy('item')
    .execute()
  return rows as Citation[]
}

export async function countRespondents(reader: Reader, survey: Survey): Promise<number> {
  const { n } = await reader
    .selectFrom('respondent')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .executeTakeFirstOrThrow()
  return n
}
