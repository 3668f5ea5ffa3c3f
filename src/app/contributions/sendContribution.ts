import type { Viewer } from '#domain/accounts'
import { changedFields, emptyPlace, pickFields, placeFieldCodes, type PlaceField } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { asOrganisation } from '#store/asOrganisation.ts'
import { recordAudit } from '#store/audit.ts'
import { insertContribution, insertPhoto, type Contribution, type ContributionKind } from '#store/contributions.ts'
import { read, type Reader, type Writer } from '#store/open.ts'
import type { ChangedState, PlaceRecord } from '#store/placeChanges.ts'
import type { Observatory } from '../observatory.ts'
import { actorOf, today } from '../places/changePlace.ts'
import { isDay } from '../places/closePlace.ts'
import { fieldsWith } from '../places/fieldRights.ts'
import { formOf, openPlace, readForm } from '../places/placeContext.ts'
import type { FieldIssue } from '../places/readTyped.ts'
import { typedText, type Typed } from '../places/typedPlace.ts'
import type { CleanPhoto } from './photo/bytes.ts'
import { cleanPhoto } from './photo/cleanPhoto.ts'

/** What somebody wants to signal. */
export interface SendContribution {
  readonly kind: ContributionKind
  /** Code of the place; `null` for one that is missing. */
  readonly place: string | null
  /** The form: fields of the place, `text`, `closedOn`, `altFr` and `altEn`. */
  readonly typed: Typed
  readonly photo: Uint8Array | null
}

export interface ContributionFormView {
  readonly kind: ContributionKind | null
  readonly place: { readonly code: string; readonly name: Bilingual } | null
  readonly fields: readonly PlaceField[]
  readonly typed: Typed
  readonly issues: readonly FieldIssue[]
  readonly today: string
}

export interface FormAsked {
  readonly kind: ContributionKind | null
  readonly place: string | null
  readonly language: Language
}

export type SendResult = { readonly issues: readonly FieldIssue[]; readonly id: string | null }

/** The fields that each kind asks for. */
function fieldsOf(kind: ContributionKind | null, allowed: readonly PlaceField[]): readonly PlaceField[] {
  if (kind === 'wrongHours') return allowed.filter((field) => field === 'openingHours')
  if (kind === 'wrongData') return allowed.filter((field) => field !== 'openingHours')
  return kind === 'missingPlace' ? allowed : []
}

/** What is signalled: without a place that one is missing; of a place that is there, anything else. */
function askedKind({ kind, place }: Pick<FormAsked, 'kind' | 'place'>): ContributionKind | null {
  if (place === null) return 'missingPlace'
  return kind === 'missingPlace' ? null : kind
}

/** The empty form, or the one that was sent with its issues. Refuses with `place.unknown`, and with `place.closed` what is closed already. */
export function contributionForm(
  obs: Observatory,
  viewer: Viewer,
  ask: FormAsked,
  again?: { readonly typed: Typed; readonly issues: readonly FieldIssue[] },
): Promise<ContributionFormView> {
  return read(obs.db, async (reader) => {
    const place = ask.place === null ? null : await openPlace(reader, ask.place)
    const kind = askedKind(ask)
    const allowed = fieldsWith(viewer, place?.values.organisation ?? null, 'edit', 'propose')
    const fields = fieldsOf(kind, allowed)
    const shown = again ?? { typed: await formOf(reader, obs, place?.values ?? emptyPlace, fields, ask.language), issues: [] }
    const named = place === null ? null : { code: place.code, name: { fr: place.values.nameFr, en: place.values.nameEn } }
    return { kind, place: named, fields, ...shown, today: today(obs) }
  })
}

interface ReadContribution {
  readonly content: ChangedState
  readonly issues: readonly FieldIssue[]
}

function issue(field: FieldIssue['field'], code: string, params: Readonly<Record<string, string>> = {}): FieldIssue {
  return { field, code, params }
}

function closingOf(obs: Observatory, typed: Typed): ReadContribution {
  const closedOn = typedText(typed, 'closedOn') || today(obs)
  if (!isDay(closedOn)) return { content: {}, issues: [issue('closedOn', 'closing.noDay', { value: closedOn })] }
  if (closedOn > today(obs)) return { content: {}, issues: [issue('closedOn', 'closing.future', { value: closedOn })] }
  return { content: { closedOn }, issues: [] }
}

async function fieldsRead(
  reader: Reader,
  obs: Observatory,
  viewer: Viewer,
  ask: SendContribution,
  place: PlaceRecord | null,
): Promise<ReadContribution> {
  const allowed = fieldsWith(viewer, place?.values.organisation ?? null, 'edit', 'propose')
  const { patch, issues } = await readForm(reader, obs, ask.typed, fieldsOf(ask.kind, allowed), place?.values ?? null)
  const content = pickFields(patch, place ? changedFields(place.values, patch) : placeFieldCodes)
  if (place !== null && issues.length === 0 && Object.keys(content).length === 0 && typedText(ask.typed, 'text') === '')
    return { content, issues: [issue(ask.kind === 'wrongHours' ? 'openingHours' : 'text', 'nothing.changed')] }
  return { content, issues }
}

function photoIssues(typed: Typed): readonly FieldIssue[] {
  const missing = (['altFr', 'altEn'] as const).filter((name) => typedText(typed, name) === '')
  // One description is enough to help; who writes both helps everybody.
  return missing.length === 2 ? [issue('altFr', 'alt.missing')] : []
}

/** The photo without its camera's data, or what is wrong with it. */
function photoOf(ask: SendContribution): { readonly photo: CleanPhoto | null; readonly issues: readonly FieldIssue[] } {
  if (ask.kind !== 'photo') return { photo: null, issues: [] }
  const issues = photoIssues(ask.typed)
  if (ask.photo === null || ask.photo.length === 0) return { photo: null, issues: [issue('photo', 'photo.missing'), ...issues] }
  try {
    return { photo: cleanPhoto(ask.photo), issues }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, String(value)]))
    return { photo: null, issues: [issue('photo', error.code, params), ...issues] }
  }
}

async function contentOf(
  reader: Reader,
  obs: Observatory,
  viewer: Viewer,
  ask: SendContribution,
  place: PlaceRecord | null,
): Promise<ReadContribution> {
  if (ask.kind === 'closed') return closingOf(obs, ask.typed)
  if (ask.kind === 'note' && typedText(ask.typed, 'text') === '') return { content: {}, issues: [issue('text', 'note.empty')] }
  if (ask.kind === 'note' || ask.kind === 'photo') return { content: {}, issues: [] }
  return fieldsRead(reader, obs, viewer, ask, place)
}

const longestText = 4000

async function keepPhoto(
  writer: Writer,
  obs: Observatory,
  of: { readonly contribution: string; readonly place: string; readonly organisation: string },
  photo: CleanPhoto,
  typed: Typed,
): Promise<void> {
  const [fr, en] = [typedText(typed, 'altFr'), typedText(typed, 'altEn')]
  const alt = { fr: (fr || en).slice(0, 300), en: (en || fr).slice(0, 300) }
  await insertPhoto(writer, { id: obs.newId(), ...of, alt, ...photo })
}

/** Who signals, and for which organisation. */
function authorOf(viewer: Viewer, place: PlaceRecord | null): Author {
  const { organisation } = actorOf(viewer, place?.values.organisation ?? null)
  if (viewer.userId === null || organisation === null) throw new DomainError('right.missing', { useCase: 'contributions.send' })
  return { organisation, authorId: viewer.userId, authorName: viewer.name, authorEmail: viewer.email }
}

type Author = Pick<Contribution, 'organisation' | 'authorId' | 'authorName' | 'authorEmail'>

/** Sends something to be reviewed, for the author's organisation. Gives its id, or what must be mended first. */
export async function sendContribution(obs: Observatory, viewer: Viewer, ask: SendContribution): Promise<SendResult> {
  const place = ask.place === null ? null : await read(obs.db, (reader) => openPlace(reader, ask.place ?? ''))
  const author = authorOf(viewer, place)
  const { organisation } = author
  if ((place === null) !== (ask.kind === 'missingPlace')) throw new DomainError('place.unknown', { code: ask.place ?? '' })
  const { photo, issues: photoFaults } = photoOf(ask)
  return asOrganisation(obs.db, organisation, async (writer): Promise<SendResult> => {
    const { content, issues } = await contentOf(writer, obs, viewer, ask, place)
    const faults = [...issues, ...photoFaults]
    if (faults.length > 0) return { issues: faults, id: null }
    const id = obs.newId()
    const text = typedText(ask.typed, 'text').slice(0, longestText) || null
    const about = place === null ? { place: null, placeVersion: null } : { place: place.code, placeVersion: place.version }
    const settled = { state: 'waiting', reviewedByName: null, reviewedAt: null, reason: null } as const
    await insertContribution(writer, { id, kind: ask.kind, ...author, ...about, sentAt: obs.now(), content, text, ...settled })
    if (photo && place) await keepPhoto(writer, obs, { contribution: id, place: place.code, organisation }, photo, ask.typed)
    const details = { kind: ask.kind, place: about.place }
    await recordAudit(writer, { actor: viewer, action: 'contribution.sent', subject: id, organisation, details })
    return { issues: [], id }
  })
}
