import type { Page } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'

export interface PasswordForgottenData {
  readonly email: string
  readonly faults: Faults
  readonly sent: boolean
}

export const passwordForgottenPage: Page<PasswordForgottenData> = {
  key: 'passwordForgotten',
  live: true,
  above: ['signIn'],
  load: (visit) => Promise.resolve({ email: '', faults: {}, sent: visit.query.get('sent') === '1' }),
  title: ({ words: { accounts } }, { sent }) => (sent ? accounts.forgotten.sentTitle : accounts.forgotten.title),
  synthetic: () => false,
  view: ({ words: { accounts }, language, asked }, { email, faults, sent }) => {
    const { forgotten } = accounts
    const back = <a href={pathTo(language, 'signIn', asked)}>{forgotten.back}</a>
    if (sent)
      return (
        <>
          <h1>{forgotten.sentTitle}</h1>
          <p class="lead">{forgotten.sent}</p>
          <p>{back}</p>
        </>
      )
    return (
      <>
        <h1>{forgotten.title}</h1>
        <p class="context">{forgotten.context}</p>
        <FaultSummary title={accounts.faultsTitle} faults={faults} />
        <form method="post" action={paths.passwordForgotten[language]} class="account-form" novalidate>
          <Field
            name="email"
            label={accounts.email}
            type="email"
            value={email}
            autocomplete="username"
            fault={faults['email']}
            maxlength={254}
          />
          <p class="actions">
            <button type="submit">{forgotten.submit}</button>
            {back}
          </p>
        </form>
      </>
    )
  },
}
