import type { FC } from 'hono/jsx'
import type { WeighedCategory, WeighingReport } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import { axis } from '../charts/axis.ts'
import type { Visit } from '../page.ts'
import { categoryName, variableName } from './names.ts'

const width = 120
const height = 16
/** A margin counts as met within this relative error, as the calibration has it. */
const metWithin = 1e-8

/** The share before as a bar, the population's as a mark across it. */
const ShareBar: FC<{ label: string; before: number; target: number; most: number }> = ({ label, before, target, most }) => {
  const scale = axis(0, most, 0, width - 2)
  return (
    <svg class="margin-bar" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <rect class="share" x={0} y={4} width={scale.at(before)} height={height - 8} />
      <path class="target" d={`M${scale.at(target) + 1} 0V${height}`} />
    </svg>
  )
}

function sum(margins: readonly WeighedCategory[], of: (margin: WeighedCategory) => number): number {
  return margins.reduce((total, margin) => total + of(margin), 0)
}

interface TableProps {
  readonly visit: Visit
  readonly variable: string
  readonly margins: readonly WeighedCategory[]
  /** Categories that the report warns of, as `variable category`. */
  readonly rare: ReadonlySet<string>
  readonly zones: ReadonlyMap<string, Bilingual>
}

const MarginTable: FC<TableProps> = ({ visit, variable, margins, rare, zones }) => {
  const { words, format } = visit
  const { weights } = words
  const before = sum(margins, (margin) => margin.before)
  const target = sum(margins, (margin) => margin.target)
  const rows = margins.map((margin) => ({ margin, before: margin.before / before, target: margin.target / target }))
  const most = Math.max(...rows.flatMap((row) => [row.before, row.target]), 0.01)
  const name = variableName(visit, variable)
  return (
    <section>
      <h4>{name}</h4>
      <div class="scroll" role="region" tabindex={0} aria-label={weights.marginTable(name)}>
        <table class="figures weight-margins">
          <thead>
            <tr>
              <th scope="col">{weights.category}</th>
              <th scope="col">{weights.respondents}</th>
              <th scope="col">{weights.before}</th>
              <th scope="col">{weights.population}</th>
              <td class="bar"></td>
              <th scope="col">{weights.people}</th>
              <th scope="col">{weights.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { category, respondents, relativeError } = row.margin
              const [own, wanted] = [format.percent(row.before), format.percent(row.target)]
              const isRare = rare.has(`${variable} ${category}`)
              return (
                <tr>
                  <th scope="row">{categoryName(visit, variable, category, zones)}</th>
                  <td>
                    {isRare && <b class="rare">{weights.rare}</b>} {respondents === undefined ? '–' : format.integer(respondents)}
                  </td>
                  <td>{own}</td>
                  <td>{wanted}</td>
                  <td class="bar">
                    <ShareBar label={weights.barLabel(own, wanted)} before={row.before} target={row.target} most={most} />
                  </td>
                  <td>{format.integer(row.margin.target)}</td>
                  <td class={relativeError < metWithin ? undefined : 'missed'}>
                    {relativeError < metWithin ? weights.reached : weights.missedBy(format.percent(relativeError))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Every margin of a report before and after, one table per variable. */
export const MarginTables: FC<{ visit: Visit; report: WeighingReport; zones: TableProps['zones'] }> = ({
  visit,
  report,
  zones,
}) => {
  const { margins, warnings = [] } = report
  const rare = new Set(
    warnings.flatMap((warning) => (warning.code === 'rareCategory' ? [`${warning.variable} ${warning.category}`] : [])),
  )
  return (
    <>
      {[...Map.groupBy(margins, ({ variable }) => variable)].map(([variable, own]) => (
        <MarginTable visit={visit} variable={variable} margins={own} rare={rare} zones={zones} />
      ))}
    </>
  )
}
