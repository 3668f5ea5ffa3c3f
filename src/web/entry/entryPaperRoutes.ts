import type { KeyAsked } from '#app/entry/keyForm.ts'
import { formNumber } from '#app/entry/paperDesk.ts'
import { DomainError } from '#kernel/result.ts'
import { entryActions } from '../addresses/entry.ts'
import type { Visit } from '../page.ts'
import { entryPaperKeyPage } from '../pages/entryPaperKey.tsx'
import { entryPaperListPage } from '../pages/entryPaperList.tsx'
import { entryPaperFormPage, entryPaperPrintPage } from '../pages/entryPaperPrint.tsx'
import { entryPaperSettlePage } from '../pages/entryPaperSettle.tsx'
import { readForm } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { entryPath, surveyAsked } from './entryHead.tsx'

/** Fields that the form itself brings, beside those of the paper. */
const own = new Set(['version', 'part', 'do'])

function typedFields(form: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...form].filter(([name]) => !own.has(name)))
}

function versionOf(form: URLSearchParams): number {
  const text = form.get('version') ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : -1
}

function isChanged(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'version.changed'
}

async function open(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, words } = visit
  const asked = surveyAsked(visit)
  const text = visit.query.get('number') ?? ''
  try {
    const { number, state } = await desks.entry.open(viewer, asked, text)
    const key = state === 'differs' ? 'paperSettle' : 'paperKey'
    return c.redirect(entryPath(visit, key, { number: String(number) }), 303)
  } catch (error) {
    const sentence = error instanceof DomainError && error.code.startsWith('paper.') ? words.refusalCodes[error.code] : undefined
    if (!(error instanceof DomainError) || !sentence) throw error
    const data = {
      ...(await desks.entry.forms(viewer, asked)),
      faults: { number: sentence(error.params) },
      typed: { number: text },
    }
    return routing.show(c, visit, entryPaperListPage, data)
  }
}

function toList(c: WebContext, visit: Visit, done: string, number: number): Response {
  return c.redirect(entryPath(visit, 'paperForms', {}, { done, number: String(number) }), 303)
}

/** Keeps a form, or shows it again: with faults, or as the second key where somebody else was quicker. */
async function keep(routing: Routing, c: WebContext, visit: Visit, key: KeyAsked): Promise<Response> {
  const { desks, viewer } = visit
  const asked = surveyAsked(visit)
  try {
    const kept = await desks.entry.keep(viewer, asked, key)
    if (!('kept' in kept)) return await routing.show(c, visit, entryPaperKeyPage, kept)
    if (kept.kept === 'differs') return c.redirect(entryPath(visit, 'paperSettle', { number: String(key.number) }), 303)
    return toList(c, visit, kept.kept, key.number)
  } catch (error) {
    if (!isChanged(error)) throw error
    const again = await desks.entry.key(viewer, asked, { ...key, version: null, check: false, overtaken: true })
    return routing.show(c, visit, entryPaperKeyPage, again, 409)
  }
}

async function takeKey(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, parts } = visit
  const form = await readForm(c)
  const number = formNumber(parts['number'] ?? '')
  const part = form.get('part') === '2' ? 2 : 1
  const key = { number, version: versionOf(form), part, typed: typedFields(form), check: false } as const
  const action = form.get('do')
  if (action === 'keep') return keep(routing, c, visit, key)
  const next = action === 'back' ? { ...key, part: 1 as const } : { ...key, part: 2 as const, check: part === 1 }
  const view = await desks.entry.key(viewer, surveyAsked(visit), next)
  return routing.show(c, visit, entryPaperKeyPage, view, view.issues.length > 0 ? 422 : 200)
}

async function takeSettled(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, parts } = visit
  const form = await readForm(c)
  const number = formNumber(parts['number'] ?? '')
  const settled = await desks.entry.keepSettled(viewer, surveyAsked(visit), {
    number,
    version: versionOf(form),
    typed: typedFields(form),
  })
  if ('kept' in settled) return toList(c, visit, 'settled', number)
  return routing.show(c, visit, entryPaperSettlePage, settled, settled.issues.length > 0 ? 422 : 200)
}

/** Pages and actions about forms on paper. */
export function addPaperRoutes(routing: Routing): void {
  routing.page(entryPaperListPage)
  routing.on('GET', entryActions.paperOpen, 'surveys.enter', (c, visit) => open(routing, c, visit))
  routing.page(entryPaperPrintPage)
  routing.page(entryPaperFormPage)
  routing.page(entryPaperKeyPage)
  routing.page(entryPaperSettlePage)
  routing.on('POST', paths.paperKey, 'surveys.enter', (c, visit) => takeKey(routing, c, visit))
  routing.on('POST', paths.paperSettle, 'surveys.enter', (c, visit) => takeSettled(routing, c, visit))
}
