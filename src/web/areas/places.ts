import type { MergeChoice, MergePlaces } from '#app/places/mergePlaces.ts'
import { typedText } from '#app/places/typedPlace.ts'
import { placeFieldCodes } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { placeActions } from '../addresses/places.ts'
import type { Visit } from '../page.ts'
import { placeDuplicatesPage } from '../pages/placeDuplicates.tsx'
import { placeEditPage } from '../pages/placeEdit.tsx'
import { placeHistoryPage } from '../pages/placeHistory.tsx'
import { placeListPage } from '../pages/placeList.tsx'
import { placeMergePage } from '../pages/placeMerge.tsx'
import { placeNewPage } from '../pages/placeNew.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo, type PageKey } from '../paths.ts'
import { typedForm } from '../places/fieldInputs.tsx'
import type { Routing, WebContext } from '../routing.ts'

function back(c: WebContext, { language, asked }: Visit, key: PageKey, code: string, done: string | null): Response {
  return c.redirect(pathTo(language, key, asked, { parts: { code }, more: { done } }), 303)
}

const largestVersion = 2 ** 31 - 1

/** The version a form was opened at. What is no version is 0, which no place ever has: refused with `version.changed` like any other old one. */
function versionOf(form: URLSearchParams, name = 'version'): number {
  const text = form.get(name) ?? ''
  const version = /^\d{1,10}$/.test(text) ? Number(text) : 0
  return version <= largestVersion ? version : 0
}

async function save(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, parts } = visit
  const form = await readForm(c)
  const typed = typedForm(form)
  const [code, version] = [parts['code'] ?? '', versionOf(form)]
  const note = typedText(typed, 'note').slice(0, 500) || null
  try {
    const saved = await desks.places.save(viewer, { code, version, typed, checked: form.get('checked') === 'yes', note })
    if (!('version' in saved)) {
      const view = await desks.places.edit(viewer, code, language, { typed, version, issues: saved.issues })
      return await routing.show(c, visit, placeEditPage, { form: view })
    }
    const changed = saved.changed.length > 0 || form.get('checked') === 'yes'
    return back(c, visit, 'placeEdit', code, changed ? 'saved' : 'nothing')
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'version.changed')) throw error
    const conflict = await desks.places.conflict(viewer, { code, version, typed })
    return routing.show(c, visit, placeEditPage, { conflict }, 409)
  }
}

async function create(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const typed = typedForm(await readForm(c))
  const { code, issues } = await visit.desks.places.create(visit.viewer, typed)
  if (code === null) return routing.show(c, visit, placeNewPage, { typed, issues })
  return back(c, visit, 'placeEdit', code, 'saved')
}

function mergeAsked(form: URLSearchParams): MergePlaces {
  const choice = (field: string): MergeChoice | undefined => {
    const value = form.get(`choose.${field}`)
    return value === 'first' || value === 'second' || value === 'both' ? value : undefined
  }
  const choose = placeFieldCodes.flatMap((field) => {
    const chosen = choice(field)
    return chosen === undefined ? [] : [[field, chosen] as const]
  })
  return {
    first: { code: form.get('first') ?? '', version: versionOf(form, 'first.version') },
    second: { code: form.get('second') ?? '', version: versionOf(form, 'second.version') },
    survivor: form.get('survivor') === 'second' ? 'second' : 'first',
    choose: Object.fromEntries(choose),
  }
}

/** Lists, forms and histories of places, and what is done with them. */
export function addPlaceRoutes(routing: Routing): void {
  routing.page(placeListPage)
  routing.page(placeNewPage)
  routing.page(placeDuplicatesPage)
  routing.page(placeMergePage)
  routing.page(placeEditPage)
  routing.page(placeHistoryPage)
  routing.on('POST', paths.placeEdit, 'places.edit', (c, visit) => save(routing, c, visit))
  routing.on('POST', paths.placeNew, 'places.create', (c, visit) => create(routing, c, visit))
  routing.on('POST', paths.placeMerge, 'places.merge', async (c, visit) => {
    const survivor = await visit.desks.places.merge(visit.viewer, mergeAsked(await readForm(c)))
    return back(c, visit, 'placeHistory', survivor, null)
  })
  routing.on('POST', placeActions.close, 'places.close', async (c, visit) => {
    const form = await readForm(c)
    const code = visit.parts['code'] ?? ''
    const note = (form.get('note') ?? '').trim().slice(0, 500) || null
    await visit.desks.places.close(visit.viewer, { code, version: versionOf(form), on: form.get('on') ?? '', note })
    return back(c, visit, 'placeEdit', code, 'saved')
  })
  routing.on('POST', placeActions.reopen, 'places.close', async (c, visit) => {
    const code = visit.parts['code'] ?? ''
    await visit.desks.places.reopen(visit.viewer, { code, version: versionOf(await readForm(c)) })
    return back(c, visit, 'placeEdit', code, 'saved')
  })
  routing.on('POST', placeActions.restore, 'places.edit', async (c, visit) => {
    const form = await readForm(c)
    const code = visit.parts['code'] ?? ''
    const [change, field] = [form.get('change') ?? '', form.get('field') ?? '']
    await visit.desks.places.restore(visit.viewer, { code, version: versionOf(form), change, field })
    return back(c, visit, 'placeHistory', code, null)
  })
  routing.on('POST', placeActions.unmerge, 'places.merge', async (c, visit) => {
    const code = visit.parts['code'] ?? ''
    await visit.desks.places.unmerge(visit.viewer, { code, version: versionOf(await readForm(c)) })
    return back(c, visit, 'placeHistory', code, null)
  })
}
