import type { Questionnaire, WeightingSettings } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Selectable } from 'kysely'
import type { SurveyTable } from './database.ts'
import type { Reader } from './open.ts'

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
  /** Drafted, in the field, closed (its answers wait to be weighed and read), or published: what pages show. */
  readonly state: SurveyState
  /** What is asked; `null` for a survey that came as rows. */
  readonly questionnaire: Questionnaire | null
  /** How its weights are made; `null`: raking on every margin. */
  readonly settings: WeightingSettings | null
  /** The frozen weighting in force; `null`: the latest. */
  readonly weightingId: string | null
  readonly version: number
}

export const surveyStates = ['draft', 'open', 'closed', 'published'] as const
export type SurveyState = (typeof surveyStates)[number]

/** What names a survey. */
export type SurveyKey = Pick<Survey, 'territory' | 'id'>

/** A survey to be added; what is left out takes its default. */
export type NewSurvey = Omit<Survey, 'state' | 'questionnaire' | 'settings' | 'weightingId' | 'version'> &
  Partial<Pick<Survey, 'state' | 'questionnaire' | 'settings'>>

/** A survey from its row. */
export function surveyOf(row: Selectable<SurveyTable>): Survey {
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
    settings: row.weighting_settings as WeightingSettings | null,
    weightingId: row.weighting_id,
    version: row.version,
  }
}

/** The published surveys of a kind in a root territory, the latest first: the first is in force, the others are earlier waves. */
export async function publishedSurveys(reader: Reader, territory: string, kind: Survey['kind']): Promise<Survey[]> {
  const rows = await reader
    .selectFrom('survey')
    .selectAll()
    .where('territory_id', '=', territory)
    .where('kind', '=', kind)
    .where('state', '=', 'published')
    .orderBy('field_end', 'desc')
    .orderBy('code', 'desc')
    .execute()
  return rows.map((row) => surveyOf(row))
}

/** The survey of a kind in force in a root territory: the latest that was published. */
export async function latestSurvey(reader: Reader, territory: string, kind: Survey['kind']): Promise<Survey | null> {
  return (await publishedSurveys(reader, territory, kind))[0] ?? null
}

/** Root territories that have a satisfaction survey. */
export async function surveyedTerritories(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('survey')
    .select('territory_id')
    .distinct()
    .where('kind', '=', 'satisfaction')
    .where('state', '=', 'published')
    .orderBy('territory_id')
    .execute()
  return rows.map((row) => row.territory_id)
}
