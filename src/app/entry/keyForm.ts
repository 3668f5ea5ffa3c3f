import { randomUUID } from 'node:crypto'
import type { Viewer } from '#domain/accounts'
import {
  checkSheet,
  compareKeys,
  drawnBy,
  firstPart,
  paperSheet,
  personFields,
  readPaper,
  secondPart,
  serviceFields,
  type PaperFields,
  type PaperIssue,
  type PaperQuestions,
} from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { insertSheet } from '#store/answerSheets.ts'
import { holdOpen } from '#store/fieldSurveys.ts'
import { read, write, type Writer } from '#store/open.ts'
import { insertForm, selectForm, updateForm, type PaperForm, type Typist } from '#store/paperForms.ts'
import type { SurveyAsked } from '../collection/fieldSurvey.ts'
import type { DeskTools } from '../deskTools.ts'
import { entryContext, readEntryContext, type EntryContext } from './entryContext.ts'
import type { Kept, KeyView } from './paperViews.ts'

/** A form on its way in: what was typed so far, by field, and the version it was opened at. */
export interface KeyAsked {
  readonly number: number
  /** 0: nobody had keyed it. `null`: opened now. */
  readonly version: number | null
  readonly part: 1 | 2
  readonly typed: Readonly<Record<string, string>>
  /** Whether what was typed is to be checked, and not only shown. */
  readonly check: boolean
  readonly overtaken?: boolean
}

export function typistOf(viewer: Viewer): Typist {
  return { id: viewer.userId ?? '', name: viewer.name }
}

/** Refuses what cannot be keyed any more. */
function refuseKeyed(form: PaperForm | null, number: number): void {
  if (form?.state === 'done') throw new DomainError('paper.done', { number })
  if (form?.state === 'differs') throw new DomainError('paper.differs', { number })
}

interface ReadKey {
  readonly questions: PaperQuestions
  readonly fields: PaperFields
  readonly issues: readonly PaperIssue[]
  /** The part that has the first fault, else the one asked for. */
  readonly part: 1 | 2
}

function readKey(context: EntryContext, { number, part, typed, check }: KeyAsked): ReadKey {
  const questions = context.questionsOf(number)
  const first = readPaper(firstPart(questions), typed, questions)
  if (part === 1 || (check && first.issues.length > 0))
    return { questions, fields: first.fields, issues: check ? first.issues : [], part: 1 }
  const second = readPaper(secondPart(first.fields, questions), typed, questions)
  return { questions, fields: { ...first.fields, ...second.fields }, issues: check ? second.issues : [], part: 2 }
}

function viewOf(viewer: Viewer, context: EntryContext, key: KeyAsked, state: ReadKey, form: PaperForm | null): KeyView {
  const { head, grid, questionnaire, zones } = context
  const { questions, fields, issues, part } = state
  return {
    head,
    kind: questions.kind,
    grid,
    questionnaire,
    towns: zones.towns,
    number: key.number,
    interview: questions.interview,
    pass: form ? 'second' : 'first',
    firstBy: form?.firstBy.name ?? null,
    samePerson: form?.firstBy.id === viewer.userId,
    version: key.version ?? form?.version ?? 0,
    part,
    personFields,
    firstFields: firstPart(questions).filter((field) => !personFields.includes(field)),
    drawn: drawnBy(fields, questions).map(({ service }) => ({ service, fields: serviceFields(service, questions) })),
    typed: key.typed,
    issues,
    overtaken: key.overtaken ?? false,
  }
}

/** Shows a form to be keyed: part 1 with what was typed, or part 2, about the services that part 1 led to. */
export function keyForm(tools: DeskTools, viewer: Viewer, asked: SurveyAsked, key: KeyAsked): Promise<KeyView> {
  return read(tools.observatory.db, async (reader) => {
    const context = await entryContext(tools, reader, asked)
    if (context.survey.state !== 'open') throw new DomainError('survey.notOpen', { code: context.survey.code })
    const form = await selectForm(reader, context.survey, key.number)
    refuseKeyed(form, key.number)
    // Part 1 leads to part 2 only when it can be read, and when it asks anything of services.
    const state = readKey(context, key)
    return viewOf(viewer, context, key, state, form)
  })
}

/** Puts the answer of a form among the sheets: nothing leads from one to the other. */
export async function keepSheet(
  writer: Writer,
  context: EntryContext,
  fields: PaperFields,
  questions: PaperQuestions,
): Promise<void> {
  const content = paperSheet(fields, questions)
  const [issue] = checkSheet(content, context.rules)
  if (issue) throw new DomainError('paper.unfit', { field: issue.field, value: issue.value, code: issue.code })
  await insertSheet(writer, context.survey, { id: randomUUID(), mode: 'paper', content }, context.head.today)
}

async function keepSecond(
  writer: Writer,
  context: EntryContext,
  { questions, fields }: ReadKey,
  form: PaperForm,
  by: Typist,
): Promise<Kept> {
  const compared = compareKeys(form.first ?? {}, fields)
  const equal = compared.differing.length === 0
  const moved = await updateForm(writer, context.survey, {
    ...form,
    state: equal ? 'done' : 'differs',
    first: equal ? null : form.first,
    second: equal ? null : fields,
    secondBy: by,
    fields: compared.fields,
    differences: compared.differing.length,
  })
  if (!moved) throw new DomainError('version.changed')
  if (equal) await keepSheet(writer, context, form.first ?? {}, questions)
  return { kept: equal ? 'done' : 'differs' }
}

/** Keeps a form that was keyed: as the first key, or as the second, which is held against the first. */
export async function keepKey(tools: DeskTools, viewer: Viewer, asked: SurveyAsked, key: KeyAsked): Promise<Kept | KeyView> {
  const context = await readEntryContext(tools, asked)
  const state = readKey(context, { ...key, check: true })
  const by = typistOf(viewer)
  return write(tools.observatory.db, async (writer) => {
    if (!(await holdOpen(writer, context.survey))) throw new DomainError('survey.notOpen', { code: context.survey.code })
    const form = await selectForm(writer, context.survey, key.number)
    refuseKeyed(form, key.number)
    if (state.issues.length > 0) return viewOf(viewer, context, key, state, form)
    if ((form?.version ?? 0) !== key.version) throw new DomainError('version.changed')
    if (form) return keepSecond(writer, context, state, form, by)
    const kept = await insertForm(writer, context.survey, { number: key.number, first: state.fields, by })
    if (!kept) throw new DomainError('version.changed')
    return { kept: 'once' }
  })
}
