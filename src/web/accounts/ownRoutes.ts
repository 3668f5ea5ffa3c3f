import { accountActions } from '../addresses/accounts.ts'
import type { Visit } from '../page.ts'
import { accountPage, noticeOf } from '../pages/account.tsx'
import { twoFactorPage } from '../pages/twoFactor.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { accountRequest, setCookies } from './accountRequest.ts'
import { faultsOf, faultText, passwordFields } from './faults.ts'

type Saved = keyof Visit['words']['accounts']['account']['saved']

async function show(routing: Routing, c: WebContext, visit: Visit, faults: Faults = {}, name?: string): Promise<Response> {
  const own = await visit.desks.accounts.own(visit.viewer, accountRequest(c))
  const failed = Object.keys(faults).length > 0
  const data = { own, name: name ?? own.name, faults, notice: failed ? null : noticeOf(visit) }
  return routing.show(c, visit, accountPage, data, failed ? 422 : 200)
}

function saved(c: WebContext, visit: Visit, what: Saved): Response {
  return c.redirect(`${paths.account[visit.language]}?saved=${what}`, 303)
}

async function rename(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const name = (await readForm(c)).get('name') ?? ''
  const fields = { 'name.missing': 'name', 'name.tooLong': 'name' }
  const faults = await faultsOf(visit, fields, () => visit.desks.accounts.rename(visit.viewer, name))
  return faults ? show(routing, c, visit, faults, name) : saved(c, visit, 'name')
}

async function changePassword(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const form = await readForm(c)
  const given = { current: form.get('current') ?? '', next: form.get('next') ?? '' }
  if (given.current === '') return show(routing, c, visit, { current: faultText(visit, 'password.missing') })
  const fields = { ...passwordFields('next'), 'password.wrong': 'current' }
  const faults = await faultsOf(visit, fields, async () => {
    setCookies(c, await visit.desks.accounts.changePassword(visit.viewer, accountRequest(c), given))
  })
  return faults ? show(routing, c, visit, faults) : saved(c, visit, 'password')
}

async function startTwoFactor(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const password = (await readForm(c)).get('password') ?? ''
  const again = (faults: Faults) => routing.show(c, visit, twoFactorPage, { step: 'password', setUp: null, faults })
  if (password === '') return again({ password: faultText(visit, 'password.missing') })
  const made: { response?: Response | Promise<Response> } = {}
  const faults = await faultsOf(visit, { 'password.wrong': 'password' }, async () => {
    const setUp = await visit.desks.accounts.startTwoFactor(visit.viewer, accountRequest(c), password)
    made.response = routing.show(c, visit, twoFactorPage, { step: 'code', setUp, faults: {} }, 200)
  })
  return made.response ?? again(faults ?? {})
}

async function confirmTwoFactor(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const code = (await readForm(c)).get('code')?.trim() ?? ''
  const again = (faults: Faults) => routing.show(c, visit, twoFactorPage, { step: 'code', setUp: null, faults })
  if (code === '') return again({ code: faultText(visit, 'code.missing') })
  const faults = await faultsOf(visit, { 'code.refused': 'code' }, async () => {
    setCookies(c, await visit.desks.accounts.confirmTwoFactor(visit.viewer, accountRequest(c), code))
  })
  return faults ? again(faults) : saved(c, visit, 'twoFactor')
}

async function stopTwoFactor(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const password = (await readForm(c)).get('confirm') ?? ''
  if (password === '') return show(routing, c, visit, { confirm: faultText(visit, 'password.missing') })
  const faults = await faultsOf(visit, { 'password.wrong': 'confirm' }, async () => {
    setCookies(c, await visit.desks.accounts.stopTwoFactor(visit.viewer, accountRequest(c), password))
  })
  return faults ? show(routing, c, visit, faults) : saved(c, visit, 'twoFactorOff')
}

/** One's own account and its second step. */
export function addOwnRoutes(routing: Routing): void {
  const { rename: renaming, password, endSession, endOthers } = accountActions
  routing.on('GET', paths.account, 'account.own', (c, visit) => show(routing, c, visit))
  routing.on('POST', renaming, 'account.own', (c, visit) => rename(routing, c, visit))
  routing.on('POST', password, 'account.own', (c, visit) => changePassword(routing, c, visit))
  routing.on('POST', endOthers, 'account.own', async (c, visit) => {
    await visit.desks.accounts.endOtherSessions(visit.viewer, accountRequest(c))
    return saved(c, visit, 'session')
  })
  routing.on('POST', endSession, 'account.own', async (c, visit) => {
    await visit.desks.accounts.endSession(visit.viewer, visit.parts['id'] ?? '')
    return saved(c, visit, 'session')
  })
  routing.page(twoFactorPage)
  routing.on('POST', paths.twoFactor, 'account.own', (c, visit) => startTwoFactor(routing, c, visit))
  routing.on('POST', accountActions.confirmTwoFactor, 'account.own', (c, visit) => confirmTwoFactor(routing, c, visit))
  routing.on('POST', accountActions.stopTwoFactor, 'account.own', (c, visit) => stopTwoFactor(routing, c, visit))
}
