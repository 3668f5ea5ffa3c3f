import type { Shown } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { filled, paths } from '../paths.ts'

export interface PasswordNewData {
  readonly token: string
  readonly faults: Faults
}

/** Behind the link of a message: asks for the new password, and changes nothing before. */
export const passwordNewPage: Shown<PasswordNewData> = {
  key: 'passwordNew',
  secret: true,
  above: ['signIn'],
  title: ({ words: { accounts } }) => accounts.newPassword.title,
  synthetic: () => false,
  view: ({ words: { accounts }, language }, { token, faults }) => (
    <>
      <h1>{accounts.newPassword.title}</h1>
      <p class="context">{accounts.newPassword.context}</p>
      <FaultSummary title={accounts.faultsTitle} faults={faults} />
      <form method="post" action={filled(paths.passwordNew[language], { token })} class="account-form" novalidate>
        <Field
          name="password"
          label={accounts.newPassword.label}
          hint={accounts.newPassword.hint}
          type="password"
          autocomplete="new-password"
          fault={faults['password']}
        />
        <p class="actions">
          <button type="submit">{accounts.newPassword.submit}</button>
        </p>
      </form>
    </>
  ),
}
