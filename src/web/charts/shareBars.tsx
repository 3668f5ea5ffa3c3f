import type { FC } from 'hono/jsx'
import { axis } from './axis.ts'

export interface ShareBar {
  readonly label: string
  readonly share: number
  readonly lower: number
  readonly upper: number
  readonly text: string
}

const width = 480
const left = 132
const rowHeight = 26

/** Bars of shares with their intervals, from 0 to the widest. */
export const ShareBars: FC<{ title: string; bars: readonly ShareBar[] }> = ({ title, bars }) => {
  const most = Math.max(0.1, ...bars.map((bar) => bar.upper))
  const scale = axis(0, most, left, width - 48)
  return (
    <svg class="chart wide" viewBox={`0 0 ${width} ${bars.length * rowHeight + 8}`} role="img" aria-label={title}>
      {bars.map((bar, i) => {
        const y = 4 + i * rowHeight
        return (
          <g>
            <text class="label" x={0} y={y + 17}>
              {bar.label}
            </text>
            <rect class="share" x={left} y={y + 5} width={(scale.at(bar.share) - left).toFixed(1)} height={rowHeight - 10} />
            <path class="interval" d={`M${scale.at(bar.lower)} ${y + rowHeight / 2}H${scale.at(bar.upper)}`} />
            <text class="value" x={width} y={y + 17} text-anchor="end">
              {bar.text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
