import type { FC } from 'hono/jsx'

interface DistributionChartProps {
  readonly title: string
  readonly here: readonly number[]
  readonly there: readonly number[] | null
  readonly tone: string
  readonly hereLabel: string
  readonly thereLabel: string
  readonly percent: (share: number) => string
}

const width = 420
const height = 168
const base = 136
const slot = width / 11

/** Shares of the scores 0-10 as bars, with the comparison as a line of steps. */
export const DistributionChart: FC<DistributionChartProps> = ({ title, here, there, tone, hereLabel, thereLabel, percent }) => {
  const most = Math.max(...here, ...(there ?? []), 0.05)
  const y = (share: number): number => Math.round((base - (share / most) * (base - 32)) * 10) / 10
  const steps = (there ?? []).map((share, i) => `${i === 0 ? 'M' : 'L'}${(i * slot).toFixed(1)} ${y(share)}h${slot.toFixed(1)}`)
  const peak = here.indexOf(Math.max(...here))
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {here.map((share, i) => (
        <>
          <rect
            class={`column ${tone}`}
            x={(i * slot + 4).toFixed(1)}
            y={y(share)}
            width={(slot - 8).toFixed(1)}
            height={(base - y(share)).toFixed(1)}
          />
          <text class="tick" x={((i + 0.5) * slot).toFixed(1)} y={base + 16} text-anchor="middle">
            {i}
          </text>
        </>
      ))}
      <text
        class="value"
        x={((peak + 0.5) * slot).toFixed(1)}
        y={y(Math.max(here[peak] ?? 0, there?.[peak] ?? 0)) - 5}
        text-anchor="middle"
      >
        {percent(here[peak] ?? 0)}
      </text>
      {there && <path class="steps" d={steps.join('')} />}
      <path class="grid" d={`M0 ${base}H${width}`} />
      <rect class={`column ${tone}`} x={0} y={2} width={12} height={10} />
      <text class="tick" x={18} y={11}>
        {hereLabel}
      </text>
      {there && (
        <>
          <path class="steps" d="M96 7h14" />
          <text class="tick" x={116} y={11}>
            {thereLabel}
          </text>
        </>
      )}
    </svg>
  )
}
