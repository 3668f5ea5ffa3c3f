import type { Visit } from '../page.ts'
import { passwordForgottenPage } from '../pages/passwordForgotten.tsx'
import { passwordNewPage } from '../pages/passwordNew.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { filled, paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { accountRequest } from './accountRequest.ts'
import { faultsOf, faultText, passwordFields } from './faults.ts'

async function ask(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { language, words, desks } = visit
  const email = (await readForm(c)).get('email')?.trim() ?? ''
  if (!/^\S+@\S+$/.test(email)) {
    const faults = { email: faultText(visit, 'email.missing') }
    return routing.show(c, visit, passwordForgottenPage, { email, faults, sent: false })
  }
  const request = accountRequest(c)
  const { subject, text } = words.accounts.messages.reset
  await desks.accounts.requestReset(request, email, ({ token }) => {
    const link = desks.accounts.linkOrigin(request.origin) + filled(paths.passwordNew[language], { token })
    return { subject, text: text(link), language }
  })
  return c.redirect(`${paths.passwordForgotten[language]}?sent=1`, 303)
}

async function show(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const token = visit.parts['token'] ?? ''
  await visit.desks.accounts.checkReset(accountRequest(c), token)
  return routing.show(c, visit, passwordNewPage, { token, faults: {} }, 200)
}

async function change(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const token = visit.parts['token'] ?? ''
  const password = (await readForm(c)).get('password') ?? ''
  const faults: Faults | null = await faultsOf(visit, passwordFields('password'), () =>
    visit.desks.accounts.resetPassword(accountRequest(c), token, password),
  )
  if (faults) return routing.show(c, visit, passwordNewPage, { token, faults })
  return c.redirect(`${paths.signIn[visit.language]}?reset=done`, 303)
}

/** A forgotten password: asking for a link, and choosing a new one behind it. */
export function addResetRoutes(routing: Routing): void {
  routing.page(passwordForgottenPage)
  routing.on('POST', paths.passwordForgotten, 'account.signIn', (c, visit) => ask(routing, c, visit))
  routing.on('GET', paths.passwordNew, 'account.signIn', (c, visit) => show(routing, c, visit))
  routing.on('POST', paths.passwordNew, 'account.signIn', (c, visit) => change(routing, c, visit))
}
