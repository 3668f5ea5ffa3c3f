import type { WordIssue } from '#app/factsheets/moderateWords.ts'
import { DomainError } from '#kernel/result.ts'
import { factsheetsActions } from '../addresses/factsheets.ts'
import { spellings } from '../factsheets/wording.ts'
import type { Visit } from '../page.ts'
import { codingPage, type CodingData } from '../pages/coding.tsx'
import { codingsPage } from '../pages/codings.tsx'
import { factsheetBookPage, factsheetPage } from '../pages/factsheet.tsx'
import { factsheetRereadPage } from '../pages/factsheetReread.tsx'
import { factsheetsPage } from '../pages/factsheets.tsx'
import { factsheetTextPage } from '../pages/factsheetText.tsx'
import { wordQueuePage } from '../pages/wordQueue.tsx'
import { wordReviewPage, type WordReviewData } from '../pages/wordReview.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof DomainError && error.code === code
}

/** A whole number that a form sent; 0 for what is none. */
function whole(form: URLSearchParams, name: string): number {
  const value = Number(form.get(name) ?? '')
  return Number.isSafeInteger(value) ? value : 0
}

function languageOf(form: URLSearchParams, visit: Visit): 'fr' | 'en' {
  const sent = form.get('language')
  return sent === 'fr' || sent === 'en' ? sent : visit.language
}

async function saveText(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, asked, parts, words } = visit
  const form = await readForm(c)
  const typed = form.get('text') ?? ''
  const ask = { ...asked, item: parts['item'] ?? '', language: languageOf(form, visit) }
  const again = async (faults: Faults, changed: boolean): Promise<Response> => {
    const view = await desks.factsheets.noteForm(viewer, ask)
    return routing.show(c, visit, factsheetTextPage, { view, faults, typed, changed }, changed ? 409 : 422)
  }
  try {
    const { unknown, tooLong } = await desks.factsheets.writeNote(
      viewer,
      { ...ask, text: typed, version: whole(form, 'version') },
      spellings,
    )
    const { note } = words.factsheets
    if (tooLong) return await again({ text: note.tooLong }, false)
    if (unknown.length > 0) return await again({ text: note.unknown(visit.format.list([...new Set(unknown)])) }, false)
  } catch (error) {
    if (!isRefusal(error, 'factsheet.changed')) throw error
    return again({}, true)
  }
  const done = typed.trim() === '' ? 'cleared' : 'saved'
  return c.redirect(pathTo(language, 'factsheet', asked, { parts: { item: ask.item }, more: { done } }), 303)
}

async function confirmText(c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, asked, parts } = visit
  const form = await readForm(c)
  const ask = { ...asked, item: parts['item'] ?? '', language: languageOf(form, visit) }
  await desks.factsheets.confirmNote(viewer, { ...ask, version: whole(form, 'version') })
  return c.redirect(pathTo(language, 'factsheet', asked, { parts: { item: ask.item }, more: { done: 'confirmed' } }), 303)
}

function wordFaults({ words, format }: Visit, issues: readonly WordIssue[]): Faults {
  const said = words.factsheets.word.issues
  return Object.fromEntries(
    issues.map((issue) => {
      const parts = issue.code === 'words.identifying' ? format.list(issue.parts.map(({ text }) => text)) : ''
      return [issue.field, `${said[issue.code]} ${parts}`.trim()]
    }),
  )
}

async function decideWord(routing: Routing, c: WebContext, visit: Visit, kind: 'published' | 'refused'): Promise<Response> {
  const { desks, viewer, language, asked, parts } = visit
  const form = await readForm(c)
  const text = (name: string): string => form.get(name) ?? ''
  const ask = { territory: asked.territory, id: parts['id'] ?? '', version: whole(form, 'version') }
  const typed = kind === 'published' ? { shown: text('shown'), item: text('item') } : { reason: text('reason') }
  const again = async (data: Pick<WordReviewData, 'faults' | 'mustCheck' | 'changed'>): Promise<Response> => {
    const view = await desks.factsheets.word(viewer, ask)
    return routing.show(c, visit, wordReviewPage, { view, typed, ...data }, data.changed ? 409 : 422)
  }
  try {
    const { issues, next } =
      kind === 'published'
        ? await desks.factsheets.publishWord(viewer, {
            ...ask,
            shown: text('shown'),
            item: text('item'),
            checked: form.get('checked') === 'yes',
          })
        : await desks.factsheets.refuseWord(viewer, { ...ask, reason: text('reason') })
    if (issues.length > 0) {
      const mustCheck = form.get('checked') === 'yes' || issues.some(({ code }) => code === 'words.identifying')
      return await again({ faults: wordFaults(visit, issues), mustCheck, changed: false })
    }
    const more = { done: kind }
    const to =
      next === null
        ? pathTo(language, 'wordQueue', asked, { more })
        : pathTo(language, 'wordReview', asked, { parts: { id: next }, more })
    return c.redirect(to, 303)
  } catch (error) {
    if (!isRefusal(error, 'word.changed')) throw error
    return again({ faults: {}, mustCheck: false, changed: true })
  }
}

async function saveCode(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, asked, parts, words, format } = visit
  const form = await readForm(c)
  const survey = parts['survey'] ?? ''
  const ask = { territory: asked.territory, survey, respondent: Number(parts['respondent']), number: Number(parts['number']) }
  const typed = { typed: form.get('typed') ?? '', items: form.getAll('item') }
  const again = async (data: Pick<CodingData, 'faults' | 'typed' | 'changed'>): Promise<Response> => {
    const view = await desks.factsheets.coding(viewer, ask)
    return routing.show(c, visit, codingPage, { view, ...data }, data.changed ? 409 : 422)
  }
  try {
    const { unknown, next } = await desks.factsheets.code(viewer, { ...ask, ...typed, version: whole(form, 'version') })
    if (unknown.length > 0) {
      const faults = { typed: words.factsheets.coding.unknown(format.list(unknown)) }
      return await again({ faults, typed, changed: false })
    }
    const more = { done: 'coded' }
    const to =
      next === null
        ? pathTo(language, 'codings', asked, { more: { ...more, survey } })
        : pathTo(language, 'coding', asked, {
            parts: { survey, respondent: String(next.respondent), number: String(next.number) },
            more,
          })
    return c.redirect(to, 303)
  } catch (error) {
    if (!isRefusal(error, 'coding.changed')) throw error
    return again({ faults: {}, typed: null, changed: true })
  }
}

/** Factsheets, their texts, people's words and the coding of citations. */
export function addFactsheetsRoutes(routing: Routing): void {
  routing.page(factsheetsPage)
  routing.page(factsheetBookPage)
  routing.page(factsheetRereadPage)
  routing.page(factsheetTextPage)
  routing.page(factsheetPage)
  routing.page(wordQueuePage)
  routing.page(wordReviewPage)
  routing.page(codingsPage)
  routing.page(codingPage)
  routing.on('POST', paths.factsheetText, 'factsheets.write', (c, visit) => saveText(routing, c, visit))
  routing.on('POST', factsheetsActions.confirm, 'factsheets.write', confirmText)
  routing.on('POST', factsheetsActions.publish, 'words.moderate', (c, visit) => decideWord(routing, c, visit, 'published'))
  routing.on('POST', factsheetsActions.refuse, 'words.moderate', (c, visit) => decideWord(routing, c, visit, 'refused'))
  routing.on('POST', paths.coding, 'citations.code', (c, visit) => saveCode(routing, c, visit))
}
