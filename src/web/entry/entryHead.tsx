import type { Child, FC } from 'hono/jsx'
import type { SurveyHead } from '#app/collection/collectionViews.ts'
import type { SurveyAsked } from '#app/collection/fieldSurvey.ts'
import type { Visit } from '../page.ts'
import { pathTo, type PageKey } from '../paths.ts'

/** The survey that an address names. */
export function surveyAsked({ parts }: Visit): SurveyAsked {
  return { survey: parts['code'] ?? '', territory: parts['root'] ?? '' }
}

/** An address about the survey in view. */
export function entryPath(
  visit: Visit,
  key: PageKey,
  parts: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string | null>> = {},
): string {
  return pathTo(visit.language, key, visit.asked, { parts: { ...visit.parts, ...parts }, more })
}

/** Title of a page about a survey, with the survey's name and the way to its neighbours above it. */
export const EntryHead: FC<{
  visit: Visit
  head: SurveyHead
  title: string
  up?: 'paperForms' | 'answerFiles'
  children?: Child
}> = (props) => {
  const { visit, head, title, up, children } = props
  const { words, language } = visit
  return (
    <>
      <nav class="breadcrumb" aria-label={words.shell.breadcrumb}>
        <ol>
          <li>
            {words.entry.survey} {head.title[language]} ({head.territory.name[language]})
          </li>
          {up && (
            <li>
              <a href={entryPath(visit, up)}>{words.pageNames[up]}</a>
            </li>
          )}
        </ol>
      </nav>
      <h1>{title}</h1>
      {children}
    </>
  )
}
