import { safeReturn } from '#app/accounts/origins.ts'
import type { Page } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'

export interface SignInCodeData {
  readonly back: string | null
  readonly faults: Faults
}

/** The second step: a code of the authenticator. */
export const signInCodePage: Page<SignInCodeData> = {
  key: 'signInCode',
  live: true,
  above: ['signIn'],
  load: (visit) => Promise.resolve({ back: safeReturn(visit.query.get('return')), faults: {} }),
  title: (visit) => visit.words.accounts.code.title,
  synthetic: () => false,
  view: ({ words: { accounts }, language, asked }, data) => (
    <>
      <h1>{accounts.code.title}</h1>
      <p class="context">{accounts.code.context}</p>
      <FaultSummary title={accounts.faultsTitle} faults={data.faults} />
      <form method="post" action={paths.signInCode[language]} class="account-form" novalidate>
        {data.back !== null && <input type="hidden" name="return" value={data.back} />}
        <Field
          name="code"
          label={accounts.code.label}
          hint={accounts.code.hint}
          autocomplete="one-time-code"
          fault={data.faults['code']}
          maxlength={40}
        />
        <p class="actions">
          <button type="submit">{accounts.code.submit}</button>
          <a href={pathTo(language, 'signIn', asked)}>{accounts.code.again}</a>
        </p>
      </form>
    </>
  ),
}
