import type { DeskTools } from '../deskTools.ts'

/** Surveys from their plan to their publication. */
export interface SurveyDesk {
  readonly tools: DeskTools
}

export function createSurveyDesk(tools: DeskTools): SurveyDesk {
  return { tools }
}
