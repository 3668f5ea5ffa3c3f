import type { FC } from 'hono/jsx'
import type { ResultsView } from '#app/public/publicViews.ts'
import type { MatrixCell } from '#domain/matrix'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { PlainCells } from '../public/plainCell.tsx'

const shown = 8

interface ListProps {
  readonly visit: Visit
  readonly view: ResultsView
  readonly cells: readonly MatrixCell[]
  readonly title: string
  readonly intro?: string
  /** Said when the list is empty; without it the whole part is left out. */
  readonly none?: string
}

const List: FC<ListProps> = ({ visit, view, cells, title, intro, none }) => {
  const { plainResults } = visit.words.publicArea
  if (cells.length === 0 && none === undefined) return <></>
  const against = view.territory.code === view.against.code ? null : view.against
  return (
    <section>
      <h2>{title}</h2>
      {cells.length === 0 && <p>{none}</p>}
      {intro !== undefined && cells.length > 0 && <p>{intro}</p>}
      <PlainCells visit={visit} cells={cells.slice(0, shown)} territory={view.territory} against={against} />
      {cells.length > shown && (
        <p>
          <a href={pathTo(visit.language, 'matrix', visit.asked)}>
            {plainResults.more(visit.format.integer(cells.length - shown))}
          </a>
        </p>
      )}
    </section>
  )
}

export const resultsPage: Page<ResultsView> = {
  key: 'results',
  load: ({ desks, viewer, asked }) => desks.public.results(viewer, asked.territory),
  title: (visit, view) => visit.words.publicArea.plainResults.title(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format, language, asked } = visit
    const { plainResults } = words.publicArea
    const { survey, territory, against } = view
    const zone = inWords(visit, territory)
    const respondents = format.integer(survey.respondentsHere)
    const context = plainResults.context(
      respondents,
      zone.people,
      format.firstDate(survey.fieldStart, survey.fieldEnd),
      format.date(survey.fieldEnd),
    )
    return (
      <>
        <h1>{plainResults.title(zone.in)}</h1>
        <p class="context">
          {survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>} {context}
        </p>
        {territory.code === against.code ? (
          <p class="lead">{plainResults.itself(inWords(visit, against).the)}</p>
        ) : (
          <>
            <List
              visit={visit}
              view={view}
              cells={view.attention}
              title={plainResults.attentionTitle}
              none={plainResults.attentionNone}
            />
            <List
              visit={visit}
              view={view}
              cells={view.improvable}
              title={plainResults.improvableTitle}
              intro={plainResults.improvableText}
            />
            <List
              visit={visit}
              view={view}
              cells={view.working}
              title={plainResults.workingTitle}
              none={plainResults.workingNone}
            />
          </>
        )}
        {view.refused > 0 && (
          <p class="context">{plainResults.refused(format.integer(view.refused), format.integer(view.asked))}</p>
        )}
        <p class="actions">
          <a class="button quiet" href={pathTo(language, 'matrix', asked)}>
            {plainResults.toMatrix}
          </a>
          <a class="button quiet" href={pathTo(language, 'method', asked)}>
            {plainResults.toMethod}
          </a>
        </p>
      </>
    )
  },
}
