import type { OwnAccount } from '#app/accounts/ownAccount.ts'
import { accountActions } from '../addresses/accounts.ts'
import { Keys, Sessions } from '../accounts/accountLists.tsx'
import type { Shown, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { FC } from 'hono/jsx'

export interface AccountData {
  readonly own: OwnAccount
  readonly name: string
  readonly faults: Faults
  /** What was just done, in a sentence. */
  readonly notice: string | null
}

/** The sentence for `?saved=…`, if there is one. */
export function noticeOf(visit: Visit): string | null {
  const saved: Readonly<Record<string, string>> = visit.words.accounts.account.saved
  return saved[visit.query.get('saved') ?? ''] ?? null
}

interface Part {
  readonly visit: Visit
  readonly data: AccountData
}

const Memberships: FC<Part> = ({ visit, data: { own } }) => {
  const { words, language, format } = visit
  const { account, roles, roleOf } = words.accounts
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{account.memberships}</h2>
      {own.memberships.length === 0 ? (
        <p class="notice warning">{account.noMemberships}</p>
      ) : (
        <ul class="key-list">
          {own.memberships.map(({ role, organisationName }) => (
            <li>{roleOf(roles[role], organisationName[language])}</li>
          ))}
        </ul>
      )}
      <p class="muted">{account.since(format.date(own.createdAt.toISOString()))}</p>
    </section>
  )
}

const NameForm: FC<Part> = ({ visit, data }) => {
  const { words, language } = visit
  const { accounts } = words
  return (
    <section aria-labelledby="own-name">
      <h2 id="own-name">{accounts.account.name}</h2>
      <form method="post" action={accountActions.rename[language]} novalidate>
        <Field
          name="name"
          label={accounts.name}
          value={data.name}
          autocomplete="name"
          fault={data.faults['name']}
          maxlength={100}
        />
        <button type="submit" class="quiet">
          {accounts.account.rename}
        </button>
      </form>
    </section>
  )
}

const PasswordForm: FC<Part> = ({ visit, data: { own, faults } }) => {
  const { words, language } = visit
  const { accounts } = words
  const { account } = accounts
  return (
    <section aria-labelledby="own-password">
      <h2 id="own-password">{account.password}</h2>
      {own.password ? (
        <form method="post" action={accountActions.password[language]} novalidate>
          <p class="muted">{account.passwordNote}</p>
          <input type="hidden" name="username" value={own.email} autocomplete="username" />
          <Field
            name="current"
            label={account.current}
            type="password"
            autocomplete="current-password"
            fault={faults['current']}
          />
          <Field
            name="next"
            label={account.next}
            hint={accounts.newPassword.hint}
            type="password"
            autocomplete="new-password"
            fault={faults['next']}
          />
          <button type="submit" class="quiet">
            {account.changePassword}
          </button>
        </form>
      ) : (
        <p>{account.noPassword}</p>
      )}
    </section>
  )
}

const TwoFactor: FC<Part> = ({ visit, data: { own, faults } }) => {
  const { words, language } = visit
  const { account } = words.accounts
  if (!own.password) return <></>
  return (
    <section aria-labelledby="second-step">
      <h2 id="second-step">{account.twoFactor}</h2>
      <p>{own.twoFactor ? account.twoFactorOn : account.twoFactorOff}</p>
      {own.twoFactor ? (
        <form method="post" action={accountActions.stopTwoFactor[language]} novalidate>
          <Field
            name="confirm"
            label={account.confirmPassword}
            type="password"
            autocomplete="current-password"
            fault={faults['confirm']}
          />
          <button type="submit" class="quiet">
            {account.remove}
          </button>
        </form>
      ) : (
        <p>
          <a class="button quiet" href={paths.twoFactor[language]}>
            {account.setUp}
          </a>
        </p>
      )}
    </section>
  )
}

/** One's own account: roles, name, password, second step, passkeys, sessions. */
export const accountPage: Shown<AccountData> = {
  key: 'account',
  needs: 'account.own',
  live: true,
  scripts: ['passkey'],
  title: ({ words: { accounts } }) => accounts.account.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { accounts } = visit.words
    return (
      <>
        <h1>{accounts.account.title}</h1>
        <p class="context">{accounts.account.context(data.own.email)}</p>
        {data.notice !== null && (
          <p class="notice" role="status">
            {data.notice}
          </p>
        )}
        <FaultSummary title={accounts.faultsTitle} faults={data.faults} />
        <Memberships visit={visit} data={data} />
        <NameForm visit={visit} data={data} />
        <PasswordForm visit={visit} data={data} />
        <TwoFactor visit={visit} data={data} />
        <Keys visit={visit} passkeys={data.own.passkeys} />
        <Sessions visit={visit} sessions={data.own.sessions} />
      </>
    )
  },
}
