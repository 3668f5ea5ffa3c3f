import { sql } from 'kysely'
import type { BoundFigure } from '#domain/segments'
import type { Language } from '#kernel/bilingual.ts'
import type { Reader, Writer } from './open.ts'
import type { ClassificationKey } from './segments.ts'

/** One group of a classification. */
export interface GroupKey extends ClassificationKey {
  readonly level: number
  readonly segment: number
}

/** A sentence that an analyst wrote over the one made from figures. */
export interface StoredSentence {
  readonly segment: number
  readonly part: string
  readonly language: Language
  readonly text: string
  readonly figures: readonly BoundFigure[]
  readonly writtenAt: Date
  readonly writtenBy: string
}

/** What analysts wrote about the groups of a level. */
export async function selectSentences(reader: Reader, key: Omit<GroupKey, 'segment'>): Promise<StoredSentence[]> {
  const rows = await reader
    .selectFrom('portrait_text')
    .selectAll()
    .where('territory_id', '=', key.territory)
    .where('classification_id', '=', key.id)
    .where('level', '=', key.level)
    .orderBy('segment')
    .orderBy('part')
    .orderBy('language')
    .execute()
  return rows.map((row) => ({
    segment: row.segment,
    part: row.part,
    language: row.language as Language,
    text: row.text,
    figures: row.figures as BoundFigure[],
    writtenAt: row.written_at,
    writtenBy: row.written_by_name,
  }))
}

/** Holds the texts of a group until the end of the transaction: two analysts do not overwrite each other. */
export async function lockSentences(writer: Writer, { territory, id, level, segment }: GroupKey): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`portrait ${territory} ${id} ${level} ${segment}`}))`.execute(writer)
}

/** Writes a sentence, in place of the one before. */
export async function saveSentence(writer: Writer, key: GroupKey, sentence: Omit<StoredSentence, 'segment'>): Promise<void> {
  const written = {
    text: sentence.text,
    figures: JSON.stringify(sentence.figures),
    written_at: sentence.writtenAt,
    written_by_name: sentence.writtenBy,
  }
  await writer
    .insertInto('portrait_text')
    .values({
      territory_id: key.territory,
      classification_id: key.id,
      level: key.level,
      segment: key.segment,
      part: sentence.part,
      language: sentence.language,
      ...written,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['territory_id', 'classification_id', 'level', 'segment', 'part', 'language'])
        .doUpdateSet((eb) => ({ ...written, version: eb('portrait_text.version', '+', 1) })),
    )
    .execute()
}

/** Takes a written sentence away: the one made from figures stands again. */
export async function removeSentence(writer: Writer, key: GroupKey, part: string, language: Language): Promise<void> {
  await writer
    .deleteFrom('portrait_text')
    .where('territory_id', '=', key.territory)
    .where('classification_id', '=', key.id)
    .where('level', '=', key.level)
    .where('segment', '=', key.segment)
    .where('part', '=', part)
    .where('language', '=', language)
    .execute()
}
