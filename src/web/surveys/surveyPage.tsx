import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { SurveyPage } from '#app/surveys/surveyLife.ts'
import { surveyStates } from '#app/surveys/surveyStates.ts'
import { capital } from '#words/zones.ts'
import { surveyActions } from '../addresses/surveys.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { addressIn, publicAddress, surveyAction, SurveyHead, surveyPath } from './surveyParts.tsx'

interface Props {
  readonly visit: Visit
  readonly survey: SurveyPage
}

const Steps: FC<Props> = ({ visit, survey }) => {
  const { page, states } = visit.words.surveys
  const reached = surveyStates.indexOf(survey.state)
  return (
    <ol class="survey-steps" aria-label={page.steps}>
      {surveyStates.map((state, i) => (
        <li class={i < reached ? 'past' : undefined} aria-current={i === reached ? 'step' : undefined}>
          {states[state]}
        </li>
      ))}
    </ol>
  )
}

/** A form of one button. */
const Act: FC<{ action: string; label: string; quiet?: boolean }> = ({ action, label, quiet }) => (
  <form method="post" action={action}>
    <button type="submit" class={quiet ? 'quiet' : undefined}>
      {label}
    </button>
  </form>
)

const DraftActions: FC<Props> = ({ visit, survey }) => {
  const { page } = visit.words.surveys
  return (
    <div class="survey-actions">
      <Act action={surveyAction(visit, surveyActions.openSurvey, survey)} label={page.open} />
      <a href={surveyPath(visit, 'surveyEdit', survey)}>{page.edit}</a>
    </div>
  )
}

const OpenActions: FC<Props> = ({ visit, survey }) => {
  const { page } = visit.words.surveys
  return (
    <>
      <div class="survey-actions">
        <a class="button" href={surveyPath(visit, 'surveyField', survey)}>
          {visit.words.surveys.next.follow}
        </a>
        <a href={surveyPath(visit, 'surveyClose', survey)}>{page.close}</a>
      </div>
      {survey.mayWithdraw && (
        <details class="admin-danger">
          <summary>{page.withdraw}</summary>
          <p>{page.withdrawNote}</p>
          <Act action={surveyAction(visit, surveyActions.withdrawSurvey, survey)} label={page.withdraw} quiet />
        </details>
      )}
    </>
  )
}

const ClosedActions: FC<Props> = ({ visit, survey }) => {
  const { page } = visit.words.surveys
  const weighed = survey.kind === 'satisfaction'
  return (
    <>
      {weighed && !survey.isWeighted && <p class="notice">{page.notWeighted}</p>}
      {weighed && <p>{page.publishNote}</p>}
      <div class="survey-actions">
        <Act action={surveyAction(visit, surveyActions.publishSurvey, survey)} label={page.publish} />
        {weighed && (
          <a href={pathTo(visit.language, 'weightSurvey', visit.asked, { parts: { root: survey.territory, code: survey.code } })}>
            {page.weights}
          </a>
        )}
      </div>
    </>
  )
}

const PublishedActions: FC<Props> = ({ visit, survey }) => {
  const { page } = visit.words.surveys
  return (
    <details class="admin-danger">
      <summary>{page.unpublish}</summary>
      <p>{survey.otherwise ? page.unpublishNote(survey.otherwise[visit.language]) : page.unpublishAlone}</p>
      <Act action={surveyAction(visit, surveyActions.unpublishSurvey, survey)} label={page.unpublish} />
    </details>
  )
}

const Now: FC<Props> = ({ visit, survey }) => {
  const { page } = visit.words.surveys
  const { state } = survey
  const text = { draft: page.draftText, open: page.openText, closed: page.closedText, published: page.publishedText }[state]
  const Actions = { draft: DraftActions, open: OpenActions, closed: ClosedActions, published: PublishedActions }[state]
  return (
    <section aria-labelledby="now" class="survey-now">
      <h2 id="now">{page.now}</h2>
      <p>{state === 'published' && !survey.isInForce ? page.earlierText : text}</p>
      {may(visit.viewer, 'surveys.manage') && <Actions visit={visit} survey={survey} />}
    </section>
  )
}

function factsOf(visit: Visit, survey: SurveyPage): readonly (readonly [string, string])[] {
  const { words, format, language } = visit
  const { page, form } = words.surveys
  const { questionnaire, minutes, kind } = survey
  const decimals = (value: number): string => form.length(format.decimal(value))
  const rows: (readonly [string, string | null])[] = [
    [page.code, survey.code],
    [page.territory, capital(inWords(visit, survey.root).the)],
    [page.grid, survey.grid],
    [page.source, survey.source[language]],
    [page.respondents, format.integer(survey.respondents)],
    [page.length, minutes === null ? null : decimals(minutes)],
    [page.services, questionnaire && kind === 'satisfaction' ? format.integer(questionnaire.mostServices) : null],
    [page.openLink, questionnaire ? (questionnaire.openLink === false ? page.no : page.yes) : null],
    [page.link, survey.state === 'open' ? publicAddress(visit, survey, language) : null],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

const Facts: FC<Props> = ({ visit, survey }) => {
  const { page } = visit.words.surveys
  const asked = { ...visit.asked, territory: survey.territory }
  const inField = survey.state === 'draft' || survey.state === 'open'
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{page.facts}</h2>
      <dl class="admin-facts">
        {factsOf(visit, survey).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {inField && (
        <ul class="survey-links">
          <li>
            <a href={pathTo(visit.language, 'answerPreview', asked, { parts: { code: survey.code } })}>{page.preview}</a>
          </li>
          {may(visit.viewer, 'surveys.enter') && (
            <li>
              <a href={surveyPath(visit, 'paperForms', survey)}>{page.paper}</a>
            </li>
          )}
          {may(visit.viewer, 'answers.bring') && (
            <li>
              <a href={surveyPath(visit, 'answerFiles', survey)}>{page.files}</a>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

export const surveyPage: Page<SurveyPage> = {
  key: 'survey',
  needs: 'surveys.read',
  live: true,
  above: ['surveys'],
  load: (visit) => visit.desks.surveys.survey(visit.viewer, addressIn(visit)),
  title: (visit, survey) => survey.title[visit.language],
  crumb: (visit, survey) => survey.title[visit.language],
  synthetic: ({ synthetic }) => synthetic,
  view: (visit, survey) => {
    const { words, format, language } = visit
    const { page, kinds } = words.surveys
    const { fieldStart, fieldEnd, kind } = survey
    return (
      <>
        <SurveyHead visit={visit} survey={survey} current="survey" title={survey.title[language]}>
          <p class="context">{page.context(kinds[kind], format.firstDate(fieldStart, fieldEnd), format.date(fieldEnd))}</p>
        </SurveyHead>
        <Steps visit={visit} survey={survey} />
        <Now visit={visit} survey={survey} />
        <Facts visit={visit} survey={survey} />
      </>
    )
  },
}

export function addSurveyRoutes(routing: Routing): void {
  routing.page(surveyPage)
  const steps = ['openSurvey', 'withdrawSurvey', 'publishSurvey', 'unpublishSurvey'] as const
  for (const step of steps)
    routing.on('POST', surveyActions[step], 'surveys.manage', async (c, visit) => {
      const at = addressIn(visit)
      await visit.desks.surveys[step](visit.viewer, at)
      return c.redirect(surveyPath(visit, 'survey', at), 303)
    })
  routing.on('POST', surveyActions.deleteSurvey, 'surveys.manage', async (c, visit) => {
    await visit.desks.surveys.deleteSurvey(visit.viewer, addressIn(visit))
    return c.redirect(pathTo(visit.language, 'surveys', visit.asked), 303)
  })
}
