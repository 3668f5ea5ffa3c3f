import type { FC } from 'hono/jsx'
import type { PortraitFact } from '#app/portraits/portraitViews.ts'
import { axis } from '../charts/axis.ts'
import { fitted } from '../charts/fitted.ts'
import type { Visit } from '../page.ts'
import { factLabel } from './sentences.ts'

const width = 620
const left = 230
const rowHeight = 26
const top = 24
const ticks = [25, 50, 100, 200, 400]

/** Diverging bars around 100 on a scale of ratios, with intervals: half as many lies as far from the middle as twice as many. */
export const ApartChart: FC<{ visit: Visit; facts: readonly PortraitFact[]; title: string }> = ({ visit, facts, title }) => {
  const { format } = visit
  const x = axis(Math.log(25), Math.log(400), left, width - 52)
  const at = (index: number): number => x.at(Math.log(Math.max(1, index)))
  const bottom = top + facts.length * rowHeight
  return (
    <svg class="chart apart-chart" viewBox={`0 0 ${width} ${bottom + 8}`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <>
          <path class={tick === 100 ? 'rule' : 'grid'} d={`M${at(tick)} ${top - 4}V${bottom}`} />
          <text class="tick" x={at(tick)} y={12} text-anchor="middle">
            {format.integer(tick)}
          </text>
        </>
      ))}
      {facts.map((fact, i) => {
        const y = top + i * rowHeight
        const [from, to] = [Math.min(at(100), at(fact.index)), Math.max(at(100), at(fact.index))]
        return (
          <g class={fact.index >= 100 ? 'over' : 'under'}>
            <text class="label" x={0} y={y + 17}>
              {fitted(factLabel(visit, fact), 34)}
            </text>
            <rect class="bar" x={from} y={y + 5} width={Math.max(1, to - from).toFixed(1)} height={rowHeight - 10} />
            <path class="interval" d={`M${at(fact.lower)} ${y + rowHeight / 2}H${at(fact.upper)}`} />
            <text class="value" x={width} y={y + 17} text-anchor="end">
              {format.integer(Math.round(fact.index))}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
