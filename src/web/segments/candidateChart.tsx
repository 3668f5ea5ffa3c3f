import type { FC } from 'hono/jsx'
import { axis } from '../charts/axis.ts'

interface Place {
  readonly k: number
  /** A dot on the line; `null` where there is none. */
  readonly value: number | null
  /** Ends of a bar. */
  readonly low?: number
  readonly high?: number
}

interface CandidateChartProps {
  readonly title: string
  readonly text: string
  readonly places: readonly Place[]
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  /** The number of groups that was chosen, and the word for it; `null` before. */
  readonly chosen: number | null
  readonly chosenLabel: string
  readonly axisLabel: string
  readonly valueText: (value: number) => string
}

const width = 440
const height = 220
const left = 52
const top = 26
const base = 170

/** A measure by number of groups: dots on a line, bars for intervals, a rule at the number chosen. */
export const CandidateChart: FC<CandidateChartProps> = (props) => {
  const { title, text, places, from, to, ticks, chosen, chosenLabel, axisLabel, valueText } = props
  const x = axis((places[0]?.k ?? 2) - 0.5, (places.at(-1)?.k ?? 3) + 0.5, left, width - 8)
  const y = axis(from, to, base, top)
  const dots = places.flatMap(({ k, value }) => (value === null ? [] : [{ k, value }]))
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg class="chart candidates" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
        {ticks.map((value) => (
          <>
            <path class="grid" d={`M${left} ${y.at(value)}H${width - 8}`} />
            <text class="tick" x={left - 6} y={y.at(value) + 4} text-anchor="end">
              {valueText(value)}
            </text>
          </>
        ))}
        {chosen !== null && (
          <>
            <path class="rule" d={`M${x.at(chosen)} ${top - 8}V${base}`} />
            <text class="tick strong" x={x.at(chosen)} y={top - 12} text-anchor="middle">
              {chosenLabel}
            </text>
          </>
        )}
        {places.map(({ k, low, high }) =>
          low === undefined || high === undefined ? null : <path class="interval" d={`M${x.at(k)} ${y.at(low)}V${y.at(high)}`} />,
        )}
        <path class="steps" d={dots.map(({ k, value }, i) => `${i === 0 ? 'M' : 'L'}${x.at(k)} ${y.at(value)}`).join('')} />
        {dots.map(({ k, value }) => (
          <circle class="dot" cx={x.at(k)} cy={y.at(value)} r={4.5} />
        ))}
        {places.map(({ k }) => (
          <text class="tick" x={x.at(k)} y={base + 18} text-anchor="middle">
            {k}
          </text>
        ))}
        <text class="tick" x={(left + width) / 2} y={height - 12} text-anchor="middle">
          {axisLabel}
        </text>
      </svg>
    </figure>
  )
}
