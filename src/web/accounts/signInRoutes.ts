import { safeReturn } from '#app/accounts/origins.ts'
import { accountActions, plainAccountPaths } from '../addresses/accounts.ts'
import type { Visit } from '../page.ts'
import { signInCodePage } from '../pages/signInCode.tsx'
import { signInData, signInPage } from '../pages/signIn.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { accountRequest, setCookies } from './accountRequest.ts'
import { faultsOf, faultText } from './faults.ts'
import { leave } from './leave.tsx'

function missing(visit: Visit, form: URLSearchParams): Faults {
  const email = form.get('email') ?? ''
  return {
    ...(!/^\S+@\S+$/.test(email.trim()) && { email: faultText(visit, 'email.missing') }),
    ...(!form.get('password') && { password: faultText(visit, 'password.missing') }),
  }
}

function withReturn(path: string, back: string | null): string {
  return back === null ? path : `${path}?${new URLSearchParams({ return: back }).toString()}`
}

async function signIn(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const form = await readForm(c)
  const email = form.get('email')?.trim() ?? ''
  const back = safeReturn(form.get('return'))
  const again = (faults: Faults) => routing.show(c, visit, signInPage, { ...signInData(visit), email, back, faults })
  const first = missing(visit, form)
  if (Object.keys(first).length > 0) return again(first)
  let next = ''
  const faults = await faultsOf(visit, { 'signIn.refused': 'password' }, async () => {
    const step = await visit.desks.accounts.signIn(accountRequest(c), { email, password: form.get('password') ?? '' })
    setCookies(c, step.cookies)
    next = step.next === 'code' ? withReturn(paths.signInCode[visit.language], back) : (back ?? paths.account[visit.language])
  })
  return faults ? again(faults) : c.redirect(next, 303)
}

async function signInCode(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const form = await readForm(c)
  const back = safeReturn(form.get('return'))
  const code = form.get('code')?.trim() ?? ''
  const again = (faults: Faults) => routing.show(c, visit, signInCodePage, { back, faults })
  if (code === '') return again({ code: faultText(visit, 'code.missing') })
  const faults = await faultsOf(visit, { 'code.refused': 'code' }, async () => {
    setCookies(c, (await visit.desks.accounts.signInByCode(accountRequest(c), code)).cookies)
  })
  return faults ? again(faults) : c.redirect(back ?? paths.account[visit.language], 303)
}

async function signOut(c: WebContext, visit: Visit): Promise<Response> {
  const home = paths.home[visit.language]
  const { cookies, provider } = await visit.desks.accounts.signOut(accountRequest(c), home)
  setCookies(c, cookies)
  const { accounts } = visit.words
  const name = visit.desks.accounts.providerName ?? ''
  return provider === null ? c.redirect(home, 303) : leave(c, visit, provider, accounts.signIn.leavingOut(name), name)
}

async function startProvider(c: WebContext, visit: Visit): Promise<Response> {
  const back = safeReturn((await readForm(c)).get('return')) ?? paths.account[visit.language]
  const { accounts } = visit.desks
  const name = accounts.providerName ?? ''
  const { address, cookies } = await accounts.startProvider(accountRequest(c), back)
  setCookies(c, cookies)
  return leave(c, visit, address, visit.words.accounts.signIn.leaving(name), name)
}

async function finishProvider(c: WebContext, { desks }: Visit): Promise<Response> {
  const { next, cookies } = await desks.accounts.finishProvider(accountRequest(c), c.req.url)
  setCookies(c, cookies)
  return c.redirect(next, 303)
}

/** Signing in, its second step, and signing out. */
export function addSignInRoutes(routing: Routing): void {
  routing.page(signInPage)
  routing.page(signInCodePage)
  routing.on('POST', paths.signIn, 'account.signIn', (c, visit) => signIn(routing, c, visit))
  routing.on('POST', paths.signInCode, 'account.signIn', (c, visit) => signInCode(routing, c, visit))
  routing.on('POST', accountActions.signOut, 'account.own', signOut)
  routing.on('POST', accountActions.provider, 'account.signIn', startProvider)
  routing.onPlain('GET', plainAccountPaths.providerBack, 'account.signIn', finishProvider)
}
