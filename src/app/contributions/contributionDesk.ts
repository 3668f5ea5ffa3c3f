import { may, authorise } from '../rights.ts'
import type { Viewer } from '#domain/accounts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { recordAudit } from '#store/audit.ts'
import {
  contributionKindCodes,
  selectAcceptedPhotos,
  selectContributions,
  selectPhotoFile,
  settleContribution,
  type PhotoFile,
  type PhotoInfo,
} from '#store/contributions.ts'
import { read } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import { namesIn } from '../places/placeContext.ts'
import type { FieldIssue } from '../places/readTyped.ts'
import type { Typed } from '../places/typedPlace.ts'
import {
  acceptContribution,
  contributionView,
  refuseContribution,
  reviewView,
  type AcceptContribution,
  type ContributionView,
  type Notice,
  type ReviewView,
} from './reviewContribution.ts'
import {
  contributionForm,
  sendContribution,
  type ContributionFormView,
  type FormAsked,
  type SendContribution,
  type SendResult,
} from './sendContribution.ts'

export { contributionKindCodes }

export interface ContributionListView {
  readonly contributions: readonly ContributionView[]
  /** Names of the organisations mentioned, by code. */
  readonly names: Readonly<Record<string, Bilingual>>
}

/** Use cases of this area, called by its routes. Each refuses with `right.missing` who may not, and with `contribution.unknown` an id that nobody gave. */
export interface ContributionDesk {
  form(
    viewer: Viewer,
    ask: FormAsked,
    again?: { readonly typed: Typed; readonly issues: readonly FieldIssue[] },
  ): Promise<ContributionFormView>
  send(viewer: Viewer, ask: SendContribution): Promise<SendResult>
  /** What the viewer signalled, the latest first. */
  mine(viewer: Viewer): Promise<ContributionListView>
  /** Takes back what has not been reviewed yet. */
  withdraw(viewer: Viewer, id: string): Promise<void>
  /** What waits for a review, the oldest first. */
  queue(viewer: Viewer): Promise<ContributionListView>
  review(viewer: Viewer, id: string): Promise<ReviewView>
  /** Gives the code of the place. */
  accept(viewer: Viewer, ask: AcceptContribution, notice: Notice): Promise<string>
  refuse(viewer: Viewer, ask: { readonly id: string; readonly reason: string }, notice: Notice): Promise<void>
  /** Accepted photos of a place, for anybody: an address is `/photos/<id>`. */
  acceptedPhotos(place: string): Promise<readonly PhotoInfo[]>
  /** A photo's file: an accepted one for anybody; a waiting one for its organisation and for reviewers. */
  photo(viewer: Viewer, id: string): Promise<PhotoFile>
}

const shownAtOnce = 200

/** The organisations whose contributions a viewer may see. */
function seenBy(viewer: Viewer): readonly string[] {
  if (may(viewer, 'contributions.review')) return [everyOrganisation]
  return [...new Set(viewer.memberships.map(({ organisation }) => organisation))]
}

async function mine(obs: Observatory, viewer: Viewer): Promise<ContributionListView> {
  const found: ContributionView[] = []
  const names: Record<string, Bilingual> = {}
  for (const organisation of seenBy(viewer))
    await asOrganisation(obs.db, organisation, async (writer) => {
      const own = await selectContributions(writer, { author: viewer.userId ?? '' }, 'latest', shownAtOnce)
      for (const each of own) found.push(await contributionView(writer, each))
      Object.assign(names, await namesIn(writer, obs, own))
    })
  return { contributions: found.toSorted((a, b) => (a.sentAt < b.sentAt ? 1 : -1)), names }
}

async function withdraw(obs: Observatory, viewer: Viewer, id: string): Promise<void> {
  for (const organisation of seenBy(viewer)) {
    const done = await asOrganisation(obs.db, organisation, async (writer) => {
      const [found] = await selectContributions(writer, { id, author: viewer.userId ?? '' }, 'latest', 1)
      if (!found) return false
      const { name: byName, userId: byId } = viewer
      const settled = await settleContribution(writer, { id, state: 'withdrawn', byId, byName, at: obs.now(), reason: null })
      if (!settled) throw new DomainError('contribution.settled', { state: found.state, by: found.reviewedByName ?? '' })
      await recordAudit(writer, {
        actor: viewer,
        action: 'contribution.withdrawn',
        subject: id,
        organisation: found.organisation,
      })
      return true
    })
    if (done) return
  }
  throw new DomainError('contribution.unknown', { id })
}

function queue(obs: Observatory): Promise<ContributionListView> {
  return asOrganisation(obs.db, everyOrganisation, async (writer) => {
    const waiting = await selectContributions(writer, { state: 'waiting' }, 'oldest', shownAtOnce)
    const contributions: ContributionView[] = []
    for (const each of waiting) contributions.push(await contributionView(writer, each))
    return { contributions, names: await namesIn(writer, obs, waiting) }
  })
}

async function photo(obs: Observatory, viewer: Viewer, id: string): Promise<PhotoFile> {
  const published = await read(obs.db, (reader) => selectPhotoFile(reader, id))
  if (published) return published
  for (const organisation of seenBy(viewer)) {
    const own = await asOrganisation(obs.db, organisation, (writer) => selectPhotoFile(writer, id))
    if (own) return own
  }
  throw new DomainError('photo.unknown', { id })
}

export function createContributionDesk({ observatory: obs }: DeskTools): ContributionDesk {
  return {
    async form(viewer, ask, again) {
      authorise(viewer, 'contributions.send')
      return contributionForm(obs, viewer, ask, again)
    },
    async send(viewer, ask) {
      authorise(viewer, 'contributions.send')
      return sendContribution(obs, viewer, ask)
    },
    async mine(viewer) {
      authorise(viewer, 'contributions.send')
      return mine(obs, viewer)
    },
    async withdraw(viewer, id) {
      authorise(viewer, 'contributions.send')
      return withdraw(obs, viewer, id)
    },
    async queue(viewer) {
      authorise(viewer, 'contributions.review')
      return queue(obs)
    },
    async review(viewer, id) {
      authorise(viewer, 'contributions.review')
      return reviewView(obs, id)
    },
    async accept(viewer, ask, notice) {
      authorise(viewer, 'contributions.review')
      return acceptContribution(obs, viewer, ask, notice)
    },
    async refuse(viewer, ask, notice) {
      authorise(viewer, 'contributions.review')
      return refuseContribution(obs, viewer, ask, notice)
    },
    acceptedPhotos: (place) => read(obs.db, (reader) => selectAcceptedPhotos(reader, place)),
    photo: (viewer, id) => photo(obs, viewer, id),
  }
}
