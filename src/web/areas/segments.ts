import { segmentsActions } from '../addresses/segments.ts'
import { saved } from '../administration/form.tsx'
import { classificationBuildPage } from '../pages/segmentBuild.tsx'
import { classificationPage } from '../pages/segmentGroups.tsx'
import { classificationsPage } from '../pages/segmentList.tsx'
import { classificationNamesPage } from '../pages/segmentNames.tsx'
import { classificationRecordPage } from '../pages/segmentRecord.tsx'
import { classificationNewPage } from '../pages/segmentVariables.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import { askedClassification } from '../regrouping/typedForms.ts'
import type { Routing } from '../routing.ts'
import { readChoice, readNames, readWish } from '../segments/typedForms.ts'

function addBuilding(routing: Routing): void {
  routing.on('POST', paths.classificationNew, 'segments.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const typed = readChoice(await readForm(c))
    const begun = await desks.segments.begin(viewer, typed)
    if ('id' in begun) return c.redirect(pathTo(language, 'classificationBuild', asked, { parts: { id: begun.id } }), 303)
    const { build, dataset, root } = typed
    const view = await desks.segments.variables(viewer, { build, dataset, root }, typed, begun.issues)
    return routing.show(c, visit, classificationNewPage, view)
  })
  routing.on('POST', paths.classificationBuild, 'segments.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const id = visit.parts['id'] ?? ''
    const typed = readWish(await readForm(c))
    const issues = await desks.segments.ask(viewer, id, typed)
    if (Object.keys(issues).length === 0)
      return c.redirect(pathTo(language, 'classificationBuild', asked, { parts: { id } }), 303)
    return routing.show(c, visit, classificationBuildPage, await desks.segments.build(viewer, id, typed, issues))
  })
  for (const [action, after] of [
    ['measure', 'classificationBuild'],
    ['cancel', 'classificationBuild'],
    ['remove', 'classifications'],
  ] as const)
    routing.on('POST', segmentsActions[action], 'segments.manage', async (c, visit) => {
      const id = visit.parts['id'] ?? ''
      await visit.desks.segments[action](visit.viewer, id)
      const parts: Record<string, string> = after === 'classifications' ? {} : { id }
      return c.redirect(pathTo(visit.language, after, visit.asked, { parts }), 303)
    })
}

function addKeeping(routing: Routing): void {
  routing.on('POST', paths.classificationNames, 'segments.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const typed = readNames(await readForm(c))
    const of = askedClassification(visit)
    const issues = await desks.segments.saveNames(viewer, of, typed)
    const parts = { root: of.root, number: String(of.number) }
    if (Object.keys(issues).length === 0) return c.redirect(saved(pathTo(language, 'classificationNames', asked, { parts })), 303)
    const view = await desks.segments.names(viewer, of, typed.names, issues)
    return routing.show(c, visit, classificationNamesPage, view, '' in issues ? 409 : 422)
  })
  routing.on('POST', segmentsActions.publish, 'segments.manage', async (c, visit) => {
    const of = askedClassification(visit)
    await visit.desks.segments.publish(visit.viewer, of)
    const parts = { root: of.root, number: String(of.number) }
    return c.redirect(pathTo(visit.language, 'classification', visit.asked, { parts }), 303)
  })
  routing.on('POST', paths.classificationRecord, 'segments.manage', async (c, visit) => {
    const view = await visit.desks.segments.rerun(visit.viewer, askedClassification(visit))
    return routing.show(c, visit, classificationRecordPage, view, 200)
  })
  routing.on('GET', segmentsActions.recordFile, 'segments.read', async (c, visit) => {
    const { of, record } = await visit.desks.segments.record(visit.viewer, askedClassification(visit))
    c.header('content-type', 'application/json; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${of.root.code}-${of.number}.json"`)
    c.header('cache-control', 'private, no-store')
    return c.body(`${JSON.stringify({ ...record, checksum: of.checksum }, null, 2)}\n`)
  })
}

/** Pages and actions of this area. */
export function addSegmentsRoutes(routing: Routing): void {
  routing.page(classificationsPage)
  routing.page(classificationNewPage)
  routing.page(classificationBuildPage)
  routing.page(classificationPage)
  routing.page(classificationNamesPage)
  routing.page(classificationRecordPage)
  addBuilding(routing)
  addKeeping(routing)
}
