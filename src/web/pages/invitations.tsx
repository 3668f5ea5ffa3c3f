import type { FC } from 'hono/jsx'
import type { InvitationsView, InvitationView, NewInvitee } from '#app/accounts/invitations.ts'
import { accountActions } from '../addresses/accounts.ts'
import type { Page, Visit } from '../page.ts'
import { Choice, FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { filled, paths } from '../paths.ts'

export interface InvitationsData {
  readonly view: InvitationsView
  readonly given: NewInvitee
  readonly faults: Faults
  readonly notice: string | null
}

const Line: FC<{ visit: Visit; invitation: InvitationView }> = ({ visit, invitation }) => {
  const { words, language, format } = visit
  const { invitations, roles, roleOf } = words.accounts
  const { id, email, role, organisationName, state, invitedBy, invitedAt } = invitation
  return (
    <li>
      <div>
        <p>
          <b>{email}</b> <span class="tag">{invitations.states[state]}</span>
        </p>
        <p class="muted">
          {roleOf(roles[role], organisationName[language])}. {invitations.line(invitedBy, format.date(invitedAt.toISOString()))}
        </p>
      </div>
      {state === 'open' && (
        <form method="post" action={filled(accountActions.revokeInvitation[language], { id })}>
          <button type="submit" class="quiet" aria-label={`${invitations.revoke}, ${email}`}>
            {invitations.revoke}
          </button>
        </form>
      )}
    </li>
  )
}

const InviteForm: FC<{ visit: Visit; data: InvitationsData }> = ({ visit, data }) => {
  const { words, language } = visit
  const { accounts } = words
  const { given, faults, view } = data
  return (
    <form method="post" action={paths.invitations[language]} class="account-form" novalidate>
      <Field
        name="email"
        label={accounts.email}
        type="email"
        value={given.email}
        autocomplete="off"
        fault={faults['email']}
        maxlength={254}
      />
      <Choice
        name="organisation"
        label={accounts.invitations.organisation}
        value={given.organisation}
        options={view.organisations.map(({ code, name }) => [code, name[language]])}
        fault={faults['organisation']}
      />
      <Choice
        name="role"
        label={accounts.invitations.role}
        value={given.role}
        options={view.roles.map((role) => [role, accounts.roles[role]])}
        fault={faults['role']}
      />
      <p class="actions">
        <button type="submit">{accounts.invitations.submit}</button>
      </p>
    </form>
  )
}

/** Invitations sent, and the form for one more. */
export const invitationsPage: Page<InvitationsData> = {
  key: 'invitations',
  needs: 'people.invite',
  load: async ({ desks, viewer, query, words: { accounts } }) => {
    const sent = query.get('sent')
    const notice = sent ? accounts.invitations.sent(sent) : query.has('revoked') ? accounts.invitations.revoked : null
    const view = await desks.accounts.invitations(viewer)
    return { view, given: { email: '', organisation: '', role: '' }, faults: {}, notice }
  },
  title: ({ words: { accounts } }) => accounts.invitations.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { accounts } = visit.words
    const { view, faults, notice } = data
    return (
      <>
        <h1>{accounts.invitations.title}</h1>
        <p class="context">{accounts.invitations.context}</p>
        {notice !== null && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <FaultSummary title={accounts.faultsTitle} faults={faults} />
        <section aria-labelledby="invite">
          <h2 id="invite">{accounts.invitations.form}</h2>
          <InviteForm visit={visit} data={data} />
        </section>
        <section aria-labelledby="sent">
          <h2 id="sent">{accounts.invitations.list}</h2>
          {view.invitations.length === 0 ? (
            <p>{accounts.invitations.empty}</p>
          ) : (
            <ul class="key-list">
              {view.invitations.map((invitation) => (
                <Line visit={visit} invitation={invitation} />
              ))}
            </ul>
          )}
        </section>
      </>
    )
  },
}
