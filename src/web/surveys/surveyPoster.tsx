import type { FC } from 'hono/jsx'
import type { SurveyPage } from '#app/surveys/surveyLife.ts'
import { languages, type Language } from '#kernel/bilingual.ts'
import { formatOf } from '#words/format.ts'
import { wordsOf } from '#words/words.ts'
import type { Page, Visit } from '../page.ts'
import { addressIn, publicAddress } from './surveyParts.tsx'

/** One language's half of the sheet. */
const Half: FC<{ visit: Visit; survey: SurveyPage; language: Language }> = ({ visit, survey, language }) => {
  const { poster } = wordsOf(language).surveys
  const format = formatOf(language)
  const { minutes, questionnaire, fieldEnd } = survey
  return (
    <section lang={language} class="survey-poster">
      <h2>{poster.headline}</h2>
      <p class="survey-poster-title">{survey.title[language]}</p>
      {minutes !== null && <p>{poster.say(format.integer(Math.ceil(minutes)), format.date(fieldEnd))}</p>}
      <p>{poster.go}</p>
      <p class="survey-poster-address">{publicAddress(visit, survey, language)}</p>
      {questionnaire?.openLink === false && <p>{poster.withCode}</p>}
      <p>{poster.paper}</p>
      <p>{poster.private}</p>
      <p class="muted">
        {poster.who} – {survey.source[language]}
      </p>
    </section>
  )
}

export const posterPage: Page<SurveyPage> = {
  key: 'surveyPoster',
  needs: 'surveys.read',
  live: true,
  above: ['surveys'],
  load: (visit) => visit.desks.surveys.survey(visit.viewer, addressIn(visit)),
  title: (visit) => visit.words.surveys.poster.title,
  synthetic: () => false,
  view: (visit, survey) => {
    const { poster } = visit.words.surveys
    return (
      <>
        <h1 class="no-print">{poster.title}</h1>
        <p class="context no-print">{poster.context}</p>
        {languages.map((language) => (
          <Half visit={visit} survey={survey} language={language} />
        ))}
      </>
    )
  },
}
