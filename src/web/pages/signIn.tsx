import type { FC } from 'hono/jsx'
import { safeReturn } from '#app/accounts/origins.ts'
import { accountActions } from '../addresses/accounts.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'

export interface SignInData {
  readonly email: string
  /** Where to go afterwards: a path of this site, or `null`. */
  readonly back: string | null
  readonly faults: Faults
  /** Name of the outside provider, where there is one. */
  readonly provider: string | null
  readonly notice: string | null
}

export function signInData(visit: Visit): SignInData {
  return {
    email: '',
    back: safeReturn(visit.query.get('return')),
    faults: {},
    provider: visit.desks.accounts.providerName,
    notice: visit.query.get('reset') === 'done' ? visit.words.accounts.newPassword.done : null,
  }
}

const Back: FC<{ back: string | null }> = ({ back }) =>
  back === null ? <></> : <input type="hidden" name="return" value={back} />

const OtherWays: FC<{ visit: Visit; data: SignInData }> = ({ visit, data }) => {
  const { signIn } = visit.words.accounts
  return (
    <section class="ways" aria-labelledby="other-ways">
      <h2 id="other-ways">{signIn.otherWays}</h2>
      {data.provider !== null && (
        <form method="post" action={accountActions.provider[visit.language]}>
          <Back back={data.back} />
          <button type="submit" class="quiet">
            {signIn.provider(data.provider)}
          </button>
        </form>
      )}
      <p id="passkey-sign-in" hidden data-failed={signIn.passkeyFailed} data-next={data.back ?? paths.account[visit.language]}>
        <button type="button" class="quiet">
          {signIn.passkey}
        </button>{' '}
        <span role="status"></span>
      </p>
      <p>{signIn.noAccount}</p>
    </section>
  )
}

export const signInPage: Page<SignInData> = {
  key: 'signIn',
  live: true,
  scripts: ['passkey'],
  load: (visit) => Promise.resolve(signInData(visit)),
  title: (visit) => visit.words.accounts.signIn.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, language, asked, viewer } = visit
    const { accounts } = words
    return (
      <>
        <h1>{accounts.signIn.title}</h1>
        <p class="context">{accounts.signIn.context}</p>
        {data.notice !== null && <p class="notice">{data.notice}</p>}
        {viewer.userId !== null && (
          <p class="notice">
            {accounts.signIn.already(viewer.name)} <a href={pathTo(language, 'account', asked)}>{accounts.menu.account}</a>
          </p>
        )}
        <FaultSummary title={accounts.faultsTitle} faults={data.faults} />
        <form method="post" action={paths.signIn[language]} class="account-form" novalidate>
          <Back back={data.back} />
          <Field
            name="email"
            label={accounts.email}
            type="email"
            value={data.email}
            autocomplete="username"
            fault={data.faults['email']}
            maxlength={254}
          />
          <Field
            name="password"
            label={accounts.password}
            type="password"
            autocomplete="current-password"
            fault={data.faults['password']}
          />
          <p class="actions">
            <button type="submit">{accounts.signIn.submit}</button>
            <a href={pathTo(language, 'passwordForgotten', asked)}>{accounts.signIn.forgotten}</a>
          </p>
        </form>
        <OtherWays visit={visit} data={data} />
      </>
    )
  },
}
