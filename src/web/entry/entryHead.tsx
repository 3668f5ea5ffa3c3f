import type { Child, FC } from 'hono/jsx'
import type { SurveyHead } from '#app/collection/collectionViews.ts'
import type { SurveyAsked } from '#app/collection/fieldSurvey.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { filled, pathTo, queryOf, type PageKey } from '../paths.ts'

/** The survey that an address names. */
export function surveyAsked({ parts, asked }: Visit): SurveyAsked {
  return { survey: parts['survey'] ?? '', territory: asked.territory }
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

/** An action on the survey in view, or on one of its files. */
export function entryAction({ language, parts, asked }: Visit, action: Bilingual): string {
  return filled(action[language], parts) + queryOf(asked)
}

/** The territory in view, for forms whose answer is an address of its own. */
export const TerritoryKept: FC<{ visit: Visit }> = ({ visit }) => (
  <input type="hidden" name="territory" value={visit.asked.territory} />
)

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
            {words.entry.survey} <a href={entryPath(visit, 'survey')}>{head.title[language]}</a> ({head.territory.name[language]})
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
