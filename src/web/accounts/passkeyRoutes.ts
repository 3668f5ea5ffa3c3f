import { DomainError } from '#kernel/result.ts'
import { accountActions, plainAccountPaths } from '../addresses/accounts.ts'
import { readJson } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { accountRequest, setCookies } from './accountRequest.ts'

/** Answers a script in JSON, also when it is refused. */
async function answer(c: WebContext, work: () => Promise<{ readonly body: object; readonly cookies: readonly string[] }>) {
  c.header('Cache-Control', 'no-store')
  try {
    const { body, cookies } = await work()
    setCookies(c, cookies)
    return c.json(body)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return c.json({ code: error.code }, error.code === 'rate.limited' ? 429 : 422)
  }
}

/** What the passkey script asks, in JSON; and taking a passkey away, by a plain form. */
export function addPasskeyRoutes(routing: Routing): void {
  const { passkeyOptions, passkeySignIn, passkeyNew, passkeyAdd } = plainAccountPaths
  routing.onPlain('POST', passkeyOptions, 'account.signIn', (c, { desks }) =>
    answer(c, () => desks.accounts.passkeyQuestion(accountRequest(c))),
  )
  routing.onPlain('POST', passkeySignIn, 'account.signIn', (c, { desks }) =>
    answer(c, async () => {
      const cookies = await desks.accounts.signInByPasskey(accountRequest(c), await readJson(c))
      return { body: {}, cookies }
    }),
  )
  routing.onPlain('POST', passkeyNew, 'account.own', (c, { desks, viewer }) =>
    answer(c, () => desks.accounts.newPasskeyQuestion(viewer, accountRequest(c))),
  )
  routing.onPlain('POST', passkeyAdd, 'account.own', (c, { desks, viewer }) =>
    answer(c, async () => {
      await desks.accounts.addPasskey(viewer, accountRequest(c), await readJson(c))
      return { body: {}, cookies: [] }
    }),
  )
  routing.on('POST', accountActions.removePasskey, 'account.own', async (c, { desks, viewer, parts, language }) => {
    await desks.accounts.removePasskey(viewer, accountRequest(c), parts['id'] ?? '')
    return c.redirect(`${paths.account[language]}?saved=passkey`, 303)
  })
}
