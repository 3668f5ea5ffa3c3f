import type { FC } from 'hono/jsx'
import { axis } from '../charts/axis.ts'
import { fitted } from '../charts/fitted.ts'

export interface Dumbbell {
  readonly label: string
  readonly first: number
  readonly second: number
}

const width = 420
const left = 176
const rowHeight = 26
const top = 24

/** Two values a line joined by a bar: the first a ring, the second a full dot. */
export const Dumbbells: FC<{
  title: string
  rows: readonly Dumbbell[]
  from: number
  to: number
  ticks: readonly number[]
  text: (value: number) => string
}> = ({ title, rows, from, to, ticks, text }) => {
  const scale = axis(from, to, left, width - 16)
  const bottom = top + rows.length * rowHeight
  return (
    <svg class="chart wide" viewBox={`0 0 ${width} ${bottom + 4}`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <>
          <path class="grid" d={`M${scale.at(tick)} ${top - 4}V${bottom}`} />
          <text class="tick" x={scale.at(tick)} y={top - 10} text-anchor="middle">
            {text(tick)}
          </text>
        </>
      ))}
      {rows.map(({ label, first, second }, i) => {
        const y = top + i * rowHeight + rowHeight / 2
        return (
          <g class="mark-row">
            <text class="label" x={0} y={y + 4}>
              {fitted(label, 25)}
            </text>
            <path class="interval" d={`M${scale.at(first)} ${y}H${scale.at(second)}`} />
            <circle class="ring" cx={scale.at(first)} cy={y} r={5} />
            <circle class="dot" cx={scale.at(second)} cy={y} r={5} />
          </g>
        )
      })}
    </svg>
  )
}
