import type { Viewer } from '#domain/accounts'
import { changedFields, pickFields, placeFieldCodes, type PlaceField, type PlacePatch } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { recordAudit } from '#store/audit.ts'
import {
  acceptPhotos,
  lockContribution,
  selectContributionPhoto,
  selectContributions,
  settleContribution,
  type Contribution,
  type PhotoInfo,
} from '#store/contributions.ts'
import type { Reader, Writer } from '#store/open.ts'
import { queueMessage } from '#store/outbox.ts'
import type { PlaceRecord } from '#store/placeChanges.ts'
import type { Observatory } from '../observatory.ts'
import { addPlace, changePlace, type ChangeActor } from '../places/changePlace.ts'
import { knownPlace, namesIn, openPlace } from '../places/placeContext.ts'

/** What a reviewer decides on. */
export interface ReviewView {
  readonly contribution: ContributionView
  /** The place as it is now, after merges; `null` for a missing one. */
  readonly place: PlaceRecord | null
  /** Proposed fields that the place does not say already. */
  readonly differing: readonly PlaceField[]
  /** Proposed fields that the place says by now. */
  readonly already: readonly PlaceField[]
  readonly photo: PhotoInfo | null
  readonly names: Readonly<Record<string, Bilingual>>
}

/** A contribution as its author and reviewers read it. */
export type ContributionView = Omit<Contribution, 'sentAt' | 'reviewedAt' | 'authorId' | 'authorEmail'> & {
  /** ISO instants. */
  readonly sentAt: string
  readonly reviewedAt: string | null
  readonly placeName: Bilingual | null
}

/** What the author is told. */
export interface Settled {
  readonly contribution: ContributionView
  readonly state: 'accepted' | 'refused'
  readonly reason: string | null
  readonly reviewer: string
}

/** Words of the message to an author; the words are the caller's, since use cases know none. */
export type Notice = (settled: Settled) => { readonly subject: string; readonly text: string }

/** The place that a code stands for today: the one it was merged into, if it was. */
async function presentPlace(reader: Reader, code: string): Promise<PlaceRecord> {
  let place = await knownPlace(reader, code)
  for (let steps = 0; place.mergedInto !== null && steps < 10; steps++) place = await knownPlace(reader, place.mergedInto)
  return place
}

export async function contributionView(reader: Reader, contribution: Contribution): Promise<ContributionView> {
  const { authorId: _author, authorEmail: _email, sentAt, reviewedAt, ...rest } = contribution
  const place = contribution.place === null ? null : await presentPlace(reader, contribution.place)
  const { nameFr, nameEn } = place?.values ?? contribution.content
  const placeName = nameFr === undefined ? null : { fr: nameFr, en: nameEn ?? nameFr }
  return { ...rest, sentAt: sentAt.toISOString(), reviewedAt: reviewedAt?.toISOString() ?? null, placeName }
}

/** A contribution that waits, held until the transaction ends: a second reviewer waits here and then finds it settled. */
async function waiting(writer: Writer, id: string): Promise<Contribution> {
  await lockContribution(writer, id)
  const contribution = await known(writer, id)
  if (contribution.state !== 'waiting') throw settledError(contribution)
  return contribution
}

async function known(reader: Reader, id: string): Promise<Contribution> {
  const [contribution] = await selectContributions(reader, { id }, 'latest', 1)
  if (!contribution) throw new DomainError('contribution.unknown', { id })
  return contribution
}

/** The second reviewer is told what the first decided. */
function settledError({ state, reviewedByName }: Contribution): DomainError {
  return new DomainError('contribution.settled', { state, by: reviewedByName ?? '' })
}

export function reviewView(obs: Observatory, id: string): Promise<ReviewView> {
  return asOrganisation(obs.db, everyOrganisation, async (writer) => {
    const contribution = await known(writer, id)
    const place = contribution.place === null ? null : await presentPlace(writer, contribution.place)
    const proposed = placeFieldCodes.filter((field) => field in contribution.content)
    const differing = place === null ? proposed : changedFields(place.values, contribution.content)
    return {
      contribution: await contributionView(writer, contribution),
      place,
      differing,
      already: proposed.filter((field) => !differing.includes(field)),
      photo: await selectContributionPhoto(writer, id),
      names: await namesIn(writer, obs, [contribution.content, place?.values ?? {}, { organisation: contribution.organisation }]),
    }
  })
}

export interface AcceptContribution {
  readonly id: string
  /** The place's version that the reviewer saw; `null` for a missing place. */
  readonly version: number | null
  /** The proposed fields that are taken over. */
  readonly fields: readonly string[]
}

function authorOf({ authorId, authorName, organisation }: Contribution): ChangeActor {
  return { userId: authorId, name: authorName, organisation }
}

async function addMissing(writer: Writer, obs: Observatory, reviewer: Viewer, contribution: Contribution): Promise<string> {
  const { content } = contribution
  const none = Object.fromEntries(placeFieldCodes.map((field) => [field, null]))
  const values = { ...none, ...pickFields(content, placeFieldCodes) } as Required<PlacePatch>
  const change = { contribution: contribution.id, acceptedBy: reviewer, note: contribution.text }
  return addPlace(writer, obs, values, authorOf(contribution), change)
}

/** Applies what is accepted to the place, under its author's name, and gives the place's code. */
async function apply(
  writer: Writer,
  obs: Observatory,
  reviewer: Viewer,
  contribution: Contribution,
  ask: AcceptContribution,
): Promise<string> {
  if (contribution.place === null) return addMissing(writer, obs, reviewer, contribution)
  const { code } = await presentPlace(writer, contribution.place)
  const place = await openPlace(writer, code)
  if (place.version !== ask.version) throw new DomainError('version.changed', { code })
  const { content, kind, text } = contribution
  const fields = placeFieldCodes.filter((field) => ask.fields.includes(field) && field in content)
  if (Object.keys(content).length > 0 && kind !== 'closed' && fields.length === 0) throw new DomainError('review.noField')
  const told = { contribution: contribution.id, acceptedBy: reviewer, note: text }
  const patch = pickFields(content, fields)
  const change =
    kind === 'closed'
      ? ({ kind: 'closed', patch: {}, marks: { closedOn: content.closedOn ?? null }, ...told } as const)
      : ({ kind: 'contribution', patch, ...told } as const)
  await changePlace(writer, obs, place, authorOf(contribution), change)
  if (kind === 'photo') await acceptPhotos(writer, contribution.id, code)
  return code
}

async function settle(
  writer: Writer,
  obs: Observatory,
  reviewer: Viewer,
  contribution: Contribution,
  outcome: { readonly state: 'accepted' | 'refused'; readonly reason: string | null; readonly place?: string },
  notice: Notice,
): Promise<void> {
  const { id, organisation, authorEmail } = contribution
  const done = await settleContribution(writer, {
    id,
    byId: reviewer.userId,
    byName: reviewer.name,
    at: obs.now(),
    ...outcome,
  })
  if (!done) throw settledError(await known(writer, id))
  const details = { kind: contribution.kind, place: outcome.place ?? contribution.place }
  await recordAudit(writer, { actor: reviewer, action: `contribution.${outcome.state}`, subject: id, organisation, details })
  if (authorEmail === null) return
  const view = await contributionView(writer, { ...contribution, place: outcome.place ?? contribution.place })
  const { state, reason } = outcome
  const { subject, text } = notice({ contribution: view, state, reason, reviewer: reviewer.name })
  await queueMessage(writer, { to: authorEmail, subject, text, kind: 'contribution' })
}

/**
 * Accepts a contribution, whole or some of its fields; its author is told. Refuses with `contribution.settled` when another reviewer was faster, with
 * `version.changed` when the place is no longer what the reviewer saw. Gives the place's code.
 */
export function acceptContribution(obs: Observatory, reviewer: Viewer, ask: AcceptContribution, notice: Notice): Promise<string> {
  return asOrganisation(obs.db, everyOrganisation, async (writer) => {
    const contribution = await waiting(writer, ask.id)
    const place = await apply(writer, obs, reviewer, contribution, ask)
    await settle(writer, obs, reviewer, contribution, { state: 'accepted', reason: null, place }, notice)
    return place
  })
}

/** Refuses a contribution with a reason, which its author is told. A refusal without one is refused itself: `reason.missing`. */
export function refuseContribution(
  obs: Observatory,
  reviewer: Viewer,
  ask: { readonly id: string; readonly reason: string },
  notice: Notice,
): Promise<void> {
  return asOrganisation(obs.db, everyOrganisation, async (writer) => {
    const contribution = await waiting(writer, ask.id)
    const reason = ask.reason.trim().slice(0, 2000)
    if (reason === '') throw new DomainError('reason.missing')
    await settle(writer, obs, reviewer, contribution, { state: 'refused', reason }, notice)
  })
}
