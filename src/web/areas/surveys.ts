import type { Routing } from '../routing.ts'
import { addGridRoutes } from '../surveys/gridPages.tsx'
import { addSurveyCloseRoutes } from '../surveys/surveyClose.tsx'
import { addSurveyFieldRoutes } from '../surveys/surveyField.tsx'
import { addSurveyFormRoutes } from '../surveys/surveyForm.tsx'
import { surveyListPage } from '../surveys/surveyList.tsx'
import { addSurveyRoutes } from '../surveys/surveyPage.tsx'
import { addSurveyPlanRoutes } from '../surveys/surveyPlan.tsx'
import { posterPage } from '../surveys/surveyPoster.tsx'

/** Pages and actions of this area. */
export function addSurveysRoutes(routing: Routing): void {
  routing.page(surveyListPage)
  addSurveyFormRoutes(routing)
  addSurveyRoutes(routing)
  addSurveyPlanRoutes(routing)
  addSurveyFieldRoutes(routing)
  addSurveyCloseRoutes(routing)
  routing.page(posterPage)
  addGridRoutes(routing)
}
