import type { Selectable } from 'kysely'
import type { CommonGroups, CommonScaling } from '#domain/segments'
import type { GroupMatchTable } from './database.ts'
import type { Reader, Writer } from './open.ts'
import type { ClassificationKey } from './segments.ts'

/** One classification at one of its levels, on one side of a match. */
export interface MatchedSide extends ClassificationKey {
  readonly level: number
}

/** Two classifications compared group by group. */
export interface StoredMatch {
  readonly id: string
  readonly left: MatchedSide
  readonly right: MatchedSide
  readonly content: CommonGroups
  readonly madeAt: Date
  readonly madeBy: string | null
}

function matchOf(row: Selectable<GroupMatchTable>): StoredMatch {
  return {
    id: row.id,
    left: { territory: row.left_territory, id: row.left_id, level: row.left_level },
    right: { territory: row.right_territory, id: row.right_id, level: row.right_level },
    content: { ...(row.content as CommonGroups), scaling: row.scaling as CommonScaling },
    madeAt: row.made_at,
    madeBy: row.made_by_name,
  }
}

/** The match that pages for anybody show: the latest of those published. */
export async function publishedMatch(reader: Reader): Promise<StoredMatch | null> {
  const row = await reader
    .selectFrom('group_match')
    .selectAll()
    .where('published', '=', true)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? matchOf(row) : null
}

/** Keeps a match and puts it in the place of those published before, which are kept too. */
export async function publishMatch(writer: Writer, match: StoredMatch): Promise<void> {
  await writer.updateTable('group_match').set({ published: false }).where('published', '=', true).execute()
  await writer
    .insertInto('group_match')
    .values({
      id: match.id,
      left_territory: match.left.territory,
      left_id: match.left.id,
      left_level: match.left.level,
      right_territory: match.right.territory,
      right_id: match.right.id,
      right_level: match.right.level,
      scaling: match.content.scaling,
      content: JSON.stringify(match.content),
      published: true,
      made_at: match.madeAt,
      made_by_name: match.madeBy,
    })
    .execute()
}
