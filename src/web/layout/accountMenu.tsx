import type { FC } from 'hono/jsx'
import { accountActions } from '../addresses/accounts.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { pathInLanguage } from './otherLanguage.ts'
import type { ShellContent } from './render.tsx'

/** Leads to signing in, and back to this page; or shows who is signed in, with the way out. Opens without script. */
export const AccountMenu: FC<{ visit: Visit; content: ShellContent }> = ({ visit, content }) => {
  const { viewer, words, language, asked } = visit
  const { menu } = words.accounts
  if (viewer.userId === null) {
    const back = content.current && content.key !== 'signIn' ? pathInLanguage(visit, content.key, language) : null
    return (
      <a class="account-link" href={pathTo(language, 'signIn', asked, { more: { return: back } })}>
        {menu.signIn}
      </a>
    )
  }
  return (
    <details class="account-menu">
      <summary aria-label={`${menu.label}, ${viewer.name}`}>
        <span>{viewer.name}</span>
      </summary>
      <div>
        <p>{viewer.email}</p>
        <p>
          <a href={pathTo(language, 'account', asked)}>{menu.account}</a>
        </p>
        <form method="post" action={accountActions.signOut[language]}>
          <button type="submit" class="quiet">
            {menu.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
