import { sql } from 'kysely'
import type { ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { isUuid } from '#kernel/uuid.ts'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import type { SurveyKey } from './surveys.ts'

export const verbatimStates = ['waiting', 'published', 'refused'] as const
export type VerbatimState = (typeof verbatimStates)[number]

/** What somebody wrote, cut from who wrote it. */
export interface NewVerbatim {
  readonly id: string
  readonly service: ServiceCode | null
  readonly item: ItemCode | null
  readonly language: Language
  /** As it was written; seen by moderators alone. */
  readonly original: string
  /** As pages show it; `null` until it is published. */
  readonly shown: string | null
  readonly state: VerbatimState
}

export interface Verbatim extends NewVerbatim {
  readonly survey: SurveyKey
  readonly surveyTitle: Bilingual
  readonly moderatedBy: string | null
  /** ISO day. */
  readonly moderatedOn: string | null
  /** Why it was refused. */
  readonly reason: string | null
  readonly version: number
}

/** Adds what people wrote to a survey. */
export async function insertVerbatims(writer: Writer, survey: SurveyKey, rows: readonly NewVerbatim[]): Promise<void> {
  await insertColumns<NewVerbatim>(
    writer,
    'verbatim',
    {
      territory_id: ['text', () => survey.territory],
      survey_id: ['uuid', () => survey.id],
      id: ['uuid', (each) => each.id],
      service: ['text', (each) => each.service],
      item: ['text', (each) => each.item],
      language: ['text', (each) => each.language],
      original: ['text', (each) => each.original],
      shown: ['text', (each) => each.shown],
      state: ['text', (each) => each.state],
    },
    rows,
  )
}

function verbatims(reader: Reader) {
  return reader
    .selectFrom('verbatim')
    .innerJoin('survey', (join) =>
      join.onRef('survey.territory_id', '=', 'verbatim.territory_id').onRef('survey.id', '=', 'verbatim.survey_id'),
    )
    .selectAll('verbatim')
    .select(['survey.title_fr', 'survey.title_en'])
}

type Row = Awaited<ReturnType<ReturnType<typeof verbatims>['execute']>>[number]

function verbatimOf(row: Row): Verbatim {
  return {
    id: row.id,
    survey: { territory: row.territory_id, id: row.survey_id },
    surveyTitle: { fr: row.title_fr, en: row.title_en },
    service: row.service as ServiceCode | null,
    item: row.item as ItemCode | null,
    language: row.language as Language,
    original: row.original,
    shown: row.shown,
    state: row.state as VerbatimState,
    moderatedBy: row.moderated_by_name,
    moderatedOn: row.moderated_on,
    reason: row.reason,
    version: row.version,
  }
}

/** Those of one state in a root territory, in the order of their ids, which says nothing of when they came. */
export async function selectVerbatims(
  reader: Reader,
  territory: string,
  state: VerbatimState,
  limit: number,
): Promise<Verbatim[]> {
  const rows = await verbatims(reader)
    .where('verbatim.territory_id', '=', territory)
    .where('verbatim.state', '=', state)
    .orderBy('verbatim.survey_id')
    .orderBy('verbatim.id')
    .limit(limit)
    .execute()
  return rows.map((row) => verbatimOf(row))
}

/** The published ones of a root territory that were filed under an item, for its factsheet. */
export async function selectPublishedVerbatims(reader: Reader, territory: string): Promise<Verbatim[]> {
  const rows = await verbatims(reader)
    .where('verbatim.territory_id', '=', territory)
    .where('verbatim.state', '=', 'published')
    .where('verbatim.shown', 'is not', null)
    .where('verbatim.item', 'is not', null)
    .orderBy('verbatim.id')
    .execute()
  return rows.map((row) => verbatimOf(row))
}

export async function countVerbatims(reader: Reader, territory: string): Promise<Readonly<Record<VerbatimState, number>>> {
  const rows = await reader
    .selectFrom('verbatim')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('territory_id', '=', territory)
    .groupBy('state')
    .execute()
  const counted = new Map(rows.map((row) => [row.state, row.n]))
  const of = (state: VerbatimState): number => counted.get(state) ?? 0
  return { waiting: of('waiting'), published: of('published'), refused: of('refused') }
}

/** One of them; `null` where nobody wrote it. */
export async function selectVerbatim(reader: Reader, territory: string, id: string): Promise<Verbatim | null> {
  if (!isUuid(id)) return null
  const row = await verbatims(reader)
    .where('verbatim.territory_id', '=', territory)
    .where('verbatim.id', '=', id)
    .executeTakeFirst()
  return row ? verbatimOf(row) : null
}

/** What a moderator decided. */
export interface Moderation {
  readonly id: string
  readonly survey: SurveyKey
  /** The version that the moderator read. */
  readonly version: number
  readonly state: VerbatimState
  readonly shown: string | null
  readonly item: ItemCode | null
  readonly reason: string | null
  readonly byName: string
  /** ISO day. */
  readonly on: string
}

/** Saves a decision on what is still at the version that was read; `false` when somebody decided meanwhile. */
export async function moderateVerbatim(writer: Writer, decision: Moderation): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('verbatim')
    .set({
      state: decision.state,
      shown: decision.shown,
      item: decision.item,
      reason: decision.reason,
      moderated_by_name: decision.byName,
      moderated_on: sql<string>`${decision.on}::date`,
      version: decision.version + 1,
    })
    .where('territory_id', '=', decision.survey.territory)
    .where('survey_id', '=', decision.survey.id)
    .where('id', '=', decision.id)
    .where('version', '=', decision.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
