import type { InvitationFacts } from '#app/accounts/invitations.ts'
import { accountActions } from '../addresses/accounts.ts'
import type { Visit } from '../page.ts'
import { invitationPage } from '../pages/invitation.tsx'
import { invitationsPage } from '../pages/invitations.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { filled, paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { accountRequest, setCookies } from './accountRequest.ts'
import { faultsOf, faultText, passwordFields } from './faults.ts'

async function accept(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language } = visit
  const token = visit.parts['token'] ?? ''
  const form = await readForm(c)
  const name = form.get('name') ?? ''
  const password = form.get('password') ?? ''
  let email = ''
  const fields = { 'name.missing': 'name', 'name.tooLong': 'name', ...passwordFields('password') }
  const faults = await faultsOf(visit, fields, async () => {
    ;({ email } = await desks.accounts.acceptInvitation(viewer, token, { name, password }))
  })
  if (faults) {
    const shown = await desks.accounts.shownInvitation(viewer, token)
    return routing.show(c, visit, invitationPage, { token, shown, name, faults })
  }
  // Whoever just chose a password need not type it again.
  if (viewer.userId === null) setCookies(c, (await desks.accounts.signIn(accountRequest(c), { email, password })).cookies)
  return c.redirect(`${paths.account[language]}?saved=invitation`, 303)
}

/** The message of an invitation, in the language of whoever invites. */
function composer(visit: Visit, origin: string) {
  const { words, language, format } = visit
  const { accounts } = words
  return ({ token, inviter, role, organisation, until }: InvitationFacts) => {
    const link = origin + filled(paths.invitation[language], { token })
    const name = organisation.name[language]
    const { subject, text } = accounts.messages.invitation
    return {
      subject: subject(name),
      text: text(inviter, accounts.roles[role], name, link, format.date(until.toISOString())),
      language,
    }
  }
}

const inviteFields = {
  'role.missing': 'role',
  'organisation.missing': 'organisation',
  'invitation.pending': 'email',
  'membership.held': 'email',
}

async function invite(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language } = visit
  const form = await readForm(c)
  const given = {
    email: form.get('email')?.trim() ?? '',
    organisation: form.get('organisation') ?? '',
    role: form.get('role') ?? '',
  }
  const again = async (faults: Faults): Promise<Response> => {
    const view = await desks.accounts.invitations(viewer)
    return routing.show(c, visit, invitationsPage, { view, given, faults, notice: null })
  }
  if (!/^\S+@\S+\.\S+$/.test(given.email)) return again({ email: faultText(visit, 'email.missing') })
  const origin = desks.accounts.linkOrigin(accountRequest(c).origin)
  const faults = await faultsOf(visit, inviteFields, () => desks.accounts.invite(viewer, given, composer(visit, origin)))
  if (faults) return again(faults)
  return c.redirect(`${paths.invitations[language]}?${new URLSearchParams({ sent: given.email }).toString()}`, 303)
}

async function revoke(c: WebContext, { desks, viewer, parts, language }: Visit): Promise<Response> {
  await desks.accounts.revokeInvitation(viewer, parts['id'] ?? '')
  return c.redirect(`${paths.invitations[language]}?revoked=1`, 303)
}

/** Inviting people, and accepting an invitation: opening its link changes nothing. */
export function addInvitationRoutes(routing: Routing): void {
  routing.page(invitationsPage)
  routing.on('POST', paths.invitations, 'people.invite', (c, visit) => invite(routing, c, visit))
  routing.on('POST', accountActions.revokeInvitation, 'people.invite', revoke)
  routing.page(invitationPage)
  routing.on('POST', paths.invitation, 'account.signIn', (c, visit) => accept(routing, c, visit))
}
