import type { SurveyHead } from '#app/collection/collectionViews.ts'
import type { Page } from '../page.ts'
import { pathTo } from '../paths.ts'

export const answerListPage: Page<readonly SurveyHead[]> = {
  key: 'answerList',
  needs: 'surveys.answer',
  // What is open depends on the day.
  live: true,
  load: ({ desks, viewer }) => desks.collection.openSurveys(viewer),
  title: ({ words }) => words.collection.list.title,
  synthetic: (surveys) => surveys.some((survey) => survey.synthetic),
  view: ({ words, language, asked, format }, surveys) => {
    const { list, welcome } = words.collection
    return (
      <div class="questionnaire">
        <h1>{list.title}</h1>
        <p class="lead">{surveys.length > 0 ? list.lead : list.none}</p>
        {surveys.length === 0 && (
          <p>
            {list.noneHelp} <a href={pathTo(language, 'results', asked)}>{list.results}</a>
          </p>
        )}
        <ul class="open-surveys">
          {surveys.map((survey) => (
            <li>
              <h2>{survey.title[language]}</h2>
              <p>
                {survey.territory.name[language]}. {list.until(format.date(survey.fieldEnd))}. {welcome.minutes[survey.kind]}
              </p>
              <a
                class="button big"
                href={pathTo(language, 'answerWelcome', asked, {
                  parts: { code: survey.code },
                  more: { territory: survey.territory.code },
                })}
              >
                {list.answer}
                <span class="vh"> – {survey.title[language]}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    )
  },
}
