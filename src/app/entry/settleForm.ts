import { readPaperField, settleKeys, type PaperFields, type PaperIssue, type PaperQuestions, type Settling } from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { holdOpen } from '#store/fieldSurveys.ts'
import { read, write, type Reader } from '#store/open.ts'
import { selectForm, updateForm, type PaperForm } from '#store/paperForms.ts'
import type { SurveyAsked } from '../collection/fieldSurvey.ts'
import type { DeskTools } from '../deskTools.ts'
import { entryContext, type EntryContext } from './entryContext.ts'
import { keepSheet } from './keyForm.ts'
import type { Kept, SettleView } from './paperViews.ts'

/**
 * Choices on the differences of a form, as they were sent: `pick.FIELD` is `first`, `second` or `other`, `other.FIELD` what was typed instead,
 * `chosen.FIELD` what was settled a page before.
 */
export interface SettleAsked {
  readonly number: number
  readonly version: number | null
  readonly typed: Readonly<Record<string, string>>
}

type SettleIssue = SettleView['issues'][number]

interface Choices {
  readonly chosen: PaperFields
  readonly issues: readonly SettleIssue[]
}

/** What was settled before; only fields that the form can ask, in a spelling that can be read. */
function settledBefore(typed: SettleAsked['typed'], form: PaperForm, questions: PaperQuestions): PaperFields {
  const entries = Object.entries(typed).flatMap(([name, value]) => {
    const field = name.startsWith('chosen.') ? name.slice('chosen.'.length) : ''
    const known = field !== '' && (field in (form.first ?? {}) || field in (form.second ?? {}))
    if (!known) return []
    const read = readPaperField(field, value, questions)
    return read.issue ? [] : [[field, read.value] as const]
  })
  return Object.fromEntries(entries)
}

function choose({ open }: Settling, { typed }: SettleAsked, questions: PaperQuestions): Choices {
  const chosen: Record<string, string> = {}
  const issues: SettleIssue[] = []
  for (const { field, first, second } of open) {
    const neither = first === null && second === null
    const pick = neither ? 'other' : (typed[`pick.${field}`] ?? '')
    if (pick === 'first' && first !== null) chosen[field] = first
    else if (pick === 'second' && second !== null) chosen[field] = second
    else if (pick === 'other') {
      const read = readPaperField(field, typed[`other.${field}`] ?? '', questions)
      chosen[field] = read.value
      if (read.issue) issues.push({ field, code: read.issue, value: read.value } satisfies PaperIssue)
    } else issues.push({ field, code: 'choice.missing', value: '' })
  }
  return { chosen, issues }
}

async function differing(
  tools: DeskTools,
  reader: Reader,
  asked: SurveyAsked,
  number: number,
): Promise<{ readonly context: EntryContext; readonly form: PaperForm }> {
  const context = await entryContext(tools, reader, asked)
  const form = await selectForm(reader, context.survey, number)
  if (form?.state === 'done') throw new DomainError('paper.done', { number })
  if (form?.state !== 'differs') throw new DomainError('paper.notKeyed', { number })
  return { context, form }
}

function viewOf(
  { head, grid, questionnaire, zones }: EntryContext,
  form: PaperForm,
  questions: PaperQuestions,
  state: Pick<SettleView, 'open' | 'chosen' | 'typed' | 'issues'>,
): SettleView {
  return {
    head,
    kind: questions.kind,
    grid,
    questionnaire,
    towns: zones.towns,
    number: form.number,
    interview: questions.interview,
    firstBy: form.firstBy.name,
    secondBy: form.secondBy?.name ?? '',
    version: form.version,
    counts: { fields: form.fields ?? 0, differences: form.differences ?? 0 },
    ...state,
  }
}

/** The differences of a form that are still open. */
export function settleForm(tools: DeskTools, asked: SurveyAsked, settle: SettleAsked): Promise<SettleView> {
  return read(tools.observatory.db, async (reader) => {
    const { context, form } = await differing(tools, reader, asked, settle.number)
    const questions = context.questionsOf(settle.number)
    const chosen = settledBefore(settle.typed, form, questions)
    const { open } = settleKeys(form.first ?? {}, form.second ?? {}, chosen, questions)
    return viewOf(context, form, questions, { open, chosen, typed: {}, issues: [] })
  })
}

/** Takes choices: keeps the form when all is settled, else shows what is open, which may be new where a tick led to another service. */
export function keepSettled(tools: DeskTools, asked: SurveyAsked, settle: SettleAsked): Promise<Kept | SettleView> {
  return write(tools.observatory.db, async (writer) => {
    const { context, form } = await differing(tools, writer, asked, settle.number)
    if (!(await holdOpen(writer, context.survey))) throw new DomainError('survey.notOpen', { code: context.survey.code })
    if (form.version !== settle.version) throw new DomainError('version.changed')
    const questions = context.questionsOf(settle.number)
    const [first, second] = [form.first ?? {}, form.second ?? {}]
    const before = settledBefore(settle.typed, form, questions)
    const now = settleKeys(first, second, before, questions)
    const { chosen, issues } = choose(now, settle, questions)
    if (issues.length > 0)
      return viewOf(context, form, questions, { open: now.open, chosen: before, typed: settle.typed, issues })
    const all = { ...before, ...chosen }
    const { open, fields } = settleKeys(first, second, all, questions)
    if (open.length > 0) return viewOf(context, form, questions, { open, chosen: all, typed: {}, issues: [] })
    const done = { ...form, state: 'done' as const, first: null, second: null }
    if (!(await updateForm(writer, context.survey, done))) throw new DomainError('version.changed')
    await keepSheet(writer, context, fields, questions)
    return { kept: 'done' }
  })
}
