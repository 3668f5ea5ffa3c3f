import type { FC } from 'hono/jsx'
import type { TwoFactorSetUp } from '#app/accounts/secondFactor.ts'
import { accountActions } from '../addresses/accounts.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { paths } from '../paths.ts'

export interface TwoFactorData {
  /** `password` asks for it; `code` shows what was made, or after a wrong code the field alone. */
  readonly step: 'password' | 'code'
  readonly setUp: TwoFactorSetUp | null
  readonly faults: Faults
}

const PasswordStep: FC<{ visit: Visit; faults: Faults }> = ({ visit, faults }) => {
  const { words, language } = visit
  const { accounts } = words
  return (
    <form method="post" action={paths.twoFactor[language]} class="account-form" novalidate>
      <p>{accounts.twoFactor.start}</p>
      <Field
        name="password"
        label={accounts.account.confirmPassword}
        type="password"
        autocomplete="current-password"
        fault={faults['password']}
      />
      <button type="submit">{accounts.twoFactor.startSubmit}</button>
    </form>
  )
}

/** The key in groups of four, to be typed. */
function grouped(key: string): string {
  return key.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

const MadeStep: FC<{ visit: Visit; setUp: TwoFactorSetUp }> = ({ visit, setUp }) => {
  const { twoFactor } = visit.words.accounts
  return (
    <>
      <h2>{twoFactor.keyTitle}</h2>
      <p>{twoFactor.key}</p>
      <p class="secret-key">
        <code>{grouped(setUp.key)}</code>
      </p>
      <p>
        <a href={setUp.uri}>{twoFactor.link}</a>
      </p>
      <h2>{twoFactor.backupTitle}</h2>
      <p>{twoFactor.backup}</p>
      <ul class="codes">
        {setUp.backupCodes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <h2>{twoFactor.confirmTitle}</h2>
    </>
  )
}

/** Connects an authenticator app: password, key and backup codes, first code. */
export const twoFactorPage: Page<TwoFactorData> = {
  key: 'twoFactor',
  needs: 'account.own',
  live: true,
  above: ['account'],
  load: () => Promise.resolve({ step: 'password', setUp: null, faults: {} }),
  title: ({ words: { accounts } }) => accounts.twoFactor.title,
  synthetic: () => false,
  view: (visit, { step, setUp, faults }) => {
    const { accounts } = visit.words
    return (
      <>
        <h1>{accounts.twoFactor.title}</h1>
        <p class="context">{accounts.twoFactor.context}</p>
        <FaultSummary title={accounts.faultsTitle} faults={faults} />
        {step === 'password' && <PasswordStep visit={visit} faults={faults} />}
        {setUp !== null && <MadeStep visit={visit} setUp={setUp} />}
        {step === 'code' && (
          <form method="post" action={accountActions.confirmTwoFactor[visit.language]} class="account-form" novalidate>
            <Field
              name="code"
              label={accounts.twoFactor.label}
              autocomplete="one-time-code"
              inputmode="numeric"
              fault={faults['code']}
              maxlength={10}
            />
            <button type="submit">{accounts.twoFactor.submit}</button>
          </form>
        )}
      </>
    )
  },
}
