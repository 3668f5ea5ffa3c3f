import type { FC } from 'hono/jsx'
import type { FieldView } from '#app/surveys/fieldWork.ts'
import { axis } from '../charts/axis.ts'
import { fitted } from '../charts/fitted.ts'

const width = 560
const left = 224
const rowHeight = 22

interface PrecisionRow {
  readonly label: string
  /** Half-width, 0-1. */
  readonly error: number
  readonly text: string
}

/** The half-width of an interval by zone, drawn to both sides of its middle. */
export const PrecisionChart: FC<{ title: string; rows: readonly PrecisionRow[] }> = ({ title, rows }) => {
  const most = Math.max(0.05, ...rows.map(({ error }) => error))
  const scale = axis(-most, most, left, width - 56)
  return (
    <svg class="chart survey-wide" viewBox={`0 0 ${width} ${rows.length * rowHeight + 12}`} role="img" aria-label={title}>
      <path class="rule" d={`M${scale.at(0)} 0V${rows.length * rowHeight + 8}`} />
      {rows.map(({ label, error, text }, i) => {
        const y = 4 + i * rowHeight + rowHeight / 2
        return (
          <g>
            <text class="label" x={0} y={y + 4.5}>
              {fitted(label, 32)}
            </text>
            <path class="interval" d={`M${scale.at(-error)} ${y}H${scale.at(error)}`} />
            <circle class="dot" cx={scale.at(0)} cy={y} r={3.5} />
            <text class="value" x={width} y={y + 4.5} text-anchor="end">
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const height = 140
const base = 116
const dayLength = 86_400_000

/** Sheets of each day from the first to the last, days without any included. */
export function dailyTotals(days: FieldView['days']): { readonly day: string; readonly sheets: number }[] {
  const totals = new Map<string, number>()
  for (const { day, sheets } of days) totals.set(day, (totals.get(day) ?? 0) + sheets)
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const start = Date.parse(first)
  return Array.from({ length: Math.round((Date.parse(last) - start) / dayLength) + 1 }, (_, i) => {
    const day = new Date(start + i * dayLength).toISOString().slice(0, 10)
    return { day, sheets: totals.get(day) ?? 0 }
  })
}

/** A column a day. */
export const DayChart: FC<{ title: string; days: FieldView['days']; dateText: (day: string) => string }> = (props) => {
  const { title, days, dateText } = props
  const totals = dailyTotals(days)
  const most = Math.max(1, ...totals.map(({ sheets }) => sheets))
  const slot = Math.min(24, width / Math.max(1, totals.length))
  const first = totals[0]
  const last = totals.at(-1)
  return (
    <svg class="chart survey-wide" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {totals.map(({ sheets }, i) => {
        const tall = (sheets / most) * (base - 24)
        return (
          <rect
            class="share"
            x={(i * slot + slot * 0.1).toFixed(1)}
            y={(base - tall).toFixed(1)}
            width={(slot * 0.8).toFixed(1)}
            height={tall.toFixed(1)}
          />
        )
      })}
      <path class="grid" d={`M0 ${base}H${width}`} />
      {first && (
        <text class="tick" x={0} y={base + 18}>
          {dateText(first.day)}
        </text>
      )}
      {last && totals.length > 1 && (
        <text class="tick" x={width} y={base + 18} text-anchor="end">
          {dateText(last.day)}
        </text>
      )}
    </svg>
  )
}
