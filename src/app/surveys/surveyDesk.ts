import type { DeskTools } from '../deskTools.ts'
import { surveyClosing, type SurveyClosing } from './closeSurvey.ts'
import { surveyEditing, type SurveyEditing } from './editSurvey.ts'
import { fieldWork, type FieldWork } from './fieldWork.ts'
import { gridsDesk, type GridsDesk } from './gridsDesk.ts'
import { samplePlanning, type SamplePlanning } from './planSample.ts'
import { surveyLife, type SurveyLife } from './surveyLife.ts'

/** Surveys from their plan to their publication, and the versions of the grid that they ask. */
export interface SurveyDesk extends SurveyLife, SurveyEditing, SamplePlanning, FieldWork, SurveyClosing, GridsDesk {
  /** The portal's own address, for what is printed. */
  readonly publicOrigin: string
}

export function createSurveyDesk(tools: DeskTools): SurveyDesk {
  return {
    ...surveyLife(tools),
    ...surveyEditing(tools),
    ...samplePlanning(tools),
    ...fieldWork(tools),
    ...surveyClosing(tools),
    ...gridsDesk(tools),
    publicOrigin: tools.origin,
  }
}
