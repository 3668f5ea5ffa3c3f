import type { FC } from 'hono/jsx'
import { axis } from './axis.ts'

interface HistogramProps {
  readonly title: string
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  /** Lines across, labelled at their heads. */
  readonly marks: readonly { readonly at: number; readonly label: string; readonly strong: boolean }[]
  readonly axisLabel: string
  readonly countLabel: string
  readonly valueText: (value: number) => string
  readonly countText: (count: number) => string
}

const width = 520
const height = 236
const left = 46
const right = width - 12
const top = 40
const base = 188

/** About so many round values between two ends. */
function roundTicks(from: number, to: number, about: number): number[] {
  const rough = (to - from) / about
  if (!(rough > 0)) return [from]
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** Counts by bins as columns, with lines at values of interest. Labels of lines that lie close stand in two rows. */
export const Histogram: FC<HistogramProps> = (props) => {
  const { title, bins, marks, axisLabel, countLabel, valueText, countText } = props
  const from = bins[0]?.from ?? 0
  const to = bins.at(-1)?.to ?? 1
  const margin = (to - from || Math.abs(to) || 1) * 0.02
  const scale = axis(from - margin, to + margin, left, right)
  const most = Math.max(...bins.map(({ count }) => count), 1)
  const y = axis(0, most, base, top)
  const steps = roundTicks(0, most, 3)
  return (
    <svg class="chart histogram" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {steps.map((count) => (
        <>
          <path class="grid" d={`M${left} ${y.at(count)}H${right}`} />
          <text class="tick" x={left - 6} y={y.at(count) + 4} text-anchor="end">
            {countText(count)}
          </text>
        </>
      ))}
      <text class="tick" x={0} y={12}>
        {countLabel}
      </text>
      {bins.map((bin) => {
        const start = scale.at(bin.from)
        const wide = Math.max(scale.at(bin.to) - start - 1, 2)
        return (
          <rect
            class="column"
            x={start}
            y={y.at(bin.count)}
            width={wide.toFixed(1)}
            height={(base - y.at(bin.count)).toFixed(1)}
          />
        )
      })}
      {marks.map(({ at, label, strong }, i) => (
        <>
          <path class={strong ? 'rule strong' : 'rule'} d={`M${scale.at(at)} ${top - 10 + (i % 2) * -10}V${base}`} />
          <text class={strong ? 'tick strong' : 'tick'} x={scale.at(at)} y={top - 14 + (i % 2) * -13} text-anchor="middle">
            {label}
          </text>
        </>
      ))}
      {roundTicks(from, to, 6).map((value) => (
        <text class="tick" x={scale.at(value)} y={base + 18} text-anchor="middle">
          {valueText(value)}
        </text>
      ))}
      <text class="tick" x={(left + right) / 2} y={height - 8} text-anchor="middle">
        {axisLabel}
      </text>
    </svg>
  )
}
