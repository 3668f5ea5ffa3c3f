import type { FC } from 'hono/jsx'
import type { FactsheetView } from '#app/factsheets/factsheetViews.ts'
import type { MatrixCell } from '#domain/matrix'
import { IntervalChart, type IntervalMark } from '../charts/intervalChart.tsx'
import type { Visit } from '../page.ts'
import { noVerdictText, VerdictText } from '../parts/verdict.tsx'
import { pathTo } from '../paths.ts'
import { SectionHeading, type Place } from './heading.tsx'

function marksOf(visit: Visit, cells: readonly MatrixCell[]): IntervalMark[] {
  return cells.flatMap(({ service, score, lower, upper, level, sureness }) => {
    if (score === null || lower === null || upper === null) return []
    const label = visit.words.services[service].short
    return [{ label, value: score, lower, upper, tone: level ?? '', strong: sureness === 'established' }]
  })
}

/** What stands in place of a verdict, explained once under the table; `null` where there is one. */
function markOf({ words }: Visit, { status, level }: MatrixCell): string | null {
  if (status !== 'ok') return words.statuses[status].mark
  return level === null ? words.statuses.notApplicable.mark : null
}

/** Each such sign with what it means. */
function marksExplained(visit: Visit, cells: readonly MatrixCell[]): string[] {
  const { noVerdict } = visit.words.factsheets.sheet
  const said = cells.flatMap((cell) => {
    const mark = markOf(visit, cell)
    return mark === null ? [] : [noVerdict(mark, noVerdictText(visit, cell))]
  })
  return [...new Set(said)]
}

const CellTable: FC<{ visit: Visit; view: FactsheetView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { sheet } = words.factsheets
  const between = ({ lower, upper }: MatrixCell): string =>
    lower === null || upper === null ? '' : words.shell.interval(format.decimal(lower), format.decimal(upper))
  return (
    <table class="figures lines">
      <thead>
        <tr>
          <th scope="col">{sheet.service}</th>
          <th scope="col">{sheet.n}</th>
          <th scope="col">{sheet.score}</th>
          <th scope="col">{sheet.interval}</th>
          <th scope="col">{sheet.deviation}</th>
          <th scope="col" class="text">
            {sheet.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.cells.map((cell) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'evidence', asked, { parts: { service: cell.service, item: cell.item } })}>
                {words.services[cell.service].short}
              </a>
            </th>
            <td data-head={sheet.n}>{cell.n === null ? '' : format.integer(cell.n)}</td>
            <td data-head={sheet.score}>{cell.score === null ? '' : format.decimal(cell.score)}</td>
            <td data-head={sheet.interval}>{between(cell)}</td>
            <td data-head={sheet.deviation}>{cell.deviation === null ? '' : format.signed(cell.deviation)}</td>
            <td class="text">
              {markOf(visit, cell) === null ? (
                <VerdictText visit={visit} cell={cell} />
              ) : (
                <span class="muted">{markOf(visit, cell)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where a sub-criterion is weakest: every service's score drawn, and listed with its verdict. */
export const Services: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  const { words, format } = visit
  const { sheet } = words.factsheets
  const marks = marksOf(visit, view.cells)
  const threshold = view.rule.scoreThreshold
  return (
    <section class="fiche-part">
      <SectionHeading place={place}>{sheet.servicesTitle}</SectionHeading>
      <p>{sheet.servicesText}</p>
      <div class="fiche-pair">
        {marks.length > 0 && (
          <IntervalChart
            title={sheet.servicesChart}
            from={0}
            to={10}
            ticks={[0, 2, 4, 6, 8, 10]}
            tickText={(value) => format.integer(value)}
            valueText={(value) => format.decimal(value)}
            rule={{ at: threshold, label: `${sheet.threshold} ${format.decimal(threshold)}` }}
            marks={marks}
          />
        )}
        <div class="scroll" role="region" tabindex={0} aria-label={`${sheet.servicesTitle}, ${place.prefix}`}>
          <CellTable visit={visit} view={view} />
        </div>
      </div>
      {marksExplained(visit, view.cells).map((sentence) => (
        <p class="hint">{sentence}</p>
      ))}
    </section>
  )
}

/** Those who gave a service up because of the whole criterion. */
export const GivingUp: FC<{ visit: Visit; view: FactsheetView; place: Place; criterion: string }> = (props) => {
  const { visit, view, place, criterion } = props
  const { words, format } = visit
  const { sheet } = words.factsheets
  return (
    <section class="fiche-part">
      <SectionHeading place={place}>{sheet.givingUpTitle}</SectionHeading>
      {view.givingUp.length === 0 ? (
        <p class="muted">{sheet.givingUpNone(criterion)}</p>
      ) : (
        <>
          <p>{sheet.givingUp(criterion)}</p>
          <ul class="fiche-rates">
            {view.givingUp.map(({ service, rate }) => (
              <li>
                {words.services[service].short} <b>{format.percent(rate)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
