import { largestFormNumber } from '#domain/survey'
import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { read } from '#store/open.ts'
import { countForms, selectForm, selectForms, type PaperForm, type PaperState } from '#store/paperForms.ts'
import type { SurveyAsked } from '../collection/fieldSurvey.ts'
import type { DeskTools } from '../deskTools.ts'
import { authorise } from '../rights.ts'
import { entryContext } from './entryContext.ts'
import { keepKey, keyForm, type KeyAsked } from './keyForm.ts'
import type { Kept, KeyView, PaperLine, PaperListView, PaperPrintView, SettleView } from './paperViews.ts'
import { keepSettled, settleForm, type SettleAsked } from './settleForm.ts'

/** Forms on paper: printed by number, keyed twice, settled, and kept as answers. */
export interface PaperDesk {
  forms(viewer: Viewer, asked: SurveyAsked): Promise<PaperListView>
  /** Forms from a number to another, both included; at most `mostPrinted` in one go. */
  print(viewer: Viewer, asked: SurveyAsked, from: string, to: string): Promise<PaperPrintView>
  /** Where a number typed leads: `new` and `once` are to be keyed. Refuses a number already done with `paper.done`. */
  open(viewer: Viewer, asked: SurveyAsked, text: string): Promise<{ readonly number: number; readonly state: 'new' | PaperState }>
  /** The form to key, or to key on with: nothing of the first key is shown to the second. */
  key(viewer: Viewer, asked: SurveyAsked, key: KeyAsked): Promise<KeyView>
  /** Keeps what was keyed, unless a field cannot be read: then the form comes back. Refuses with `version.changed` who was overtaken. */
  keep(viewer: Viewer, asked: SurveyAsked, key: KeyAsked): Promise<Kept | KeyView>
  settle(viewer: Viewer, asked: SurveyAsked, settle: SettleAsked): Promise<SettleView>
  keepSettled(viewer: Viewer, asked: SurveyAsked, settle: SettleAsked): Promise<Kept | SettleView>
}

/** Forms shown of each state. */
const listed = 200
export const mostPrinted = 100

/** A form's number as it is written on paper and typed; `paper.number` for anything else. */
export function formNumber(text: string): number {
  const trimmed = text.trim()
  const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : 0
  if (number < 1 || number > largestFormNumber)
    throw new DomainError('paper.number', { number: trimmed, most: largestFormNumber })
  return number
}

function lineOf(form: PaperForm): PaperLine {
  const { number, firstBy, secondBy, differences } = form
  return {
    number,
    firstBy: firstBy.name,
    secondBy: secondBy?.name ?? null,
    samePerson: secondBy?.id === firstBy.id,
    differences,
  }
}

async function listForms(tools: DeskTools, asked: SurveyAsked): Promise<PaperListView> {
  return read(tools.observatory.db, async (reader) => {
    const { head, survey } = await entryContext(tools, reader, asked)
    const lines = async (state: PaperState) => (await selectForms(reader, survey, state, listed)).map(lineOf)
    return {
      head,
      state: survey.state,
      counts: await countForms(reader, survey),
      once: await lines('once'),
      differs: await lines('differs'),
      done: await lines('done'),
      listed,
    }
  })
}

async function printForms(tools: DeskTools, asked: SurveyAsked, from: number, to: number): Promise<PaperPrintView> {
  if (to < from || to - from >= mostPrinted) throw new DomainError('paper.range', { from, to, most: mostPrinted })
  return read(tools.observatory.db, async (reader) => {
    const { head, survey, grid, questionnaire, rules, questionsOf } = await entryContext(tools, reader, asked)
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    const forms = numbers.map((number) => ({ number, interview: questionsOf(number).interview }))
    return { head, state: survey.state, kind: rules.kind, grid, questionnaire, forms }
  })
}

export function createPaperDesk(tools: DeskTools): PaperDesk {
  return {
    async forms(viewer, asked) {
      authorise(viewer, 'surveys.enter')
      return listForms(tools, asked)
    },
    async print(viewer, asked, from, to) {
      authorise(viewer, 'surveys.enter')
      return printForms(tools, asked, formNumber(from), formNumber(to))
    },
    async open(viewer, asked, text) {
      authorise(viewer, 'surveys.enter')
      const number = formNumber(text)
      return read(tools.observatory.db, async (reader) => {
        const { survey } = await entryContext(tools, reader, asked)
        const form = await selectForm(reader, survey, number)
        if (form?.state === 'done') throw new DomainError('paper.done', { number })
        return { number, state: form?.state ?? 'new' }
      })
    },
    async key(viewer, asked, key) {
      authorise(viewer, 'surveys.enter')
      return keyForm(tools, viewer, asked, key)
    },
    async keep(viewer, asked, key) {
      authorise(viewer, 'surveys.enter')
      return keepKey(tools, viewer, asked, key)
    },
    async settle(viewer, asked, settle) {
      authorise(viewer, 'surveys.enter')
      return settleForm(tools, asked, settle)
    },
    async keepSettled(viewer, asked, settle) {
      authorise(viewer, 'surveys.enter')
      return keepSettled(tools, asked, settle)
    },
  }
}
