import { interviewOf } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import { random, seedOf } from '#kernel/random.ts'
import type { DeskTools } from '../deskTools.ts'
import { withAtlas } from '../observatory.ts'
import type { PreviewView } from './collectionViews.ts'
import type { Draft } from './draft.ts'
import { askingOf, type SurveyAsked } from './fieldSurvey.ts'
import { stepsOf } from './steps.ts'
import { filledStep } from './stepView.ts'

/** The pages as somebody would meet them who used one service and gave up another: an example drawn from the survey's code, of which nothing is kept. */
export function previewSurvey(tools: DeskTools, asked: SurveyAsked): Promise<PreviewView> {
  return withAtlas(tools.observatory, async (reader, { geography }) => {
    const asking = await askingOf(tools, reader, geography, asked, 'shown')
    const { questionnaire, mask, head, grid } = asking
    const interview = interviewOf(questionnaire, mask, random(seedOf(asking.survey.code)))
    const [first = serviceCodes[0], second = serviceCodes[1]] = interview.order
    const typed = { [`use.${first}`]: ['used'], [`use.${second}`]: ['gaveUp'] }
    const draft: Draft = { interview, steps: { services: { typed, version: 1, device: '' } } }
    const steps = stepsOf(asking, draft).filter((step) => step !== 'check')
    return { head, grid, steps: steps.map((step) => ({ ...filledStep(asking, geography, draft, step), issues: [] })) }
  })
}
