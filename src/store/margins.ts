import type { PopulationMargin } from '#domain/survey'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

export async function insertMargins(writer: Writer, survey: SurveyKey, margins: readonly PopulationMargin[]): Promise<void> {
  await insertColumns<PopulationMargin>(
    writer,
    'margin',
    {
      territory_id: ['text', () => survey.territory],
      survey_id: ['uuid', () => survey.id],
      variable: ['text', (each) => each.variable],
      category: ['text', (each) => each.category],
      total: ['double precision', (each) => each.total],
      source: ['text', (each) => each.source],
      reference_date: ['text', (each) => each.referenceDate ?? null],
      brought_at: ['timestamptz', (each) => each.brought?.at ?? null],
      brought_by_name: ['text', (each) => each.brought?.by ?? null],
      scaled_from: ['double precision', (each) => each.scaledFrom ?? null],
    },
    margins,
  )
}

/** Puts the totals of some variables in the place of those that the survey had. */
export async function replaceMargins(writer: Writer, survey: SurveyKey, margins: readonly PopulationMargin[]): Promise<void> {
  await writer
    .deleteFrom('margin')
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .where('variable', 'in', [...new Set(margins.map(({ variable }) => variable))])
    .execute()
  await insertMargins(writer, survey, margins)
}

export async function selectMargins(reader: Reader, survey: SurveyKey): Promise<PopulationMargin[]> {
  const rows = await reader
    .selectFrom('margin')
    .selectAll()
    .where('territory_id', '=', survey.territory)
    .where('survey_id', '=', survey.id)
    .orderBy('variable')
    .orderBy('category')
    .execute()
  return rows.map(({ variable, category, total, source, reference_date, brought_at, brought_by_name, scaled_from }) => ({
    variable,
    category,
    total,
    source,
    origin: brought_at ? 'file' : 'survey',
    referenceDate: reference_date,
    brought: brought_at ? { at: brought_at.toISOString(), by: brought_by_name ?? '' } : null,
    scaledFrom: scaled_from,
  }))
}
