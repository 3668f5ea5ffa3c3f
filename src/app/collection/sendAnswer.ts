import { randomUUID } from 'node:crypto'
import { checkSheet } from '#domain/survey'
import type { Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { insertSheet } from '#store/answerSheets.ts'
import { holdOpen } from '#store/fieldSurveys.ts'
import { write } from '#store/open.ts'
import { deleteDraft } from '#store/surveyDrafts.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Atlas } from '../observatory.ts'
import type { StepCode, StepView } from './collectionViews.ts'
import type { Asking, SurveyAsked } from './fieldSurvey.ts'
import { openAnswer, type OpenAnswer, type Pass } from './openAnswer.ts'
import { sheetOf } from './sheetOf.ts'
import { firstUndone } from './steps.ts'
import { stepView } from './stepView.ts'

export interface SendAsked extends SurveyAsked {
  readonly pass: Pass | null
  /** The draft's version that was read again before sending. */
  readonly version: number
  readonly language: Language
}

export type Sent =
  | { readonly state: 'sent' | 'gone' }
  /** A page is missing or must be mended first. */
  | { readonly state: 'moved'; readonly to: StepCode }
  /** Another device changed something since: to be read again. */
  | { readonly state: 'changed'; readonly view: StepView }

/** How long a click that follows another one is taken for the same, in milliseconds; remembered in this process only. */
const sameClick = 2 * 60_000

interface Ready {
  readonly asking: Asking
  readonly atlas: Atlas
  readonly answer: OpenAnswer
}

async function send(tools: DeskTools, { asking, atlas, answer }: Ready, asked: SendAsked): Promise<Sent> {
  const { survey, head, mask } = asking
  const sheet = sheetOf(asking, answer.draft, asked.language)
  const [wrong] = checkSheet(sheet, { mask, isZone: (code) => atlas.geography.find(code) !== undefined, kind: survey.kind })
  if (wrong) throw new DomainError('sheet.wrong', { ...wrong })
  // The answer arrives and its draft goes in one step; nothing is written that could lead from one to the other.
  const sent = await write(tools.observatory.db, async (writer) => {
    if (!(await holdOpen(writer, survey))) return false
    if (!(await deleteDraft(writer, survey, answer.keys.key, answer.version))) return false
    await insertSheet(writer, survey, { id: randomUUID(), mode: 'web', content: sheet }, head.today)
    return true
  })
  return { state: sent ? 'sent' : 'gone' }
}

async function sendOnce(tools: DeskTools, asked: SendAsked): Promise<Sent> {
  const { asking, atlas, answer } = await openAnswer(tools, asked, asked.pass)
  if (answer === null) return { state: 'gone' }
  const undone = firstUndone(asking, answer.draft)
  if (undone !== 'check') return { state: 'moved', to: undone }
  if (answer.version !== asked.version)
    return { state: 'changed', view: stepView(asking, atlas.geography, answer, 'check', { issues: [], conflict: null }) }
  return send(tools, { asking, atlas, answer }, asked)
}

/** Sends answers, each once however often the button is pressed. */
export function answerSender(tools: DeskTools): (asked: SendAsked) => Promise<Sent> {
  const running = new Map<string, Promise<Sent>>()
  return async (asked) => {
    const key = `${asked.territory}\n${asked.survey}\n${asked.pass?.code ?? ''}`
    const held = running.get(key)
    if (held) return held
    const sending = sendOnce(tools, asked)
    running.set(key, sending)
    const forget = (): boolean => running.delete(key)
    const outcome = await sending.catch((error: unknown) => {
      forget()
      throw error
    })
    if (outcome.state === 'sent') setTimeout(forget, sameClick).unref()
    else forget()
    return outcome
  }
}
