import type { Child } from 'hono/jsx'
import type { ShownInvitation } from '#app/accounts/acceptInvitation.ts'
import { accountActions } from '../addresses/accounts.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { filled, paths, pathTo } from '../paths.ts'

export interface InvitationData {
  readonly token: string
  readonly shown: ShownInvitation
  readonly name: string
  readonly faults: Faults
}

function titleOf({ words, language }: Visit, { shown }: InvitationData): string {
  return words.accounts.invitation.title(shown.organisationName[language])
}

/** The form that accepts; for a new person with name and password. */
function acceptForm({ words: { accounts }, language }: Visit, { token, shown, name, faults }: InvitationData): Child {
  return (
    <form method="post" action={filled(paths.invitation[language], { token })} class="account-form" novalidate>
      {shown.bearer === 'new' && (
        <>
          <Field name="name" label={accounts.name} value={name} autocomplete="name" fault={faults['name']} maxlength={100} />
          <input type="hidden" name="username" value={shown.email} autocomplete="username" />
          <Field
            name="password"
            label={accounts.password}
            hint={accounts.newPassword.hint}
            type="password"
            autocomplete="new-password"
            fault={faults['password']}
          />
        </>
      )}
      <p class="actions">
        <button type="submit">{accounts.invitation.submit}</button>
      </p>
    </form>
  )
}

/** What the bearer of the link can do, by who they are. */
function nextStep(visit: Visit, data: InvitationData): Child {
  const { words, language, asked, viewer, desks } = visit
  const { invitation, menu } = words.accounts
  const back = filled(paths.invitation[language], { token: data.token })
  const provider = desks.accounts.providerName
  const signIn = pathTo(language, 'signIn', asked, { more: { return: back } })
  if (data.shown.bearer === 'signIn')
    return (
      <>
        <p>{invitation.known}</p>
        <p class="actions">
          <a class="button" href={signIn}>
            {menu.signIn}
          </a>
        </p>
      </>
    )
  if (data.shown.bearer === 'other')
    return (
      <>
        <p class="notice warning">{invitation.other(viewer.email ?? '')}</p>
        <form method="post" action={accountActions.signOut[language]}>
          <button type="submit">{menu.signOut}</button>
        </form>
      </>
    )
  return (
    <>
      {data.shown.bearer === 'here' && <p>{invitation.knownHere}</p>}
      {acceptForm(visit, data)}
      {data.shown.bearer === 'new' && provider !== null && (
        <p class="ways">
          <a href={signIn}>{invitation.provider(provider)}</a>
        </p>
      )}
    </>
  )
}

/** Behind the link of an invitation: shows it; only the form accepts. */
export const invitationPage: Page<InvitationData> = {
  key: 'invitation',
  needs: 'account.signIn',
  secret: true,
  load: async ({ parts, desks, viewer }) => {
    const token = parts['token'] ?? ''
    return { token, shown: await desks.accounts.shownInvitation(viewer, token), name: '', faults: {} }
  },
  title: titleOf,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, format } = visit
    const { accounts } = words
    const { shown, faults } = data
    return (
      <>
        <h1>{titleOf(visit, data)}</h1>
        <p class="context">{accounts.invitation.context(shown.inviter, shown.email)}</p>
        <p>
          {accounts.invitation.role}
          {visit.language === 'fr' ? '\u202F: ' : ': '}
          <b>{accounts.roles[shown.role]}</b>. {accounts.invitation.until(format.date(shown.until.toISOString()))}
        </p>
        <FaultSummary title={accounts.faultsTitle} faults={faults} />
        {nextStep(visit, data)}
      </>
    )
  },
}
