import type { FC } from 'hono/jsx'
import type { CodeChoice, CodingListView } from '#app/factsheets/codeCitations.ts'
import type { SubCriterionCode } from '#domain/survey'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'

type Statement = CodingListView['statements'][number]

/** Numbers and names of sub-criteria, for a line. */
function codesText(visit: Visit, choices: readonly CodeChoice[], items: readonly SubCriterionCode[]): string {
  if (items.length === 0) return visit.words.factsheets.coding.none
  const named = choices.filter(({ item }) => items.includes(item))
  return named.map(({ number, name }) => `${number} ${name[visit.language]}`).join(' · ')
}

const StatementRow: FC<{ visit: Visit; view: CodingListView; survey: string; statement: Statement }> = (props) => {
  const { visit, view, survey, statement } = props
  const { words, language, asked } = visit
  const { coding } = words.factsheets
  const { respondent, number, text, items, coded } = statement
  const parts = { survey, respondent: String(respondent), number: String(number) }
  return (
    <li>
      <blockquote>{text}</blockquote>
      <p class="fiche-marks">
        {coding.person(String(respondent))}
        {coded && ` · ${codesText(visit, view.choices, items)}`}
      </p>
      <p>
        <a
          class="button quiet"
          href={pathTo(language, 'coding', asked, { parts })}
          aria-label={coding.codeNamed(text.slice(0, 60))}
        >
          {coded ? coding.again : coding.code}
        </a>
      </p>
    </li>
  )
}

const SurveyChoice: FC<{ visit: Visit; view: CodingListView; chosen: string }> = ({ visit, view, chosen }) => {
  if (view.surveys.length < 2) return <></>
  const { words, language, asked } = visit
  const { coding } = words.factsheets
  return (
    <form method="get" action={paths.codings[language]} class="filters">
      <input type="hidden" name="territory" value={asked.territory} />
      <p class="field">
        <label for="survey">{coding.survey}</label>
        <select id="survey" name="survey">
          {view.surveys.map(({ code, title }) => (
            <option value={code} selected={code === chosen}>
              {title[language]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="quiet">
        {coding.showSurvey}
      </button>
    </form>
  )
}

const Statements: FC<{ visit: Visit; view: CodingListView; chosen: NonNullable<CodingListView['chosen']> }> = (props) => {
  const { visit, view, chosen } = props
  const { words, format, language, asked } = visit
  const { coding } = words.factsheets
  const progress = coding.progress(format.integer(chosen.coded), format.integer(chosen.statements))
  const only = view.surveys.length > 1 ? chosen.code : null
  return (
    <>
      <SurveyChoice visit={visit} view={view} chosen={chosen.code} />
      <h2>{chosen.title[language]}</h2>
      <p>
        <progress value={chosen.coded} max={chosen.statements} aria-label={progress} /> {progress}
      </p>
      <p class="choices">
        {(['todo', 'done'] as const).map((show) => (
          <a
            href={pathTo(language, 'codings', asked, { more: { survey: only, show: show === 'todo' ? null : show } })}
            aria-current={show === view.show ? 'true' : undefined}
          >
            {coding[show]} ({format.integer(show === 'done' ? chosen.coded : chosen.statements - chosen.coded)})
          </a>
        ))}
      </p>
      {view.statements.length === 0 ? (
        <p class="empty">{view.show === 'done' ? coding.emptyDone : coding.emptyTodo}</p>
      ) : (
        <ul class="word-list">
          {view.statements.map((statement) => (
            <StatementRow visit={visit} view={view} survey={chosen.code} statement={statement} />
          ))}
        </ul>
      )}
    </>
  )
}

export const codingsPage: Page<CodingListView> = {
  key: 'codings',
  needs: 'citations.code',
  load: ({ desks, viewer, asked, query }) =>
    desks.factsheets.codings(viewer, {
      territory: asked.territory,
      survey: query.get('survey'),
      show: query.get('show') ?? '',
    }),
  title: (visit) => visit.words.factsheets.coding.listTitle,
  synthetic: (view) => view.chosen?.synthetic ?? false,
  view: (visit, view) => {
    const { coding } = visit.words.factsheets
    return (
      <>
        <h1>{coding.listTitle}</h1>
        <p class="context">{coding.listContext}</p>
        {visit.query.get('done') === 'coded' && (
          <p class="notice" role="status">
            {coding.savedLast}
          </p>
        )}
        {view.chosen ? (
          <Statements visit={visit} view={view} chosen={view.chosen} />
        ) : (
          <p class="empty">
            {coding.empty} ({inWords(visit, view.root).the})
          </p>
        )}
      </>
    )
  },
}
