import type { Bilingual } from '#kernel/bilingual.ts'
import type { GridContent } from '#domain/survey'
import type { Reader, Writer } from './open.ts'

export interface GridVersion {
  readonly code: string
  readonly state: 'draft' | 'published'
  readonly content: GridContent
  readonly basedOn: string | null
  readonly createdAt: Date
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly version: number
}

function grids(reader: Reader) {
  return reader.selectFrom('grid_version').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof grids>['execute']>>[number]

function gridOf(row: Row): GridVersion {
  return {
    code: row.code,
    state: row.state as GridVersion['state'],
    content: row.content as GridContent,
    basedOn: row.based_on,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    publishedBy: row.published_by_name,
    version: row.version,
  }
}

export async function selectGrids(reader: Reader): Promise<GridVersion[]> {
  return (await grids(reader).orderBy('created_at').orderBy('code').execute()).map((row) => gridOf(row))
}

/** Adds a version; nothing happens where its code is there already. */
export async function insertGrid(writer: Writer, grid: Omit<GridVersion, 'version'>): Promise<void> {
  await writer
    .insertInto('grid_version')
    .values({
      code: grid.code,
      state: grid.state,
      content: JSON.stringify(grid.content),
      based_on: grid.basedOn,
      created_at: grid.createdAt,
      published_at: grid.publishedAt,
      published_by_name: grid.publishedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Changes a draft that is still at `version`; `false` when it was changed or published meanwhile: what is published never changes. */
export async function updateDraft(writer: Writer, code: string, content: GridContent, version: number): Promise<boolean> {
  const done = await writer
    .updateTable('grid_version')
    .set({ content: JSON.stringify(content), version: version + 1 })
    .where('code', '=', code)
    .where('state', '=', 'draft')
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function publishDraft(
  writer: Writer,
  code: string,
  version: number,
  by: { readonly at: Date; readonly name: string },
): Promise<boolean> {
  const done = await writer
    .updateTable('grid_version')
    .set({ state: 'published', published_at: by.at, published_by_name: by.name, version: version + 1 })
    .where('code', '=', code)
    .where('state', '=', 'draft')
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Throws a draft away; `false` when there is none of this code. */
export async function deleteDraft(writer: Writer, code: string): Promise<boolean> {
  const done = await writer.deleteFrom('grid_version').where('code', '=', code).where('state', '=', 'draft').executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** The surveys that name each version of the grid. */
export async function surveysByGrid(reader: Reader): Promise<readonly { readonly grid: string; readonly title: Bilingual }[]> {
  const rows = await reader.selectFrom('survey').select(['grid', 'title_fr', 'title_en']).orderBy('code').execute()
  return rows.map((row) => ({ grid: row.grid, title: { fr: row.title_fr, en: row.title_en } }))
}
