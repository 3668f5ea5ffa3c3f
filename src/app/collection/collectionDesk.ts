import type { Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import { withAtlas } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { answerBeginner, type BeginAsked, type Begun } from './beginAnswer.ts'
import type { PauseView, PreviewView, StepCode, StepView, SurveyHead, WelcomeView } from './collectionViews.ts'
import { headsNow, type SurveyAsked } from './fieldSurvey.ts'
import { openAnswer, type Pass } from './openAnswer.ts'
import { previewSurvey } from './previewSurvey.ts'
import { saveStep, type SaveAsked, type Saved } from './saveStep.ts'
import { answerSender, type SendAsked, type Sent } from './sendAnswer.ts'
import { firstUndone, stepsOf } from './steps.ts'
import { stepView } from './stepView.ts'
import { townFinder } from './townFinder.ts'

/** A page of a questionnaire that is asked for by whoever holds a pass. */
export interface AnswerAsked extends SurveyAsked {
  readonly pass: Pass | null
}

export type StepShown =
  | { readonly state: 'gone' }
  | { readonly state: 'moved'; readonly to: StepCode }
  | { readonly state: 'shown'; readonly view: StepView }

/**
 * Answering a survey, by link or by code, without an account. Every method refuses with `survey.unknown` the code of no survey. `gone` says that there is
 * no unfinished answer of this pass: none was begun, or it was sent or deleted, or the field is over.
 */
export interface CollectionDesk {
  /** The surveys that can be answered today. */
  openSurveys(viewer: Viewer): Promise<readonly SurveyHead[]>
  welcome(viewer: Viewer, asked: AnswerAsked): Promise<WelcomeView>
  /** Refuses with `rate.limited` (`minutes`) whoever guesses at codes. */
  begin(viewer: Viewer, asked: BeginAsked): Promise<Begun>
  step(viewer: Viewer, asked: AnswerAsked & { readonly step: string }): Promise<StepShown>
  save(viewer: Viewer, asked: SaveAsked): Promise<Saved>
  pause(viewer: Viewer, asked: AnswerAsked): Promise<PauseView | null>
  send(viewer: Viewer, asked: SendAsked): Promise<Sent>
  /** The questionnaire to look at, of which nothing is kept; for those who prepare surveys. */
  preview(viewer: Viewer, asked: SurveyAsked): Promise<PreviewView>
}

export function createCollectionDesk(tools: DeskTools): CollectionDesk {
  const begin = answerBeginner(tools)
  const send = answerSender(tools)
  const finder = townFinder()
  return {
    async openSurveys(viewer) {
      authorise(viewer, 'surveys.answer')
      const { observatory: obs } = tools
      return withAtlas(obs, (reader, { geography }) => headsNow(reader, geography, obs.now()))
    },
    async welcome(viewer, asked) {
      authorise(viewer, 'surveys.answer')
      const { asking, answer } = await openAnswer(tools, asked, asked.pass)
      return { head: asking.head, resume: answer && firstUndone(asking, answer.draft) }
    },
    async begin(viewer, asked) {
      authorise(viewer, 'surveys.answer')
      return begin(asked)
    },
    async step(viewer, asked) {
      authorise(viewer, 'surveys.answer')
      const { asking, atlas, answer } = await openAnswer(tools, asked, asked.pass)
      if (answer === null) return { state: 'gone' }
      const step = stepsOf(asking, answer.draft).find((each) => each === asked.step)
      if (step === undefined) return { state: 'moved', to: firstUndone(asking, answer.draft) }
      const view = stepView(asking, atlas.geography, answer, step, { issues: [], conflict: null })
      return { state: 'shown', view }
    },
    async save(viewer, asked) {
      authorise(viewer, 'surveys.answer')
      return saveStep(tools, finder, asked)
    },
    async pause(viewer, asked) {
      authorise(viewer, 'surveys.answer')
      const { asking, answer } = await openAnswer(tools, asked, asked.pass)
      return answer && { head: asking.head, code: answer.pass.code, resume: firstUndone(asking, answer.draft) }
    },
    async send(viewer, asked) {
      authorise(viewer, 'surveys.answer')
      return send(asked)
    },
    async preview(viewer, asked) {
      authorise(viewer, 'surveys.read')
      return previewSurvey(tools, asked)
    },
  }
}
