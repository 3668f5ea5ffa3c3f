import type { FC } from 'hono/jsx'
import { axis } from './axis.ts'
import { fitted } from './fitted.ts'

export interface IntervalMark {
  readonly label: string
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** Class that colours it: a level, or none. */
  readonly tone: string
  readonly strong: boolean
}

interface IntervalChartProps {
  readonly title: string
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly tickText: (value: number) => string
  readonly valueText: (value: number) => string
  /** A line across: a threshold, or zero. */
  readonly rule: { readonly at: number; readonly label: string } | null
  readonly marks: readonly IntervalMark[]
}

const width = 420
const rowHeight = 26

/** Dots with their intervals, one line each, labelled directly. Drawn with attributes only. */
export const IntervalChart: FC<IntervalChartProps> = (props) => {
  const { title, from, to, ticks, tickText, valueText, rule, marks } = props
  const labelled = marks.some((mark) => mark.label !== '')
  const left = labelled ? 164 : 12
  const top = rule && rule.label !== '' ? 20 : 8
  const scale = axis(from, to, left, width - 44)
  const bottom = top + marks.length * rowHeight
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${bottom + 24}`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <>
          <path class="grid" d={`M${scale.at(tick)} ${top - 4}V${bottom + 4}`} />
          <text class="tick" x={scale.at(tick)} y={bottom + 18} text-anchor="middle">
            {tickText(tick)}
          </text>
        </>
      ))}
      {rule && (
        <>
          <path class="rule" d={`M${scale.at(rule.at)} ${top - 6}V${bottom + 4}`} />
          <text class="tick" x={scale.at(rule.at)} y={11} text-anchor="middle">
            {rule.label}
          </text>
        </>
      )}
      {marks.map((mark, i) => {
        const y = top + i * rowHeight + rowHeight / 2
        return (
          <g class={`mark-row ${mark.tone}`}>
            {labelled && (
              <text class={mark.strong ? 'label strong' : 'label'} x={0} y={y + 4.5}>
                {fitted(mark.label, 25)}
              </text>
            )}
            <path class="interval" d={`M${scale.at(mark.lower)} ${y}H${scale.at(mark.upper)}`} />
            <circle class="dot" cx={scale.at(mark.value)} cy={y} r={mark.strong ? 5 : 4} />
            <text class="value" x={width} y={y + 4.5} text-anchor="end">
              {valueText(mark.value)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
