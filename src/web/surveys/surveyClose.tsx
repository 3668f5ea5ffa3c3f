import type { FC } from 'hono/jsx'
import type { ClosingView } from '#app/surveys/closeSurvey.ts'
import type { Page, Visit } from '../page.ts'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { addressIn, surveyPath } from './surveyParts.tsx'

/** Sentences about what there is any of. */
const Told: FC<{ title: string; lines: readonly (readonly [number, string])[] }> = ({ title, lines }) => {
  const some = lines.filter(([count]) => count > 0)
  if (some.length === 0) return <></>
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {some.map(([, text]) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  )
}

const Effects: FC<{ visit: Visit; data: ClosingView }> = ({ visit, data }) => {
  const { close } = visit.words.surveys
  const { integer } = visit.format
  const { sheets, unplaced, untold, words, statements, field, isSmall } = data
  const kept = sheets - unplaced
  const unused = field.codes
  return (
    <>
      {isSmall && <p class="notice warning">{close.small}</p>}
      {untold > 0 && <p class="notice">{close.untold(integer(untold))}</p>}
      <Told
        title={close.keeps}
        lines={[
          [kept, close.respondents(integer(kept), kept === 1)],
          [words, close.words(integer(words))],
          [statements, close.statements(integer(statements))],
        ]}
      />
      <Told
        title={close.loses}
        lines={[
          [unplaced, close.unplaced(integer(unplaced))],
          [field.forms, close.forms(integer(field.forms))],
          [field.drafts, close.drafts(integer(field.drafts))],
          [unused, close.codes(integer(unused))],
        ]}
      />
    </>
  )
}

const closePage: Page<ClosingView> = {
  key: 'surveyClose',
  needs: 'surveys.manage',
  live: true,
  above: ['surveys'],
  load: (visit) => visit.desks.surveys.closingView(visit.viewer, addressIn(visit)),
  title: (visit) => visit.words.surveys.close.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { close } = visit.words.surveys
    const { survey, sheets, unplaced } = data
    return (
      <>
        <p class="survey-name">{survey.title[visit.language]}</p>
        <h1>{close.title}</h1>
        <p class="context">{close.context}</p>
        {sheets > unplaced ? (
          <>
            <Effects visit={visit} data={data} />
            <form method="post" action={surveyPath(visit, 'surveyClose', survey)} class="survey-actions">
              <button type="submit">{close.confirm}</button>
              <a href={surveyPath(visit, 'surveyField', survey)}>{close.back}</a>
            </form>
          </>
        ) : (
          <>
            <p class="notice">{close.nothing}</p>
            <p>
              <a href={surveyPath(visit, 'surveyField', survey)}>{close.back}</a>
            </p>
          </>
        )}
      </>
    )
  },
}

export function addSurveyCloseRoutes(routing: Routing): void {
  routing.page(closePage)
  routing.on('POST', paths.surveyClose, 'surveys.manage', async (c, visit) => {
    const at = addressIn(visit)
    await visit.desks.surveys.closeSurvey(visit.viewer, at)
    return c.redirect(surveyPath(visit, 'survey', at), 303)
  })
}
