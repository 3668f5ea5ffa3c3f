import type { StepCode } from '#app/collection/collectionViews.ts'
import type { SurveyAsked } from '#app/collection/fieldSurvey.ts'
import type { SaveAsked } from '#app/collection/saveStep.ts'
import { collectionActions } from '../addresses/collection.ts'
import { forgetPass, hasAnswered, keepPass, markAnswered, passOf } from '../collection/answerCookies.ts'
import { requestAddress } from '../accounts/accountRequest.ts'
import type { Visit } from '../page.ts'
import { answerListPage } from '../pages/collectionList.tsx'
import { answerPausePage } from '../pages/collectionPause.tsx'
import { answerPreviewPage } from '../pages/collectionPreview.tsx'
import { answerStepPage } from '../pages/collectionStep.tsx'
import { answerThanksPage } from '../pages/collectionThanks.tsx'
import { answerWelcomePage, type WelcomeNotice } from '../pages/collectionWelcome.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo, type PageKey } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'

function surveyAsked({ parts, asked }: Visit): SurveyAsked {
  return { survey: parts['code'] ?? '', territory: asked.territory }
}

type More = Readonly<Record<string, string | null>>

/** To another page of the same survey. */
function goTo(
  c: WebContext,
  visit: Visit,
  key: PageKey,
  parts: Readonly<Record<string, string>> = {},
  more: More = {},
): Response {
  const code = visit.parts['code'] ?? ''
  return c.redirect(pathTo(visit.language, key, visit.asked, { parts: { code, ...parts }, more }), 303)
}

const goToStep = (c: WebContext, visit: Visit, step: StepCode): Response => goTo(c, visit, 'answerStep', { step })
const goBackIn = (c: WebContext, visit: Visit): Response => goTo(c, visit, 'answerWelcome', {}, { notice: 'gone' })

function noticeOf(query: URLSearchParams): WelcomeNotice | null {
  const notices = ['gone', 'forgotten'] as const
  return notices.find((notice) => notice === query.get('notice')) ?? null
}

async function welcome(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, query } = visit
  const view = await desks.collection.welcome(viewer, { ...surveyAsked(visit), pass: passOf(c) })
  const typed = (query.get('code') ?? '').slice(0, 40)
  const data = { view, typed, fault: null, notice: noticeOf(query), answered: hasAnswered(c) }
  return routing.show(c, visit, answerWelcomePage, data, 200)
}

async function begin(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer } = visit
  const sent = await readForm(c)
  const code = sent.get('code')
  const asked = surveyAsked(visit)
  // Another person of the household says so with a button of its own.
  const again = code === null && hasAnswered(c) && sent.get('again') !== '1'
  if (again) return goTo(c, visit, 'answerWelcome')
  const begun = await desks.collection.begin(viewer, { ...asked, code, address: requestAddress(c) })
  if (begun.pass !== null) {
    keepPass(c, visit, begun.pass)
    return goTo(c, visit, 'answerStep', { step: 'begin' })
  }
  const view = await desks.collection.welcome(viewer, { ...asked, pass: passOf(c) })
  const data = { view, typed: code ?? '', fault: begun.fault, notice: null, answered: hasAnswered(c) }
  return routing.show(c, visit, answerWelcomePage, data)
}

async function step(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, parts, query } = visit
  const shown = await desks.collection.step(viewer, { ...surveyAsked(visit), pass: passOf(c), step: parts['step'] ?? '' })
  if (shown.state === 'gone') return goBackIn(c, visit)
  if (shown.state === 'moved') return goToStep(c, visit, shown.to)
  const data = { view: shown.view, toCheck: query.get('way') === 'check', changed: false }
  return routing.show(c, visit, answerStepPage, data, 200)
}

const ways: readonly SaveAsked['way'][] = ['next', 'back', 'pause', 'check']

async function save(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, parts } = visit
  const sent = await readForm(c)
  const way = ways.find((each) => each === sent.get('way')) ?? 'next'
  const typed = Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]))
  const saved = await desks.collection.save(viewer, {
    ...surveyAsked(visit),
    pass: passOf(c),
    step: parts['step'] as StepCode,
    typed,
    version: Number(sent.get('version')) || 0,
    way,
  })
  if (saved.state === 'gone') return goBackIn(c, visit)
  if (saved.state === 'moved') return saved.to === 'pause' ? goTo(c, visit, 'answerPause') : goToStep(c, visit, saved.to)
  const data = { view: saved.view, toCheck: way === 'check', changed: false }
  return routing.show(c, visit, answerStepPage, data, saved.state === 'conflict' ? 409 : 422)
}

async function pause(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const view = await visit.desks.collection.pause(visit.viewer, { ...surveyAsked(visit), pass: passOf(c) })
  if (view === null) return goBackIn(c, visit)
  const { origin } = new URL(c.req.url)
  return routing.show(c, visit, answerPausePage, { view, origin: visit.desks.accounts.linkOrigin(origin) }, 200)
}

async function send(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language } = visit
  const version = Number((await readForm(c)).get('version')) || 0
  const sent = await desks.collection.send(viewer, { ...surveyAsked(visit), pass: passOf(c), version, language })
  if (sent.state === 'moved') return goToStep(c, visit, sent.to)
  if (sent.state === 'changed')
    return routing.show(c, visit, answerStepPage, { view: sent.view, toCheck: false, changed: true }, 409)
  forgetPass(c, visit)
  if (sent.state === 'gone') return goBackIn(c, visit)
  markAnswered(c, visit)
  return goTo(c, visit, 'answerThanks')
}

/** The public questionnaire: no account, no script; opening an address changes nothing. */
export function addCollectionRoutes(routing: Routing): void {
  routing.page(answerListPage)
  routing.page(answerThanksPage)
  routing.page(answerPreviewPage)
  routing.on('GET', paths.answerWelcome, 'surveys.answer', (c, visit) => welcome(routing, c, visit))
  routing.on('GET', paths.answerPause, 'surveys.answer', (c, visit) => pause(routing, c, visit))
  routing.on('GET', paths.answerStep, 'surveys.answer', (c, visit) => step(routing, c, visit))
  routing.on('POST', paths.answerStep, 'surveys.answer', (c, visit) => save(routing, c, visit))
  routing.on('POST', collectionActions.begin, 'surveys.answer', (c, visit) => begin(routing, c, visit))
  routing.on('POST', collectionActions.send, 'surveys.answer', (c, visit) => send(routing, c, visit))
  routing.on('POST', collectionActions.forget, 'surveys.answer', (c, visit) => {
    forgetPass(c, visit)
    return Promise.resolve(goTo(c, visit, 'answerWelcome', {}, { notice: 'forgotten' }))
  })
}
