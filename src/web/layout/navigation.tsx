import type { FC } from 'hono/jsx'
import type { Visit } from '../page.ts'
import { pathTo, type PageKey } from '../paths.ts'
import type { ShellContent } from './render.tsx'

const subjects: readonly { readonly head: 'observe' | 'understand' | 'act'; readonly pages: readonly PageKey[] }[] = [
  { head: 'observe', pages: ['matrix', 'comparison', 'territory'] },
  { head: 'understand', pages: ['services', 'method'] },
  { head: 'act', pages: ['jobs'] },
]

const SubjectLists: FC<{ visit: Visit; content: ShellContent }> = ({ visit, content }) => {
  const { words, language, asked } = visit
  const marked = (key: PageKey): 'page' | 'true' | undefined => {
    if (!content.current) return undefined
    if (key === content.key) return 'page'
    return content.above.includes(key) ? 'true' : undefined
  }
  return (
    <>
      {subjects.map(({ head, pages }) => (
        <>
          <p>{words.shell[head]}</p>
          <ul>
            {pages.map((key) => (
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
        <li aria-current="page">{words.pageNames[content.key]}</li>
      </ol>
    </nav>
  )
}
