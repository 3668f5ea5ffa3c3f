import type { Importance, PopulationMargin, Rating, Respondent, ServiceNeed, SubCriterionCode } from '#domain/survey'
import { insertColumns } from './insertColumns.ts'
import { insertMargins } from './margins.ts'
import type { Reader, Writer } from './open.ts'
import type { NewSurvey, Survey, SurveyKey } from './surveys.ts'

export interface Citation {
  readonly respondent: number
  readonly item: SubCriterionCode
}

export interface SurveyRows {
  readonly respondents: readonly Respondent[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly citations: readonly Citation[]
  readonly importance?: readonly Importance[]
  readonly margins: readonly PopulationMargin[]
}

export async function insertSurvey(writer: Writer, survey: NewSurvey, rows: SurveyRows): Promise<void> {
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
      state: survey.state ?? 'published',
      questionnaire: survey.questionnaire ? JSON.stringify(survey.questionnaire) : null,
      weighting_settings: survey.settings ? JSON.stringify(survey.settings) : null,
    })
    .execute()
  await insertRespondents(writer, survey, rows.respondents)
  await insertAnswers(writer, survey, rows)
  await insertMargins(writer, survey, rows.margins)
}

function keysOf(survey: SurveyKey) {
  return { territory_id: ['text', () => survey.territory], survey_id: ['uuid', () => survey.id] } as const
}

async function insertRespondents(writer: Writer, survey: SurveyKey, respondents: readonly Respondent[]): Promise<void> {
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

async function insertAnswers(writer: Writer, survey: SurveyKey, rows: SurveyRows): Promise<void> {
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
      channel_used: ['text', (each) => each.channelUsed ?? null],
      channel_preferred: ['text', (each) => each.channelPreferred ?? null],
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
  await insertColumns<Importance>(
    writer,
    'importance',
    {
      ...keysOf(survey),
      respondent: ['integer', (each) => each.respondent],
      service: ['text', (each) => each.service],
      criterion: ['text', (each) => each.criterion],
    },
    rows.importance ?? [],
  )
  await insertColumns<Citation>(
    writer,
    'citation',
    { ...keysOf(survey), respondent: ['integer', (each) => each.respondent], item: ['text', (each) => each.item] },
    rows.citations,
  )
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
    .select([
      'respondent',
      'service',
      'drawn',
      'draw_probability as drawProbability',
      'gave_up_for as gaveUpFor',
      'channel_used as channelUsed',
      'channel_preferred as channelPreferred',
    ])
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

export async function selectImportance(reader: Reader, survey: Survey): Promise<Importance[]> {
  const rows = await reader
    .selectFrom('importance')
    .select(['respondent', 'service', 'criterion'])
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('respondent')
    .orderBy('service')
    .orderBy('criterion')
    .execute()
  return rows as Importance[]
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
