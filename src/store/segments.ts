import { sql, type Selectable } from 'kysely'
import type { BuildEvidence, BuildRecord, Classification, Segment, SegmentArea } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import type { ClassificationTable, SegmentTable } from './database.ts'
import type { Reader, Writer } from './open.ts'

/** Names a classification; every key of a table of this subject holds its root territory. */
export interface ClassificationKey {
  readonly territory: string
  readonly id: string
}

/** A classification on its way in; its number is the next of its territory. */
export type NewClassification = Omit<Classification, 'number' | 'state' | 'publishedAt' | 'version'>

function classificationOf(row: Selectable<ClassificationTable>): Classification {
  return {
    territory: row.territory_id,
    id: row.id,
    number: row.number,
    zone: row.zone,
    name: { fr: row.name_fr, en: row.name_en },
    origin: row.origin as Classification['origin'],
    basedOn: row.based_on,
    state: row.state as Classification['state'],
    synthetic: row.synthetic,
    record: row.record as BuildRecord,
    evidence: row.evidence as BuildEvidence,
    checksum: row.checksum,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
    publishedAt: row.published_at,
    version: row.version,
  }
}

/** Every classification of a root territory, the latest first. */
export async function selectClassifications(reader: Reader, territory: string): Promise<Classification[]> {
  const rows = await reader
    .selectFrom('classification')
    .selectAll()
    .where('territory_id', '=', territory)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(classificationOf)
}

/** The classification of a number within its root territory; refuses `segments.unknown`. */
export async function classificationOfNumber(reader: Reader, territory: string, number: number): Promise<Classification> {
  const row = await reader
    .selectFrom('classification')
    .selectAll()
    .where('territory_id', '=', territory)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new DomainError('segments.unknown', { number })
  return classificationOf(row)
}

/** The classifications that pages for anybody show, one a root territory at most. */
export async function publishedClassifications(reader: Reader): Promise<Classification[]> {
  const rows = await reader
    .selectFrom('classification')
    .selectAll()
    .where('state', '=', 'published')
    .orderBy('territory_id')
    .orderBy('published_at', 'desc')
    .execute()
  return rows.map(classificationOf)
}

function segmentOf(row: Selectable<SegmentTable>): Segment {
  return {
    level: row.level,
    number: row.number,
    letter: row.letter,
    name: { fr: row.name_fr, en: row.name_en },
    parent: row.parent,
    areas: row.areas,
    people: row.people,
    households: row.households,
    centroid: row.centroid,
  }
}

/** The groups of a classification by level and number. */
export async function selectSegments(reader: Reader, key: ClassificationKey): Promise<Segment[]> {
  const rows = await reader
    .selectFrom('segment')
    .selectAll()
    .where('territory_id', '=', key.territory)
    .where('classification_id', '=', key.id)
    .orderBy('level')
    .orderBy('number')
    .execute()
  return rows.map(segmentOf)
}

/** Where each area belongs, in the order of their codes. */
export async function selectSegmentAreas(reader: Reader, key: ClassificationKey): Promise<SegmentArea[]> {
  const rows = await reader
    .selectFrom('segment_area')
    .select(['zone', 'segments', 'distance', 'second', 'separation', 'people', 'households'])
    .where('territory_id', '=', key.territory)
    .where('classification_id', '=', key.id)
    .orderBy('zone')
    .execute()
  return rows
}

/** Keeps a classification as a draft with its groups and areas; gives its number. Two at once get two numbers. */
export async function insertClassification(
  writer: Writer,
  made: NewClassification,
  segments: readonly Segment[],
  areas: readonly SegmentArea[],
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`classification ${made.territory}`}))`.execute(writer)
  const { last } = await writer
    .selectFrom('classification')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('territory_id', '=', made.territory)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await writer
    .insertInto('classification')
    .values({
      territory_id: made.territory,
      id: made.id,
      number,
      zone: made.zone,
      name_fr: made.name.fr,
      name_en: made.name.en,
      origin: made.origin,
      based_on: made.basedOn,
      state: 'draft',
      synthetic: made.synthetic,
      record: JSON.stringify(made.record),
      evidence: JSON.stringify(made.evidence),
      checksum: made.checksum,
      made_at: made.madeAt,
      made_by_name: made.madeBy,
    })
    .execute()
  await insertSegments(writer, made, segments)
  await insertAreas(writer, made, areas)
  return number
}

async function insertSegments(writer: Writer, key: ClassificationKey, segments: readonly Segment[]): Promise<void> {
  await writer
    .insertInto('segment')
    .values(
      segments.map((each) => ({
        territory_id: key.territory,
        classification_id: key.id,
        level: each.level,
        number: each.number,
        letter: each.letter,
        name_fr: each.name.fr,
        name_en: each.name.en,
        parent: each.parent,
        areas: each.areas,
        people: each.people,
        households: each.households,
        centroid: [...each.centroid],
      })),
    )
    .execute()
}

/** Arrays of arrays do not go through `unnest`, so the groups travel as one JSON document per area. */
async function insertAreas(writer: Writer, key: ClassificationKey, areas: readonly SegmentArea[]): Promise<void> {
  for (let start = 0; start < areas.length; start += 5000) {
    const part = JSON.stringify(areas.slice(start, start + 5000))
    await sql`
      INSERT INTO segment_area (territory_id, classification_id, zone, segments, distance, second, separation, people, households)
      SELECT ${key.territory}, ${key.id}::uuid, zone, segments, distance, second, separation, people, households
      FROM json_to_recordset(${part}::json) AS area(
        zone text, segments smallint[], distance double precision, second smallint, separation double precision,
        people double precision, households double precision)`.execute(writer)
  }
}

/** Puts a classification in force; the one before of the same territory is retired and stays readable. */
export async function publishClassification(writer: Writer, key: ClassificationKey, at: Date, by: string | null): Promise<void> {
  await writer
    .updateTable('classification')
    .set({ state: 'retired' })
    .where('territory_id', '=', key.territory)
    .where('state', '=', 'published')
    .execute()
  await writer
    .updateTable('classification')
    .set((eb) => ({ state: 'published', published_at: at, published_by_name: by, version: eb('version', '+', 1) }))
    .where('territory_id', '=', key.territory)
    .where('id', '=', key.id)
    .execute()
}

/** Gives a group its name in both languages. */
export async function renameSegment(
  writer: Writer,
  key: ClassificationKey,
  { level, number, name }: Pick<Segment, 'level' | 'number' | 'name'>,
): Promise<void> {
  await writer
    .updateTable('segment')
    .set((eb) => ({ name_fr: name.fr, name_en: name.en, version: eb('version', '+', 1) }))
    .where('territory_id', '=', key.territory)
    .where('classification_id', '=', key.id)
    .where('level', '=', level)
    .where('number', '=', number)
    .execute()
}

/** Takes the next version of a classification that somebody read at this one; refuses `version.changed` where somebody else was quicker. */
export async function raiseClassification(writer: Writer, key: ClassificationKey, version: number): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('classification')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('territory_id', '=', key.territory)
    .where('id', '=', key.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DomainError('version.changed')
}
