import { csvField } from '#app/exportMatrix.ts'
import { saved } from '../administration/form.tsx'
import { regroupingActions } from '../addresses/regrouping.ts'
import type { Visit } from '../page.ts'
import { commonGroupsPage } from '../pages/commonGroups.tsx'
import { commonGroupsMakePage } from '../pages/commonGroupsMake.tsx'
import { mergeGroupsPage } from '../pages/mergeGroups.tsx'
import { regroupingsPage } from '../pages/mergeList.tsx'
import { askedFrom, refreshCrosswalkPage } from '../pages/refreshCrosswalk.tsx'
import { refreshGroupsPage } from '../pages/refreshGroups.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import { askedClassification, readNames, readRefresh, readSave } from '../regrouping/typedForms.ts'
import { readMatch } from '../regrouping/typedMatch.ts'
import type { Routing } from '../routing.ts'

function addMerging(routing: Routing): void {
  routing.on('POST', paths.groupMerge, 'segments.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const typed = readSave(await readForm(c))
    const of = askedClassification(visit)
    const kept = await desks.regrouping.saveMerge(viewer, of, typed)
    if ('number' in kept) return c.redirect(pathTo(language, 'regroupings', asked, { more: { done: 'merged' } }), 303)
    const view = await desks.regrouping.merge(viewer, of, typed, kept.issues)
    return routing.show(c, visit, mergeGroupsPage, { view, typed })
  })
}

function addRefreshing(routing: Routing): void {
  routing.on('POST', paths.groupRefresh, 'segments.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const form = await readForm(c)
    const typed = { ...(readRefresh(form) ?? { dataset: '', mode: '' }), name: readNames(form) }
    const of = askedClassification(visit)
    const kept = await desks.regrouping.saveRefresh(viewer, of, typed)
    if ('number' in kept) return c.redirect(pathTo(language, 'regroupings', asked, { more: { done: 'refreshed' } }), 303)
    const view = await desks.regrouping.refresh(viewer, of, typed, kept.issues)
    return routing.show(c, visit, refreshGroupsPage, { view, name: typed.name })
  })
}

/** From the groups of one version to those of another, a line for each pair that shares areas. */
async function crosswalkFile(visit: Visit): Promise<string> {
  const view = await visit.desks.regrouping.crosswalk(visit.viewer, askedClassification(visit), askedFrom(visit))
  const { groupsBefore, groupsAfter, crosswalk } = view
  const lines = crosswalk.rows.map(({ from, to, areas, people, ofFrom, ofTo }) => {
    const [before, after] = [groupsBefore[from], groupsAfter[to]]
    const names = [before?.letter, before?.name[visit.language], after?.letter, after?.name[visit.language]]
    return [...names.map((name) => name ?? ''), areas, people, ofFrom, ofTo].map(csvField).join(',')
  })
  const head = visit.words.regrouping.crosswalk.columns.map(csvField).join(',')
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`
}

/** Pages and actions of this area. */
export function addRegroupingRoutes(routing: Routing): void {
  routing.page(regroupingsPage)
  routing.page(commonGroupsMakePage)
  routing.page(mergeGroupsPage)
  routing.page(refreshGroupsPage)
  routing.page(refreshCrosswalkPage)
  routing.page(commonGroupsPage)
  addMerging(routing)
  addRefreshing(routing)
  routing.on('GET', regroupingActions.crosswalkFile, 'segments.read', async (c, visit) => {
    const text = await crosswalkFile(visit)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${visit.language === 'fr' ? 'passage' : 'crosswalk'}.csv"`)
    c.header('cache-control', 'private, no-store')
    return c.body(text)
  })
  routing.on('POST', regroupingActions.publishCommon, 'segments.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const form = await readForm(c)
    const typed = readMatch(form)
    if (typed && (await desks.regrouping.publishCommon(viewer, typed)))
      return c.redirect(saved(pathTo(language, 'commonGroups', asked)), 303)
    const view = await desks.regrouping.commonEditor(viewer, typed, null)
    return routing.show(c, visit, commonGroupsMakePage, view)
  })
}
