import type { FC } from 'hono/jsx'
import type { MatrixView } from '#app/views.ts'
import type { CriterionCode } from '#domain/survey'
import { Filters } from '../matrix/filters.tsx'
import { Legend } from '../matrix/legend.tsx'
import { Summary } from '../matrix/summary.tsx'
import { MatrixTable } from '../matrix/table.tsx'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'

function openCriterion(visit: Visit): CriterionCode | null {
  const asked = visit.query.get('open')
  return asked !== null && Object.hasOwn(visit.words.criteria, asked) ? (asked as CriterionCode) : null
}

const Context: FC<{ visit: Visit; view: MatrixView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { survey } = view
  const here = format.integer(survey.respondentsHere)
  const { people } = inWords(visit, view.territory)
  const sentences = [
    view.territory.code === view.against.code
      ? words.matrix.contextItself(here, people)
      : words.matrix.context(here, people, inWords(visit, view.against).to, format.integer(survey.respondents)),
    ...(view.group ? [words.matrix.contextGroup(words.publics[view.group])] : []),
    words.matrix.dates(format.firstDate(survey.fieldStart, survey.fieldEnd), format.date(survey.fieldEnd)),
    words.matrix.opens,
  ]
  return (
    <p class="context">
      {survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>} {sentences.join(' ')}
    </p>
  )
}

/** The place where a cell's evidence opens beside the matrix, when scripts run and the screen is wide enough. */
const Sheet: FC<{ visit: Visit }> = ({ visit }) => {
  const { matrix } = visit.words
  return (
    <aside id="sheet" hidden tabindex={-1} aria-label={matrix.sheet}>
      <p class="sheet-actions">
        <a id="sheet-page" href="#matrix">
          {matrix.fullPage}
        </a>
        <button type="button" id="sheet-close" class="quiet">
          {matrix.close}
        </button>
      </p>
      <div id="sheet-content"></div>
    </aside>
  )
}

export const matrixPage: Page<MatrixView> = {
  key: 'matrix',
  load: (visit) => visit.portal.matrix(visit.asked),
  title: (visit, view) => visit.words.matrix.title(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  scripts: ['htmx', 'sheet'],
  view: (visit, view) => {
    const { words, format } = visit
    return (
      <>
        <h1>{words.matrix.title(inWords(visit, view.territory).in)}</h1>
        <Context visit={visit} view={view} />
        <Filters visit={visit} view={view} />
        <Summary visit={visit} view={view} />
        <MatrixTable visit={visit} view={view} open={openCriterion(visit)} />
        <Sheet visit={visit} />
        <Legend visit={visit} view={view} />
        <p class="source">
          {words.shell.source}
          {visit.language === 'fr' ? '\u202F:' : ':'} {view.survey.source[visit.language]}{' '}
          {view.madeAt === null ? words.matrix.madeNow : words.matrix.madeAt(format.instant(view.madeAt))}{' '}
          <span class="print-hint">{words.shell.print}</span>
        </p>
      </>
    )
  },
}
