import type { FC } from 'hono/jsx'
import type { CrosswalkView } from '#app/regrouping/regroupingViews.ts'
import type { Visit } from '../page.ts'
import { groupClass } from './groupMark.tsx'

const width = 720
const side = 36
const bar = 14
const gap = 6
const height = 420

interface Stack {
  /** Where each group's bar begins, and how high it is. */
  readonly starts: readonly number[]
  readonly heights: readonly number[]
}

function stacked(people: readonly number[]): Stack {
  const all = people.reduce((sum, each) => sum + each, 0) || 1
  const room = height - gap * Math.max(0, people.length - 1)
  const heights = people.map((each) => (each / all) * room)
  const starts: number[] = []
  let y = 0
  for (const each of heights) {
    starts.push(y)
    y += each + gap
  }
  return { starts, heights }
}

const round = (value: number): number => Math.round(value * 10) / 10

interface BarsProps {
  readonly groups: CrosswalkView['groupsBefore']
  readonly stack: Stack
  readonly x: number
  readonly textAt: number
  readonly anchor: 'start' | 'end'
}

/** The groups of one version, one above the other, each with its letter where there is room for it. */
const Bars: FC<BarsProps> = ({ groups, stack: { starts, heights }, x, textAt, anchor }) => (
  <>
    {groups.map(({ number, letter }) => {
      const [start, high] = [starts[number] ?? 0, heights[number] ?? 0]
      return (
        <>
          <rect class={groupClass(number)} x={x} y={round(start)} width={bar} height={round(Math.max(1, high))} />
          {high > 4 && (
            <text class="label strong" x={textAt} y={round(start + high / 2 + 4)} text-anchor={anchor}>
              {letter}
            </text>
          )}
        </>
      )
    })}
  </>
)

/** Ribbons from the groups of one version to those of another, as wide as the people they carry. Drawn with attributes only. */
export const FlowChart: FC<{
  visit: Visit
  view: Pick<CrosswalkView, 'groupsBefore' | 'groupsAfter' | 'crosswalk'>
}> = ({ visit, view }) => {
  const { groupsBefore, groupsAfter, crosswalk } = view
  const sums = (key: 'from' | 'to', count: number): number[] => {
    const found = Array.from({ length: count }, () => 0)
    for (const row of crosswalk.rows) found[row[key]] = (found[row[key]] ?? 0) + row.people
    return found
  }
  const [before, after] = [stacked(sums('from', groupsBefore.length)), stacked(sums('to', groupsAfter.length))]
  const room = (groups: number): number => (height - gap * Math.max(0, groups - 1)) / (crosswalk.people || 1)
  const [perLeft, perRight] = [room(groupsBefore.length), room(groupsAfter.length)]
  const [x1, x2] = [side + bar, width - side - bar]
  const middle = (x1 + x2) / 2
  const [fromY, toY] = [[...before.starts], [...after.starts]]
  const ribbons = crosswalk.rows.map(({ from, to, people }) => {
    const [a, b] = [fromY[from] ?? 0, toY[to] ?? 0]
    const [a2, b2] = [a + people * perLeft, b + people * perRight]
    fromY[from] = a2
    toY[to] = b2
    const [ya, yb, ya2, yb2] = [a, b, a2, b2].map(round)
    return (
      <path
        class={`ribbon ${groupClass(from)}`}
        d={`M${x1} ${ya}C${middle} ${ya} ${middle} ${yb} ${x2} ${yb}V${yb2}C${middle} ${yb2} ${middle} ${ya2} ${x1} ${ya2}Z`}
      />
    )
  })
  return (
    <svg
      class="chart flow-chart"
      viewBox={`0 -8 ${width} ${height + 16}`}
      role="img"
      aria-label={visit.words.regrouping.crosswalk.flowText}
    >
      {ribbons}
      <Bars groups={groupsBefore} stack={before} x={side} textAt={side - 6} anchor="end" />
      <Bars groups={groupsAfter} stack={after} x={width - side - bar} textAt={width - side + 6} anchor="start" />
    </svg>
  )
}
