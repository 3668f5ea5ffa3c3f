import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { SurveyView } from '#app/surveys/surveyViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo, type PageKey } from '../paths.ts'
import { surveyPath } from './surveyParts.tsx'

type Next = keyof Visit['words']['surveys']['next']

/** What to do next, and where. */
function nextOf({ state, hasPlan, fieldEnd, kind, respondents }: SurveyView, today: string): readonly [Next, PageKey] {
  if (state === 'draft') return hasPlan || kind === 'elicitation' ? ['open', 'survey'] : ['plan', 'surveyPlan']
  if (state === 'open') return today > fieldEnd && respondents > 0 ? ['close', 'survey'] : ['follow', 'surveyField']
  if (state === 'closed') return [kind === 'satisfaction' ? 'weigh' : 'code', 'survey']
  return ['read', kind === 'satisfaction' ? 'matrix' : 'factsheets']
}

interface ListData {
  readonly surveys: readonly SurveyView[]
  /** YYYY-MM-DD */
  readonly today: string
}

const List: FC<ListData & { visit: Visit }> = ({ visit, surveys, today }) => {
  const { words, format, language } = visit
  const { list, states, kinds, next } = words.surveys
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{list.survey}</th>
          <th scope="col">{list.state}</th>
          <th scope="col" class="number">
            {list.respondents}
          </th>
          <th scope="col">{list.field}</th>
          <th scope="col">{list.next}</th>
        </tr>
      </thead>
      <tbody>
        {surveys.map((survey) => {
          const [step, page] = nextOf(survey, today)
          const { fieldStart, fieldEnd } = survey
          return (
            <tr>
              <th scope="row">
                <a href={surveyPath(visit, 'survey', survey)}>{survey.title[language]}</a>
                <span class="survey-kind">{kinds[survey.kind]}</span>
              </th>
              <td data-label={list.state}>
                <span class={`survey-state ${survey.state}`}>{states[survey.state]}</span>
              </td>
              <td data-label={list.respondents} class="number">
                {format.integer(survey.respondents)}
              </td>
              <td data-label={list.field}>{list.between(format.firstDate(fieldStart, fieldEnd), format.date(fieldEnd))}</td>
              <td data-label={list.next}>
                <a href={surveyPath(visit, page, survey)}>{next[step]}</a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export const surveyListPage: Page<ListData> = {
  key: 'surveys',
  needs: 'surveys.read',
  live: true,
  load: async ({ desks, viewer }) => ({
    surveys: await desks.surveys.surveys(viewer),
    today: new Date().toISOString().slice(0, 10),
  }),
  title: (visit) => visit.words.surveys.list.title,
  synthetic: () => false,
  view: (visit, { surveys, today }) => {
    const { words, language, asked, viewer } = visit
    const { list } = words.surveys
    const roots = Map.groupBy(surveys, ({ territory }) => territory)
    return (
      <>
        <h1>{list.title}</h1>
        <p class="context">{list.context}</p>
        {may(viewer, 'surveys.manage') && (
          <p class="actions">
            <a class="button" href={pathTo(language, 'surveyNew', asked)}>
              {list.add}
            </a>{' '}
            <a href={pathTo(language, 'grids', asked)}>{list.grids}</a>
          </p>
        )}
        {surveys.length === 0 && <p>{list.empty}</p>}
        {[...roots.values()].map((own) => {
          const [first] = own
          return (
            <section>
              <h2>{first && capital(inWords(visit, first.root).the)}</h2>
              <List visit={visit} surveys={own} today={today} />
            </section>
          )
        })}
      </>
    )
  },
}
