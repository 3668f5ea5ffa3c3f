import type { Bilingual } from '#kernel/bilingual.ts'
import { isUuid } from '#kernel/uuid.ts'
import type { ChangedState } from './placeChanges.ts'
import type { Reader, Writer } from './open.ts'

export const contributionKindCodes = ['wrongHours', 'wrongData', 'closed', 'missingPlace', 'photo', 'note'] as const
export type ContributionKind = (typeof contributionKindCodes)[number]
export type ContributionState = 'waiting' | 'accepted' | 'refused' | 'withdrawn'

const nobodysId = '00000000-0000-0000-0000-000000000000'

/** An id as the database can compare it: a text of another form is nobody's. */
function knownForm(id: string): string {
  return isUuid(id) ? id : nobodysId
}

/** What somebody signalled. Only rows of the organisation that the transaction was opened for are seen. */
export interface Contribution {
  readonly id: string
  /** `null` for a place that was missing, until it is there. */
  readonly place: string | null
  readonly kind: ContributionKind
  readonly organisation: string
  readonly authorId: string
  readonly authorName: string
  readonly authorEmail: string | null
  readonly sentAt: Date
  /** The place's version when it was sent. */
  readonly placeVersion: number | null
  /** Proposed fields, and the day of a closing. */
  readonly content: ChangedState
  readonly text: string | null
  readonly state: ContributionState
  readonly reviewedByName: string | null
  readonly reviewedAt: Date | null
  readonly reason: string | null
}

export async function insertContribution(writer: Writer, contribution: Contribution): Promise<void> {
  await writer
    .insertInto('contribution')
    .values({
      id: contribution.id,
      place: contribution.place,
      kind: contribution.kind,
      organisation: contribution.organisation,
      author_id: contribution.authorId,
      author_name: contribution.authorName,
      author_email: contribution.authorEmail,
      sent_at: contribution.sentAt,
      place_version: contribution.placeVersion,
      content: JSON.stringify(contribution.content),
      text: contribution.text,
      state: contribution.state,
    })
    .execute()
}

/** The contributions that this transaction may see: of one state, author or id when given. */
export async function selectContributions(
  reader: Reader,
  only: { readonly state?: ContributionState; readonly author?: string; readonly id?: string },
  order: 'oldest' | 'latest',
  limit: number,
): Promise<Contribution[]> {
  const rows = await reader
    .selectFrom('contribution')
    .selectAll()
    .$if(only.state !== undefined, (query) => query.where('state', '=', only.state ?? ''))
    .$if(only.author !== undefined, (query) => query.where('author_id', '=', only.author ?? ''))
    .$if(only.id !== undefined, (query) => query.where('id', '=', knownForm(only.id ?? '')))
    .orderBy('sent_at', order === 'oldest' ? 'asc' : 'desc')
    .orderBy('id', order === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    kind: row.kind as ContributionKind,
    organisation: row.organisation,
    authorId: row.author_id,
    authorName: row.author_name,
    authorEmail: row.author_email,
    sentAt: row.sent_at,
    placeVersion: row.place_version,
    content: row.content as ChangedState,
    text: row.text,
    state: row.state as ContributionState,
    reviewedByName: row.reviewed_by_name,
    reviewedAt: row.reviewed_at,
    reason: row.reason,
  }))
}

/** Keeps others from settling a contribution until this transaction ends. */
export async function lockContribution(writer: Writer, id: string): Promise<void> {
  await writer.selectFrom('contribution').select('id').where('id', '=', knownForm(id)).forUpdate().execute()
}

export interface Settlement {
  readonly id: string
  readonly state: Exclude<ContributionState, 'waiting'>
  readonly byId: string | null
  readonly byName: string
  readonly at: Date
  readonly reason: string | null
  /** The place it led to, when it was missing before. */
  readonly place?: string
}

/** Settles a contribution that still waits; `false` when somebody settled it before: of two at once the second finds it settled. */
export async function settleContribution(
  writer: Writer,
  { id, state, byId, byName, at, reason, place }: Settlement,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('contribution')
    .set({
      state,
      reviewed_by: byId,
      reviewed_by_name: byName,
      reviewed_at: at,
      reason,
      ...(place === undefined ? {} : { place }),
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export interface NewPhoto {
  readonly id: string
  readonly contribution: string
  readonly place: string
  readonly organisation: string
  readonly alt: Bilingual
  readonly type: string
  readonly content: Uint8Array
  readonly width: number
  readonly height: number
}

export async function insertPhoto(writer: Writer, photo: NewPhoto): Promise<void> {
  await writer
    .insertInto('photo')
    .values({
      id: photo.id,
      contribution_id: photo.contribution,
      place: photo.place,
      organisation: photo.organisation,
      accepted: false,
      alt_fr: photo.alt.fr,
      alt_en: photo.alt.en,
      type: photo.type,
      content: Buffer.from(photo.content),
      width: photo.width,
      height: photo.height,
    })
    .execute()
}

/** Shows a contribution's photo to everybody. */
export async function acceptPhotos(writer: Writer, contribution: string, place: string): Promise<void> {
  await writer.updateTable('photo').set({ accepted: true, place }).where('contribution_id', '=', contribution).execute()
}

export interface PhotoInfo {
  readonly id: string
  readonly alt: Bilingual
  readonly width: number
  readonly height: number
}

const infoColumns = ['id', 'alt_fr', 'alt_en', 'width', 'height'] as const

function infoOf(row: { id: string; alt_fr: string; alt_en: string; width: number; height: number }): PhotoInfo {
  return { id: row.id, alt: { fr: row.alt_fr, en: row.alt_en }, width: row.width, height: row.height }
}

/** Accepted photos of a place and of those merged into it, the latest first. */
export async function selectAcceptedPhotos(reader: Reader, place: string): Promise<PhotoInfo[]> {
  const rows = await reader
    .selectFrom('photo')
    .select(infoColumns)
    .where('accepted', '=', true)
    .where((eb) =>
      eb.or([
        eb('place', '=', place),
        eb('place', 'in', reader.selectFrom('place').select('code').where('merged_into', '=', place)),
      ]),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(infoOf)
}

/** The photo of a contribution, when this transaction may see it. */
export async function selectContributionPhoto(reader: Reader, contribution: string): Promise<PhotoInfo | null> {
  const row = await reader.selectFrom('photo').select(infoColumns).where('contribution_id', '=', contribution).executeTakeFirst()
  return row ? infoOf(row) : null
}

export interface PhotoFile {
  readonly type: string
  readonly content: Uint8Array
  readonly accepted: boolean
}

/** A photo's file, when this transaction may see it: an accepted one is seen by all. */
export async function selectPhotoFile(reader: Reader, id: string): Promise<PhotoFile | null> {
  const row = await reader
    .selectFrom('photo')
    .select(['type', 'content', 'accepted'])
    .where('id', '=', knownForm(id))
    .executeTakeFirst()
  return row ? { type: row.type, content: new Uint8Array(row.content), accepted: row.accepted } : null
}
