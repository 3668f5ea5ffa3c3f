import type { SheetFileView } from '#app/entry/fileViews.ts'
import { DomainError } from '#kernel/result.ts'
import type { SheetMapping, ValueKind } from '#domain/survey'
import { entryActions } from '../addresses/entry.ts'
import { receiveFiles } from '../imports/receiveFiles.ts'
import type { Visit } from '../page.ts'
import { entryFilePage } from '../pages/entryFile.tsx'
import { entryFilesPage } from '../pages/entryFiles.tsx'
import { readForm, type Faults } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { entryPath, surveyAsked } from './entryHead.tsx'
import { meaningsOf } from './entryMeanings.ts'

async function receive(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, language, words } = visit
  const asked = surveyAsked(visit)
  let fault: string
  try {
    const [id] = await receiveFiles(c, (file) => desks.entry.receiveAnswers(viewer, asked, file, language))
    if (id) return c.redirect(entryPath(visit, 'answerFile', { id }), 303)
    fault = words.entry.files.nothingSent
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'sheetFile.again') throw error
    fault = words.refusalCodes[error.code]?.(error.params) ?? error.code
  }
  const view = await desks.entry.answerFiles(viewer, asked)
  return routing.show(c, visit, entryFilesPage, { ...view, faults: { file: fault } })
}

interface MappingTyped {
  readonly mapping: SheetMapping
  readonly faults: Faults
}

/** Columns and values as a form names them: `col.3` a meaning in words, `val.age.25-34` a code; `?` stands for no choice yet. */
function mappingTyped(visit: Visit, file: SheetFileView, form: URLSearchParams): MappingTyped {
  const { files } = visit.words.entry
  const meanings = meaningsOf(visit, file.grid, file.head.kind, file.most)
  const faults: Record<string, string> = {}
  const before = file.report?.mapping ?? { columns: [], values: {} }
  const columns = before.columns.map((meaning, i) => {
    const typed = form.get(`col.${i}`)
    if (typed === null) return meaning
    if (typed.trim() === '') return 'ignore'
    const code = meanings.codeOf(typed)
    if (code === null) faults[`col.${i}`] = files.unknownMeaning(file.report?.header[i] ?? '', typed)
    return code ?? meaning
  })
  const values: Partial<Record<ValueKind, Record<string, string>>> = {}
  const asked = (file.report?.values ?? []).map(({ kind }) => kind)
  for (const kind of new Set([...asked, ...(Object.keys(before.values) as ValueKind[])])) {
    const own: Record<string, string> = { ...before.values[kind] }
    for (const [name, code] of form) {
      if (!name.startsWith(`val.${kind}.`)) continue
      const value = name.slice(`val.${kind}.`.length)
      if (code === '?' || (kind === 'zone' && code.trim() === '')) delete own[value]
      else own[value] = code.trim()
    }
    if (Object.keys(own).length > 0) values[kind] = own
  }
  return { mapping: { columns, values }, faults }
}

async function map(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const { desks, viewer, parts, language } = visit
  const asked = surveyAsked(visit)
  const id = parts['id'] ?? ''
  const form = await readForm(c)
  const file = await desks.entry.answerFile(viewer, asked, id)
  if (form.get('as') === 'before') {
    await desks.entry.mapAnswers(viewer, asked, id, { mapping: null, options: file.options, language })
    return c.redirect(entryPath(visit, 'answerFile'), 303)
  }
  const options = { incomplete: form.get('incomplete') === 'yes', leaveFaulty: form.get('leaveFaulty') === 'yes' }
  const { mapping, faults } = mappingTyped(visit, file, form)
  if (Object.keys(faults).length > 0)
    return routing.show(c, visit, entryFilePage, { file: { ...file, options }, faults, typed: Object.fromEntries(form) })
  await desks.entry.mapAnswers(viewer, asked, id, { mapping, options, language })
  return c.redirect(entryPath(visit, 'answerFile'), 303)
}

/** Pages and actions about answers in files. */
export function addFileRoutes(routing: Routing): void {
  routing.page(entryFilesPage)
  routing.page(entryFilePage)
  routing.on('POST', paths.answerFiles, 'answers.bring', (c, visit) => receive(routing, c, visit))
  routing.on('POST', entryActions.fileMap, 'answers.bring', (c, visit) => map(routing, c, visit))
  routing.on('POST', entryActions.fileConfirm, 'answers.bring', async (c, visit) => {
    const { desks, viewer, parts, language } = visit
    await desks.entry.confirmAnswers(viewer, surveyAsked(visit), parts['id'] ?? '', language)
    return c.redirect(entryPath(visit, 'answerFile'), 303)
  })
  routing.on('POST', entryActions.fileDiscard, 'answers.bring', async (c, visit) => {
    await visit.desks.entry.discardAnswers(visit.viewer, surveyAsked(visit), visit.parts['id'] ?? '')
    return c.redirect(entryPath(visit, 'answerFiles'), 303)
  })
}
