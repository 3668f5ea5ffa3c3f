import { hash } from 'node:crypto'
import { contributionKindCodes } from '#app/contributions/contributionDesk.ts'
import { DomainError } from '#kernel/result.ts'
import { contributionActions, photoPath } from '../addresses/contributions.ts'
import { notice } from '../contributions/notice.ts'
import { readUpload } from '../contributions/upload.ts'
import type { Visit } from '../page.ts'
import { contributionNewPage } from '../pages/contributionNew.tsx'
import { contributionQueuePage } from '../pages/contributionQueue.tsx'
import { contributionReviewPage } from '../pages/contributionReview.tsx'
import { contributionsPage } from '../pages/contributions.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'

async function send(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, asked, query } = visit
  const place = query.get('place')?.trim() || null
  const chosen = contributionKindCodes.find((code) => code === query.get('kind'))
  const kind = place === null ? 'missingPlace' : chosen === 'missingPlace' ? undefined : chosen
  if (kind === undefined) return c.redirect(pathTo(language, 'contributionNew', asked, { more: { place } }), 303)
  const { typed, photo } = await readUpload(c)
  const { issues } = await desks.contributions.send(viewer, { kind, place, typed, photo })
  if (issues.length === 0) return c.redirect(pathTo(language, 'contributions', asked, { more: { done: 'sent' } }), 303)
  const view = await desks.contributions.form(viewer, { kind, place, language }, { typed, issues })
  return routing.show(c, visit, contributionNewPage, view)
}

async function reviewAgain(
  routing: Routing,
  c: WebContext,
  visit: Visit,
  again: { readonly faults: Faults; readonly reason: string; readonly changed: boolean },
): Promise<Response> {
  const view = await visit.desks.contributions.review(visit.viewer, visit.parts['id'] ?? '')
  return routing.show(c, visit, contributionReviewPage, { view, ...again }, again.changed ? 409 : 422)
}

function refusedWith(error: unknown, code: string): boolean {
  return error instanceof DomainError && error.code === code
}

async function accept(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, asked, parts, words } = visit
  const form = await readForm(c)
  const version = form.get('version') ? Number(form.get('version')) : null
  try {
    await desks.contributions.accept(viewer, { id: parts['id'] ?? '', version, fields: form.getAll('field') }, notice)
  } catch (error) {
    if (refusedWith(error, 'version.changed')) return reviewAgain(routing, c, visit, { faults: {}, reason: '', changed: true })
    if (!refusedWith(error, 'review.noField')) throw error
    const faults = { '': words.refusalCodes['review.noField']?.({}) ?? '' }
    return reviewAgain(routing, c, visit, { faults, reason: '', changed: false })
  }
  return c.redirect(pathTo(language, 'contributionQueue', asked, { more: { done: 'accepted' } }), 303)
}

async function refuse(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, asked, parts, words } = visit
  const reason = (await readForm(c)).get('reason') ?? ''
  try {
    await desks.contributions.refuse(viewer, { id: parts['id'] ?? '', reason }, notice)
  } catch (error) {
    if (!refusedWith(error, 'reason.missing')) throw error
    const faults = { reason: words.refusalCodes['reason.missing']?.({}) ?? '' }
    return reviewAgain(routing, c, visit, { faults, reason, changed: false })
  }
  return c.redirect(pathTo(language, 'contributionQueue', asked, { more: { done: 'refused' } }), 303)
}

/** A photo as a picture and nothing else: its kind is not guessed again by the browser. One that waits for its review is kept nowhere. */
async function sendPhoto(c: WebContext, { desks, viewer, parts }: Visit): Promise<Response> {
  const { type, content, accepted } = await desks.contributions.photo(viewer, parts['id'] ?? '')
  const tag = `"${hash('sha1', content, 'base64url')}"`
  c.header('Cache-Control', accepted ? 'public, max-age=86400' : 'private, no-store')
  c.header('Content-Disposition', 'inline')
  if (accepted) {
    c.header('ETag', tag)
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/)
        .includes(tag)
    )
      return c.body(null, 304)
  }
  return c.body(new Uint8Array(content), 200, { 'Content-Type': type })
}

/** Reports, their review, and photos. */
export function addContributionRoutes(routing: Routing): void {
  routing.page(contributionsPage)
  routing.page(contributionNewPage)
  routing.page(contributionQueuePage)
  routing.page(contributionReviewPage)
  routing.on('POST', paths.contributionNew, 'contributions.send', (c, visit) => send(routing, c, visit))
  routing.on('POST', contributionActions.accept, 'contributions.review', (c, visit) => accept(routing, c, visit))
  routing.on('POST', contributionActions.refuse, 'contributions.review', (c, visit) => refuse(routing, c, visit))
  routing.on('POST', contributionActions.withdraw, 'contributions.send', async (c, visit) => {
    await visit.desks.contributions.withdraw(visit.viewer, visit.parts['id'] ?? '')
    return c.redirect(pathTo(visit.language, 'contributions', visit.asked), 303)
  })
  routing.onPlain('GET', photoPath, 'places.search', (c, visit) => sendPhoto(c, visit))
}
