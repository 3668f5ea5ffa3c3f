import { maskOf, standardQuestionnaire, type GridContent, type Mask, type Questionnaire } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { selectOpenSurveys, selectSurveysOfCode, type FieldSurvey } from '#store/fieldSurveys.ts'
import type { Reader } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { calendarOf, dateOf, wallClock } from '../public/localTime.ts'
import { gridOf } from '../surveys/grids.ts'
import type { SurveyHead } from './collectionViews.ts'

/** How a survey is asked for: its code, and the territory in view where two roots use the same code. */
export interface SurveyAsked {
  readonly survey: string
  readonly territory: string
}

/** A survey with all that its pages need. */
export interface Asking {
  readonly survey: FieldSurvey
  readonly head: SurveyHead
  readonly grid: GridContent
  readonly mask: Mask
  readonly questionnaire: Questionnaire
}

/** The day where the survey is held (YYYY-MM-DD). */
function dayOf(geography: Geography, root: string, now: Date): string {
  const zone = geography.get(root)
  return dateOf(wallClock(now, calendarOf(zone.country, root).timeZone))
}

function phaseOf({ state, fieldStart, fieldEnd }: FieldSurvey, today: string): SurveyHead['phase'] {
  if (state !== 'open' || today > fieldEnd) return state === 'draft' ? 'soon' : 'over'
  return today < fieldStart ? 'soon' : 'open'
}

function headOf(survey: FieldSurvey, geography: Geography, now: Date): SurveyHead {
  const { code, kind, title, source, fieldStart, fieldEnd, synthetic, openLink } = survey
  const today = dayOf(geography, survey.territory, now)
  const territory = zoneName(geography.get(survey.territory))
  return { code, kind, title, source, territory, fieldStart, fieldEnd, synthetic, openLink, today, phase: phaseOf(survey, today) }
}

/** The surveys that can be answered today. */
export async function headsNow(reader: Reader, geography: Geography, now: Date): Promise<readonly SurveyHead[]> {
  const surveys = (await selectOpenSurveys(reader)).filter(({ territory }) => geography.find(territory))
  return surveys.map((survey) => headOf(survey, geography, now)).filter(({ phase }) => phase === 'open')
}

/** The survey that an address names; a draft is none but for those who prepare it. Refuses with `survey.unknown`. */
export async function askingOf(
  tools: DeskTools,
  reader: Reader,
  geography: Geography,
  asked: SurveyAsked,
  drafts: 'hidden' | 'shown' = 'hidden',
): Promise<Asking> {
  const root = geography.find(asked.territory)?.root
  const all = (await selectSurveysOfCode(reader, asked.survey)).filter(
    ({ state, territory }) => geography.find(territory) && (drafts === 'shown' || state !== 'draft'),
  )
  const survey = all.find(({ territory }) => territory === root) ?? all[0]
  if (!survey) throw new DomainError('survey.unknown', { code: asked.survey })
  const grid = await gridOf(tools, reader, survey.grid)
  const head = headOf(survey, geography, tools.observatory.now())
  return { survey, head, grid, mask: maskOf(grid), questionnaire: survey.questionnaire ?? standardQuestionnaire }
}
