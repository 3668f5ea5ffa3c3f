import type { SurveyHead } from '#app/collection/collectionViews.ts'
import type { Page } from '../page.ts'
import { pathTo } from '../paths.ts'

export const answerThanksPage: Page<SurveyHead> = {
  key: 'answerThanks',
  needs: 'surveys.answer',
  live: true,
  load: async ({ desks, viewer, parts, asked }) =>
    (await desks.collection.welcome(viewer, { survey: parts['code'] ?? '', territory: asked.territory, pass: null })).head,
  title: ({ words }) => words.collection.thanks.title,
  synthetic: ({ synthetic }) => synthetic,
  zone: ({ territory }) => territory,
  view: ({ words, language, asked }, head) => {
    const { thanks } = words.collection
    return (
      <div class="questionnaire">
        <p class="survey-name">{head.title[language]}</p>
        <h1>{thanks.title}</h1>
        <p class="lead">{thanks.lead}</p>
        <p>{thanks.later}</p>
        <p class="actions">
          <a class="button big" href={pathTo(language, 'home', asked)}>
            {thanks.home}
          </a>
          <a href={pathTo(language, 'results', asked)}>{thanks.results}</a>
        </p>
      </div>
    )
  },
}
