import { isRoleCode, type Role, type Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { plainEmail, selectOrganisationNames, selectPersonByEmail, type OrganisationName } from '#store/accounts.ts'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { recordAudit } from '#store/audit.ts'
import { hasOpenInvitation, insertInvitation, markRevoked, selectInvitations, type Invitation } from '#store/invitations.ts'
import { readOnce, type Writer } from '#store/open.ts'
import { queueMessage, type NewMessage } from '#store/outbox.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { invitesAnywhere, mayInvite, ownOrganisations, rolesToOffer } from './invitationRights.ts'
import { hashOfToken, newToken } from './secretLink.ts'

/** An invitation holds for a week. */
const lifetime = 7 * 24 * 60 * 60_000

export interface InvitationView extends Invitation {
  readonly state: 'open' | 'accepted' | 'revoked' | 'expired'
}

export interface InvitationsView {
  readonly invitations: readonly InvitationView[]
  /** What this viewer may offer, and where. */
  readonly roles: readonly Role[]
  readonly organisations: readonly OrganisationName[]
}

/** What a message of invitation tells; the edge puts it in words. */
export interface InvitationFacts {
  readonly token: string
  readonly inviter: string
  readonly role: Role
  readonly organisation: OrganisationName
  readonly until: Date
}

export type Compose<Facts> = (facts: Facts) => Omit<NewMessage, 'to' | 'kind'>

export function stateOf(invitation: Invitation, now: Date): InvitationView['state'] {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Which rows a viewer's transactions see: those of every organisation, or of each of their own in turn. */
function scopes(viewer: Viewer): readonly string[] {
  return invitesAnywhere(viewer) ? [everyOrganisation] : ownOrganisations(viewer)
}

/** The invitations that concern a viewer, and what they may offer. */
export async function invitationsView(obs: Observatory, viewer: Viewer): Promise<InvitationsView> {
  authorise(viewer, 'people.invite')
  const now = obs.now()
  const found: Invitation[] = []
  for (const scope of scopes(viewer)) found.push(...(await asOrganisation(obs.db, scope, (writer) => selectInvitations(writer))))
  const all = await readOnce(obs.db, selectOrganisationNames)
  return {
    invitations: found.map((invitation) => ({ ...invitation, state: stateOf(invitation, now) })),
    roles: rolesToOffer(viewer),
    organisations: all.filter(({ code }) => invitesAnywhere(viewer) || ownOrganisations(viewer).includes(code)),
  }
}

export interface NewInvitee {
  readonly email: string
  readonly organisation: string
  readonly role: string
}

async function refuseDoubles(writer: Writer, given: NewInvitee & { readonly role: Role }, now: Date): Promise<void> {
  const { email, organisation, role } = given
  const person = await selectPersonByEmail(writer, email)
  if (person?.memberships.some((held) => held.organisation === organisation && held.role === role))
    throw new DomainError('membership.held')
  if (await hasOpenInvitation(writer, email, { organisation, role }, now)) throw new DomainError('invitation.pending')
}

/**
 * Invites somebody: the message with the link enters the outbox with the invitation. Refuses an unknown organisation or role, what the viewer may not
 * offer (`right.missing`), and a second one for the same (`invitation.pending`, `membership.held`).
 */
export async function invite(
  obs: Observatory,
  viewer: Viewer,
  given: NewInvitee,
  compose: Compose<InvitationFacts>,
): Promise<void> {
  authorise(viewer, 'people.invite')
  const { organisation, role } = given
  const email = plainEmail(given.email)
  if (!isRoleCode(role)) throw new DomainError('role.missing')
  const named = (await readOnce(obs.db, selectOrganisationNames)).find(({ code }) => code === organisation)
  if (!named) throw new DomainError('organisation.missing')
  if (!mayInvite(viewer, organisation, role)) throw new DomainError('right.missing', { useCase: 'people.invite' })
  const token = newToken()
  const now = obs.now()
  const until = new Date(now.getTime() + lifetime)
  await asOrganisation(obs.db, organisation, async (writer) => {
    await refuseDoubles(writer, { email, organisation, role }, now)
    const id = obs.newId()
    const invitation = { id, email, organisation, role, tokenHash: hashOfToken(token), invitedBy: viewer.name }
    await insertInvitation(writer, { ...invitation, invitedAt: now, expiresAt: until })
    const message = compose({ token, inviter: viewer.name, role, organisation: named, until })
    await queueMessage(writer, { ...message, to: email, kind: 'invitation' })
    await recordAudit(writer, {
      actor: viewer,
      action: 'invitation.created',
      subject: email,
      organisation,
      details: { role, invitation: id },
    })
  })
}

/** Withdraws an open invitation that the viewer sees, or refuses with `invitation.unknown`. */
export async function revokeInvitation(obs: Observatory, viewer: Viewer, id: string): Promise<void> {
  authorise(viewer, 'people.invite')
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new DomainError('invitation.unknown')
  for (const scope of scopes(viewer)) {
    const revoked = await asOrganisation(obs.db, scope, async (writer) => {
      const found = await markRevoked(writer, id, obs.now())
      if (found)
        await recordAudit(writer, {
          actor: viewer,
          action: 'invitation.revoked',
          subject: found.email,
          organisation: found.organisation,
          details: { invitation: id },
        })
      return found !== null
    })
    if (revoked) return
  }
  throw new DomainError('invitation.unknown')
}
