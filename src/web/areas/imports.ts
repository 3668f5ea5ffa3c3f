import { askedKind } from '#app/imports/recognise.ts'
import { importActions } from '../addresses/imports.ts'
import { largestUpload, receiveFiles } from '../imports/receiveFiles.ts'
import type { Visit } from '../page.ts'
import { importPage } from '../pages/import.tsx'
import { importsPage } from '../pages/imports.tsx'
import { uploadPage } from '../pages/upload.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import type { Routing } from '../routing.ts'

const toUpload = ({ language, asked }: Visit, id: string): string => pathTo(language, 'upload', asked, { parts: { id } })
const toList = ({ language, asked }: Visit): string => pathTo(language, 'imports', asked)

/** `field-code=INSEE`: the columns that a form points to, by field. */
function mappingOf(form: URLSearchParams): Record<string, string> {
  const chosen = [...form].filter(([name, value]) => name.startsWith('field-') && value !== '')
  return Object.fromEntries(chosen.map(([name, value]) => [name.slice('field-'.length), value]))
}

function addReceiving(routing: Routing): void {
  routing.on('POST', paths.imports, 'imports.bring', async (c, visit) => {
    const { desks, viewer, words, format } = visit
    const ids = await receiveFiles(c, (file) => desks.imports.receive(viewer, { ...file, kind: askedKind(file.kind) }))
    const [first] = ids
    if (first && ids.length === 1) return c.redirect(toUpload(visit, first), 303)
    if (first) return c.redirect(toList(visit), 303)
    const limit = `${format.integer(largestUpload / 1024 ** 3)} ${words.imports.gigabyte}`
    const fault = c.req.header('content-type')?.startsWith('multipart/')
      ? words.imports.nothingSent
      : words.imports.tooLarge(limit)
    return routing.show(c, visit, importsPage, { ...(await desks.imports.list(viewer)), faults: { file: fault } })
  })
}

/** Pages and actions of this area. */
export function addImportRoutes(routing: Routing): void {
  routing.page(importsPage)
  routing.page(importPage)
  routing.page(uploadPage)
  addReceiving(routing)
  routing.on('POST', importActions.map, 'imports.bring', async (c, visit) => {
    const { desks, viewer, parts } = visit
    const id = parts['id'] ?? ''
    const form = await readForm(c)
    const { options } = await desks.imports.upload(viewer, id)
    const kind = askedKind(form.get('kind'))
    await desks.imports.readAgain(viewer, id, { kind, crs: options.crs, mapping: mappingOf(form) })
    return c.redirect(toUpload(visit, id), 303)
  })
  routing.on('POST', importActions.confirm, 'imports.bring', async (c, visit) => {
    const id = visit.parts['id'] ?? ''
    await visit.desks.imports.confirm(visit.viewer, id)
    return c.redirect(toUpload(visit, id), 303)
  })
  routing.on('POST', importActions.discard, 'imports.bring', async (c, visit) => {
    await visit.desks.imports.discard(visit.viewer, visit.parts['id'] ?? '')
    return c.redirect(toList(visit), 303)
  })
  routing.on('POST', importActions.undo, 'imports.undo', async (c, visit) => {
    const id = visit.parts['id'] ?? ''
    await visit.desks.imports.undo(visit.viewer, id)
    return c.redirect(pathTo(visit.language, 'import', visit.asked, { parts: { id } }), 303)
  })
}
