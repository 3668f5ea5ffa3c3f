import type { FC } from 'hono/jsx'
import type { ImportanceView } from '#app/findings/findingViews.ts'
import { QuadrantChart, type QuadrantPoint } from '../findings/quadrantChart.tsx'
import type { Page, Visit } from '../page.ts'
import { GroupOptions, ServiceOptions } from '../parts/options.tsx'
import { itemName } from '../parts/itemNames.ts'
import { VerdictText } from '../parts/verdict.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'

function titleOf(visit: Visit, view: ImportanceView): string {
  return visit.words.findings.importance.title(visit.words.services[view.service].name, inWords(visit, view.territory).in)
}

const Choice: FC<{ visit: Visit; view: ImportanceView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { importance } = words.findings
  return (
    <form class="filters" method="get" action={paths.importance[language]} aria-label={importance.service}>
      <input type="hidden" name="territory" value={asked.territory} />
      <p class="field">
        <label for="service">{importance.service}</label>
        <select id="service" name="service">
          <ServiceOptions visit={visit} chosen={view.service} />
        </select>
      </p>
      <p class="field">
        <label for="group">{importance.group}</label>
        <select id="group" name="group">
          <GroupOptions visit={visit} chosen={view.group} />
        </select>
      </p>
      <button type="submit">{importance.show}</button>
    </form>
  )
}

function pointsOf(visit: Visit, view: ImportanceView): QuadrantPoint[] {
  return view.cells.flatMap((cell): QuadrantPoint[] => {
    const { item, score, lower, upper, importance, importanceLower, importanceUpper, level } = cell
    if (score === null || lower === null || upper === null) return []
    if (importance === null || importanceLower === null || importanceUpper === null) return []
    const x = { x: importance, xLower: importanceLower, xUpper: importanceUpper }
    return [{ label: itemName(visit.words, item), ...x, y: score, yLower: lower, yUpper: upper, tone: level ?? '' }]
  })
}

const Table: FC<{ visit: Visit; view: ImportanceView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { importance } = words.findings
  const cells = view.cells
    .filter((cell) => cell.importance !== null)
    .toSorted((a, b) => (b.importance ?? 0) - (a.importance ?? 0))
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{importance.criterion}</th>
          <th scope="col">{importance.importance}</th>
          <th scope="col">{importance.score}</th>
          <th scope="col" class="text">
            {importance.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr>
            <th scope="row">
              <a
                href={pathTo(
                  language,
                  'evidence',
                  { ...asked, rule: view.rule.code },
                  { parts: { service: cell.service, item: cell.item } },
                )}
              >
                {itemName(words, cell.item)}
              </a>
            </th>
            <td>{format.percent(cell.importance ?? 0)}</td>
            <td>{cell.score === null ? words.statuses[cell.status].mark : format.decimal(cell.score)}</td>
            <td class="text">
              <VerdictText visit={visit} cell={cell} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const importancePage: Page<ImportanceView> = {
  key: 'importance',
  load: ({ desks, viewer, asked, query }) =>
    desks.findings.importance(viewer, { territory: asked.territory, group: asked.group, service: query.get('service') }),
  title: titleOf,
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format, language, asked } = visit
    const { importance } = words.findings
    const points = pointsOf(visit, view)
    const { quadrants } = importance
    const corners = {
      lowLeft: quadrants.watch,
      lowRight: quadrants.rethink,
      highLeft: quadrants.fineTune,
      highRight: quadrants.maintain,
    }
    return (
      <>
        <h1>{titleOf(visit, view)}</h1>
        <p class="context">
          {view.survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>}{' '}
          {importance.context(format.percent(view.rule.importanceThreshold), format.decimal(view.rule.scoreThreshold))}
        </p>
        <Choice visit={visit} view={view} />
        {points.length === 0 ? (
          <p>{importance.none}</p>
        ) : (
          <>
            <figure class="wide-chart">
              <figcaption>{importance.chart}</figcaption>
              <QuadrantChart
                title={importance.chart}
                axisX={importance.axisX}
                axisY={importance.axisY}
                thresholdX={view.rule.importanceThreshold}
                thresholdY={view.rule.scoreThreshold}
                corners={corners}
                percent={format.percent}
                integer={format.integer}
                points={points}
              />
            </figure>
            <h2>{importance.table}</h2>
            <Table visit={visit} view={view} />
          </>
        )}
        <p class="actions">
          <a href={pathTo(language, 'matrix', { ...asked, rule: view.rule.code })}>{importance.toMatrix}</a>
        </p>
      </>
    )
  },
}
