import type { FC } from 'hono/jsx'
import type { ComparisonView } from '#app/views.ts'
import type { MatrixCell } from '#domain/matrix'
import type { CriterionCode } from '#domain/survey'
import { capital } from '#words/zones.ts'
import { IntervalChart, type IntervalMark } from '../charts/intervalChart.tsx'
import type { Page, Visit } from '../page.ts'
import { ServiceOptions } from '../parts/options.tsx'
import { VerdictText } from '../parts/verdict.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'

function titleOf(visit: Visit, view: ComparisonView): string {
  return visit.words.comparison.title(visit.words.services[view.service].name, inWords(visit, view.territory).in)
}

const Choice: FC<{ visit: Visit; view: ComparisonView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  return (
    <form class="filters" method="get" action={paths.comparison[language]} aria-label={words.comparison.service}>
      <input type="hidden" name="territory" value={asked.territory} />
      <p class="field">
        <label for="service">{words.comparison.service}</label>
        <select id="service" name="service">
          <ServiceOptions visit={visit} chosen={view.service} />
        </select>
      </p>
      <button type="submit">{words.comparison.show}</button>
    </form>
  )
}

interface ZoneCell {
  readonly zone: ComparisonView['zones'][number]
  readonly cell: MatrixCell
}

function cellsOf(view: ComparisonView, criterion: CriterionCode): ZoneCell[] {
  return view.cells.flatMap(({ zone, cells }) => {
    const cell = cells.find((each) => each.item === criterion)
    return cell ? [{ zone, cell }] : []
  })
}

const Multiple: FC<{ visit: Visit; view: ComparisonView; criterion: CriterionCode }> = ({ visit, view, criterion }) => {
  const { words, format, language } = visit
  const name = words.criteria[criterion].name
  const marks = cellsOf(view, criterion).flatMap(({ zone, cell }): IntervalMark[] => {
    const { score, lower, upper, level } = cell
    if (score === null || lower === null || upper === null) return []
    const strong = zone.code === view.territory.code
    return [{ label: zone.name[language], value: score, lower, upper, tone: level ?? '', strong }]
  })
  if (marks.length === 0) return <></>
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <IntervalChart
        title={words.comparison.chart(name)}
        from={2}
        to={10}
        ticks={[2, 4, 6, 8, 10]}
        tickText={(value) => format.integer(value)}
        valueText={(value) => format.decimal(value)}
        rule={{ at: view.rule.scoreThreshold, label: '' }}
        marks={marks}
      />
    </figure>
  )
}

const Table: FC<{ visit: Visit; view: ComparisonView; criteria: readonly CriterionCode[] }> = ({ visit, view, criteria }) => {
  const { words, format, language, asked } = visit
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={words.comparison.tableTitle}>
      <table class="figures crossed">
        <thead>
          <tr>
            <th scope="col">{words.comparison.criterion}</th>
            {view.zones.map((zone) => (
              <th scope="col" class="text">
                {capital(inWords(visit, zone).the)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr>
              <th scope="row">{words.criteria[criterion].name}</th>
              {cellsOf(view, criterion).map(({ zone, cell }) => (
                <td class="text">
                  {cell.score !== null && (
                    <a
                      href={pathTo(
                        language,
                        'evidence',
                        { ...asked, territory: zone.code, against: null },
                        { parts: { service: cell.service, item: criterion } },
                      )}
                    >
                      {format.decimal(cell.score)}
                    </a>
                  )}{' '}
                  <VerdictText visit={visit} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const comparisonPage: Page<ComparisonView> = {
  key: 'comparison',
  load: (visit) => visit.portal.comparison({ territory: visit.asked.territory, service: visit.query.get('service') || null }),
  title: titleOf,
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format } = visit
    const criteria = Object.keys(words.criteria) as CriterionCode[]
    const root = view.zones.find((zone) => zone.level === 'department') ?? view.territory
    return (
      <>
        <h1>{titleOf(visit, view)}</h1>
        <p class="context">
          {view.survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>}{' '}
          {words.comparison.context(inWords(visit, root).to)}{' '}
          {words.comparison.threshold(format.decimal(view.rule.scoreThreshold))}
        </p>
        <Choice visit={visit} view={view} />
        <section aria-labelledby="multiples">
          <h2 id="multiples" class="vh">
            {words.comparison.figures}
          </h2>
          <div class="multiples">
            {criteria.map((criterion) => (
              <Multiple visit={visit} view={view} criterion={criterion} />
            ))}
          </div>
        </section>
        <section>
          <h2>{words.comparison.tableTitle}</h2>
          <Table visit={visit} view={view} criteria={criteria} />
        </section>
      </>
    )
  },
}
