import { hashPassword } from 'better-auth/crypto'
import { passwordFault, type Membership, type Viewer } from '#domain/accounts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { insertMembership, insertPerson, plainEmail, selectPersonByEmail } from '#store/accounts.ts'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { recordAudit } from '#store/audit.ts'
import { lockInvitationByToken, markAccepted, selectInvitationByToken, type Invitation } from '#store/invitations.ts'
import type { Writer } from '#store/open.ts'
import type { Observatory } from '../observatory.ts'
import { stateOf } from './invitations.ts'
import { cleanName } from './personName.ts'
import { hashOfToken } from './secretLink.ts'

/** An invitation as its bearer sees it. */
export interface ShownInvitation extends Membership {
  readonly email: string
  readonly organisationName: Bilingual
  readonly inviter: string
  readonly until: Date
  /** `new`: choose name and password; `here`: signed in as the invited person; `signIn`: has an account; `other`: signed in as somebody else. */
  readonly bearer: 'new' | 'here' | 'signIn' | 'other'
}

async function openInvitation(obs: Observatory, found: Promise<Invitation | null>): Promise<Invitation> {
  const invitation = await found
  if (!invitation || stateOf(invitation, obs.now()) !== 'open') throw new DomainError('invitation.unknown')
  return invitation
}

function isFor(viewer: Viewer, invitation: Invitation): boolean {
  return viewer.email !== null && plainEmail(viewer.email) === invitation.email
}

/** Shows an open invitation to whoever holds its link, and changes nothing; `invitation.unknown` for one that is none, used, withdrawn or too old. */
export function shownInvitation(obs: Observatory, viewer: Viewer, token: string): Promise<ShownInvitation> {
  return asOrganisation(obs.db, everyOrganisation, async (writer) => {
    const invitation = await openInvitation(obs, selectInvitationByToken(writer, hashOfToken(token)))
    const known = (await selectPersonByEmail(writer, invitation.email)) !== null
    const signedIn = viewer.userId !== null
    const { email, organisation, organisationName, role, invitedBy, expiresAt } = invitation
    const bearer = signedIn ? (isFor(viewer, invitation) ? 'here' : 'other') : known ? 'signIn' : 'new'
    return { email, organisation, organisationName, role, inviter: invitedBy, until: expiresAt, bearer }
  })
}

/** The person whom an invitation gives a role: the viewer, or a new one with a password. */
async function invitedPerson(
  obs: Observatory,
  writer: Writer,
  viewer: Viewer,
  invitation: Invitation,
  fresh: { readonly name: string; readonly passwordHash: string } | null,
): Promise<{ readonly userId: string; readonly name: string }> {
  if (viewer.userId !== null) {
    if (!isFor(viewer, invitation)) throw new DomainError('invitation.otherPerson')
    return { userId: viewer.userId, name: viewer.name }
  }
  if (await selectPersonByEmail(writer, invitation.email)) throw new DomainError('invitation.signInFirst')
  if (!fresh) throw new DomainError('password.missing')
  const id = obs.newId()
  await insertPerson(writer, { id, email: invitation.email, ...fresh }, obs.now())
  return { userId: id, name: fresh.name }
}

/**
 * Accepts an invitation, once: for whoever is signed in under its address, else by making their account with the name and password given. Gives the
 * address to sign in with. Refusals: `invitation.unknown`, `invitation.otherPerson`, `invitation.signInFirst`, `name.…`, `password.…`.
 */
export async function acceptInvitation(
  obs: Observatory,
  viewer: Viewer,
  token: string,
  given: { readonly name: string; readonly password: string },
): Promise<{ readonly email: string }> {
  // Before the expensive hashing: a token that opens nothing costs nothing.
  const { bearer, email } = await shownInvitation(obs, viewer, token)
  const name = bearer === 'new' ? cleanName(given.name) : ''
  const fault = bearer === 'new' ? passwordFault(given.password, [name, email]) : null
  if (fault) throw new DomainError(fault)
  const fresh = bearer === 'new' ? { name, passwordHash: await hashPassword(given.password) } : null
  await asOrganisation(obs.db, everyOrganisation, async (writer) => {
    const invitation = await openInvitation(obs, lockInvitationByToken(writer, hashOfToken(token)))
    const { organisation, role } = invitation
    const actor = await invitedPerson(obs, writer, viewer, invitation, fresh)
    await insertMembership(writer, actor.userId, { organisation, role }, obs.now())
    await markAccepted(writer, invitation.id, obs.now())
    const details = { role, invitation: invitation.id }
    await recordAudit(writer, { actor, action: 'invitation.accepted', subject: email, organisation, details })
  })
  return { email }
}
