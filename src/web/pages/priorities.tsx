import type { FC } from 'hono/jsx'
import type { PrioritiesView } from '#app/findings/findingViews.ts'
import type { MatrixCell, Priority, ServicePriorities } from '#domain/matrix'
import { MeasuredTable } from '../findings/measuredTable.tsx'
import { Filters } from '../matrix/filters.tsx'
import { isSignificantlyBelow } from '../matrix/cellHtml.ts'
import type { Page, Visit } from '../page.ts'
import { itemName } from '../parts/itemNames.ts'
import { hasVerdicts } from '../parts/ruleWords.ts'
import { VerdictText } from '../parts/verdict.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

type Props = { visit: Visit; view: PrioritiesView }

const Linked: FC<{ visit: Visit; cell: MatrixCell }> = ({ visit, cell }) => {
  const { language, asked, words } = visit
  const address = pathTo(language, 'evidence', asked, { parts: { service: cell.service, item: cell.item } })
  return <a href={address}>{itemName(words, cell.item)}</a>
}

const Weakest: FC<{ visit: Visit; priority: Priority }> = ({ visit, priority }) => {
  const { words, format } = visit
  if (priority.weakest.length === 0) return <span class="muted">{words.findings.priorities.nothingKnown}</span>
  return (
    <ul class="plain-list">
      {priority.weakest.map((cell) => (
        <li>
          <Linked visit={visit} cell={cell} /> <span class="muted">{format.decimal(cell.score ?? 0)}</span>
        </li>
      ))}
    </ul>
  )
}

const Row: FC<Props & { priority: Priority }> = ({ visit, view, priority }) => {
  const { words, format } = visit
  const { cell, everywhere } = priority
  const { priorities } = words.findings
  const { lower, upper, deviation, importance, givingUp } = cell
  const interval =
    lower === null || upper === null ? '' : ` (${words.shell.interval(format.decimal(lower), format.decimal(upper))})`
  const below = isSignificantlyBelow(cell, view.rule)
  return (
    <tr>
      <th scope="row">
        <Linked visit={visit} cell={cell} />
      </th>
      <td class="text" data-head={priorities.verdict}>
        <VerdictText visit={visit} cell={cell} />
        {everywhere && <span class="muted">, {words.matrix.weakEverywhere}</span>}
      </td>
      <td data-head={priorities.score}>
        <b>{format.decimal(cell.score ?? 0)}</b>
        <small class="muted">{interval}</small>
      </td>
      <td data-head={priorities.deviation}>
        {deviation === null ? '' : below ? <b>{format.signed(deviation)}</b> : format.signed(deviation)}
      </td>
      <td data-head={priorities.importance}>{importance === null ? '' : format.percent(importance)}</td>
      <td data-head={priorities.givingUp}>{givingUp === null ? '' : format.percent(givingUp)}</td>
      <td class="text" data-head={priorities.weakest}>
        <Weakest visit={visit} priority={priority} />
      </td>
    </tr>
  )
}

const Table: FC<Props & { rows: readonly Priority[] }> = ({ visit, view, rows }) => {
  const { priorities } = visit.words.findings
  return (
    <table class="figures lines">
      <thead>
        <tr>
          <th scope="col">{priorities.criterion}</th>
          <th scope="col" class="text">
            {priorities.verdict}
          </th>
          <th scope="col">{priorities.score}</th>
          <th scope="col">{priorities.deviation}</th>
          <th scope="col">{priorities.importance}</th>
          <th scope="col">{priorities.givingUp}</th>
          <th scope="col" class="text">
            {priorities.weakest}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((priority) => (
          <Row visit={visit} view={view} priority={priority} />
        ))}
      </tbody>
    </table>
  )
}

/** More than this at a time is no longer "first". */
const shownFirst = 3

const Service: FC<Props & { of: ServicePriorities }> = ({ visit, view, of }) => {
  const { words, language, asked, format } = visit
  const { priorities, measured } = words.findings
  const rest = of.priorities.slice(shownFirst)
  const pair = view.measured.find((each) => each.service === of.service)
  return (
    <section class="priority" aria-labelledby={`to-${of.service}`}>
      <h2 id={`to-${of.service}`}>
        <a href={pathTo(language, 'service', asked, { parts: { code: of.service } })}>{words.services[of.service].name}</a>
      </h2>
      <Table visit={visit} view={view} rows={of.priorities.slice(0, shownFirst)} />
      {rest.length > 0 && (
        <details>
          <summary>{priorities.rest(format.integer(rest.length))}</summary>
          <Table visit={visit} view={view} rows={rest} />
        </details>
      )}
      {pair && pair.here.length > 0 && (
        <details>
          <summary>{measured.title}</summary>
          <p class="muted">{measured.lead}</p>
          <MeasuredTable visit={visit} pair={pair} heads={[measured.here, measured.there]} />
        </details>
      )}
    </section>
  )
}

const Everywhere: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { priorities } = words.findings
  if (view.everywhere.length === 0) return <></>
  return (
    <section aria-labelledby="everywhere">
      <h2 id="everywhere">{priorities.everywhereTitle(inWords(visit, view.against).in)}</h2>
      <p>{priorities.everywhereLead}</p>
      <ul class="plain-list">
        {view.everywhere.map((cell) => (
          <li>
            {words.services[cell.service].name}
            {visit.language === 'fr' ? '\u202F: ' : ': '}
            <Linked visit={visit} cell={cell} />{' '}
            <span class="muted">
              ({priorities.everywhereScore(format.decimal(cell.score ?? 0), format.decimal(cell.againstScore ?? 0))})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const prioritiesPage: Page<PrioritiesView> = {
  key: 'priorities',
  load: ({ desks, viewer, asked }) => desks.findings.priorities(viewer, asked),
  title: (visit, view) => visit.words.findings.priorities.title(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format } = visit
    const { priorities } = words.findings
    const actions = view.services.reduce((sum, each) => sum + each.priorities.length, 0)
    const people = format.integer(view.survey.respondentsHere)
    return (
      <>
        <h1>{priorities.title(inWords(visit, view.territory).in)}</h1>
        <p class="context">
          {view.survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>}{' '}
          {priorities.context(people, inWords(visit, view.territory).people, inWords(visit, view.against).to)}
        </p>
        <Filters visit={visit} view={view} page="priorities" />
        {!hasVerdicts(view) ? (
          <p>{priorities.itself}</p>
        ) : actions === 0 ? (
          <p>{priorities.none}</p>
        ) : (
          <p class="expected">{priorities.summary(format.integer(actions), format.integer(view.services.length))}</p>
        )}
        {view.services.map((each) => (
          <Service visit={visit} view={view} of={each} />
        ))}
        <Everywhere visit={visit} view={view} />
      </>
    )
  },
}
