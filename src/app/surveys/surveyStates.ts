import type { SurveyState } from '#store/surveys.ts'

export { surveyStates } from '#store/surveys.ts'

/** What can be done with a survey as a whole. */
export const surveySteps = ['open', 'withdraw', 'close', 'publish', 'unpublish'] as const
export type SurveyStep = (typeof surveySteps)[number]

/**
 * The life of a survey. An open one goes back to its draft only while nothing was received. A closed one never opens again: closing shuffles the sheets and
 * forgets the codes, so nobody could be kept from answering twice. Published figures can be taken back; the earlier survey is then in force again.
 */
const transitions: Readonly<Record<SurveyStep, { readonly from: SurveyState; readonly to: SurveyState }>> = {
  open: { from: 'draft', to: 'open' },
  withdraw: { from: 'open', to: 'draft' },
  close: { from: 'open', to: 'closed' },
  publish: { from: 'closed', to: 'published' },
  unpublish: { from: 'published', to: 'closed' },
}

/** Where a step leads from a state; `null` where it cannot be taken. */
export function afterStep(state: SurveyState, step: SurveyStep): SurveyState | null {
  const { from, to } = transitions[step]
  return state === from ? to : null
}
