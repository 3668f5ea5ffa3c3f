import type { FC } from 'hono/jsx'
import { axis } from '../charts/axis.ts'

export interface QuadrantPoint {
  readonly label: string
  /** Share, 0-1, with its 95 % limits. */
  readonly x: number
  readonly xLower: number
  readonly xUpper: number
  /** Score, 0-10, with its 95 % limits. */
  readonly y: number
  readonly yLower: number
  readonly yUpper: number
  /** Class that colours it: a level. */
  readonly tone: string
}

interface QuadrantChartProps {
  readonly title: string
  readonly axisX: string
  readonly axisY: string
  readonly thresholdX: number
  readonly thresholdY: number
  readonly corners: Readonly<Record<'lowLeft' | 'lowRight' | 'highLeft' | 'highRight', string>>
  readonly percent: (share: number) => string
  readonly integer: (value: number) => string
  readonly points: readonly QuadrantPoint[]
}

const width = 720
const height = 470
const frame = { left: 48, right: 700, top: 26, bottom: 420 }
const lineHeight = 15

interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/** Labels beside their points, moved up or down until none lies on another. */
function placeLabels(points: readonly { readonly text: string; readonly x: number; readonly y: number }[]): Label[] {
  const placed: (Label & { readonly from: number; readonly to: number })[] = []
  for (const { text, x, y } of points.toSorted((a, b) => a.y - b.y)) {
    const long = text.length * 7.2
    const anchor = x + long + 12 > width ? 'end' : 'start'
    const [from, to] = anchor === 'start' ? [x + 9, x + 9 + long] : [x - 9 - long, x - 9]
    const free = (at: number): boolean =>
      placed.every((each) => Math.abs(each.y - at) >= lineHeight || each.to < from || each.from > to)
    const offsets = [4, 4 + lineHeight, 4 - lineHeight, 4 + 2 * lineHeight, 4 - 2 * lineHeight, 4 + 3 * lineHeight]
    const at = y + (offsets.find((offset) => free(y + offset)) ?? 4)
    placed.push({ text, x: anchor === 'start' ? x + 9 : x - 9, y: at, anchor, from, to })
  }
  return placed
}

function ticksBetween(from: number, to: number, step: number): number[] {
  const ticks: number[] = []
  for (let i = Math.max(0, Math.ceil(from / step - 1e-9)); i * step <= to + 1e-9; i++) ticks.push(i * step)
  return ticks
}

/** What each quadrant is called, in its own corner. */
const Corners: FC<Pick<QuadrantChartProps, 'corners'>> = ({ corners }) => (
  <>
    <text class="corner" x={frame.left + 8} y={frame.bottom - 10}>
      {corners.lowLeft}
    </text>
    <text class="corner" x={frame.right - 8} y={frame.bottom - 10} text-anchor="end">
      {corners.lowRight}
    </text>
    <text class="corner" x={frame.left + 8} y={frame.top + 18}>
      {corners.highLeft}
    </text>
    <text class="corner" x={frame.right - 8} y={frame.top + 18} text-anchor="end">
      {corners.highRight}
    </text>
  </>
)

/** Four corners cut by two thresholds, one point per criterion with both its intervals, labelled directly. */
export const QuadrantChart: FC<QuadrantChartProps> = (props) => {
  const { title, axisX, axisY, thresholdX, thresholdY, corners, percent, integer, points } = props
  const most = Math.min(1, Math.ceil(Math.max(thresholdX * 2, ...points.map((point) => point.xUpper)) * 10) / 10)
  const least = Math.max(0, Math.floor(Math.min(thresholdY - 2, ...points.map((point) => point.yLower))))
  const x = axis(0, most, frame.left, frame.right)
  const y = axis(least, 10, frame.bottom, frame.top)
  const [atX, atY] = [x.at(thresholdX), y.at(thresholdY)]
  const labels = placeLabels(points.map((point) => ({ text: point.label, x: x.at(point.x), y: y.at(point.y) })))
  return (
    <svg class="chart quadrants" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {ticksBetween(0, most, 0.1).map((tick) => (
        <>
          <path class="grid" d={`M${x.at(tick)} ${frame.top}V${frame.bottom}`} />
          <text class="tick" x={x.at(tick)} y={frame.bottom + 18} text-anchor="middle">
            {percent(tick)}
          </text>
        </>
      ))}
      {ticksBetween(least, 10, 1).map((tick) => (
        <>
          <path class="grid" d={`M${frame.left} ${y.at(tick)}H${frame.right}`} />
          <text class="tick" x={frame.left - 8} y={y.at(tick) + 4} text-anchor="end">
            {integer(tick)}
          </text>
        </>
      ))}
      <path class="rule" d={`M${atX} ${frame.top}V${frame.bottom}M${frame.left} ${atY}H${frame.right}`} />
      <Corners corners={corners} />
      {points.map((point) => (
        <g class={`mark-row ${point.tone}`}>
          <path
            class="interval thin"
            d={`M${x.at(point.xLower)} ${y.at(point.y)}H${x.at(point.xUpper)}M${x.at(point.x)} ${y.at(point.yLower)}V${y.at(point.yUpper)}`}
          />
          <circle class="dot" cx={x.at(point.x)} cy={y.at(point.y)} r={5} />
        </g>
      ))}
      {labels.map((label) => (
        <text class="label" x={label.x} y={label.y} text-anchor={label.anchor}>
          {label.text}
        </text>
      ))}
      <text class="tick" x={(frame.left + frame.right) / 2} y={height - 8} text-anchor="middle">
        {axisX}
      </text>
      <text class="tick" x={frame.left - 40} y={14}>
        {axisY}
      </text>
    </svg>
  )
}
