import type { FC } from 'hono/jsx'
import { may, type UseCase } from '#app/rights.ts'
import type { Viewer } from '#domain/accounts'
import type { Visit } from '../page.ts'
import { pathTo, type PageKey } from '../paths.ts'
import type { ShellContent } from './render.tsx'

interface Entry {
  readonly key: PageKey
  readonly needs: UseCase
}

/** The subjects and their pages; a viewer is shown those that they may open. */
const subjects: readonly { readonly head: 'observe' | 'understand' | 'act' | 'manage'; readonly pages: readonly Entry[] }[] = [
  {
    head: 'observe',
    pages: [
      { key: 'matrix', needs: 'results.read' },
      { key: 'factsheets', needs: 'results.read' },
      { key: 'priorities', needs: 'results.read' },
      { key: 'importance', needs: 'results.read' },
      { key: 'comparison', needs: 'results.read' },
      { key: 'sideBySide', needs: 'results.read' },
      { key: 'change', needs: 'results.read' },
      { key: 'smallAreas', needs: 'results.read' },
      { key: 'territory', needs: 'results.read' },
      { key: 'map', needs: 'map.read' },
      { key: 'guide', needs: 'guide.read' },
      { key: 'portraits', needs: 'portraits.read' },
      { key: 'commonGroups', needs: 'portraits.read' },
    ],
  },
  {
    head: 'understand',
    pages: [
      { key: 'services', needs: 'results.read' },
      { key: 'places', needs: 'places.search' },
      { key: 'results', needs: 'results.read' },
      { key: 'method', needs: 'results.read' },
    ],
  },
  {
    head: 'act',
    pages: [
      { key: 'surveys', needs: 'surveys.read' },
      { key: 'grids', needs: 'grids.manage' },
      { key: 'imports', needs: 'imports.read' },
      { key: 'placeList', needs: 'places.edit' },
      { key: 'contributions', needs: 'contributions.send' },
      { key: 'contributionQueue', needs: 'contributions.review' },
      { key: 'wordQueue', needs: 'words.moderate' },
      { key: 'codings', needs: 'citations.code' },
      { key: 'factsheetReread', needs: 'factsheets.write' },
      { key: 'weights', needs: 'weights.read' },
      { key: 'classifications', needs: 'segments.read' },
      { key: 'regroupings', needs: 'segments.read' },
      { key: 'jobs', needs: 'jobs.run' },
    ],
  },
  {
    head: 'manage',
    pages: [
      { key: 'invitations', needs: 'people.invite' },
      { key: 'administration', needs: 'administration.read' },
    ],
  },
]

function subjectsFor(viewer: Viewer) {
  return subjects
    .map(({ head, pages }) => ({ head, pages: pages.filter(({ needs }) => may(viewer, needs)) }))
    .filter(({ pages }) => pages.length > 0)
}

const SubjectLists: FC<{ visit: Visit; content: ShellContent }> = ({ visit, content }) => {
  const { words, language, asked } = visit
  const marked = (key: PageKey): 'page' | 'true' | undefined => {
    if (!content.current) return undefined
    if (key === content.key) return 'page'
    return content.above.includes(key) ? 'true' : undefined
  }
  return (
    <>
      {subjectsFor(visit.viewer).map(({ head, pages }) => (
        <>
          <p>{words.shell[head]}</p>
          <ul>
            {pages.map(({ key }) => (
              <li>
                <a href={pathTo(language, key, asked)} aria-current={marked(key)}>
                  {words.pageNames[key]}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

/** The subjects in a left column; on a phone the same behind a menu that opens without script. */
export const Navigation: FC<{ visit: Visit; content: ShellContent }> = ({ visit, content }) => {
  const { shell } = visit.words
  return (
    <>
      <nav class="subjects" aria-label={shell.mainNavigation}>
        <SubjectLists visit={visit} content={content} />
      </nav>
      <nav class="subjects-menu" aria-label={shell.mainNavigation}>
        <details>
          <summary>{shell.menu}</summary>
          <SubjectLists visit={visit} content={content} />
        </details>
      </nav>
    </>
  )
}

export const Breadcrumb: FC<{ visit: Visit; content: ShellContent }> = ({ visit, content }) => {
  if (content.above.length === 0) return <></>
  const { words, language, asked } = visit
  return (
    <nav class="breadcrumb" aria-label={words.shell.breadcrumb}>
      <ol>
        {content.above.map((key) => (
          <li>
            <a href={pathTo(language, key, asked)}>{words.pageNames[key]}</a>
          </li>
        ))}
        <li aria-current="page">{content.crumb ?? words.pageNames[content.key]}</li>
      </ol>
    </nav>
  )
}
