import type { Child, FC } from 'hono/jsx'
import type { SurveyAddress, SurveyView } from '#app/surveys/surveyViews.ts'
import { may, type UseCase } from '#app/rights.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { filled, pathTo, queryOf, type PageKey } from '../paths.ts'

/** The survey that the address names. */
export function addressIn({ parts, asked }: Visit): SurveyAddress {
  return { code: parts['survey'] ?? '', territory: asked.territory }
}

type Named = Pick<SurveyView, 'code' | 'territory'>

/** A page of a survey; its territory goes along, since two roots may use the same code. */
export function surveyPath(
  visit: Visit,
  key: PageKey,
  { code, territory }: Named,
  more: Readonly<Record<string, string>> = {},
): string {
  const asked = { ...visit.asked, territory }
  return pathTo(visit.language, key, asked, { parts: { survey: code }, more })
}

export function surveyAction(visit: Visit, action: Bilingual, { code, territory }: Named): string {
  return filled(action[visit.language], { survey: code }) + queryOf({ ...visit.asked, territory })
}

/** A question's public address, as it is printed. */
export function publicAddress(visit: Visit, { code, territory }: Named, language: 'fr' | 'en'): string {
  const path = pathTo(
    language,
    'answerWelcome',
    { ...visit.asked, territory, against: null, group: null, rule: null },
    { parts: { code } },
  )
  return visit.desks.surveys.publicOrigin + path
}

const tabs: readonly { readonly key: PageKey; readonly needs: UseCase; readonly label: 'overview' | 'plan' | 'field' }[] = [
  { key: 'survey', needs: 'surveys.read', label: 'overview' },
  { key: 'surveyPlan', needs: 'surveys.read', label: 'plan' },
  { key: 'surveyField', needs: 'surveys.read', label: 'field' },
]

/** The pages of one survey beside each other. */
export const SurveyTabs: FC<{ visit: Visit; survey: SurveyView; current: PageKey }> = ({ visit, survey, current }) => {
  const { surveys, pageNames } = visit.words
  const names = { overview: surveys.page.overview, plan: pageNames.surveyPlan, field: pageNames.surveyField }
  return (
    <nav class="survey-tabs" aria-label={surveys.page.tabs}>
      <ul>
        {tabs
          .filter(({ needs }) => may(visit.viewer, needs))
          .map(({ key, label }) => (
            <li>
              <a href={surveyPath(visit, key, survey)} aria-current={key === current ? 'page' : undefined}>
                {names[label]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** The name of a survey above what a page of it asks. */
export const SurveyHead: FC<{ visit: Visit; survey: SurveyView; current: PageKey; title: string; children?: Child }> = (
  props,
) => {
  const { visit, survey, current, title, children } = props
  return (
    <>
      <p class="survey-name">
        {current !== 'survey' && survey.title[visit.language]}{' '}
        <span class="state">{visit.words.surveys.states[survey.state]}</span>
      </p>
      <h1>{title}</h1>
      {children}
      <SurveyTabs visit={visit} survey={survey} current={current} />
    </>
  )
}

/** Points of a percentage or a score with one decimal, a dash where it cannot be told. */
export function points({ format }: Visit, value: number | null, scale = 1): string {
  return value === null || !Number.isFinite(value) ? '–' : format.decimal(value * scale)
}
